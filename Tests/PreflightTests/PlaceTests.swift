import SamplePDFs
import Testing

@testable import Preflight

/// Findings say where they are, in millimetres from the upper left corner of the trimmed page.
@Suite struct PlaceTests {
  private func finding(_ old: String, _ new: String, rule: String) -> PreflightFinding? {
    var file = SamplePrintFile.assembler()
    guard file.replace(old, new) else { return nil }
    return PrintFaultTests.findings(file.bytes).first { $0.rule == rule }
  }

  @Test func `ink is where it was painted`() throws {
    // 200 × 60 pt at 40, 250 of a page whose trim begins at 18.504 and ends at 438.031.
    let found = try #require(finding("0 0.5 0.5 0.1 k", "1 1 1 0.5 k", rule: "ink.total"))
    #expect(found.page == 1)
    #expect(found.message.contains("350 %"))
    let place = try #require(found.place)
    #expect(abs(place.x - 7.58) < 0.4)
    #expect(abs(place.y - 45.17) < 0.4)
    #expect(abs(place.width - 70.56) < 0.6)
    #expect(abs(place.height - 21.17) < 0.6)
  }

  @Test func `a picture is where it stands`() throws {
    let found = try #require(
      finding("24 0 0 24 50 320 cm", "60 0 0 60 50 320 cm", rule: "image.resolution"))
    #expect(found.message.contains("120 pixels"))
    #expect(found.place == PagePlace(x: 11.11, y: 20.47, width: 21.17, height: 21.17))
  }
}

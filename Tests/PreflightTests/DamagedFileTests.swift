import Design
import SamplePDFs
import Testing

@testable import Preflight

/// Files that are torn, flipped, cyclic or deep: a report comes each time.
@Suite struct DamagedFileTests {
  private static let bytes = SamplePrintFile.assembler(program: [0, 1, 0, 0]).bytes

  /// Ghostscript is left out: these are the files that would let it run for nothing.
  private func report(_ bytes: [UInt8]) -> [PreflightReport] {
    [.print(PrintFaultTests.profile), .screen].map {
      FilePreflight.check(
        bytes, name: "a.pdf", against: $0, tools: PreflightTools(ghostscript: nil))
    }
  }

  @Test func `a torn file is reported`() {
    for share in stride(from: 0, to: 100, by: 4) {
      #expect(report(Array(Self.bytes.prefix(Self.bytes.count * share / 100)))[0].hasErrors)
    }
  }

  @Test func `hundreds of files with flipped bits give reports`() {
    var seed: UInt64 = 4711
    for _ in 0..<400 {
      var bytes = Self.bytes
      for _ in 0..<8 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(seed >> 33) % bytes.count] ^= 1 << UInt8(seed >> 61)
      }
      for report in report(bytes) { #expect(report.hasErrors) }
    }
  }

  @Test(arguments: [
    ("/Kids [8 0 R 9 0 R]", "/Kids [8 0 R 2 0 R]"), ("/Kids [8 0 R 9 0 R]", "/Kids 2 0 R"),
    ("/Pages 2 0 R", "/Pages 1 0 R"), ("0 0.2 0 0 k", "/Fm1 Do 0 0 0 0 k"),
    ("/Resources << >>", "/Resources 6 0 R"), ("/S1 [/Separation", "/S1 [/Indexed"),
    ("/DeviceCMYK 14 0 R]", "/S1 14 0 R]"),
    ("/OutputIntents [4 0 R]", "/StructTreeRoot 1 0 R /K 1 0 R"),
    ("q /a0 gs", String(repeating: "q ", count: 100_000) + "/a0 gs"),
    ("q /a0 gs", String(repeating: "[", count: 100_000) + "/a0 gs"),
    (
      "/Title (Sample)",
      "/Title " + String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
    ),
    ("/Title (Sample)", "/Title " + String(repeating: "[", count: 60_000)),
  ])
  func `cycles and depths end`(old: String, new: String) {
    var file = SamplePrintFile.assembler(program: [0, 1, 0, 0])
    let isBroken = file.replace(old, new)
    #expect(isBroken)
    #expect(report(file.bytes).allSatisfy { !$0.findings.isEmpty })
  }

  @Test func `the report is the same each time`() {
    let again = report(Array(Self.bytes.prefix(5000)))
    #expect(report(Array(Self.bytes.prefix(5000))).map(\.json) == again.map(\.json))
    #expect(again[0].text.hasPrefix("a.pdf: "))
  }
}

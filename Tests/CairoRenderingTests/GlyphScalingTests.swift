import DisplayList
import Testing
import SamplePublications

@testable import CairoRendering

/// Text that is drawn wider or narrower than its face is.
@Suite struct GlyphScalingTests {
  private static let scales = [0.98, 1, 1.02]

  private static func sample(_ scales: [Double] = Self.scales) throws -> SamplePublication {
    var sample = try SamplePublication()
    for (line, scale) in scales.enumerated() {
      try sample.write("Maßstäbe fiedeln", at: 20, 30 + 20 * Double(line), scale: scale)
    }
    return sample
  }

  @Test func `text stays text, as wide as it is drawn, in the same subset of its face`() throws {
    let bytes = try PDFRenderer(SamplePublication.resources()).render(Self.sample().publication)
      .bytes
    let boxes = try Tool.run("pdftotext", "-bbox", "@", "-", on: bytes)
    let widths = boxes.matches(of: /xMin="([0-9.]+)" .*xMax="([0-9.]+)" .*>fiedeln</)
      .compactMap { match in Double(match.2).flatMap { end in Double(match.1).map { end - $0 } } }
    try #require(widths.count == 3)
    for (width, scale) in zip(widths, Self.scales) {
      #expect(abs(width / widths[1] - scale) < 0.002, "\(widths)")
    }
    let plain = try PDFRenderer(SamplePublication.resources()).render(
      Self.sample([1]).publication
    ).bytes
    func fonts(_ bytes: [UInt8]) throws -> Int {
      try Tool.run("pdffonts", "@", on: bytes).split(separator: "\n").count
    }
    #expect(try fonts(bytes) == fonts(plain))
  }

  @Test func `pixels and outlines are scaled, too`() throws {
    let resources = SamplePublication.resources()
    let publication = try Self.sample().publication
    var pages: Set<[UInt8]> = []
    for scale in [1, 1.02] {
      var sample = try SamplePublication()
      try sample.write("M", at: 20, 40, size: 200, scale: scale)
      pages.insert(try SVGRenderer(resources).render(page: 0, of: sample.publication))
      pages.insert(
        try PNGRenderer(resources).render(page: 0, of: sample.publication, .width(200)))
    }
    #expect(pages.count == 4)
    #expect(try !SVGRenderer(resources).render(page: 0, of: publication).isEmpty)
  }

  @Test(arguments: [0, -1, Double.nan, .infinity]) func `an impossible scale is an error`(
    _ scale: Double
  ) throws {
    var sample = try SamplePublication()
    try sample.write("M", at: 20, 40, scale: 1)
    guard case .glyphs(var run) = sample.publication.pages[0].items[0].content else { return }
    run.scale = scale
    sample.publication.pages[0].items[0].content = .glyphs(run)
    #expect(throws: (any Error).self) {
      try PDFRenderer(SamplePublication.resources()).render(sample.publication).bytes
    }
  }
}

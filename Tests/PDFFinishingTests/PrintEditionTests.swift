import Design
import Diagnostics
import DisplayList
import Geometry
import PDFFinishing
import SamplePublications
import TemporaryFolders
import Testing

/// What a press gets: boxes, marks, metadata.
@Suite struct PrintEditionTests {
  private static func box(_ name: String, in text: String) -> [Double]? {
    let body = "/\(name) \\[\\s*([0-9. \\n-]+)\\]"
    guard let regex = try? Regex(body), let match = text.firstMatch(of: regex),
      let numbers = match.output[1].substring
    else { return nil }
    return numbers.split { $0 == " " || $0 == "\n" }.compactMap { Double($0) }
  }

  @Test func `boxes say where the paper is cut and how far art runs over it`() throws {
    let text = try PrintSample(SamplePublication().publication).unpacked()
    // Drawn on 316 × 438 points: the trim of 298 × 420 with 9 on each side.
    #expect(Self.box("MediaBox", in: text) == [0, 0, 316, 438])
    #expect(Self.box("TrimBox", in: text) == [9, 9, 307, 429])
    #expect(Self.box("BleedBox", in: text) == [0, 0, 316, 438])
    #expect(!text.contains("/Annots") && !text.contains("/StructTreeRoot"))
  }

  @Test func `marks stand around the bleed, in all inks, if the printer wants them`() throws {
    var sample = PrintSample(try SamplePublication().publication)
    #expect(!(try sample.unpacked().contains("/Separation")))
    sample.printer.marks = [.crop, .registration, .color]
    let text = try sample.unpacked()
    // 8 mm on each side of the bleed, 22.677 points; pages keep to the upper edge of whole points.
    #expect(Self.box("MediaBox", in: text) == [0, 0.646, 361.354, 484])
    #expect(Self.box("TrimBox", in: text) == [31.677, 32.323, 329.677, 452.323])
    #expect(text.contains("/Separation\n  /All"))
    let content = try sample.content()
    #expect(content.contains("/UmbruchInk0 CS 1 SCN"))
    #expect(content.contains("1 0 0 0 k") && content.contains("0 0.5 0 0 k"))
  }

  @Test func `spreads are pages that face each other, the first alone`() throws {
    var sample = PrintSample(try SamplePublication(pages: 4).publication)
    sample.printer.sheets = .spreads
    let sheets = try PrintSheets(sample.publication, for: sample.printer)
    #expect(sheets.drawing.pages.map(\.size.width) == [298, 596, 298])
    #expect(sheets.drawing.pages.map(\.label) == ["1", "2–3", "4"])
  }

  @Test func `a page that runs less far over the trim than is wanted is an error`() throws {
    var sample = PrintSample(try SamplePublication(bleed: 0).publication)
    sample.printer.bleed = 3 / 25.4 * 72
    let problem = #expect(throws: Diagnostic.self) { try sample.bytes() }
    #expect(problem?.identifier == "print.bleed")
    #expect(problem?.message.contains("runs 0 mm over the trim") == true)
    #expect(problem?.hints.first?.contains("bleed: 3mm") == true)
  }

  @Test func `metadata say what it is, and the same publication gives the same bytes`() throws {
    let sample = PrintSample(try SamplePublication.full().publication)
    let bytes = try sample.bytes()
    #expect(try sample.bytes() == bytes)
    #expect(String(decoding: bytes.prefix(8), as: UTF8.self) == "%PDF-1.6")
    let text = String(decoding: bytes, as: UTF8.self)
    for part in [
      "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
      "<pdf:Trapped>False</pdf:Trapped>", "<xmpMM:VersionID>1</xmpMM:VersionID>",
      "<xmp:MetadataDate>2024-05-31T12:00:00Z</xmp:MetadataDate>", "Größe &amp; Maß",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let objects = try sample.unpacked()
    #expect(objects.contains("/S /GTS_PDFX") && objects.contains("(FOGRA39)"))
    #expect(objects.contains("/Trapped /False"))
    _ = try Tool.run("qpdf", "--check", "@", on: bytes)
  }

  @Test func `a profile of something else is refused`() throws {
    for bytes in [[], [UInt8](repeating: 0, count: 200)] {
      let problem = #expect(throws: Diagnostic.self) { try OutputProfile(bytes, name: "a.icc") }
      #expect(problem?.identifier == "print.profile")
    }
    var screen = [UInt8](repeating: 0, count: 200)
    screen.replaceSubrange(12..<20, with: "mntrRGB ".utf8)
    screen.replaceSubrange(36..<40, with: "acsp".utf8)
    let problem = #expect(throws: Diagnostic.self) { try OutputProfile(screen, name: "a.icc") }
    #expect(problem?.message.contains("four colours") == true)
  }
}

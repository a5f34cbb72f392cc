import Design
import Diagnostics
import LayoutLanguage
import SampleLayouts
import SourceFiles
import Testing

/// Printers' profiles, as their files say them and where the files are wrong.
@Suite struct PrinterProfileTests {
  private static let sound = """
    printer: press
    sources: [the printer's data sheet]
    condition: { identifier: FOGRA52, name: Offset on uncoated paper, profile: uncoated.icc }
    bleed: 2mm
    marks: [crop, color]
    sheets: spreads
    limits: { total-ink: 280, resolution: { wanted: 350, warning: 300, error: 200 }, line: 0.3pt, small-text: 10pt, small-reversed-text: 9pt, safety: 5mm, page-multiple: 4 }
    """

  private func read(_ text: String) throws -> Diagnosed<PrinterProfile> {
    let node = YAMLReader.read(Array(text.utf8), file: "Layouts/printers/press.yaml")
    return PrinterProfileReader.read(try #require(node.output), name: "press")
  }

  @Test func `all that a printer says is read`() throws {
    let read = try read(Self.sound)
    #expect(read.diagnostics.isEmpty)
    let profile = try #require(read.output)
    #expect(profile.outputCondition.identifier == "FOGRA52")
    #expect(profile.outputCondition.profile == "uncoated.icc")
    #expect(abs(profile.bleed - 2 / 25.4 * 72) < 1e-9)
    #expect(profile.marks == [.crop, .color])
    #expect(profile.sheets == .spreads)
    #expect(profile.limits.totalInk == 2.8)
    #expect(profile.limits.leastResolution == 200)
    #expect(profile.limits.warnedResolution == 300)
    #expect(profile.limits.wantedResolution == 350)
    #expect(profile.limits.thinnestLine == 0.3)
    #expect(profile.limits.smallText == 10)
    #expect(profile.limits.smallReversedText == 9)
    #expect(abs(profile.limits.safety - 5 / 25.4 * 72) < 1e-9)
    #expect(profile.limits.pageMultiple == 4)
  }

  @Test(arguments: [
    (
      "bleed: 2mm", "bleed: 80mm",
      "a bleed of at most 50mm is wanted"
    ),
    ("marks: [crop, color]", "marks: [fold]", "5:9: error: “fold” is not possible here"),
    (
      "total-ink: 280", "total-ink: 28",
      "a number from 100.0 to 400.0"
    ),
    ("profile: uncoated.icc", "profile: ../uncoated.icc", "“../uncoated.icc” is no file's name"),
    ("sheets: spreads", "sheets: folded", "6:9: error: “folded” is not possible here"),
    ("printer: press", "printer: other", "the file is named “press” but calls itself “other”"),
    ("sources: [the printer's data sheet]\n", "", "the printer's profile has no “sources”"),
    ("identifier: FOGRA52, ", "", "the output condition has no “identifier”"),
  ])
  func `what is wrong is said at its place`(old: String, new: String, message: String) throws {
    let read = try read(Self.sound.replacing(old, with: new))
    #expect(read.output == nil)
    #expect(read.diagnostics.count == 1)
    #expect(read.diagnostics.first?.location != nil)
    #expect(read.diagnostics.first?.rendered.contains(message) == true, "\(read.diagnostics)")
  }

  @Test func `inks of a palette are exact shares, spot colours, or left to the profile`() throws {
    let theme = SampleLayout.theme.replacing(
      "palette:\n",
      with: """
        palette:
          exact: { screen: "#112233", print: [1, 2, 3, 40] }
          brand: { screen: "#FF8000", spot: HKS 6 K, print: [0, 50, 100, 0] }
          alone: { screen: "#FF8000", spot: "PANTONE 021 C" }
          open:  { screen: "#FF8000" }

        """)
    let read = SampleLayout.read(SampleLayout.head + "pages:\n  - page: one\n", theme: theme)
    #expect(read.diagnostics.isEmpty)
    let palette = try #require(read.output).theme.palette.entries
    #expect(
      palette["exact"]?.ink
        == .process(CMYK(cyan: 0.01, magenta: 0.02, yellow: 0.03, black: 0.4)))
    #expect(
      palette["brand"]?.ink
        == .spot("HKS 6 K", alternate: CMYK(cyan: 0, magenta: 0.5, yellow: 1, black: 0)))
    #expect(palette["alone"]?.ink == .spot("PANTONE 021 C", alternate: nil))
    #expect(palette["open"] != nil && palette["open"]?.ink == nil)
  }

  @Test(arguments: ["Black", "All", "", "a\u{7}b"])
  func `a name that no spot colour can have is refused`(name: String) {
    let theme = SampleLayout.theme.replacing(
      "{ screen: \"#FFFFFF\" }", with: "{ screen: \"#FFFFFF\", spot: \"\(name)\" }")
    let read = SampleLayout.read(SampleLayout.head + "pages:\n  - page: one\n", theme: theme)
    #expect(read.diagnostics.hasErrors)
  }
}

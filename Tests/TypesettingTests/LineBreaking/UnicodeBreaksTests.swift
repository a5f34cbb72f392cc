import DocumentTree
import Languages
import Testing

@testable import Typesetting

/// What Unicode says of the places where lines may end, from a library that is kept up.
@Suite struct UnicodeBreaksTests {
  /// The parts into which a text falls where it must break as often as it can.
  private func parts(_ text: String) throws -> [String] { try setLines(text, width: 1).texts }

  /// Flags are pairs, and what a joiner or a colour of skin makes one picture stays one (LB30a, LB8a,
  /// LB30b); pictures that came with Unicode 15 are pictures.
  @Test func picturesAreWhole() throws {
    #expect(try parts("🇩🇪🇬🇧🇪🇺") == ["🇩🇪", "🇬🇧", "🇪🇺"])
    #expect(try parts("👩‍🔬👩‍🔬") == ["👩‍🔬", "👩‍🔬"])
    #expect(try parts("👍🏽👍🏽") == ["👍🏽", "👍🏽"])
    #expect(try parts("ab\u{1FAE8}cd") == ["ab", "\u{1FAE8}", "cd"])
  }

  /// Scripts without spaces: by their signs, or by ICU's dictionary.
  @Test func scriptsWithoutSpaces() throws {
    #expect(try parts("城市。科学") == ["城", "市。", "科", "学"])
    #expect(try parts("ภาษาไทย") == ["ภาษา", "ไทย"])
    // LB21a: a Hebrew word holds what its hyphen joins to it.
    #expect(try parts("שלום־עולם") == ["שלום־עולם"])
  }

  @Test(arguments: [
    "🇩🇪 und 🇬🇧", "a🇩b", "🇩\u{301}a", "a\u{FFFF}b \u{FFFF}", "\u{FFFF}\u{1F1E6}", "\u{10FFFF} \u{378}",
  ])
  func oddSignsStopNothing(text: String) throws {
    let set = try setLines(text + " Wort und Wort und Wort", width: 60)
    #expect(set.lines.count > 1)
    #expect(set.rejoined == text + " Wort und Wort und Wort")
  }

  /// UAX #14 knows no language and so keeps brackets with the mark before them.
  @Test func aBracketBehindAQuotationMayBeginALine() throws {
    for text in ["„Ort“ (2018)", "“City” (2018)", "»Ort« (2018)", "\"Ort\" (2018)", "‚Ort‘ [2018]"]
    {
      #expect(try parts(text) == text.split(separator: " ").map(String.init), "\(text)")
    }
    #expect(try parts("„Ort“ „Stadt“") == ["„Ort“", "„Stadt“"])
    #expect(try parts("Hans’ (alte) Stadt") == ["Hans’", "(alte)", "Stadt"])
  }

  /// A mark behind a space has opened, and what it opens stays with it.
  @Test func aBracketInsideAQuotationStaysWithItsMark() throws {
    #expect(try parts("Ort « (alt) »").first == "Ort")
    #expect(try parts("Ort « (alt) »").dropFirst().first == "« (alt)")
    #expect(try parts("\" (alt)\"") == ["\" (alt)\""])
  }

  /// Each run has its own rules, and all places are bytes of the whole text.
  @Test func languagesTakeTurns() throws {
    let breaks = UnicodeBreaks()
    let text = try InlineFlattening.flatten(
      [
        .text("für das "), .language(Fixed.english, [.text("naïve city")]), .text("\u{2028}größte"),
      ],
      style: Fixed.style(), language: Fixed.german, context: Fixed.context())
    // Twice: an iterator that is kept begins anew.
    for _ in 0..<2 {
      let found = breaks.breaks(in: text)
      #expect(found.count == text.bytes.count + 1)
      #expect(found.indices.filter { found[$0] == .allowed } == [5, 9, 16])
      #expect(found.indices.filter { found[$0] == .mandatory } == [23])
    }
  }

  @Test func anUnknownLanguageHasTheCommonRules() throws {
    var text = StyledText()
    text.bytes = Array("ab cd".utf8)
    let context = Fixed.context()
    let look = try InlineFlattening.flatten(
      [.text("ab cd")], style: Fixed.style(), language: try #require(LanguageTag("tlh")),
      context: context)
    text.runs = look.runs
    #expect(UnicodeBreaks().breaks(in: text)[3] == .allowed)
    #expect(UnicodeBreaks().breaks(in: StyledText()) == [.none])
  }
}

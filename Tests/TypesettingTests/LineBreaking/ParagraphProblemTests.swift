import Design
import Diagnostics
import DocumentTree
import Languages
import Testing

@testable import Typesetting

/// What is wrong with a paragraph is said, with its place, and the paragraph is set all the same.
@Suite struct ParagraphProblemTests {
  private let place = SourceLocation(file: "model/projects.yaml", line: 12, column: 9)

  private func set(
    _ text: String, width: Double, context: TypesettingContext, family: String = "Text"
  ) throws -> SetParagraph {
    var style = Fixed.style()
    style.font.family = family
    return try context.set(
      ParagraphSetting(
        inlines: [.text(text)], style: style, language: Fixed.german, location: place),
      width: width)
  }

  @Test func aWordThatSticksOutIsReportedOnce() throws {
    let context = Fixed.context()
    let set = try set("Am Donaudampfschiff und Donaudampf", width: 72, context: context)
    #expect(set.texts == ["Am", "Donaudampfschiff", "und Donaudampf"])
    let diagnostic = try #require(context.diagnostics.first)
    #expect(context.diagnostics.count == 1)
    #expect(diagnostic.identifier == "text.overfull-line")
    #expect(diagnostic.location == place && diagnostic.language == "de")
    // 16 characters are 80 points; 8 points are 2.83 mm.
    #expect(diagnostic.message.contains("2.9 mm"))
    #expect(diagnostic.message.contains("Am Donaudampfschiff und Donaudampf"))
    #expect(!diagnostic.hints.isEmpty)
  }

  @Test func aColumnNarrowerThanAGlyph() throws {
    let context = Fixed.context()
    let set = try set("ab cd", width: 3, context: context)
    #expect(set.texts == ["ab", "cd"])
    #expect(context.diagnostics.map(\.identifier) == ["text.overfull-line"])
  }

  @Test(arguments: [0.0, -5]) func aColumnWithoutWidth(_ width: Double) throws {
    let context = Fixed.context()
    #expect(try set("ab cd", width: width, context: context).texts == ["ab", "cd"])
    #expect(context.diagnostics.count == 1)
  }

  @Test func oneGiantWord() throws {
    let context = Fixed.context()
    let word = String(repeating: "x", count: 100_000)
    #expect(try set(word, width: 100, context: context).texts == [word])
    #expect(context.diagnostics.count == 1)
  }

  @Test func aRememberedParagraphTellsItsProblemsAgain() throws {
    let context = Fixed.context(
      shaper: FixedAdvanceShaper(lacking: ["☃"]),
      hyphenation: LibHyphenSource(directories: ["/nowhere"]))
    let text = "☃ und Donaudampfschiff"
    _ = try set(text, width: 72, context: context)
    let before = context.diagnostics
    #expect(
      Set(before.map(\.identifier))
        == ["font.missing-glyph", "text.overfull-line", "language.no-dictionary"])
    context.beginPublication()
    #expect(context.diagnostics.isEmpty)
    _ = try set(text, width: 72, context: context)
    #expect(context.diagnostics == before)
    _ = try set(text, width: 72, context: context)
    #expect(context.diagnostics == before)
  }

  @Test func aMissingGlyphNamesCharacterFamilyAndText() throws {
    let context = Fixed.context(shaper: FixedAdvanceShaper(lacking: ["☃"]))
    let text = "Der Schneemann ☃ steht in einem langen Satz, der weitergeht"
    _ = try set(text, width: 100, context: context)
    let diagnostic = try #require(context.diagnostics.first)
    #expect(context.diagnostics.count == 1)
    #expect(diagnostic.identifier == "font.missing-glyph")
    #expect(diagnostic.message.contains("“☃” (U+2603)"))
    #expect(diagnostic.message.contains("“Text”"))
    #expect(diagnostic.message.contains(String(text.prefix(40))))
    #expect(!diagnostic.message.contains(text))
    #expect(diagnostic.location == place && diagnostic.language == "de")
  }

  @Test func aMissingGlyphIsReportedForEachTextThatWantsIt() throws {
    let context = Fixed.context(shaper: FixedAdvanceShaper(lacking: ["☃"]))
    _ = try set("☃ eins", width: 100, context: context)
    _ = try set("☃ zwei", width: 100, context: context)
    #expect(context.diagnostics.count == 2)
  }

  @Test func anUnknownFamilyIsThrownWithTheTextsPlace() throws {
    #expect {
      _ = try set("Text", width: 100, context: Fixed.context(), family: "Nowhere")
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.identifier == "font.unknown-family" && diagnostic?.location == place
    }
  }

  @Test func aMissingDictionaryIsReportedOnceAndTextIsSetUndivided() throws {
    let context = Fixed.context(hyphenation: LibHyphenSource(directories: ["/nowhere"]))
    _ = try set("Wissenschaft und Wirtschaft", width: 62, context: context)
    _ = try set("Wirtschaft und Wissenschaft", width: 62, context: context)
    let diagnostic = try #require(context.diagnostics.first)
    #expect(context.diagnostics.count == 1)
    #expect(diagnostic.identifier == "language.no-dictionary")
    #expect(diagnostic.message.contains("hyph_de_DE.dic"))
    #expect(diagnostic.hints.contains { $0.contains("hyphen-de,") })
    #expect(diagnostic.language == "de")
  }
}

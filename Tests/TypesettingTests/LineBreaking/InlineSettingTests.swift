import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

/// What inlines make of their text.
@Suite struct InlineSettingTests {
  private func line(
    _ inlines: [Inline], style: TextStyle = Fixed.style(), context: TypesettingContext? = nil
  ) throws -> SetLine {
    try (context ?? Fixed.context()).setLine(
      inlines, style: style, language: Fixed.german, mark: .element(3))
  }

  @Test func wordsAndSpacesOfOneLookAreOneRun() throws {
    let line = try line([.text("eins zwei "), .text("drei")])
    #expect(line.runs.map(\.text) == ["eins zwei drei"])
    #expect(line.items.map(\.mark) == [.element(3)])
    #expect(line.runs.first?.glyphs.map(\.x) == (0..<14).map { Double($0) * 5 })
    #expect(line.naturalWidth == 70)
  }

  @Test func emphasisAndStrengthChangeTheFace() throws {
    let line = try line([
      .text("a "), .emphasis([.text("b "), .strong([.text("c")]), .emphasis([.text("d")])]),
      .code("e"),
    ])
    #expect(line.runs.map(\.text) == ["a ", "b ", "c", "de"])
    #expect(line.runs.map(\.face.descriptor.italic) == [false, true, true, false])
    #expect(line.runs.map(\.face.descriptor.weight) == [400, 400, 600, 400])
    #expect(line.runs.map(\.origin.x) == [0, 10, 20, 25])
  }

  @Test func stylesChangeOnlyWhatTheyName() throws {
    let change = InlineStyle(size: 20, color: PaletteColor("signal"))
    let line = try line([.text("a"), .styled(change, [.text("b")]), .text("c")])
    #expect(line.runs.map(\.size) == [10, 20, 10])
    #expect(line.runs.map(\.color.entry) == ["ink", "signal", "ink"])
    #expect(line.runs.map(\.origin.x) == [0, 5, 15])
    #expect(line.leading == 12)
  }

  @Test func capitalsAreSetInCapitals() throws {
    var style = Fixed.style()
    style.uppercase = true
    #expect(try line([.text("Größe")], style: style).text == "GRÖSSE")
  }

  @Test func trackingMovesLettersApartButAddsNoRoomAtTheEnd() throws {
    var style = Fixed.style()
    style.tracking = 100
    let line = try line([.text("abc")], style: style)
    #expect(line.runs.first?.glyphs.map(\.x) == [0, 6, 12])
    #expect(line.naturalWidth == 17)
  }

  @Test func languagesMarkTheirRuns() throws {
    let line = try line([.text("der "), .language(Fixed.english, [.text("science slam")])])
    #expect(line.runs.map(\.language) == [Fixed.german, Fixed.english])
  }

  /// German closes with the mark that opens in English: each run breaks by its own language, whatever
  /// the paragraph begins with.
  @Test func quotationMarksCloseInTheLanguageOfTheirRun() throws {
    func lines(_ inlines: [Inline], _ language: LanguageTag) throws -> [String] {
      try Fixed.context().set(
        ParagraphSetting(inlines: inlines, style: Fixed.style(), language: language), width: 40
      ).texts
    }
    #expect(
      try lines([.language(Fixed.english, [.text("City")]), .text(" „Ort“ (2018)")], Fixed.german)
        == ["City", "„Ort“", "(2018)"])
    #expect(
      try lines([.language(Fixed.german, [.text("Ort")]), .text(" “City” (2018)")], Fixed.english)
        == ["Ort", "“City”", "(2018)"])
    #expect(try lines([.text("Ort „Ort“ (2018)")], Fixed.german) == ["Ort", "„Ort“", "(2018)"])
  }

  /// Remembers in which language it was asked to divide a word.
  private final class AskedHyphenation: HyphenationSource {
    private(set) var asked: [String: LanguageTag] = [:]

    func divisions(of word: String, in language: LanguageRules) -> [Division] {
      asked[word] = language.tag
      return []
    }
  }

  /// Words are divided by the rules of their own run, also where it is inside emphasis or a link.
  @Test func wordsAreDividedInTheLanguageOfTheirRun() throws {
    let source = AskedHyphenation()
    let english: [Inline] = [
      .emphasis([.language(Fixed.english, [.text("science "), .strong([.text("community")])])])
    ]
    let inlines = [.text("Wissenschaft ")] + english + [.text(" Gesellschaft")]
    _ = try Fixed.context(hyphenation: source).set(
      ParagraphSetting(inlines: inlines, style: Fixed.style(), language: Fixed.german), width: 40)
    #expect(
      source.asked == [
        "Wissenschaft": Fixed.german, "science": Fixed.english, "community": Fixed.english,
        "Gesellschaft": Fixed.german,
      ])
  }

  @Test func pageFieldsSayWhatTheContextKnows() throws {
    let context = Fixed.context()
    let fields: [Inline] = [
      .pageField(.pageNumber), .text("/"), .pageField(.pageCount), .text(" "),
      .pageField(.pageOf(anchor: "x")), .text(" "), .pageField(.runningHeading(level: 1)),
    ]
    let setting = ParagraphSetting(inlines: fields, style: Fixed.style(), language: Fixed.german)
    #expect(try context.set(setting, width: 300).texts == ["1/00 00"])
    context.currentPage = 7
    context.pageCount = 24
    context.anchorPages["x"] = 12
    context.runningHeadings.turnPage(with: [HeadingMark(level: 1, title: "nordwärts", y: 0)])
    #expect(try context.set(setting, width: 300).texts == ["7/24 12 nordwärts"])
  }

  @Test func figuresAreNeverBroken() throws {
    let figure = Quantity(value: DecimalNumber(significand: 53_000), unit: "students")
    let set = try Fixed.context().set(
      ParagraphSetting(
        inlines: [.text("heute "), .quantity(figure, "> 53.000 Studierende"), .text(" mehr")],
        style: Fixed.style(), language: Fixed.german), width: 110)
    #expect(set.texts == ["heute", "> 53.000 Studierende", "mehr"])
  }

  @Test func aLinkHasOneAreaOnEachOfItsLines() throws {
    var style = Fixed.style()
    style.linkColor = PaletteColor("signal")
    let link = Inline.link(
      .address("https://example.org"),
      [.text("eine "), .emphasis([.text("lange")]), .text(" Spur")])
    let set = try Fixed.context().set(
      ParagraphSetting(
        inlines: [.text("Dort "), link, .text(" da.")], style: style, language: Fixed.german),
      width: 70)
    #expect(set.texts == ["Dort eine", "lange Spur da."])
    let links = set.lines.map(\.links)
    #expect(links.map(\.count) == [1, 1])
    #expect(
      links.first?.first
        == LinkArea(
          rect: Rect(x: 25, y: -8, width: 20, height: 10),
          target: .address("https://example.org"), title: "eine lange Spur"))
    #expect(links.last?.first?.rect == Rect(x: 0, y: -8, width: 50, height: 10))
    let colors = set.lines[1].runs.map(\.color.entry)
    #expect(colors == ["signal", "signal", "ink"])
  }

  @Test func neighbouringLinksAreTwoAreas() throws {
    let line = try line([
      .link(.anchor("a"), [.text("eins")]), .link(.anchor("b"), [.text("zwei")]),
    ])
    #expect(line.links.map(\.target) == [.destination("a"), .destination("b")])
    #expect(line.links.map(\.rect.x) == [0, 20])
    #expect(line.runs.count == 2)
  }

  @Test func aWordMayBeDividedWhereItsLookChanges() throws {
    let set = try Fixed.context().set(
      ParagraphSetting(
        inlines: [.text("Wissen\u{AD}"), .strong([.text("schaft")])], style: Fixed.style(),
        language: Fixed.german), width: 34)
    #expect(set.texts == ["Wissen\u{AD}", "schaft"])
    #expect(set.lines.first?.naturalWidth == 35)
    #expect(set.lines.first?.runs.first?.endsWithSoftHyphen == true)
  }

  @Test func tooDeepIsAnErrorWithAPlace() throws {
    let deep = (0..<100).reduce(Inline.text("x")) { inner, _ in .emphasis([inner]) }
    let place = SourceLocation(file: "model/a.yaml", line: 3, column: 5)
    #expect {
      _ = try Fixed.context().set(
        ParagraphSetting(
          inlines: [deep], style: Fixed.style(), language: Fixed.german, location: place),
        width: 100)
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.identifier == "text.too-deep" && diagnostic?.location == place
        && diagnostic?.language == "de"
    }
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// Where lines end, and where they never do.
@Suite struct LineBreakingTests {
  /// The parts into which a text falls where it must break as often as it can.
  private func parts(_ text: String, step: Int = 0) throws -> [String] {
    try setLines(text, width: 1, step: step).texts
  }

  @Test func wordsAreKeptWhole() throws {
    let set = try setLines("Die Stadt Dortmund und ihre Wissenschaft", width: 80)
    #expect(set.texts == ["Die Stadt", "Dortmund", "und ihre", "Wissenschaft"])
  }

  @Test(arguments: ["", "   ", "  \n\t ", "\u{2028}", "\u{AD}", "\u{200B}"])
  func nothingComesOfNothing(_ text: String) throws {
    let set = try setLines(text, width: 80)
    #expect(set.lines.flatMap(\.items).isEmpty)
    #expect(set.height == 0)
  }

  @Test func whiteSpaceIsCollapsed() throws {
    #expect(try setLines("  zwei \n\t Wörter  ", width: 200).texts == ["zwei Wörter"])
  }

  @Test(arguments: [
    "Bürger*innen", "Bürger:innen", "3\u{A0}km", "z.\u{202F}B.", "2018–2019", "E-Mail", "km/h",
    "34,5\u{A0}Mio.\u{A0}€", "50.000", "„Umbruch“", "(TZDO)", "100\u{A0}%",
    "24.11.2021", "Straße", "10:30", "A4-",
  ])
  func staysWhole(_ text: String) throws {
    #expect(try parts("\(text) \(text)") == [text, text])
  }

  @Test func breaksWithoutASign() throws {
    #expect(try parts("Stadt- und Land") == ["Stadt-", "und", "Land"])
    #expect(try parts("Science-Slam") == ["Science-", "Slam"])
    #expect(try parts("Wissenschaft/Wirtschaft") == ["Wissenschaft/", "Wirtschaft"])
    #expect(try parts("Dortmund–Hamm") == ["Dortmund–", "Hamm"])
    #expect(try parts("city—science") == ["city—", "science"])
    #expect(try parts("eins\u{200B}zwei") == ["eins", "zwei"])
    #expect(try parts("Science-\u{2060}Slam") == ["Science-Slam"])
  }

  /// What an author opens behind a comma is open as behind any other sign.
  @Test(arguments: [",", ";", "x"]) func anAuthorsOpeningIsAPlaceLikeAnyOther(_ sign: String) throws
  {
    let names = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta"]
    let text = names.joined(separator: "\(sign)\u{200B}")
    let set = try setLines(text, width: 85, step: 3)
    #expect(set.texts.allSatisfy { !$0.hasSuffix("\u{AD}") }, "\(set.texts)")
    #expect(set.texts.dropLast().allSatisfy { $0.hasSuffix(sign) }, "\(set.texts)")
    #expect(set.texts.joined() == names.joined(separator: sign))
  }

  @Test func numbersStayWithWhatTheyCount() throws {
    #expect(try parts("rund 40 % davon") == ["rund", "40 %", "davon"])
    #expect(try parts("34,5 Mio. € mehr") == ["34,5 Mio.", "€", "mehr"])
    #expect(try parts("am 3. März, früh") == ["am", "3. März,", "früh"])
    #expect(try parts("z. B. hier") == ["z. B.", "hier"])
    #expect(try parts("im Jahr 2018 wurde") == ["im", "Jahr", "2018", "wurde"])
  }

  @Test func aNumberRatherStaysWithTheWordBehindIt() throws {
    func first(_ text: String) throws -> String? { try setLines(text, width: 75).texts.first }
    #expect(try first("mit gut alle 7 Firmen hier") == "mit gut alle")
    #expect(try first("mit gut alle x Firmen hier") == "mit gut alle x")
    #expect(try first("mit gut 2018 Firmen hier") == "mit gut 2018")
  }

  @Test func softHyphensDivideAndAreDrawnOnlyThere() throws {
    let set = try setLines("Wissen\u{AD}schaft", width: 40)
    #expect(set.texts == ["Wissen\u{AD}", "schaft"])
    let run = try #require(set.lines.first?.runs.first)
    #expect(run.text == "Wissen-" && run.endsWithSoftHyphen)
    #expect(run.glyphs.last?.identifier == 0x2D)
    #expect(try setLines("Wissen\u{AD}schaft", width: 200).texts == ["Wissenschaft"])
  }

  @Test func theAuthorsDivisionsRuleOutTheDictionarys() throws {
    let texts = try setLines("Wissen\u{AD}schaftliche", width: 60, step: 3).texts
    #expect(texts == ["Wissen\u{AD}", "schaftliche"])
  }

  @Test func aWrittenHyphenIsNotDoubled() throws {
    let set = try setLines("Science-Slam", width: 40)
    #expect(set.lines.first?.runs.first?.text == "Science-")
    #expect(set.lines.first?.runs.first?.endsWithSoftHyphen == false)
  }

  @Test func addressesBreakAtTheirJointsWithoutAHyphen() throws {
    let address = "https://www.dortmund.de/rathaus/wissenschaft-und-stadt.html"
    let set = try setLines(address, width: 120, step: 3)
    #expect(set.texts.joined() == address)
    #expect(set.lines.allSatisfy { $0.naturalWidth <= 120 })
    #expect(set.lines.dropLast().allSatisfy { !$0.text.hasSuffix("-") && !$0.text.hasSuffix(".") })
    #expect(!set.texts.contains("https:") && !set.texts.contains("https:/"))
  }

  @Test func anAddressWithoutJointsBreaksAnywhereAtLast() throws {
    let address = "https://example.org/" + String(repeating: "x", count: 60)
    let context = Fixed.context()
    let set = try setLines(address, width: 100, context: context)
    #expect(set.texts.joined() == address)
    #expect(set.lines.allSatisfy { $0.naturalWidth <= 100 })
    #expect(context.diagnostics.isEmpty)
  }

  @Test func forcedBreaksEndLinesAndKeepEmptyOnes() throws {
    let context = Fixed.context()
    let set = try context.set(
      ParagraphSetting(
        inlines: [
          .text("Friedensplatz 1 "), .lineBreak, .lineBreak, .text(" Dortmund"), .lineBreak,
        ],
        style: Fixed.style(), language: Fixed.german), width: 300)
    #expect(set.texts == ["Friedensplatz 1", "", "Dortmund"])
    #expect(set.height == 36)
  }

  @Test func aShortLastLineIsFilled() throws {
    // First fit would leave “ab.” alone.
    let texts = try setLines("einige Wörter stehen hier ab.", width: 125).texts
    #expect(texts == ["einige Wörter stehen", "hier ab."])
  }

  @Test func moreThanTwoHyphensInARowOnlyWithinOneWord() throws {
    let word = String(repeating: "stadt", count: 8)
    let context = Fixed.context(hyphenation: StepHyphenation(step: 5))
    let set = try setLines(word, width: 55, context: context)
    #expect(set.rejoined == word)
    #expect(set.lines.count == 4)
    #expect(context.diagnostics.isEmpty)
  }

  @Test func indentOfTheFirstLineOnly() throws {
    var setting = ParagraphSetting(
      inlines: [.text("aa bb cc dd ee ff gg hh")], style: Fixed.style(alignment: .justify),
      language: Fixed.german)
    setting.firstLineIndent = 15
    let set = try Fixed.context().set(setting, width: 75)
    #expect(set.texts == ["aa bb cc dd", "ee ff gg hh"])
    #expect(set.lines.map { $0.runs.first?.origin.x } == [15, 0])
    #expect(abs(try #require(set.lines.first?.extent).right - 75) < 0.001)
  }

  @Test func baselinesStandInTheMiddleOfTheirSlots() throws {
    // 10 on 12: a point above the ascender (8) and one below the descender (2).
    let set = try setLines("eins zwei", width: 20)
    #expect(set.lines.map(\.ascent) == [9, 9])
    #expect(set.height == 24)
  }

  @Test func aHeadlineIsBalancedWithoutAnotherLine() throws {
    var style = Fixed.style()
    style.balanced = true
    let inlines: [Inline] = [.text("Viele Wege führen nach Dortmund und in die Stadt")]
    func set(_ style: TextStyle) throws -> SetParagraph {
      try Fixed.context().set(
        ParagraphSetting(inlines: inlines, style: style, language: Fixed.german), width: 200)
    }
    let widths = try set(style).lines.map(\.naturalWidth)
    #expect(widths.count == 2)
    #expect(abs(widths[0] - widths[1]) <= 30)
    #expect(try set(Fixed.style()).lines.map(\.naturalWidth) != widths)
  }

  @Test func aJustifiedLineMayShrink() throws {
    let set = try setLines("aaaa bbbb cccc dddddddddddd", width: 68, alignment: .justify)
    #expect(set.texts == ["aaaa bbbb cccc", "dddddddddddd"])
    let line = try #require(set.lines.first)
    #expect(line.naturalWidth == 70)
    #expect(line.ratio < 0 && line.ratio >= -1)
    #expect(abs(try #require(line.extent).right - 68) < 0.001)
  }

  @Test func aLineWithoutEnd() throws {
    for alignment in [TextAlignment.left, .justify] {
      let set = try setLines("eins zwei drei", width: .infinity, alignment: alignment)
      #expect(set.texts == ["eins zwei drei"])
      #expect(set.lines.first?.extent?.right == 70)
    }
  }

  @Test func tenThousandWordsAndNestedInlines() throws {
    var generator = TextGenerator(seed: 3)
    let text = generator.text(words: 10_000)
    let inlines: [Inline] = [.emphasis([.strong([.language(Fixed.english, [.text(text)])])])]
    let set = try Fixed.context().set(
      ParagraphSetting(inlines: inlines, style: Fixed.style(), language: Fixed.german), width: 200)
    #expect(set.rejoined == text)
  }

  @Test func aParagraphIsSetOnce() throws {
    let shaper = FixedAdvanceShaper()
    let context = Fixed.context(shaper: shaper)
    let first = try setLines("Die Stadt Dortmund", width: 60, context: context)
    let (calls, work) = (shaper.shapeCalls, context.paragraphSetter.breakpointPairsConsidered)
    let second = try setLines("Die Stadt Dortmund", width: 60, context: context)
    #expect(first.texts == second.texts)
    #expect(shaper.shapeCalls == calls)
    #expect(context.paragraphSetter.breakpointPairsConsidered == work)
    _ = try setLines("Die Stadt Dortmund", width: 61, context: context)
    #expect(context.paragraphSetter.breakpointPairsConsidered > work)
  }
}

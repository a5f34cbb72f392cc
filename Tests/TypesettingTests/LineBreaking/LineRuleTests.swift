import Design
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// What a style may say about how its lines are filled; a character is 5 points wide.
@Suite struct LineRuleTests {
  private func set(
    _ text: String, width: Double, alignment: TextAlignment = .justify, step: Int = 3,
    indent: Double = 0, _ change: (inout LineRules) -> Void = { _ in }
  ) throws -> SetParagraph {
    var style = Fixed.style(alignment: alignment)
    change(&style.lineRules)
    return try Fixed.context(hyphenation: StepHyphenation(step: step)).set(
      ParagraphSetting(
        inlines: [.text(text)], style: style, language: Fixed.german, firstLineIndent: indent),
      width: width)
  }

  private func texts(_ count: Int = 40, words: Int = 40) -> [String] {
    (1...count).map { seed in
      var generator = TextGenerator(seed: UInt64(seed))
      return generator.text(words: words)
    }
  }

  /// The most lines in a row that end in a hyphen, where more than one word is on the line.
  private func ladder(_ set: SetParagraph) -> Int {
    var (most, row) = (0, 0)
    for line in set.lines {
      row = line.endsInHyphen ? row + 1 : 0
      if line.text.contains(" ") { most = max(most, row) }
    }
    return most
  }

  @Test(arguments: [1, 2, 3, 5]) func maximumHyphens(_ limit: Int) throws {
    let ladders = try texts().map { text in
      try ladder(set(text, width: 70) { $0.maximumHyphens = limit })
    }
    // Each further hyphen costs, so that five in a row are allowed and do not happen.
    #expect(ladders.max() == min(limit, 4), "\(ladders)")
  }

  /// Where there are no tolerable lines, all may be a little looser before one is terrible.
  @Test func emergencyStretchSpreadsLooseness() throws {
    /// The room that is left in the worst line of each text, in points.
    func worst(_ stretch: Double) throws -> [Double] {
      try texts(words: 30).map { text in
        let set = try set(text, width: 120, step: 4) { $0.emergencyStretch = stretch }
        return set.lines.dropLast().map { 120 - $0.naturalWidth }.max() ?? 0
      }
    }
    let (without, with) = (try worst(0), try worst(0.06))
    // Good lines and a terrible one, or all of them bearable.
    #expect((without.max() ?? 0) >= 65, "\(without)")
    #expect((with.max() ?? 0) <= 45, "\(with)")
    #expect(zip(with, without).count { $0 < $1 - 10 } >= 5, "\(with), without \(without)")
  }

  /// Where letters and glyphs give, the loosest lines are better than with costs that let spoilt lines
  /// go; where only spaces give, nothing changes.
  @Test func whereLettersGiveNoLineIsSpoilt() throws {
    func ratios(_ rise: Double, _ change: (inout LineRules) -> Void = { _ in }) throws -> [Double] {
      var costs = JustificationCosts()
      costs.spoiltRise = rise
      var style = Fixed.style(alignment: .justify)
      change(&style.lineRules)
      return try texts(120).flatMap { text in
        try Fixed.context(hyphenation: StepHyphenation(step: 3), costs: costs).set(
          ParagraphSetting(inlines: [.text(text)], style: style, language: Fixed.german),
          width: 110
        ).lines.dropLast().map(\.ratio)
      }.sorted()
    }
    func give(_ rules: inout LineRules) {
      rules.glyphScaling = 0.01
      rules.letterSpacing = 0.015
    }
    let (without, with) = (try ratios(0, give), try ratios(2, give))
    func highest(_ ratios: [Double]) -> Double { ratios[ratios.count * 98 / 100] }
    #expect(highest(with) < 0.9 * highest(without), "\(highest(with)), \(highest(without))")
    #expect(try ratios(0) == ratios(2))
  }

  @Test func minimaOfAStyleReplaceThoseOfTheLanguage() throws {
    var rules = LineRules()
    let context = Fixed.context(hyphenation: LibHyphenSource())
    func places(_ word: String) -> [Int] {
      context.paragraphSetter.divisions(
        of: Array(word.utf8)[...], in: Fixed.german, rules, context: context
      ).map(\.offset)
    }
    #expect(places("(Wissenschaften,") == [4, 7, 12])
    rules.hyphenPrefix = 4
    #expect(places("Wissenschaften") == [6, 11])
    rules.hyphenSuffix = 4
    #expect(places("Wissenschaften") == [6])
    rules.hyphenPrefix = nil
    #expect(places("Wissenschaften") == [3, 6])
  }

  // MARK: - Optical margins

  @Test func punctuationHangsOutOfBothEdges() throws {
    let text = "aaaa bbbb cccc, „dddd eeee ffff „gggg hhhh iiii jjjj kkkk"
    let plain = try set(text, width: 75, step: 0)
    let hung = try set(text, width: 75, step: 0) { $0.opticalMargins = true }
    #expect(hung.texts.prefix(2) == ["aaaa bbbb cccc,", "„dddd eeee ffff"])
    #expect(plain.lines.allSatisfy { abs($0.extent?.left ?? 1) < 0.001 })
    let edges = hung.lines.compactMap(\.extent)
    // Half of the comma, and two fifths of the quotation mark.
    #expect(abs(edges[0].left) < 0.001 && abs(edges[0].right - 77.5) < 0.001)
    #expect(abs(edges[1].left + 2) < 0.001 && abs(edges[1].right - 75) < 0.001)
  }

  @Test func breaksAreChosenWithTheHangingWidth() throws {
    // Fifteen characters take 75 points, of which the full stop's 3.5 need no room.
    let text = "aaaa bbbb cccc. dddd eeee"
    #expect(try set(text, width: 72, alignment: .right, step: 0).texts[0] == "aaaa bbbb")
    let hung = try set(text, width: 72, alignment: .right, step: 0) { $0.opticalMargins = true }
    #expect(hung.texts[0] == "aaaa bbbb cccc.")
    #expect(abs((hung.lines[0].extent?.right ?? 0) - 75.5) < 0.001)
  }

  @Test func anInsertedHyphenHangs() throws {
    let hung = try set("aaaa bbbbbbbbb ccccc", width: 42.5, alignment: .right) {
      $0.opticalMargins = true
    }
    #expect(hung.texts.prefix(2) == ["aaaa bbb\u{AD}", "bbbbbb"])
    #expect(abs((hung.lines[0].extent?.right ?? 0) - 45) < 0.001)
  }

  @Test(arguments: TextAlignment.allCases) func onlyEvenEdgesHaveHangs(_ alignment: TextAlignment)
    throws
  {
    let set = try set("„aaaa.", width: 60, alignment: alignment) { $0.opticalMargins = true }
    let edges = try #require(set.lines[0].extent)
    let expected: (Double, Double) =
      switch alignment {
      case .left, .justify: (-2, 28)
      case .right: (33.5, 63.5)
      case .center: (15, 45)
      }
    #expect(abs(edges.left - expected.0) < 0.001 && abs(edges.right - expected.1) < 0.001)
  }

  @Test func anIndentedLineDoesNotHang() throws {
    let set = try set("„aaaa bbbb cccc dddd „eeee ffff", width: 60, indent: 10) {
      $0.opticalMargins = true
    }
    #expect(abs((set.lines[0].extent?.left ?? 0) - 10) < 0.001)
  }

  // MARK: - Glyph scaling and letter-spacing

  @Test func glyphsAreScaledInStepsWithinTheRange() throws {
    var scales: Set<Double> = []
    for (index, text) in texts(words: 60).enumerated() {
      let width = 160 + Double(index % 5)
      let set = try set(text, width: width) { $0.glyphScaling = 0.015 }
      for line in set.lines.dropLast() where line.text.contains(" ") {
        let run = try #require(line.runs.last)
        let glyph = try #require(run.glyphs.last)
        scales.insert((run.scale * 1000).rounded())
        let end = run.origin.x + glyph.x + 5 * run.scale
        #expect(abs(end - width) < 0.001, "\(line.text)")
        #expect(line.runs.allSatisfy { $0.scale == run.scale })
      }
    }
    #expect(scales == [985, 990, 995, 1000, 1005, 1010, 1015])
  }

  @Test func withoutTheOptionsOnlySpacesGive() throws {
    for text in texts(10) {
      for line in try set(text, width: 160).lines {
        for run in line.runs {
          #expect(run.scale == 1)
          for (glyph, next) in zip(run.glyphs, run.glyphs.dropFirst())
          where glyph.identifier != 0x20 {
            #expect(abs(next.x - glyph.x - 5) < 0.001)
          }
        }
      }
    }
  }

  @Test func lettersMoveWithinTheirRange() throws {
    var (widest, narrowest) = (0.0, 0.0)
    for text in texts() {
      for line in try set(text, width: 160, { $0.letterSpacing = 0.01 }).lines {
        for run in line.runs {
          for (glyph, next) in zip(run.glyphs, run.glyphs.dropFirst())
          where glyph.identifier != 0x20 {
            widest = max(widest, next.x - glyph.x - 5)
            narrowest = min(narrowest, next.x - glyph.x - 5)
          }
        }
      }
    }
    #expect(abs(widest - 0.1) < 0.001 && narrowest < -0.03 && narrowest > -0.0751)
  }

  @Test(arguments: [0.0, 0.02]) func theOptionsMakeSpacesMoreEven(_ letters: Double) throws {
    func spread(_ change: (inout LineRules) -> Void) throws -> Double {
      try texts(words: 80).reduce(0) { sum, text in
        try sum + set(text, width: 160, change).lines.reduce(0) { $0 + abs($1.ratio) }
      }
    }
    let plain = try spread { _ in }
    let even = try spread {
      $0.letterSpacing = letters
      $0.glyphScaling = 0.02 - letters
    }
    #expect(even < 0.9 * plain, "\(even) against \(plain)")
  }
}

import Design
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// What holds of every paragraph, over texts made by a generator with fixed seeds.
@Suite struct ParagraphPropertyTests {
  /// One text at one width.
  struct Case: CustomTestStringConvertible {
    var seed: UInt64
    var words: Int
    var width: Double
    var alignment: TextAlignment
    var testDescription: String { "\(alignment) \(words) words at \(width), seed \(seed)" }
  }

  static let cases: [Case] = (1...60).map { seed in
    Case(
      seed: UInt64(seed), words: 3 + seed * 7 % 90, width: 120 + Double(seed * 37 % 240),
      alignment: TextAlignment.allCases[seed % 4])
  }

  private func set(_ example: Case) throws -> (text: String, set: SetParagraph) {
    var generator = TextGenerator(seed: example.seed)
    let text = generator.text(words: example.words)
    let set = try setLines(text, width: example.width, alignment: example.alignment, step: 3)
    return (text, set)
  }

  @Test(arguments: cases) func everyLineFits(_ example: Case) throws {
    let (_, set) = try set(example)
    for (index, line) in set.lines.enumerated() {
      let (left, right) = try #require(line.extent)
      #expect(left > -0.02 && right < example.width + 0.02, "line \(index): \(line.text)")
      #expect(line.ratio >= -1)
    }
  }

  @Test(arguments: cases) func justifiedLinesReachBothEdges(_ example: Case) throws {
    guard example.alignment == .justify else { return }
    let (_, set) = try set(example)
    for line in set.lines.dropLast() where line.text.contains(" ") {
      let (left, right) = try #require(line.extent)
      #expect(abs(left) < 0.001)
      #expect(abs(right - example.width) < 0.001, "\(line.text)")
    }
  }

  @Test(arguments: cases) func alignmentDecidesWhichEdgeIsEven(_ example: Case) throws {
    let (_, set) = try set(example)
    for line in set.lines {
      let (left, right) = try #require(line.extent)
      switch example.alignment {
      case .left, .justify: #expect(abs(left) < 0.001)
      case .right: #expect(abs(right - example.width) < 0.001)
      case .center: #expect(abs(left + right - example.width) < 0.001)
      }
    }
  }

  @Test(arguments: cases) func noCharacterIsLostOrMoved(_ example: Case) throws {
    let (text, set) = try set(example)
    #expect(set.rejoined == text)
    for line in set.lines {
      #expect(!line.text.hasPrefix(" ") && !line.text.hasSuffix(" "))
    }
  }

  @Test(arguments: cases) func neverMoreThanTwoHyphensInARow(_ example: Case) throws {
    let (_, set) = try set(example)
    var inARow = 0
    for line in set.lines {
      inARow = line.endsInHyphen ? inARow + 1 : 0
      #expect(inARow <= 2, "\(set.texts)")
    }
  }

  @Test(arguments: 1...40, [TextAlignment.left, .justify])
  func inNarrowColumnsOnlyOneWordHasMoreHyphens(_ seed: Int, _ alignment: TextAlignment) throws {
    var generator = TextGenerator(seed: UInt64(seed))
    let text = generator.text(words: 40)
    let set = try setLines(text, width: Double(30 + seed), alignment: alignment, step: 3)
    #expect(set.rejoined == text)
    var inARow = 0
    for line in set.lines {
      inARow = line.endsInHyphen ? inARow + 1 : 0
      #expect(inARow <= 2 || !line.text.contains(" "), "\(set.texts)")
    }
  }

  @Test(arguments: cases) func theLastLineIsNeverTooShort(_ example: Case) throws {
    let (_, set) = try set(example)
    guard set.lines.count > 1, let last = set.lines.last else { return }
    #expect(last.text.filter { $0.isLetter || $0.isNumber }.count >= 5, "\(set.texts)")
    // A justified line would rather divide its last word than be torn apart.
    guard example.alignment != .justify else { return }
    #expect(!set.lines[set.lines.count - 2].endsInHyphen, "\(set.texts)")
  }

  @Test(arguments: cases) func glyphsBelongToTheirText(_ example: Case) throws {
    let (_, set) = try set(example)
    for run in set.lines.flatMap(\.runs) {
      let starts = Set(
        run.text.indices.map { run.text.utf8.distance(from: run.text.startIndex, to: $0) })
      #expect(run.glyphs.count == run.text.count)
      #expect(run.glyphs.allSatisfy { starts.contains($0.cluster) })
      #expect(zip(run.glyphs, run.glyphs.dropFirst()).allSatisfy { $0.x < $1.x })
    }
  }

  /// The work on so many words, in pairs of breakpoints, and the characters of the text.
  private func work(
    words: Int, width: Double, alignment: TextAlignment
  ) throws -> (pairs: Int, characters: Int) {
    var generator = TextGenerator(seed: 7)
    let text = generator.text(words: words)
    let context = Fixed.context(hyphenation: StepHyphenation(step: 3))
    _ = try setLines(text, width: width, alignment: alignment, context: context)
    return (context.paragraphSetter.breakpointPairsConsidered, text.count)
  }

  @Test(arguments: [TextAlignment.left, .justify], [90.0, 200, 400])
  func tenTimesTheTextIsTenTimesTheWork(_ alignment: TextAlignment, _ width: Double) throws {
    let small = try work(words: 1_000, width: width, alignment: alignment)
    let large = try work(words: 10_000, width: width, alignment: alignment)
    #expect(small.pairs > 1_000)
    #expect(large.pairs <= 12 * small.pairs, "\(small.pairs), then \(large.pairs)")
  }

  @Test(arguments: [TextAlignment.left, .justify], [1.0, 90, 2_000, 20_000, 1_000_000])
  func workPerCharacterIsBounded(_ alignment: TextAlignment, _ width: Double) throws {
    let done = try work(words: 4_000, width: width, alignment: alignment)
    #expect(done.pairs <= 50 * done.characters, "\(done)")
  }

  /// Texts without a space, which must not be shaped again and again.
  @Test(arguments: ["日本語", "stadt\u{AD}", "stadt\u{200B}", "stadt.", "a/", "https://a.de/", "ü*"])
  func shapingGrowsWithTheText(_ part: String) throws {
    let shaper = FixedAdvanceShaper()
    let context = Fixed.context(shaper: shaper, hyphenation: StepHyphenation(step: 3))
    let text = String(repeating: part, count: 20_000 / part.count)
    let set = try setLines(text, width: 200, context: context)
    #expect(set.lines.flatMap(\.runs).reduce(0) { $0 + $1.glyphs.count } >= 5_000)
    #expect(shaper.shapedCharacters <= 60 * text.count, "\(shaper.shapedCharacters)")
  }

  @Test func aTextThatWasMeasuredFitsItsMeasure() throws {
    for seed in 1...40 {
      var generator = TextGenerator(seed: UInt64(seed))
      let text = generator.text(words: 1 + seed % 5)
      var style = Fixed.style(size: 9.7)
      style.tracking = Double(seed % 3) * 12 - 8
      let context = Fixed.context()
      let width = try context.width(of: text, style: style, language: Fixed.german)
      let set = try context.set(
        ParagraphSetting(inlines: [.text(text)], style: style, language: Fixed.german),
        width: width)
      #expect(set.lines.count == 1, "\(text) at \(width)")
    }
  }
}

import Design
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// Lines beside an initial, and text that goes on from within, over texts made from seeds.
@Suite struct LineMeasureTests {
  private static let alignments: [TextAlignment] = [.left, .justify, .right, .center]

  private func setting(_ text: String, _ alignment: TextAlignment) -> ParagraphSetting {
    ParagraphSetting(
      inlines: [.text(text)], style: Fixed.style(alignment: alignment), language: Fixed.german)
  }

  private func text(_ seed: Int) -> String {
    var generator = TextGenerator(seed: UInt64(seed))
    return generator.text(words: 5 + seed * 3)
  }

  @Test(arguments: 1...30, alignments)
  func narrowedLinesFitAndLoseNothing(_ seed: Int, _ alignment: TextAlignment) throws {
    var measure = LineMeasure(width: 200)
    measure.narrowedLines = 1 + seed % 4
    measure.narrowing = 40
    let text = text(seed)
    let context = Fixed.context(hyphenation: StepHyphenation(step: 3))
    let set = try context.set(setting(text, alignment), measure)
    #expect(set.rejoined == text)
    for (index, line) in set.lines.enumerated() {
      let (left, right) = try #require(line.extent)
      let edge = index < measure.narrowedLines ? 40.0 : 0
      #expect(left > edge - 0.02 && right < 200.02, "line \(index): \(line.text)")
      if alignment == .justify, index < set.lines.count - 1, line.text.contains(" ") {
        #expect(abs(left - edge) < 0.001 && abs(right - 200) < 0.001, "line \(index)")
      }
    }
    // The narrowed lines are filled, and not only broken where the wide ones would be.
    #expect(set.lines.count < 2 || (set.lines[0].extent?.right ?? 0) > 100)
  }

  @Test(arguments: 1...20, [TextAlignment.left, .justify])
  func goesOnAtEveryLineInAnotherWidth(_ seed: Int, _ alignment: TextAlignment) throws {
    let text = text(seed)
    let context = Fixed.context(hyphenation: StepHyphenation(step: 3))
    let setting = setting(text, alignment)
    let set = try context.set(setting, width: 130)
    #expect(set.lines.map(\.start) == set.lines.map(\.start).sorted())
    for index in set.lines.indices.dropFirst() {
      var measure = LineMeasure(width: 175)
      measure.start = set.lines[index].start
      let rest = try context.set(setting, measure)
      #expect(rest.lines.first?.start == measure.start)
      let whole = SetParagraph(lines: Array(set.lines[..<index] + rest.lines))
      #expect(whole.rejoined == text)
      for line in rest.lines {
        let (left, right) = try #require(line.extent)
        #expect(left > -0.02 && right < 175.02, "\(line.text)")
      }
    }
  }

  @Test func nothingIsLeftBehindTheEnd() throws {
    var measure = LineMeasure(width: 100)
    measure.start = 500
    #expect(try Fixed.context().set(setting("a few words", .left), measure).lines.isEmpty)
  }
}

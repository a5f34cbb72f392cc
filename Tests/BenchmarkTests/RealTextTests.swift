import Testing

@testable import Benchmark

/// Total fit against first fit as `make bench` measures them, on a slice of its own texts, with the
/// real face and dictionaries.
@Suite struct RealTextTests {
  @Test(arguments: ["de", "en"]) func totalFitHasFewerLooseLinesAndNoMoreHyphens(
    _ language: String
  ) throws {
    let texts = try #require(
      try BenchmarkTexts(records: 30, paragraphsEach: 2).paragraphs[language])
    let setter = try BenchmarkSetter()
    let reader = DrawnLines(shaper: setter.shaper)
    let style = setter.plainStyle
    var hyphens = (total: 0, first: 0)
    for measure in Measure.all where measure.language == language {
      let total = try texts.map { text in
        reader.measure(try setter.set(text, style, language: language, width: measure.width))
      }
      let first = try texts.map { text in
        GreedyBreaking(width: measure.width, shrink: 1.0 / 3, maximumHyphens: 2)
          .lines(try setter.places(text, language: language), of: Array(text.utf8))
      }
      func statistics(_ lines: [[MeasuredLine]]) -> LineStatistics {
        LineStatistics(lines, measure: measure.width, naturalSpace: setter.naturalSpace)
      }
      let (ours, theirs) = (statistics(total), statistics(first))
      // Both set the same letters.
      #expect(
        total.joined().reduce(0) { $0 + $1.letters } == first.joined().reduce(0) { $0 + $1.letters }
      )
      #expect(ours.justified > 100)
      #expect(ours.loosePercent < theirs.loosePercent, "\(measure.name)")
      #expect(ours.ladders == 0 && ours.shortLastLines == 0, "\(measure.name)")
      hyphens.total += ours.hyphenated
      hyphens.first += theirs.hyphenated
    }
    #expect(hyphens.total <= hyphens.first)
  }
}

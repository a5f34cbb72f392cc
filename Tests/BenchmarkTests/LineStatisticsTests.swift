import Testing

@testable import Benchmark

/// What is counted in lines made by hand; the natural space is 2 points, the measure 100.
@Suite struct LineStatisticsTests {
  private func line(
    spaces: Int = 2, ratio: Double = 1, width: Double = 100, letters: Int = 20, hyphen: Bool = false
  ) -> MeasuredLine {
    MeasuredLine(
      spaces: spaces, spaceWidth: Double(spaces) * ratio * 2, width: width, letters: letters,
      insertsHyphen: hyphen)
  }

  private func statistics(_ paragraphs: [MeasuredLine]...) -> LineStatistics {
    LineStatistics(paragraphs, measure: 100, naturalSpace: 2)
  }

  @Test func looseLinesAreThoseOverOneAndAHalf() {
    let found = statistics([
      line(ratio: 1.5), line(ratio: 1.51), line(ratio: 3), line(ratio: 1), line(ratio: 9),
    ])
    #expect(found.lines == 5 && found.justified == 4)
    // The last line is not justified.
    #expect(found.loose == 2 && found.loosePercent == 50)
    #expect(found.ratios == [1, 1.5, 1.51, 3])
    #expect(abs(found.meanRatio - 1.7525) < 1e-9)
    #expect(abs(found.deviation - 0.74918) < 1e-5)
    #expect(found.percentile95 == 3)
  }

  @Test func lineWithoutSpaceIsLooseWhereItFallsShort() {
    let found = statistics([line(spaces: 0, width: 98), line(spaces: 0, width: 99.5), line()])
    #expect(found.loose == 1 && found.spaceless == 1 && found.ratios.isEmpty)
  }

  @Test func laddersAreRunsOfMoreThanTwoHyphens() {
    func run(_ count: Int) -> [MeasuredLine] {
      Array(repeating: line(hyphen: true), count: count)
    }
    let found = statistics(run(2) + [line()] + run(4) + [line()], run(3) + [line()], run(2))
    #expect(found.lines == 14 && found.hyphenated == 11)
    #expect(found.ladders == 2 && found.ladderLines == 7)
    #expect(found.ladderPercent == 50)
  }

  @Test func shortLastLinesAreThoseUnderFiveLetters() {
    let found = statistics(
      [line(), line(letters: 4)], [line(), line(letters: 5)], [line(letters: 1)],
      [line(letters: 2), line()])
    // A paragraph of one line has no last line that could be too short.
    #expect(found.shortLastLines == 1 && found.longParagraphs == 3)
    #expect(abs(found.shortPercent - 100.0 / 3) < 1e-9)
  }

  @Test func nothingIsCountedInNothing() {
    let found = statistics()
    #expect(found.loosePercent == 0 && found.ladderPercent == 0 && found.shortPercent == 0)
    #expect(found.meanRatio == 0 && found.percentile95 == 0 && found.deviation == 0)
  }
}

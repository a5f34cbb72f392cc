import Design
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

@Suite struct TimelineTests {
  private func events(_ sample: inout ChartSample, _ count: ClosedRange<Int>) -> [Chart.Event] {
    let first = sample.generator.integer(in: 1850...2020)
    let span = sample.generator.integer(in: 0...60)
    return (0..<sample.generator.integer(in: count)).map { _ in
      sample.event(years: first...(first + span))
    }
  }

  @Test func labelsKeepApartInAllData() throws {
    for seed in 0..<200 {
      var sample = ChartSample(seed: seed)
      let events = events(&sample, 1...25)
      let width = sample.generator.number(in: 150...560)
      let height = sample.generator.unit() < 0.3 ? sample.generator.number(in: 50...700) : nil
      let kind = Chart.Kind.timeline(events)
      let fragment = try #require(try ChartSample.fragment(kind, width: width, height: height))
      ChartSample.check(fragment, width: width)
    }
  }

  @Test func noLeaderCrossesAText() throws {
    var axes = 0
    for seed in 0..<200 {
      var sample = ChartSample(seed: seed)
      let events = events(&sample, 1...8)
      let width = sample.generator.number(in: 300...560)
      let fragment = try #require(try ChartSample.fragment(.timeline(events), width: width))
      let probe = DrawingProbe(fragment.items)
      if probe.verticals.count >= events.count { axes += 1 }
      for (x, y) in probe.verticals {
        for text in probe.textFrames where text.x < x && x < text.maxX {
          #expect(text.maxY <= y.lowerBound || text.y >= y.upperBound)
        }
      }
    }
    #expect(axes > 100)
  }

  @Test func eventsOfOneDayAllShow() throws {
    let event = Chart.Event(
      start: PartialDate(year: 2019, month: 10, day: 28), formattedDate: "28/10", title: "same",
      detail: "", color: Fixed.ink, isAward: true)
    for width in [180.0, 400] {
      let events = [Chart.Event](repeating: event, count: 6)
      let fragment = try #require(try ChartSample.fragment(.timeline(events), width: width))
      ChartSample.check(fragment, width: width)
      let marks = DrawingProbe(fragment.items).shapes.filter { $0.fill != nil }
        .compactMap(\.path.bounds)
      #expect(Set(marks.map(\.origin)).count == 6)
    }
  }

  @Test func awardsAreFilledAndOtherEventsOpen() throws {
    var award = Chart.Event(
      start: PartialDate(year: 2019), formattedDate: "", title: "t", detail: "", color: Fixed.ink,
      isAward: true)
    let filled = try #require(try ChartSample.fragment(.timeline([award]), width: 180))
    #expect(DrawingProbe(filled.items).shapes.contains { $0.fill != nil })
    award.isAward = false
    let open = try #require(try ChartSample.fragment(.timeline([award]), width: 180))
    #expect(DrawingProbe(open.items).shapes.allSatisfy { $0.fill == nil })
  }

  @Test func aListGoesOnInTheNextRegionsAndLosesNothing() throws {
    for seed in 0..<100 {
      var sample = ChartSample(seed: seed)
      let events = events(&sample, 2...25)
      let block = ChartSample.block(.timeline(events))
      let context = Fixed.context()
      let height = sample.generator.number(in: 20...200)
      var token: BreakToken?
      var texts: [String] = []
      for round in 0..<60 {
        let region = Region(width: 200, remaining: height, full: height, isFresh: true)
        let fit = try block.fit(into: region, resumingAt: token, in: context)
        switch fit {
        case .whole(let fragment), .part(let fragment, _):
          texts += DrawingProbe(fragment.items).runs.map(\.text)
        case .empty, .nothing: Issue.record("a fresh region took nothing")
        }
        guard case .part(_, let next) = fit else { break }
        #expect(next.index > token?.index ?? 0)
        token = next
        #expect(round < 59)
      }
      let wanted = events.flatMap { [$0.formattedDate, $0.title, $0.detail] }.joined()
      let letters = texts.joined().filter { $0 == "m" }.count
      #expect(letters == wanted.filter { $0 == "m" }.count)
    }
  }

  @Test func aBrokenListStopsBeforeTheRegionsEnd() throws {
    var sample = ChartSample(seed: 3)
    let events = (0..<20).map { _ in sample.event(years: 2000...2020) }
    let region = Region(width: 200, remaining: 150, full: 150, isFresh: true)
    let fit = try ChartSample.block(.timeline(events)).fit(
      into: region, resumingAt: nil, in: Fixed.context())
    guard case .part(let fragment, _) = fit else {
      Issue.record("20 events went into 150 points")
      return
    }
    #expect(fragment.size.height <= 150.01)
    ChartSample.check(fragment, width: 200)
  }

  @Test func marksKeepTheirDistanceAndTheirOrder() {
    for seed in 0..<200 {
      var sample = ChartSample(seed: seed)
      let wished = (0..<sample.generator.integer(in: 1...20)).map { _ in
        sample.generator.number(in: -50...450)
      }.sorted()
      let places = YearAxis.spread(wished, apart: 9, in: 4...400)
      #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 9 - 1e-9 })
      #expect(places.allSatisfy { $0 >= 4 - 1e-9 && $0 <= 400 + 1e-9 })
    }
    #expect(YearAxis.spread([10, 50, 90], apart: 9, in: 0...100) == [10, 50, 90])
    #expect(YearAxis.spread([50, 50], apart: 10, in: 0...100) == [45, 55])
  }

  @Test func yearsAreLabelledInRoundSteps() {
    #expect(YearAxis.step(atLeast: 0.2) == 1)
    #expect(YearAxis.step(atLeast: 1.1) == 2)
    #expect(YearAxis.step(atLeast: 3) == 5)
    #expect(YearAxis.step(atLeast: 7) == 10)
    #expect(YearAxis.step(atLeast: 150) == 200)
  }

  @Test func absurdYearsAreDrawn() throws {
    for years in [[-999_999_999, 2_000], [1, 999_999_999], [Int.min / 4, Int.max / 4]] {
      let events = years.map {
        Chart.Event(
          start: PartialDate(year: $0), formattedDate: "y", title: "t", detail: "",
          color: Fixed.ink, isAward: false)
      }
      let fragment = try #require(try ChartSample.fragment(.timeline(events), width: 400))
      ChartSample.check(fragment, width: 400)
    }
  }
}

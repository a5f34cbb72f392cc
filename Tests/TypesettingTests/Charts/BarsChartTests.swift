import Design
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

@Suite struct BarsChartTests {
  private func bar(_ value: Int64, _ formatted: String? = nil) -> Chart.Bar {
    Chart.Bar(
      label: "label", quantity: Quantity(value: DecimalNumber(significand: value)),
      formatted: formatted ?? "\(value)", color: Fixed.ink)
  }

  /// The widths of the filled rectangles.
  private func lengths(_ bars: [Chart.Bar], width: Double) throws -> [Double] {
    let fragment = try #require(try ChartSample.fragment(.bars(bars), width: width))
    return DrawingProbe(fragment.items).shapes.filter { $0.fill != nil }
      .compactMap { $0.path.bounds?.width }
  }

  @Test func labelsKeepApartInAllData() throws {
    for seed in 0..<200 {
      var sample = ChartSample(seed: seed)
      let bars = (0..<sample.generator.integer(in: 1...9)).map { _ in sample.bar() }
      let width = sample.generator.number(in: 90...520)
      let height = sample.generator.unit() < 0.3 ? sample.generator.number(in: 10...700) : nil
      let kind = Chart.Kind.bars(bars)
      let fragment = try #require(try ChartSample.fragment(kind, width: width, height: height))
      ChartSample.check(fragment, width: width)
    }
  }

  @Test(arguments: [90.0, 160, 400])
  func lengthsAreProportional(width: Double) throws {
    let lengths = try lengths([bar(1_000), bar(250), bar(500)], width: width)
    #expect((lengths[0] / lengths[1] - 4).magnitude < 1e-6)
    #expect((lengths[0] / lengths[2] - 2).magnitude < 1e-6)
  }

  @Test func aTinyValueBesideAHugeOneShows() throws {
    let lengths = try lengths([bar(53_000), bar(5)], width: 240)
    #expect(lengths[1] >= 0.5)
    #expect(lengths[0] > 150)
  }

  @Test func zeroHasNoBar() throws {
    #expect(try lengths([bar(0), bar(0)], width: 240).isEmpty)
  }

  @Test func barsBelowZeroEndAtTheSameLine() throws {
    let fragment = try #require(
      try ChartSample.fragment(.bars([bar(300), bar(-100)]), width: 300))
    let bars = DrawingProbe(fragment.items).shapes.filter { $0.fill != nil }
      .compactMap(\.path.bounds)
    #expect((bars[0].x - bars[1].maxX).magnitude < 1e-6)
    #expect((bars[0].width / bars[1].width - 3).magnitude < 1e-6)
  }

  @Test func aLongValueStandsInPaperWithinItsBarOrAboveIt() throws {
    let context = Fixed.context()
    let narrow = try #require(
      try ChartSample.fragment(
        .bars([bar(900, "900 of something"), bar(10)]), width: 130, context: context))
    let value = try #require(
      DrawingProbe(narrow.items).runs.first { $0.size == ChartSample.styles.value.size })
    #expect(value.color.tint == 0)
    ChartSample.check(narrow, width: 130)
  }

  @Test func moreHeightIsUsedUp() throws {
    let fragment = try #require(
      try ChartSample.fragment(.bars([bar(1), bar(2)]), width: 200, height: 333))
    #expect(fragment.size.height == 333)
  }

  @Test func withoutBarsThereIsNothing() throws {
    let fit = try ChartSample.block(.bars([])).fit(
      into: .unbounded(width: 200), resumingAt: nil, in: Fixed.context())
    guard case .empty = fit else {
      Issue.record("not empty")
      return
    }
  }

  @Test func aChartWaitsForARegionThatHoldsIt() throws {
    let block = ChartSample.block(.bars([bar(1), bar(2), bar(3)]))
    let context = Fixed.context()
    var region = Region(width: 200, remaining: 20, full: 600, isFresh: false)
    guard case .nothing(let reason) = try block.fit(into: region, resumingAt: nil, in: context)
    else {
      Issue.record("the chart was set into 20 points")
      return
    }
    #expect(reason.text.contains("20 pt"))
    region.isFresh = true
    guard case .whole(let fragment) = try block.fit(into: region, resumingAt: nil, in: context)
    else {
      Issue.record("a fresh region must take it")
      return
    }
    #expect(fragment.size.height > 20)
  }
}

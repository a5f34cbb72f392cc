import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// Charts of generated data, and what tests ask of every one of them.
struct ChartSample {
  static let mark = ContentMark.element(7)
  static let styles = Chart.Styles(
    label: Fixed.style(size: 8, leading: 10.5), value: Fixed.style(size: 12, leading: 15),
    note: Fixed.style(size: 7, leading: 9), lineColor: Fixed.ink)

  var generator: SplitMix64

  init(seed: Int) { generator = SplitMix64(seed: "sample \(seed)") }

  static func block(_ kind: Chart.Kind, height: Double? = nil) -> ChartBlock {
    ChartBlock(
      chart: Chart(kind: kind, alternativeText: "", styles: styles, height: height),
      language: Fixed.english, location: SourceLocation(file: "layout.yaml"), spacing: .none,
      mark: mark)
  }

  /// The whole drawing at a width; nil where the block set nothing or only a part.
  static func fragment(
    _ kind: Chart.Kind, width: Double, height: Double? = nil,
    context: TypesettingContext = Fixed.context()
  ) throws -> Fragment? {
    let block = block(kind, height: height)
    let fit = try block.fit(into: .unbounded(width: width), resumingAt: nil, in: context)
    guard case .whole(let fragment) = fit else { return nil }
    return fragment
  }

  /// Texts keep within the frame and off each other, all is finite, and all has the chart's mark.
  static func check(
    _ fragment: Fragment, width: Double, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let probe = DrawingProbe(fragment.items)
    #expect(probe.marks.isSubset(of: [mark]), sourceLocation: sourceLocation)
    #expect(probe.hasOnlyFinitePoints, sourceLocation: sourceLocation)
    #expect(fragment.size.width <= width + 0.01, sourceLocation: sourceLocation)
    let frame = Rect(size: fragment.size)
    let texts = probe.textFrames
    for (index, text) in texts.enumerated() {
      if !frame.contains(text) {
        Issue.record("\(text) leaves \(frame)", sourceLocation: sourceLocation)
      }
      let inner = text.inset(by: Edges(all: 0.05))
      for other in texts[..<index] where other.intersects(inner) {
        Issue.record("\(text) lies over \(other)", sourceLocation: sourceLocation)
      }
    }
    for shape in probe.shapes where shape.fill != nil || shape.stroke != nil {
      guard let bounds = shape.path.bounds else { continue }
      // Half a stroke may stand over.
      if !frame.contains(bounds, tolerance: (shape.stroke?.width ?? 0) / 2 + 0.01) {
        Issue.record("\(bounds) leaves \(frame)", sourceLocation: sourceLocation)
      }
    }
  }

  mutating func words(_ count: ClosedRange<Int>) -> String {
    (0..<generator.integer(in: count)).map { _ in
      String(repeating: "m", count: generator.integer(in: 2...10))
    }.joined(separator: " ")
  }

  mutating func bar() -> Chart.Bar {
    let digits = generator.integer(in: 0...9)
    let scale = (0..<digits).reduce(Int64(1)) { scale, _ in scale * 10 }
    var value = Int64(generator.unit() * 10) * scale
    if generator.unit() < 0.12 { value = -value }
    let quantity = Quantity(value: DecimalNumber(significand: value))
    return Chart.Bar(
      label: words(1...12), quantity: quantity,
      formatted: generator.unit() < 0.06 ? "" : quantity.value.plain, color: Fixed.ink)
  }

  mutating func event(years: ClosedRange<Int>) -> Chart.Event {
    let year = generator.integer(in: years)
    let month = generator.unit() < 0.5 ? generator.integer(in: 1...12) : nil
    let end = generator.unit() < 0.2 ? PartialDate(year: year + generator.integer(in: 0...40)) : nil
    return Chart.Event(
      start: PartialDate(year: year, month: month), end: end, formattedDate: "\(year)",
      title: words(1...12), detail: generator.unit() < 0.4 ? "" : words(1...8), color: Fixed.ink,
      isAward: generator.unit() < 0.5)
  }

  mutating func place(around center: Chart.Locator.Place, spread: Double) -> Chart.Locator.Place {
    Chart.Locator.Place(
      latitude: center.latitude + generator.number(in: -spread...spread),
      longitude: center.longitude + generator.number(in: -spread...spread))
  }
}

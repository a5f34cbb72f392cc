import DisplayList
import DocumentTree
import Geometry
import Languages

/// The mark of an event on a timeline: filled for an award, open for anything else.
struct TimelineMark {
  /// Points.
  static let radius = 3.4
  static let weight = 1.3

  /// The mark around a point.
  static func item(for event: Chart.Event, at center: Point, text: ChartText) -> DisplayItem {
    event.isAward
      ? text.shape(Path(circleAt: center, radius: radius), fill: event.color)
      : text.shape(
        Path(circleAt: center, radius: radius - weight / 2),
        stroke: Stroke(color: event.color, width: weight))
  }
}

extension PartialDate {
  /// The date in years, in the middle of what is known of it: `2019` is 2019.5.
  var middle: Double {
    guard let month = month.map({ Double(min(max($0, 1), 12)) }) else { return Double(year) + 0.5 }
    let day = day.map { (Double(min(max($0, 1), 31)) - 0.5) / 31 } ?? 0.5
    return Double(year) + (month - 1 + day) / 12
  }
}

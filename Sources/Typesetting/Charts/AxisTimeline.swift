import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

/// A timeline for wide regions: a band of years with flags above and below it.
///
/// A flag is a leader that rises from its mark, with the text on its right. Flags are placed from
/// right to left, each as near to the band as those before it allow: a leader never crosses a text.
struct AxisTimeline {
  /// Narrower regions take a list; points.
  static let leastWidth = 260.0
  /// More events than this are a list.
  static let mostEvents = 25

  let events: [Chart.Event]
  let styles: Chart.Styles
  let text: ChartText

  /// An event with its place.
  private struct Flag {
    var event: Chart.Event
    var body: TextBox
    var x: Double
    var isAbove = true
    /// From the band's edge to the text's nearer edge.
    var distance = 0.0
    var reach: Double { distance + body.size.height }
  }

  /// Between a leader and its text, and between flags.
  private static let inset = 4.0
  private static let air = 5.0

  /// The drawing; nil where the flags would tower too high to be read as a time axis.
  func drawing(width: Double, height: Double?) throws(Diagnostic) -> ChartDrawing? {
    guard events.count <= Self.mostEvents else { return nil }
    let band = styles.note.leading + 5
    let column = min(max(width * 0.17, 78), 120)
    let years = YearAxis(
      events, left: 0, right: width, flagWidth: column + Self.inset + TimelineMark.radius)
    var flags = try flags(years, column: column)
    place(&flags)
    let above = flags.reduce(0) { $1.isAbove ? max($0, $1.reach) : $0 }
    let below = flags.reduce(0) { $1.isAbove ? $0 : max($0, $1.reach) }
    let natural = above + band + below
    guard natural <= max(width * 1.1, height ?? 0) else { return nil }
    // More room makes the leaders longer, up to a half.
    let flagRoom = above + below
    let stretch =
      flagRoom > 0 ? min(max(((height ?? 0) - band) / flagRoom, 1), 1.5) : 1
    var drawing = ChartDrawing(
      size: Size(width: width, height: max(natural, height ?? 0)))
    let spare = drawing.size.height - band - flagRoom * stretch
    let top = above * stretch + spare / 2
    drawing.items += try years.items(
      top: top, height: band, width: width, styles: styles, text: text)
    for flag in flags {
      drawing.items += items(for: flag, edge: flag.isAbove ? top : top + band, stretch, years)
    }
    return drawing
  }

  private func flags(_ years: YearAxis, column: Double) throws(Diagnostic) -> [Flag] {
    var flags: [Flag] = []
    for (event, x) in zip(events.stablySorted(), years.positions) {
      let body = TextBox(stacking: [
        try text.paragraph(event.formattedDate, styles.note, width: column),
        try text.paragraph(event.title, styles.label, width: column),
        try text.paragraph(event.detail, styles.note, width: column),
      ])
      flags.append(Flag(event: event, body: body, x: x))
    }
    return flags
  }

  /// Gives each flag a side and a distance.
  private func place(_ flags: inout [Flag]) {
    let nearest = 9.0
    for index in flags.indices.reversed() {
      func distance(above: Bool) -> Double {
        // What stands to the right of the leader and within the text's width is an obstacle, its
        // leader included: the text must lie below all of them or beyond.
        let right = flags[index].x + Self.inset + flags[index].body.size.width + Self.air
        let obstacles = flags[(index + 1)...].filter { $0.isAbove == above && $0.x < right }
        return obstacles.reduce(nearest) { max($0, $1.reach + Self.air) }
      }
      let (up, down) = (distance(above: true), distance(above: false))
      let last = flags.indices.contains(index + 1) ? flags[index + 1].isAbove : false
      flags[index].isAbove = up == down ? !last : up < down
      flags[index].distance = min(up, down)
    }
  }

  private func items(
    for flag: Flag, edge: Double, _ stretch: Double, _ years: YearAxis
  ) -> [DisplayItem] {
    let direction = flag.isAbove ? -1.0 : 1.0
    let distance = flag.distance * stretch
    let far = edge + direction * (distance + flag.body.size.height)
    let near = edge + direction * (TimelineMark.radius + 1.5)
    let top = flag.isAbove ? far : edge + distance
    var items: [DisplayItem] = []
    if let end = flag.event.end, end > flag.event.start {
      // A span of time thickens the band's edge.
      items.append(
        text.rule(
          from: Point(x: flag.x, y: edge), to: Point(x: years.x(of: end), y: edge),
          flag.event.color, width: 2))
    }
    return items + [
      text.rule(
        from: Point(x: flag.x, y: near), to: Point(x: flag.x, y: far), styles.lineColor,
        width: 0.5),
      TimelineMark.item(for: flag.event, at: Point(x: flag.x, y: edge), text: text),
    ] + flag.body.items(at: Point(x: flag.x + Self.inset, y: top))
  }
}

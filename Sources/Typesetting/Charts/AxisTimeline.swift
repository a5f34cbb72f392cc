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
  /// From the band to the nearest text.
  private static let nearest = 9.0

  /// The drawing; nil where the flags would tower too high to be read as a time axis.
  func drawing(width: Double, height: Double?) throws(Diagnostic) -> ChartDrawing? {
    guard events.count <= Self.mostEvents else { return nil }
    // Marks stand on its edges and leave the years between them free.
    let band = styles.note.leading + 2 * TimelineMark.radius + 3
    let column = min(max(width * 0.17, 78), 120)
    let years = YearAxis(
      events, left: 0, right: width, flagWidth: column + Self.inset + TimelineMark.radius)
    let flags = try flags(years, column: column)
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

  /// The flags from right to left, each on the side and in the width in which it ends nearest to
  /// the band.
  private func flags(_ years: YearAxis, column: Double) throws(Diagnostic) -> [Flag] {
    var flags: [Flag] = []
    for (event, x) in zip(events.sortedByDate(), years.positions).reversed() {
      let longest = try longestWord(of: event)
      // To the right edge; as wide as its longest word needs, within reason.
      let room = years.right - x - Self.inset
      let wide = min(max(column, longest), column * 1.5, max(room, column))
      var best: (flag: Flag, cost: Double)?
      let first = flags.last?.isAbove ?? false
      for isAbove in [!first, first] {
        let neighbours = flags.filter { $0.isAbove == isAbove }
        // The width up to the next leader keeps a text at the band, if its words go into it.
        let gap = min(
          neighbours.map { $0.x - x - Self.inset - Self.air }.min() ?? column, column)
        for width in [column, wide, gap] where width >= max(min(longest, column), 40) {
          var flag = Flag(event: event, body: try body(of: event, width: width), x: x)
          flag.isAbove = isAbove
          // What stands within the text's width is an obstacle, its leader included.
          let right = x + Self.inset + flag.body.size.width + Self.air - 0.01
          flag.distance = neighbours.filter { $0.x < right }
            .reduce(Self.nearest) { max($0, $1.reach + Self.air) }
          // A divided word costs as much as a line.
          let cost = flag.reach + (width < longest ? styles.label.leading : 0)
          if cost < best?.cost ?? .infinity { best = (flag, cost) }
        }
      }
      if let best { flags.append(best.flag) }
    }
    return flags
  }

  private func body(of event: Chart.Event, width: Double) throws(Diagnostic) -> TextBox {
    TextBox(stacking: [
      try text.paragraph(event.formattedDate, styles.note, width: width),
      try text.paragraph(event.title, styles.label, width: width),
      try text.paragraph(event.detail, styles.note, width: width),
    ])
  }

  private func longestWord(of event: Chart.Event) throws(Diagnostic) -> Double {
    max(
      try text.longestWord(of: event.formattedDate, styles.note),
      try text.longestWord(of: event.title, styles.label),
      try text.longestWord(of: event.detail, styles.note)) + 0.1
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
          from: Point(x: flag.x, y: edge), to: Point(x: max(years.x(of: end), flag.x), y: edge),
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

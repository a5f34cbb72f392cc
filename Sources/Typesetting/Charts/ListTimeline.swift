import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

/// A timeline for narrow regions: a vertical line with marks, dates on its left and texts on its
/// right; it goes on in the next region.
struct ListTimeline {
  let events: [Chart.Event]
  let styles: Chart.Styles
  let text: ChartText

  /// One event with its set texts.
  private struct Row {
    var event: Chart.Event
    var date: TextBox
    var body: TextBox
    /// The middle of the mark from the row's top.
    var markY: Double
    var height: Double
  }

  /// Between events, in points.
  private var rhythm: Double { styles.label.leading * 0.65 }

  /// As many events as the region holds, from the event `first` on; in a fresh one at least one.
  func fit(
    into region: Region, from first: Int, height: Double?
  ) throws(Diagnostic) -> Fit {
    let events = events.sortedByDate()
    guard events.indices.contains(first) else { return .empty }
    let width = max(region.width, 1)
    let dates = try dateWidth(width: width)
    // From left to right: dates, the line with its marks, texts.
    let axis = dates + 5 + TimelineMark.radius
    let left = axis + TimelineMark.radius + 6
    var rows: [Row] = []
    var used = -rhythm
    for event in events[first...] {
      let row = try row(for: event, dates: dates, texts: max(width - left, 1))
      if used + rhythm + row.height > region.remaining + 0.01, !(region.isFresh && rows.isEmpty) {
        break
      }
      used += rhythm + row.height
      rows.append(row)
    }
    guard !rows.isEmpty else {
      return .nothing(BreakReason("the next event of the timeline is higher than the room left"))
    }
    let next = first + rows.count
    let isWhole = next == events.count
    // Only a list that stands whole is spread: a broken one fills its regions anyway.
    var gaps = [Double](repeating: rhythm, count: max(rows.count - 1, 0))
    if first == 0, isWhole, let height, height > used, height <= region.remaining + 0.01 {
      spread(&gaps, rows, by: height - used)
      used = height
    }
    var drawing = ChartDrawing(size: Size(width: width, height: used))
    draw(
      rows, gaps, axis: axis, dates: dates, left: left, continuesAbove: first > 0,
      continuesBelow: !isWhole, in: &drawing)
    return isWhole
      ? .whole(drawing.fragment) : .part(drawing.fragment, resume: BreakToken(index: next))
  }

  /// The width of the dates' column: that of the longest date, at most a third.
  private func dateWidth(width: Double) throws(Diagnostic) -> Double {
    var widest = 0.0
    for event in events where !event.formattedDate.isEmpty {
      widest = max(
        widest,
        try text.context.width(
          of: event.formattedDate, style: styles.note, language: text.language))
    }
    return min(widest + 0.1, width / 3)
  }

  private func row(
    for event: Chart.Event, dates: Double, texts: Double
  ) throws(Diagnostic) -> Row {
    let date = try text.line(event.formattedDate, styles.note, width: dates)
    let body = TextBox(stacking: [
      try text.paragraph(event.title, styles.label, width: texts),
      try text.paragraph(event.detail, styles.note, width: texts),
    ])
    // The mark stands at half the height of the first line's small letters.
    let baseline = body.firstBaseline ?? date.firstBaseline ?? TimelineMark.radius
    let markY = max(baseline - (try text.capHeight(of: styles.label)) / 2, TimelineMark.radius)
    // Date and title stand on one baseline, whichever is larger.
    let dateTop = max(baseline - (date.firstBaseline ?? baseline), 0)
    return Row(
      event: event, date: date, body: body, markY: markY,
      height: max(dateTop + date.size.height, body.size.height, markY + TimelineMark.radius))
  }

  /// Gives room between events in the proportions of the time between them.
  private func spread(_ gaps: inout [Double], _ rows: [Row], by extra: Double) {
    guard !gaps.isEmpty else { return }
    let years = zip(rows, rows.dropFirst()).map { earlier, later in
      max(later.event.start.middle - earlier.event.start.middle, 0)
    }
    let sum = years.reduce(0, +)
    // Half of it evenly, so that events of the same year come apart as well.
    for index in gaps.indices {
      let even = 1 / Double(gaps.count)
      gaps[index] += extra * (sum > 0 ? 0.5 * even + 0.5 * years[index] / sum : even)
    }
  }

  /// Draws rows with their gaps, the line between the marks, and its ends at a region's edges.
  private func draw(
    _ rows: [Row], _ gaps: [Double], axis: Double, dates: Double, left: Double,
    continuesAbove: Bool, continuesBelow: Bool, in drawing: inout ChartDrawing
  ) {
    var y = 0.0
    // The line stops short of each mark, so that open marks stay open.
    var lineTop: Double? = continuesAbove ? 0 : nil
    let clearance = TimelineMark.radius + 1.5
    func line(to bottom: Double) {
      guard let top = lineTop, bottom > top else { return }
      drawing.items.append(
        text.rule(
          from: Point(x: axis, y: top), to: Point(x: axis, y: bottom), styles.lineColor,
          width: 0.75))
    }
    for (index, row) in rows.enumerated() {
      let mark = Point(x: axis, y: y + row.markY)
      line(to: mark.y - clearance)
      lineTop = mark.y + clearance
      drawing.items.append(TimelineMark.item(for: row.event, at: mark, text: text))
      let baseline = y + (row.body.firstBaseline ?? row.date.firstBaseline ?? 0)
      drawing.items += row.date.items(
        at: Point(x: dates, y: max(baseline - (row.date.firstBaseline ?? 0), y)), .right)
      drawing.items += row.body.items(at: Point(x: left, y: y))
      if index == 0 { drawing.firstBaseline = baseline }
      drawing.lastBaseline = y + (row.body.lastBaseline ?? row.date.lastBaseline ?? 0)
      y += row.height + (gaps.indices.contains(index) ? gaps[index] : 0)
    }
    if continuesBelow { line(to: drawing.size.height) }
  }
}

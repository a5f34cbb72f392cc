import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

/// Horizontal bars from a common zero line, each below its label, with a hairline above.
struct BarsChart {
  let bars: [Chart.Bar]
  let styles: Chart.Styles
  let text: ChartText

  /// One bar with its set texts.
  private struct Row {
    var label: TextBox
    var value: TextBox
    var needs: BarScale.Row
    var color: PaletteColor
  }

  /// What all rows share, in points.
  private struct Measures {
    var scale: BarScale
    /// The height of a bar.
    var thickness: Double
    /// The height of a value's capitals.
    var cap: Double
    /// Between a bar's end and its value.
    var gap: Double
    /// Between label and bar, and between rows.
    var air: Double
    var rhythm: Double
    var width: Double
  }

  /// The weight of the hairline above a row, and the room below it.
  private static let hairline = 0.5
  private static let hang = 3.0

  /// The rows below each other; more height than they need goes between them.
  func drawing(width: Double, height: Double?) throws(Diagnostic) -> ChartDrawing {
    let gap = styles.value.size * 0.4
    var rows: [Row] = []
    for bar in bars {
      let value = try text.line(bar.formatted, styles.value, width: width)
      rows.append(
        Row(
          label: try text.paragraph(bar.label, styles.label, width: width), value: value,
          needs: BarScale.Row(
            amount: bar.quantity.value.doubleValue,
            valueWidth: value.isEmpty ? 0 : value.size.width + gap,
            takesPaper: paper(on: bar.color) != nil),
          color: bar.color))
    }
    let scale = BarScale(rows.map(\.needs), width: width)
    let cap = max(try text.capHeight(of: styles.value), 3)
    // A number as high as the bar beside it reads as part of it.
    var measures = Measures(
      scale: scale, thickness: scale.place == .within ? cap * 1.7 : cap, cap: cap, gap: gap,
      air: styles.label.size * 0.45, rhythm: styles.label.leading * 0.95, width: width)
    let natural = self.height(of: rows, measures)
    if let height, height > natural, rows.count > 1 {
      measures.rhythm += (height - natural) / Double(rows.count - 1)
    }
    var drawing = ChartDrawing(size: Size(width: width, height: max(natural, height ?? 0)))
    var y = 0.0
    for row in rows {
      let line = y + Self.hairline / 2
      drawing.items.append(
        text.rule(
          from: Point(x: 0, y: line), to: Point(x: width, y: line), styles.lineColor,
          width: Self.hairline))
      let top = y + Self.hairline + Self.hang
      drawing.items += row.label.items(at: Point(x: 0, y: top))
      if drawing.firstBaseline == nil {
        drawing.firstBaseline = row.label.firstBaseline.map { $0 + top }
      }
      y += rise(row, measures)
      drawing.items += draw(row, foot: y, measures)
      drawing.lastBaseline = y
      y += measures.rhythm
    }
    return drawing
  }

  /// From a row's top to its bar's foot.
  private func rise(_ row: Row, _ measures: Measures) -> Double {
    let above = Self.hairline + Self.hang + row.label.size.height + measures.air
    if measures.scale.place == .above { return above + row.value.size.height + measures.thickness }
    // A value of several lines stands with its last line at the bar.
    let extra = max(row.value.size.height - styles.value.leading, 0)
    return above + max(measures.thickness, measures.cap + extra)
  }

  /// The height of all rows without the rhythm after the last.
  private func height(of rows: [Row], _ measures: Measures) -> Double {
    // The last value may have descenders.
    let below =
      measures.scale.place == .above
      ? 0 : rows.last.map { $0.value.size.height - ($0.value.lastBaseline ?? 0) } ?? 0
    return rows.reduce(below - measures.rhythm) { $0 + rise($1, measures) + measures.rhythm }
  }

  /// The bar with its value, its lower edge at `foot`.
  private func draw(_ row: Row, foot: Double, _ measures: Measures) -> [DisplayItem] {
    let (scale, width, thickness) = (measures.scale, measures.width, measures.thickness)
    var items: [DisplayItem] = []
    let amount = row.needs.amount
    // Anything that is not zero shows.
    let length = amount == 0 ? 0 : max(amount.magnitude * scale.unit, 0.75)
    let start = amount < 0 ? max(scale.zero - length, 0) : scale.zero
    let bar = Rect(
      x: start, y: foot - thickness, width: min(length, width - start), height: thickness)
    if length > 0 { items.append(text.shape(Path(rect: bar), fill: row.color)) }
    if length == 0 || scale.zero > 0 {
      // The zero line, where no bar shows it or bars lie on both sides of it.
      items.append(
        text.rule(
          from: Point(x: scale.zero + 0.25, y: bar.y), to: Point(x: scale.zero + 0.25, y: foot),
          styles.lineColor, width: Self.hairline))
    }
    return items + value(of: row, at: bar, measures)
  }

  /// The value above its bar, within its end, or beside it.
  private func value(of row: Row, at bar: Rect, _ measures: Measures) -> [DisplayItem] {
    let scale = measures.scale
    guard let baseline = row.value.lastBaseline else { return [] }
    if scale.place == .above {
      let y = bar.y - row.value.size.height
      return row.value.items(at: Point(x: 0, y: y))
    }
    let top = bar.maxY - (bar.height - measures.cap) / 2 - baseline
    let end = row.needs.amount <= 0 ? scale.zero : bar.maxX
    let isBeside = end + row.needs.valueWidth <= measures.width + 0.01
    guard !isBeside, let paper = paper(on: row.color) else {
      return row.value.items(at: Point(x: end + measures.gap, y: top))
    }
    return row.value.items(at: Point(x: bar.maxX - measures.gap, y: top), .right).map {
      $0.colored(paper)
    }
  }

  /// Paper's colour where text in it can be read on `color` (WCAG 2, 4.5:1); nil where it cannot.
  private func paper(on color: PaletteColor) -> PaletteColor? {
    let paper = PaletteColor(color.entry, tint: 0)
    guard let ground = text.context.palette.rgb(of: color),
      let ink = text.context.palette.rgb(of: paper), ink.contrast(to: ground) >= 4.5
    else { return nil }
    return paper
  }
}

extension DisplayItem {
  /// The item with its glyphs in another colour.
  fileprivate func colored(_ color: PaletteColor) -> DisplayItem {
    guard case .glyphs(var run) = content else { return self }
    run.color = color
    var copy = self
    copy.content = .glyphs(run)
    return copy
  }
}

import Design
import DisplayList
import DocumentTree
import Geometry

/// Puts set rows into their places, with the grounds below them and the hairlines between them.
struct TableDrawing {
  /// The weights of the hairlines below the header, above the footer and elsewhere, in points.
  static let headerRule = 0.75
  static let rowRule = 0.35

  let table: Table
  let part: TablePart
  let columns: TableColumns
  let isHeader: Bool

  // MARK: - Cells

  /// The cells of some rows; the fragment's top is the head of the first row.
  func fragment(of rows: TableRowSetter.SetRows, width: Double) -> Fragment {
    var result = Fragment(size: Size(width: width, height: rows.height))
    result.endsPage = rows.endsPage
    for set in rows.cells {
      let (top, bottom) = edges(of: set.cell.place, in: rows)
      let room = columns.room(for: set.cell)
      let height = bottom - top - 2 * table.rowPadding
      var content = set.fragment
      var shift = set.shift
      let goesOn = rows.isBroken || set.cell.place.row < rows.range.lowerBound
      if content.stretch != .never {
        content = content.stretched(to: height - shift)
      } else if !goesOn {
        let left = max(0, height - content.size.height)
        switch set.cell.position {
        case .baseline: break
        case .top: shift = 0
        case .middle: shift = left / 2
        case .bottom: shift = left
        }
      }
      let offset = Point(x: room.x, y: top + table.rowPadding + shift)
      if let baseline = content.firstBaseline {
        result.firstBaseline = min(result.firstBaseline ?? .infinity, offset.y + baseline)
      }
      if let baseline = content.lastBaseline {
        result.lastBaseline = max(result.lastBaseline ?? 0, offset.y + baseline)
      }
      result.children.append(Fragment.Child(offset: offset, fragment: content))
    }
    return result
  }

  /// The upper and lower edge of what is set here of a place.
  private func edges(
    of place: TableGrid.Place, in rows: TableRowSetter.SetRows
  ) -> (top: Double, bottom: Double) {
    let first = max(0, place.row - rows.range.lowerBound)
    let last = min(place.lastRow, rows.range.upperBound - 1) - rows.range.lowerBound
    return (rows.edges[min(first, rows.edges.count - 1)], rows.edges[max(0, last) + 1])
  }

  // MARK: - Grounds

  /// The grounds of some rows: of the header or every second row, then of single cells.
  func grounds(of rows: TableRowSetter.SetRows) -> [DisplayItem] {
    var items: [DisplayItem] = []
    for row in rows.range {
      let color = isHeader ? table.headerBackground : part.isStriped[row] ? table.zebra : nil
      let index = row - rows.range.lowerBound
      if let color {
        items += fill(
          (0, columns.totalWidth), rows.edges[index], rows.edges[index + 1], color)
      }
      items += cellGrounds(in: row, of: rows)
    }
    return items
  }

  /// The grounds of cells that begin in a row, or come from the region before; neighbours of one
  /// colour are one area, so that no seam shows between them.
  private func cellGrounds(
    in row: Int, of rows: TableRowSetter.SetRows
  ) -> [DisplayItem] {
    var items: [DisplayItem] = []
    var area: (place: TableGrid.Place, color: PaletteColor)?
    func finish() {
      guard let area else { return }
      let (top, bottom) = edges(of: area.place, in: rows)
      items += fill(columns.ground(area.place.columnRange), top, bottom, area.color)
    }
    let isFirst = row == rows.range.lowerBound
    for cell in part.cells(over: row).sorted(by: { $0.place.column < $1.place.column })
    where isFirst || cell.place.row == row {
      if let open = area, cell.background == open.color, cell.place.rows == open.place.rows,
        cell.place.row == open.place.row,
        cell.place.column == open.place.column + open.place.columns
      {
        area?.place.columns += cell.place.columns
        continue
      }
      finish()
      area = cell.background.map { (cell.place, $0) }
    }
    finish()
    return items
  }

  // MARK: - Hairlines

  /// The hairlines of some rows; `isLast` says that the footer, or the body, begins below them.
  ///
  /// Below a row that goes on in the next region there is none.
  func rules(of rows: TableRowSetter.SetRows, isLast: Bool) -> [DisplayItem] {
    guard table.rules != .none else { return [] }
    var items: [DisplayItem] = []
    for (index, row) in rows.range.enumerated() {
      if rows.isBroken, row == rows.range.upperBound - 1 { break }
      let isStrong = isLast && row == rows.range.upperBound - 1
      let weight = isStrong ? Self.headerRule : Self.rowRule
      let bottom = rows.edges[index + 1]
      // Where the region ends, the line ends the table, below cells that go on as well.
      let isEnd = rows.isCut && row == rows.range.upperBound - 1
      for range in isEnd ? [0..<table.columns.count] : ruled(row) {
        items += fill(extent(of: range), bottom - weight, bottom, table.ruleColor)
      }
    }
    if table.rules == .all { items += verticals(of: rows) }
    return items
  }

  /// The columns below whose cells a line runs after a row.
  ///
  /// In a header of several rows, only titles over several columns are underlined.
  private func ruled(_ row: Int) -> [Range<Int>] {
    let cells = part.cells(over: row).sorted { $0.place.column < $1.place.column }
    let isInner = isHeader && row < part.rows.count - 1 && table.rules == .rows
    if isInner {
      return cells.filter { $0.place.lastRow == row && $0.place.columns > 1 && $0.isFilled }
        .map(\.place.columnRange)
    }
    var ranges: [Range<Int>] = []
    var start = 0
    for cell in cells where cell.place.lastRow > row {
      if cell.place.column > start { ranges.append(start..<cell.place.column) }
      start = max(start, cell.place.columnRange.upperBound)
    }
    if start < table.columns.count { ranges.append(start..<table.columns.count) }
    return ranges
  }

  /// From where to where a line below some columns runs: at the table's edges to the very edge.
  private func extent(of range: Range<Int>) -> (left: Double, right: Double) {
    let ground = columns.ground(range)
    if table.rules == .all { return ground }
    let isInner = isHeader && range.count < table.columns.count
    let left = range.lowerBound == 0 && !isInner ? 0 : columns.x[range.lowerBound]
    let last = range.upperBound - 1
    let right =
      range.upperBound == table.columns.count && !isInner
      ? columns.totalWidth : columns.x[last] + columns.widths[last]
    return (left, right)
  }

  /// Lines between the columns and along the outer edges.
  private func verticals(of rows: TableRowSetter.SetRows) -> [DisplayItem] {
    var items: [DisplayItem] = []
    let weight = Self.rowRule
    for (index, row) in rows.range.enumerated() {
      let cells = part.cells(over: row)
      for boundary in 0...table.columns.count {
        let isInside = cells.contains {
          $0.place.column < boundary && boundary < $0.place.columnRange.upperBound
        }
        guard !isInside else { continue }
        let x =
          boundary == table.columns.count
          ? columns.totalWidth - weight
          : boundary == 0 ? 0 : columns.ground(boundary..<boundary + 1).left - weight / 2
        items += fill(
          (x, x + weight), rows.edges[index], rows.edges[index + 1], table.ruleColor)
      }
    }
    return items
  }

  /// A filled rectangle.
  private func fill(
    _ span: (left: Double, right: Double), _ top: Double, _ bottom: Double, _ color: PaletteColor
  ) -> [DisplayItem] {
    let rect = Rect(x: span.left, y: top, width: span.right - span.left, height: bottom - top)
    guard rect.width > 0, rect.height > 0 else { return [] }
    return [DisplayItem(.shape(Shape(path: Path(rect: rect), fill: color)))]
  }
}

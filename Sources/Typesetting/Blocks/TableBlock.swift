import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// A table; it breaks between rows and repeats its header, and splits a row only where the row is
/// higher than a region.
///
/// A token's `index` is the row to go on with, and its `inner` is empty where the row has not been
/// begun, else it holds a token for each of its cells.
struct TableBlock: Block {
  /// The weights of the hairlines below the header and below each row, in points.
  private static let headerRule = 0.75
  private static let rowRule = 0.35

  let traits: BlockTraits
  /// The table's columns, room and colour; its cells are blocks already.
  let table: Table
  /// Empty where the table has no header.
  let header: [any Block]
  /// The header again, as an artifact, for the regions after the first.
  let repeatedHeader: [any Block]
  let rows: [[any Block]]

  var spacing: BlockSpacing { traits.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let start = token?.index ?? 0
    guard start < rows.count || (token == nil && !header.isEmpty) else { return .empty }
    var filling = Filling(width: region.width, location: traits.location)
    if !header.isEmpty {
      let cells = token == nil ? header : repeatedHeader
      filling.add(try natural(cells, width: region.width, in: context), isHeader: true)
      addRule(to: &filling, weight: Self.headerRule)
    }
    let headerHeight = filling.height
    if start == rows.count {
      return region.fit(unbreakable: filling.fragment, called: "table head")
    }
    for index in start..<rows.count {
      let inner = index == start ? token?.inner ?? [] : []
      let isFresh = region.isFresh && !filling.hasRows
      if inner.isEmpty {
        let row = try natural(rows[index], width: region.width, in: context)
        if region.holds(filling.height + row.size.height), !row.endsPage {
          filling.add(row)
          addRule(to: &filling, weight: Self.rowRule)
          continue
        }
        let isTooHigh = row.size.height + headerHeight > region.full + Region.tolerance
        if !isFresh, !isTooHigh { return filling.broken(before: index) }
      }
      // The row is higher than any region, or goes on from the one before: its cells are broken.
      // The room below the header, less the padding of the row itself.
      var room = region.below(filling.height + 2 * table.rowPadding, isFresh: isFresh)
      // Rows that are not broken are measured and then placed, so that no row is on the grid.
      room.grid = nil
      let row = CellRow(cells: placed(rows[index], width: region.width), alignment: .baseline)
      switch try row.fit(into: room, resumingAt: inner, in: context) {
      case .empty: continue
      case .nothing: return filling.broken(before: index)
      case .whole(let fragment):
        filling.add(padded(fragment))
        addRule(to: &filling, weight: Self.rowRule)
      case .part(let fragment, let resume):
        filling.add(padded(fragment))
        return .part(
          filling.fragment, resume: BreakToken(index: index, inner: resume.inner))
      }
    }
    return .whole(filling.fragment)
  }

  /// A row at its natural height; a row with a forced break in it says so by `endsPage`.
  private func natural(
    _ cells: [any Block], width: Double, in context: TypesettingContext
  ) throws(Diagnostic) -> Fragment {
    let row = CellRow(cells: placed(cells, width: width), alignment: .baseline)
    switch try row.fit(into: .unbounded(width: width), resumingAt: [], in: context) {
    case .whole(let fragment): return padded(fragment)
    case .part(var fragment, _):
      fragment.endsPage = true
      return padded(fragment)
    case .empty, .nothing: return padded(Fragment(size: Size(width: width, height: 0)))
    }
  }

  /// A row with its padding above and below.
  private func padded(_ row: Fragment) -> Fragment {
    var result = Fragment(
      size: Size(width: row.size.width, height: row.size.height + 2 * table.rowPadding))
    result.endsPage = row.endsPage
    result.firstBaseline = row.firstBaseline.map { $0 + table.rowPadding }
    result.lastBaseline = row.lastBaseline.map { $0 + table.rowPadding }
    result.children = [
      Fragment.Child(offset: Point(x: 0, y: table.rowPadding), fragment: row)
    ]
    return result
  }

  /// A hairline below what stands there.
  private func addRule(to filling: inout Filling, weight: Double) {
    let rect = Rect(x: 0, y: filling.height - weight, width: filling.width, height: weight)
    filling.fragment.items.append(
      DisplayItem(.shape(Shape(path: Path(rect: rect), fill: table.ruleColor))))
  }

  /// The cells at the places of their columns; weights without sense count as none, and where no
  /// weight is left all columns are equal.
  private func placed(_ cells: [any Block], width: Double) -> [CellRow.Cell] {
    let count = table.columns.count
    let weights = table.columns.map { $0.weight > 0 && $0.weight.isFinite ? $0.weight : 0 }
    let sum = weights.reduce(0, +)
    let room = max(0, width - table.columnGap * Double(max(0, count - 1)))
    var x = 0.0
    var result: [CellRow.Cell] = []
    for (block, weight) in zip(cells, weights) {
      let cellWidth = sum > 0 ? room * weight / sum : room / Double(count)
      result.append(CellRow.Cell(x: min(x, width), width: cellWidth, block: block))
      x += cellWidth + table.columnGap
    }
    return result
  }

  /// The rows that have found their place in one region.
  private struct Filling {
    let width: Double
    var fragment: Fragment
    var hasRows = false

    init(width: Double, location: SourceLocation) {
      self.width = width
      fragment = Fragment(size: Size(width: width, height: 0))
      fragment.location = location
    }

    var height: Double { fragment.size.height }

    /// Adds a row below those that are there.
    mutating func add(_ row: Fragment, isHeader: Bool = false) {
      fragment.children.append(
        Fragment.Child(offset: Point(x: 0, y: height), fragment: row))
      if fragment.firstBaseline == nil {
        fragment.firstBaseline = row.firstBaseline.map { $0 + height }
      }
      fragment.lastBaseline = row.lastBaseline.map { $0 + height } ?? fragment.lastBaseline
      fragment.endsPage = row.endsPage
      fragment.size.height += row.size.height
      if !isHeader { hasRows = true }
    }

    /// The answer where a row does not fit any more; a header never stands alone.
    func broken(before index: Int) -> Fit {
      hasRows
        ? .part(fragment, resume: BreakToken(index: index))
        : .nothing(BreakReason("not even the table's first row fits into the room that is left"))
    }
  }
}

import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// Sets rows of a table: groups of them whole, or as much of one as a region holds.
struct TableRowSetter {
  /// A cell that has its content.
  struct SetCell {
    var cell: TablePart.Cell
    var fragment: Fragment
    /// The distance from the head of its first row here to its content.
    var shift: Double
  }

  /// Rows with the places of their edges, from the head of the first.
  struct SetRows {
    /// The rows that are set, the last of them perhaps only in part.
    var range: Range<Int>
    /// One more than there are rows.
    var edges: [Double] = [0]
    /// The line of each row on which cells are level, from the row's head.
    var lines: [Double] = []
    var cells: [SetCell] = []
    /// The last row goes on in the next region.
    var isBroken = false
    /// Further rows of its group stand in the next region.
    var isCut = false

    var height: Double { edges.last ?? 0 }
    var endsPage: Bool { cells.contains { $0.fragment.endsPage } }
  }

  let part: TablePart
  let columns: TableColumns
  let padding: Double
  /// The cells that were measured already, each by its number.
  let known: KnownChildren
  let context: TypesettingContext

  // MARK: - Whole groups

  /// Rows that belong together, at their natural height.
  ///
  /// Where `lines` and `heights` are given, one for each row, no row's line or height is less. Rows
  /// that begin below a `limit` in points are left out of the answer's range.
  func whole(
    _ group: Range<Int>, lines: [Double] = [], heights: [Double] = [], limit: Double = .infinity
  ) throws(Diagnostic) -> SetRows {
    var result = SetRows(range: group.lowerBound..<group.lowerBound)
    for (index, row) in group.enumerated() where result.height <= limit {
      result.range = group.lowerBound..<row + 1
      var set: [SetCell] = []
      for cell in part.rows[row] {
        guard let fragment = try natural(cell) else { continue }
        set.append(SetCell(cell: cell, fragment: fragment, shift: 0))
      }
      let top = result.height
      let least = lines.indices.contains(index) ? lines[index] : 0
      let (height, line) = level(&set, within: .infinity, lineAtLeast: least)
      result.cells += set
      result.lines.append(line)
      let leastHeight = heights.indices.contains(index) ? heights[index] : 0
      result.edges.append(top + max(height + 2 * padding, leastHeight))
      // What reaches down to this row and is higher than its rows makes this one higher.
      for set in result.cells where set.cell.place.lastRow == row && set.cell.place.rows > 1 {
        let begin = result.edges[set.cell.place.row - group.lowerBound]
        let need = begin + set.shift + set.fragment.size.height + 2 * padding
        result.edges[result.edges.count - 1] = max(result.height, need)
      }
    }
    return result
  }

  /// A cell at its natural height; one with a forced break in it says so by `endsPage`.
  private func natural(_ cell: TablePart.Cell) throws(Diagnostic) -> Fragment? {
    if let fragment = knownNatural(cell) { return fragment }
    let room = naturalRoom(of: cell)
    switch try columns.block(of: cell).countedFit(
      into: room, resumingAt: nil, reusing: known.parts(of: number(of: cell)), in: context)
    {
    case .whole(let fragment):
      known.remember(fragment, index: number(of: cell), in: room)
      return fragment
    case .part(var fragment, _):
      fragment.endsPage = true
      return fragment
    case .empty, .nothing: return nil
    }
  }

  /// A cell's number among all of its part.
  private func number(of cell: TablePart.Cell) -> Int {
    cell.place.row * max(1, part.columnCount) + cell.place.column
  }

  private func naturalRoom(of cell: TablePart.Cell) -> Region {
    .unbounded(width: columns.room(for: cell).width)
  }

  /// The cell at its natural height, where it was measured before.
  private func knownNatural(_ cell: TablePart.Cell) -> Fragment? {
    known.fragment(
      of: columns.block(of: cell), index: number(of: cell), in: naturalRoom(of: cell))
  }

  /// Levels the first baselines of cells that begin in one row, as far as there is room for it, and
  /// answers the height of those that end in it, and the line.
  private func level(
    _ cells: inout [SetCell], within room: Double, lineAtLeast least: Double = 0
  ) -> (height: Double, line: Double) {
    func height(_ cells: [SetCell]) -> Double {
      cells.filter { $0.cell.place.rows == 1 }
        .reduce(0) { max($0, $1.shift + $1.fragment.size.height) }
    }
    var levelled = cells
    let onBaseline = levelled.indices.filter { levelled[$0].cell.position == .baseline }
    let line = onBaseline.reduce(least) { max($0, levelled[$1].fragment.firstBaseline ?? 0) }
    for index in onBaseline {
      levelled[index].shift = levelled[index].fragment.firstBaseline.map { line - $0 } ?? 0
    }
    // To fit counts for more than to be level.
    if height(levelled) <= room + Region.tolerance { cells = levelled }
    return (height(cells), onBaseline.isEmpty ? 0 : line)
  }

  // MARK: - Broken groups

  /// A cell from where a token says, into a region that does not hold all rows.
  func fit(
    _ cell: TablePart.Cell, into region: Region, resumingAt token: BreakToken?
  ) throws(Diagnostic) -> Fit {
    if token == nil, let whole = knownNatural(cell), region.holds(whole.size.height) {
      return .whole(whole)
    }
    return try columns.block(of: cell).countedFit(
      into: region, resumingAt: token, reusing: known.parts(of: number(of: cell)), in: context)
  }

  /// The first rows of a group that a region does not hold; nil where fewer than two of them would
  /// stand alone, here or in the next region.
  func beginning(
    of group: Range<Int>, into region: Region
  ) throws(Diagnostic) -> (rows: SetRows, next: Int, tokens: [BreakToken?])? {
    guard group.count >= 4 else { return nil }
    var room = region
    // Rows that are not broken are measured and then placed, so that no row is on the grid.
    room.grid = nil
    let part = try part(
      from: group.lowerBound, resumingAt: [], into: room, before: group.upperBound - 2)
    guard let part, part.next >= group.lowerBound + 2, !part.rows.isBroken, !part.tokens.isEmpty
    else { return nil }
    return part
  }

  /// As much of the rows from `row` on as the region holds, not beyond an `end`; nil where that is
  /// nothing.
  ///
  /// `tokens` are those of the cells over the row, or empty where the row begins its group.
  func part(
    from row: Int, resumingAt tokens: [BreakToken?], into region: Region, before end: Int = .max
  ) throws(Diagnostic) -> (rows: SetRows, next: Int, tokens: [BreakToken?])? {
    var breaking = GroupBreaking(setter: self, region: region, first: row, tokens: tokens)
    let group = part.group(of: row)
    var current = row
    while current < group.upperBound {
      switch try current < end ? breaking.add(current) : .before {
      case .goOn: current += 1
      case .before:
        guard current > row else { return nil }
        try breaking.endOpenCells(at: current)
        try breaking.repeatTitles()
        return (breaking.rows, current, breaking.tokens(at: current))
      case .within:
        guard current > row || breaking.hasProgress else { return nil }
        breaking.rows.isBroken = true
        try breaking.repeatTitles()
        return (breaking.rows, current, breaking.tokens(at: current))
      }
    }
    try breaking.repeatTitles()
    return (breaking.rows, group.upperBound, [])
  }

  /// Levels what is set of a row in a broken group.
  func levelled(_ cells: [SetCell], within room: Double) -> (cells: [SetCell], height: Double) {
    var copy = cells
    let height = level(&copy, within: room).height
    return (copy, height)
  }
}

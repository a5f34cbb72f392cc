import Diagnostics
import DocumentTree
import Geometry

/// Fills a region with rows that no region can hold together; nothing of a cell is ever lost.
///
/// A cell over several rows is offered the height of those that stand in the region, and goes on
/// with what is left of it beside the rows in the next.
struct GroupBreaking {
  /// What comes of a row.
  enum Step {
    case goOn
    /// The region is full before the row.
    case before
    /// The row goes on in the next region.
    case within
  }

  let setter: TableRowSetter
  let region: Region
  var rows: TableRowSetter.SetRows
  /// Where cells go on, by their row and number; `CellRow.finished` for those that are set.
  private var progress: [TableGrid.Place: BreakToken] = [:]
  /// Where they went on in the region before.
  private let start: [TableGrid.Place: BreakToken]

  /// Begins at a row, with the tokens of the cells over it.
  init(
    setter: TableRowSetter, region: Region, first: Int, tokens: [BreakToken?]
  ) {
    self.setter = setter
    self.region = region
    rows = TableRowSetter.SetRows(range: first..<first)
    var begun: [TableGrid.Place: BreakToken] = [:]
    for (cell, token) in zip(setter.part.cells(over: first), tokens) {
      if let token { begun[cell.place] = token }
    }
    (start, progress) = (begun, begun)
  }

  /// Something of a cell is set here: where not even a line goes in, the rows wait.
  var hasProgress: Bool { progress != start }

  /// The tokens of the cells over a row.
  func tokens(at row: Int) -> [BreakToken?] {
    setter.part.cells(over: row).map { progress[$0.place] }
  }

  private var isFresh: Bool { region.isFresh && rows.range.isEmpty }

  /// Sets a row below those that are there: its own cells, then what ends in it.
  mutating func add(_ row: Int) throws(Diagnostic) -> Step {
    let top = rows.height
    let room = max(0, region.remaining - top - 2 * setter.padding)
    var set: [TableRowSetter.SetCell] = []
    var reached = progress
    var isBroken = false
    for cell in setter.part.cells(over: row) where cell.place.rows == 1 {
      let fitting = try fit(cell, height: room, isFresh: isFresh)
      guard fitting.token != nil else { return .before }
      reached[cell.place] = fitting.token
      if let fragment = fitting.fragment {
        set.append(TableRowSetter.SetCell(cell: cell, fragment: fragment, shift: 0))
      }
      if fitting.token != CellRow.finished {
        // A row is broken only where it has the region to itself.
        guard rows.range.isEmpty else { return .before }
        isBroken = true
      }
    }
    var height = set.reduce(0) { max($0, $1.fragment.size.height) }
    if !isBroken { (set, height) = setter.levelled(set, within: room) }
    guard rows.range.isEmpty || region.holds(top + height + 2 * setter.padding) else {
      return .before
    }
    progress = reached
    rows.range = rows.range.lowerBound..<row + 1
    rows.edges.append(top + height + 2 * setter.padding)
    rows.cells += set
    if isBroken {
      try endOpenCells(at: row)
      return .within
    }
    return try endCells(in: row) ? .goOn : .within
  }

  /// Sets the cells over several rows that end in this one, which grows with them; false where the
  /// region does not hold the end of one.
  private mutating func endCells(in row: Int) throws(Diagnostic) -> Bool {
    var isWhole = true
    for cell in setter.part.cells(over: row)
    where cell.place.rows > 1 && cell.place.lastRow == row {
      if progress[cell.place] == CellRow.finished { continue }
      let top = top(of: cell)
      let room = max(0, region.remaining - top - 2 * setter.padding)
      let fitting = try fit(cell, height: room, isFresh: region.isFresh && top == 0)
      if let fragment = fitting.fragment {
        rows.cells.append(TableRowSetter.SetCell(cell: cell, fragment: fragment, shift: 0))
        let bottom = top + fragment.size.height + 2 * setter.padding
        rows.edges[rows.edges.count - 1] = max(rows.height, bottom)
      }
      if let token = fitting.token { progress[cell.place] = token }
      if fitting.token != CellRow.finished { isWhole = false }
    }
    return isWhole
  }

  /// Gives the cells that go on below the break the height of their rows here.
  mutating func endOpenCells(at row: Int) throws(Diagnostic) {
    for cell in setter.part.cells(over: row)
    where cell.place.rows > 1 && progress[cell.place] != CellRow.finished {
      // It begins with the row that is not set here.
      if cell.place.row >= rows.range.upperBound { continue }
      let top = top(of: cell)
      let room = max(0, rows.height - top - 2 * setter.padding)
      let fitting = try fit(cell, height: room, isFresh: false)
      if let fragment = fitting.fragment {
        rows.cells.append(TableRowSetter.SetCell(cell: cell, fragment: fragment, shift: 0))
      }
      if let token = fitting.token { progress[cell.place] = token }
    }
  }

  /// Sets cells over several rows again that ended in a region before, so that their rows are told
  /// what they belong to; not where there is no room for it.
  mutating func repeatTitles() throws(Diagnostic) {
    guard !rows.range.isEmpty else { return }
    for cell in setter.part.cells(over: rows.range.lowerBound)
    where start[cell.place] == CellRow.finished {
      // What takes more than a third of a region is no title.
      let height = min(region.remaining - 2 * setter.padding, region.full / 3)
      let room = Region(
        width: setter.columns.room(for: cell).width, remaining: max(0, height),
        full: region.full, isFresh: false)
      guard let block = cell.repeatedBlock,
        case .whole(let fragment) = try block.countedFit(
          into: room, resumingAt: nil, in: setter.context)
      else { continue }
      // Its line is that of the other cells in the first row.
      let line = rows.cells.filter { $0.cell.place.row <= rows.range.lowerBound }
        .reduce(0) { max($0, $1.shift + ($1.fragment.firstBaseline ?? 0)) }
      let shift = max(0, line - (fragment.firstBaseline ?? line))
      let last = min(cell.place.lastRow, rows.range.upperBound - 1) - rows.range.lowerBound + 1
      let growth = max(
        0, shift + fragment.size.height + 2 * setter.padding - rows.edges[last])
      guard region.holds(rows.height + growth) else { continue }
      for index in last..<rows.edges.count { rows.edges[index] += growth }
      rows.cells.append(TableRowSetter.SetCell(cell: cell, fragment: fragment, shift: shift))
    }
  }

  /// The head of the first of a cell's rows that stands here.
  private func top(of cell: TablePart.Cell) -> Double {
    rows.edges[max(0, cell.place.row - rows.range.lowerBound)]
  }

  /// A cell in a height; no token where nothing of it goes in.
  private func fit(
    _ cell: TablePart.Cell, height: Double, isFresh: Bool
  ) throws(Diagnostic) -> (fragment: Fragment?, token: BreakToken?) {
    let before = progress[cell.place]
    if before == CellRow.finished { return (nil, before) }
    let room = Region(
      width: setter.columns.room(for: cell).width, remaining: height, full: region.full,
      isFresh: isFresh)
    switch try setter.fit(cell, into: room, resumingAt: before) {
    case .empty: return (nil, CellRow.finished)
    case .nothing:
      guard !isFresh else { throw .standstill(of: cell.block) }
      return (nil, nil)
    case .whole(let fragment):
      guard isFresh || room.holds(fragment.size.height) else { return (nil, nil) }
      return (fragment, CellRow.finished)
    case .part(let fragment, let resume):
      guard resume != before else { throw .standstill(of: cell.block) }
      return (fragment, resume)
    }
  }
}

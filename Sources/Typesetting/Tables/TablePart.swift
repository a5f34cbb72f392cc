import Design
import DisplayList
import DocumentTree

/// The header of a table, or its body with the footer: rows whose cells are blocks.
struct TablePart: Sendable {
  /// A cell with its place in the part's rows.
  struct Cell: Sendable {
    var place: TableGrid.Place
    var block: StackBlock
    /// The same without divided words, for a width that needs none.
    var undividedBlock: StackBlock
    /// The same as an artifact, for the regions into which a cell over several rows goes on.
    var repeatedBlock: StackBlock?
    var position: Table.CellPosition
    var background: PaletteColor?
    /// The figure of a decimal column, which stands on the column's line.
    var figure: ParagraphBlock?
    /// It says something.
    var isFilled: Bool
    /// Its structure element.
    var mark: ContentMark
    /// It is a `TH`.
    var isHeading: Bool
  }

  /// The cells that begin in each row, from the left.
  private(set) var rows: [[Cell]] = []
  /// The rows in groups that no cell reaches out of.
  private(set) var groups: [Range<Int>] = []
  /// The first row of the footer; the number of rows where there is none.
  private(set) var firstFooterRow = 0
  /// Which rows have the second ground.
  private(set) var isStriped: [Bool] = []
  let columnCount: Int
  /// The cells over each row, in the order of their writing, by row and number.
  private var covering: [[(row: Int, cell: Int)]] = []

  /// An empty part of a table with so many columns.
  init(columns: Int) { columnCount = columns }

  var isEmpty: Bool { rows.isEmpty }

  /// Adds rows whose cells do not reach into those that are there.
  mutating func append(_ cells: [[Cell]], groups: [Range<Int>], isFooter: Bool = false) {
    let offset = rows.count
    covering += Array(repeating: [], count: cells.count)
    for (row, cells) in cells.enumerated() {
      for (number, cell) in cells.enumerated() {
        for covered in row...max(row, cell.place.lastRow) where offset + covered < covering.count {
          covering[offset + covered].append((row: offset + row, cell: number))
        }
      }
    }
    rows += cells.map { row in
      row.map { cell in
        var moved = cell
        moved.place.row += offset
        return moved
      }
    }
    let added = groups.map { $0.lowerBound + offset..<$0.upperBound + offset }
    self.groups += added
    if !isFooter { firstFooterRow = rows.count }
    isStriped += Array(repeating: false, count: cells.count)
    guard !isFooter else { return }
    // Titles over groups of rows begin anew; the rows of a group look alike.
    var isSecond = false
    for group in added {
      for row in group { isStriped[row] = isSecond }
      isSecond = isTitle(group) ? false : !isSecond
    }
  }

  /// Whether rows are one title over all columns.
  func isTitle(_ group: Range<Int>) -> Bool {
    columnCount > 1 && rows[group.lowerBound].first?.place.columns == columnCount
  }

  /// Whether rows stay with the ones below them: a title, and what a sum is made of.
  func keepsWithNext(_ group: Range<Int>) -> Bool {
    guard group.upperBound < rows.count else { return false }
    return isTitle(group) || group.upperBound >= firstFooterRow
  }

  /// Whether the footer begins with this row.
  func isBeforeFooter(_ row: Int) -> Bool { row == firstFooterRow && row < rows.count }

  /// The group that a row belongs to.
  func group(of row: Int) -> Range<Int> {
    var (low, high) = (0, groups.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].upperBound <= row { low = middle + 1 } else { high = middle }
    }
    return groups[low]
  }

  /// The cells that cover some of a row, from above and of its own, in the order of their writing.
  func cells(over row: Int) -> [Cell] {
    covering[row].map { rows[$0.row][$0.cell] }
  }

  /// The place that covers a column in each row of a range.
  func owner(row: Int, column: Int) -> TableGrid.Place? {
    cells(over: row).first { $0.place.columnRange.contains(column) }?.place
  }
}

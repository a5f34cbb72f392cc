/// Which cell of a table stands where, as HTML's table model has it: each cell of a row takes the
/// next columns that no cell from above reaches into.
package struct TableGrid: Sendable {
  /// The columns and rows that a cell covers, counted from 0.
  package struct Place: Sendable, Hashable {
    /// The row in which the cell is written, and its number there.
    package var row: Int
    package var cell: Int
    package var column: Int
    /// How many columns and rows it covers, as far as there is room.
    package var columns: Int
    package var rows: Int

    /// The last row that it covers.
    package var lastRow: Int { row + rows - 1 }
    package var columnRange: Range<Int> { column..<column + columns }
  }

  /// A cell that cannot have what it asks for.
  package enum Problem: Sendable, Hashable {
    /// So many cells more than the row has room for.
    case tooManyCells(row: Int, excess: Int)
    /// So many columns without a cell.
    case tooFewCells(row: Int, missing: Int)
    /// The cell reaches over the last column.
    case beyondColumns(row: Int, cell: Int, excess: Int)
    /// The cell would cover one that reaches down from above.
    case overlap(row: Int, cell: Int)
    /// The cell reaches below the last row.
    case beyondRows(row: Int, cell: Int, excess: Int)
  }

  /// The cells of each row that have a place.
  package private(set) var places: [[Place]] = []
  package private(set) var problems: [Problem] = []
  /// By row and column; nil where no cell is.
  private var owners: [[Place?]]

  /// Finds the places of all cells.
  ///
  /// - Parameters:
  ///   - rows: The cells as they are written.
  ///   - columns: How many columns there are; what reaches further is cut.
  package init(_ rows: [[Table.Cell]], columns: Int) {
    owners = Array(repeating: Array(repeating: nil, count: columns), count: rows.count)
    for (index, row) in rows.enumerated() {
      places.append([])
      place(row, at: index, of: rows.count, columns: columns)
    }
  }

  /// The cell that covers a place.
  package subscript(row: Int, column: Int) -> Place? { owners[row][column] }

  /// The rows in groups that no cell reaches out of.
  package var groups: [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    var end = 0
    for (index, row) in places.enumerated() {
      end = max(end, index, row.map(\.lastRow).max() ?? index)
      if end == index {
        groups.append(start..<index + 1)
        start = index + 1
      }
    }
    return groups
  }

  /// Puts the cells of one row into the columns that are free.
  private mutating func place(_ row: [Table.Cell], at index: Int, of rows: Int, columns: Int) {
    var column = 0
    for (number, cell) in row.enumerated() {
      while column < columns, owners[index][column] != nil { column += 1 }
      guard column < columns else {
        problems.append(.tooManyCells(row: index, excess: row.count - number))
        return
      }
      let wanted =
        cell.columnSpan == Table.Cell.allColumns
        ? columns - column : min(max(1, cell.columnSpan), 1_000_000)
      var end = column + 1
      while end < min(columns, column + wanted), owners[index][end] == nil { end += 1 }
      if column + wanted > columns {
        problems.append(
          .beyondColumns(row: index, cell: number, excess: column + wanted - columns))
      } else if end < column + wanted {
        problems.append(.overlap(row: index, cell: number))
      }
      let reach = max(1, cell.rowSpan)
      if reach > rows - index {
        problems.append(.beyondRows(row: index, cell: number, excess: reach - (rows - index)))
      }
      let place = Place(
        row: index, cell: number, column: column, columns: end - column,
        rows: min(reach, rows - index))
      for covered in place.row...place.lastRow {
        for column in place.columnRange { owners[covered][column] = place }
      }
      places[index].append(place)
      column = end
    }
    let missing = owners[index].count { $0 == nil }
    if missing > 0 { problems.append(.tooFewCells(row: index, missing: missing)) }
  }
}

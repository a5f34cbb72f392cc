import DocumentTree

extension Table {
  /// The cells of some rows by column, so that each row can be read by itself.
  ///
  /// A cell over several rows stands in each of them, but its figure only in the first: else sums
  /// over a column would count it more than once. A cell over several columns stands in the first.
  func byColumn(_ rows: [[Cell]]) -> [[Cell]] {
    let grid = TableGrid(rows, columns: columns.count)
    return rows.indices.map { row in
      columns.indices.map { column in
        guard let place = grid[row, column], place.column == column else {
          return Cell(content: [], value: .missing)
        }
        let cell = rows[place.row][place.cell]
        guard place.row < row else { return cell }
        // The row tells of its own record, not of that above.
        var copy = Cell(content: cell.content, value: .text(cell.content.line))
        for index in copy.content.indices { copy.content[index].identity.record = "" }
        return copy
      }
    }
  }
}

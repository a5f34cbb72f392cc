package import Design
package import Languages

/// A value of a table cell or a metric as data, beside its formatted text.
package enum TypedValue: Sendable, Hashable {
  case text(String)
  case quantity(Quantity)
  case date(PartialDate)
  case missing
}

/// A table with rows that may break over regions; header rows repeat.
package struct Table: Sendable, Hashable {
  /// Where a column's width comes from.
  package enum Width: Sendable, Hashable {
    /// A share of what the other columns leave, relative to the other shares.
    case weight(Double)
    /// Points.
    case fixed(Double)
    /// What the column's cells need.
    case content
  }

  /// One column.
  package struct Column: Sendable, Hashable {
    package var width: Width
    package var alignment: TextAlignment
    /// Numbers stand with their decimal separators below each other.
    package var isDecimal: Bool
    /// The cells name what their rows tell of.
    package var isHeader: Bool

    package init(weight: Double = 1, alignment: TextAlignment = .left) {
      self.init(width: .weight(weight), alignment: alignment)
    }

    package init(
      width: Width, alignment: TextAlignment = .left, isDecimal: Bool = false,
      isHeader: Bool = false
    ) {
      self.width = width
      self.alignment = alignment
      self.isDecimal = isDecimal
      self.isHeader = isHeader
    }
  }

  /// How a cell stands in the height of its rows.
  package enum CellPosition: String, Sendable, Hashable, CaseIterable {
    /// The first baselines of a row are level.
    case baseline
    case top, middle, bottom
  }

  /// One cell: blocks for the page, a value for data formats.
  package struct Cell: Sendable, Hashable {
    /// Stands for a span to the last column.
    package static let allColumns = Int.max

    package var content: [BlockNode]
    package var value: TypedValue
    /// How many columns and rows it reaches over, from 1; `allColumns` are those that are left.
    package var columnSpan: Int
    package var rowSpan: Int
    /// Nil takes the alignment of its column.
    package var alignment: TextAlignment?
    /// Nil takes the position of the table.
    package var position: CellPosition?
    /// Its ground, over that of the row.
    package var background: PaletteColor?
    /// It names what its row tells of.
    package var isHeader: Bool

    package init(
      content: [BlockNode], value: TypedValue, columnSpan: Int = 1, rowSpan: Int = 1
    ) {
      self.content = content
      self.value = value
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      alignment = nil
      position = nil
      background = nil
      isHeader = false
    }
  }

  /// Which hairlines a table has beside the stronger one below its header.
  package enum Rules: String, Sendable, Hashable, CaseIterable {
    /// Below each row.
    case rows
    case none
    /// Around each cell.
    case all
  }

  package var columns: [Column]
  /// The rows above, repeated in each region; the last one has the columns' titles.
  package var headerRows: [[Cell]]
  package var rows: [[Cell]]
  /// Sums and the like, once, at the end.
  package var footerRows: [[Cell]]
  /// Padding of each cell above and below, and between columns, in points.
  package var rowPadding: Double
  package var columnGap: Double
  package var ruleColor: PaletteColor
  package var rules: Rules
  /// The ground of every second row.
  package var zebra: PaletteColor?
  package var headerBackground: PaletteColor?
  package var position: CellPosition
  /// Columns found from their content take up the whole width between them.
  package var fillsWidth: Bool

  package init(
    columns: [Column], header: [Cell], rows: [[Cell]], rowPadding: Double, columnGap: Double,
    ruleColor: PaletteColor
  ) {
    self.columns = columns
    headerRows = header.isEmpty ? [] : [header]
    self.rows = rows
    footerRows = []
    self.rowPadding = rowPadding
    self.columnGap = columnGap
    self.ruleColor = ruleColor
    rules = .rows
    zebra = nil
    headerBackground = nil
    position = .baseline
    fillsWidth = true
  }

  /// The cells of the row with the columns' titles; fewer where cells from above reach into it.
  package var header: [Cell] { headerRows.last ?? [] }

  /// All rows in reading order.
  package var allRows: [[Cell]] { headerRows + rows + footerRows }

  /// Changes every cell, in reading order.
  package mutating func mapCells(_ change: (inout Cell) -> Void) {
    for part in [\Table.headerRows, \.rows, \.footerRows] {
      for row in self[keyPath: part].indices {
        for cell in self[keyPath: part][row].indices { change(&self[keyPath: part][row][cell]) }
      }
    }
  }

  /// The header's cells over each column, from above; one that reaches over several rows counts
  /// once.
  package var titles: [[Cell]] {
    let grid = TableGrid(headerRows, columns: columns.count)
    return columns.indices.map { column in
      var places: [TableGrid.Place] = []
      for row in headerRows.indices {
        if let place = grid[row, column], place != places.last { places.append(place) }
      }
      return places.map { headerRows[$0.row][$0.cell] }
    }
  }
}

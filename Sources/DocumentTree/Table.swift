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
  /// One column.
  package struct Column: Sendable, Hashable {
    /// The share of the table's width, relative to the other columns.
    package var weight: Double
    package var alignment: TextAlignment

    package init(weight: Double = 1, alignment: TextAlignment = .left) {
      self.weight = weight
      self.alignment = alignment
    }
  }

  /// One cell: blocks for the page, a value for data formats.
  package struct Cell: Sendable, Hashable {
    package var content: [BlockNode]
    package var value: TypedValue

    package init(content: [BlockNode], value: TypedValue) {
      self.content = content
      self.value = value
    }
  }

  package var columns: [Column]
  package var header: [Cell]
  package var rows: [[Cell]]
  /// Padding of each cell above and below, and between columns, in points.
  package var rowPadding: Double
  package var columnGap: Double
  package var ruleColor: PaletteColor

  package init(
    columns: [Column], header: [Cell], rows: [[Cell]], rowPadding: Double, columnGap: Double,
    ruleColor: PaletteColor
  ) {
    self.columns = columns
    self.header = header
    self.rows = rows
    self.rowPadding = rowPadding
    self.columnGap = columnGap
    self.ruleColor = ruleColor
  }
}

import DocumentTree

/// CommonMark text as a value, before it is given styles.
indirect enum MarkedBlock: Sendable, Hashable {
  case paragraph([Inline])
  case heading(level: Int, [Inline])
  /// The lines of a program or the like, with line breaks between them.
  case code([Inline])
  /// `start` is the first number, or nil for bullets.
  case list(start: Int?, [[MarkedBlock]])
  case quotation([MarkedBlock])
  case rule
  case table(MarkedTable)
}

/// A table as GitHub-flavoured Markdown has it (GFM 4.10): one row of titles, one paragraph a cell.
struct MarkedTable: Sendable, Hashable {
  enum Alignment: Sendable, Hashable {
    case left, center, right
  }

  /// One for each column; nil where the text does not say.
  var alignments: [Alignment?]
  var header: [[Inline]]
  /// Each row has a cell for each column.
  var rows: [[[Inline]]]

  /// The titles and the rows below them.
  var allRows: [[[Inline]]] { [header] + rows }

  /// The table with each cell changed.
  func mapCells(_ change: ([Inline]) -> [Inline]) -> MarkedTable {
    MarkedTable(
      alignments: alignments, header: header.map(change), rows: rows.map { $0.map(change) })
  }
}

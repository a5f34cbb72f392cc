package import DocumentTree

/// Writes what a publication holds as data: figures, awards, projects, tables, and every text with a
/// digit in it.
package enum CSVWriter {
  /// The publication's data as one table with a header row (RFC 4180), in reading order.
  ///
  /// The first row is the publication itself, whose date stands on its pages. Columns are named in English in every edition. No field has a line break. A row that is there
  /// already is not repeated, so a figure that stands on two pages is listed once.
  package static func write(_ tree: PublicationTree, dialect: CSVDialect) -> String {
    var rows = DataRows(tree)
    // Every language is listed for itself; what several share stands in the leading one.
    for reading in tree.readings {
      for section in reading.sections { rows.append(section) }
    }
    let lines = [DataRow.columns.map { CSVField.text($0) }] + rows.rows.map(\.fields)
    return dialect.byteOrderMark
      + lines.map { fields in
        fields.map { $0.source(dialect) }.joined(separator: String(dialect.separator)) + "\r\n"
      }.joined()
  }
}

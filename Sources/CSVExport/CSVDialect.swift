/// How a CSV file is written, for whom.
package enum CSVDialect: String, Sendable, Hashable, CaseIterable {
  /// RFC 4180 with commas and decimal points.
  case plain
  /// What a German Excel opens by a double click: semicolons, decimal commas, a byte order mark.
  ///
  /// A text that Excel would take for a formula gets an apostrophe before it; plain files hold every
  /// text as it is.
  case excelDE = "excel-de"

  /// What stands between two fields.
  var separator: Character { self == .plain ? "," : ";" }

  /// What stands before the first row.
  var byteOrderMark: String { self == .plain ? "" : "\u{FEFF}" }

  /// What stands before the fraction of a number.
  var decimalSeparator: String { self == .plain ? "." : "," }

  /// Whether texts that look like formulas are made harmless.
  var guardsFormulas: Bool { self == .excelDE }
}

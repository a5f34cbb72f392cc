import Languages

/// One field of a CSV file: numbers follow the dialect, texts are guarded and quoted.
enum CSVField: Hashable {
  case text(String)
  case number(DecimalNumber)

  /// The field as it stands in the file.
  func source(_ dialect: CSVDialect) -> String {
    switch self {
    case .number(let number): number.plain.replacing(".", with: dialect.decimalSeparator)
    case .text(let text): Self.quoted(Self.guarded(text, dialect), dialect)
    }
  }

  /// What begins a formula for spreadsheets, in full width too.
  private static let formulaMarks = Set("=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}\t\r\n".unicodeScalars)

  /// The text, with an apostrophe before what a spreadsheet would calculate.
  private static func guarded(_ text: String, _ dialect: CSVDialect) -> String {
    guard dialect.guardsFormulas, let first = text.unicodeScalars.first,
      formulaMarks.contains(first)
    else { return text }
    return "'" + text
  }

  /// The text in quotation marks where it holds what would end the field (RFC 4180, 2.6 and 2.7).
  private static func quoted(_ text: String, _ dialect: CSVDialect) -> String {
    // By scalars: a line feed behind a return is one character and would not be found.
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "\"" || $0 == "\r" || $0 == "\n" || dialect.separator.unicodeScalars.contains($0)
    }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}

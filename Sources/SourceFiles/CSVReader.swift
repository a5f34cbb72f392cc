package import Diagnostics

/// One field of a CSV file with its place.
package struct CSVField: Sendable, Hashable {
  /// The content, without quotes.
  package var text: String
  /// Whether it stood in quotes.
  package var isQuoted: Bool
  /// Where it begins, at its quote if it has one.
  package var location: SourceLocation
}

/// One row of a CSV file; it has as many fields as the header.
package struct CSVRow: Sendable, Hashable {
  package var fields: [CSVField]
  /// Where the row begins.
  package var location: SourceLocation
}

/// Reads CSV (RFC 4180) row by row, so that a large file needs no more memory than its bytes.
///
/// Comma, semicolon or tab is told from the header line. Empty lines are passed over. Problems are
/// collected in `problems`; a row that has one is left out.
package struct CSVReader: Sendable {
  /// The longest field, in bytes.
  package static let fieldLimit = 1 << 20
  /// How many columns a file may have.
  package static let columnLimit = 10_000
  /// After so many problems the rest of the file is not read.
  static let maximumProblems = 100

  /// The names of the columns; empty if the file cannot be read.
  package private(set) var header: [CSVField] = []
  /// What was wrong so far.
  package private(set) var problems: [Diagnostic] = []
  /// What stands between fields: a comma, a semicolon or a tab.
  package let delimiter: UInt8

  // One forward pass over the bytes; only the row at hand is turned into strings.
  private let bytes: [UInt8]
  private let file: String
  /// The next byte to be read.
  private var offset: Int
  private var line = 1
  /// The column in characters of `offset`, from 1.
  private var column = 1

  /// Begins to read; the header is read at once.
  package init(_ bytes: [UInt8], file: String) {
    self.file = file
    offset = bytes.count - UTF8Check.withoutMark(bytes).count
    // What was pasted into a spreadsheet is mended in its field; YAML itself allows no such control.
    if let problem = UTF8Check.problem(in: bytes, file: file, allowsWindows1252: true) {
      self.bytes = []
      delimiter = UInt8(ascii: ",")
      offset = 0
      problems = [problem]
      return
    }
    self.bytes = bytes
    delimiter = Self.delimiter(ofHeaderIn: bytes[offset...])
    guard let first = nextRow() else {
      if problems.isEmpty {
        problems = [
          Diagnostic(
            "csv.empty", "the file is empty", at: SourceLocation(file: file),
            hints: ["the first line names the columns"])
        ]
      }
      return
    }
    header = first.fields
    checkHeader()
  }

  /// The next row that has no problem, or nil at the end.
  package mutating func next() -> CSVRow? {
    guard !header.isEmpty else { return nil }
    while problems.count < Self.maximumProblems, let row = nextRow() {
      if row.fields.count == header.count { return row }
      problems.append(
        Diagnostic(
          "csv.ragged-row",
          "the row has \(row.fields.count) fields, and the header has \(header.count)",
          at: row.location,
          hints: [
            "put a field that has the delimiter “\(Self.name(of: delimiter))” in double quotes"
          ]))
    }
    return nil
  }

  /// Columns are found by name: each needs one, and one of its own.
  private mutating func checkHeader() {
    var seen: [String: SourceLocation] = [:]
    for field in header {
      if field.text.isEmpty {
        problems.append(
          Diagnostic(
            "csv.unnamed-column", "a column has no name", at: field.location,
            hints: ["name it in the first line, or remove it from all lines"]))
      } else if let before = seen[field.text] {
        problems.append(
          Diagnostic(
            "csv.duplicate-column", "the column “\(field.text)” comes twice", at: field.location,
            hints: ["it stands before in column \(before.column) of the line"]))
      } else {
        seen[field.text] = field.location
      }
    }
  }

  /// The next row of any length.
  private mutating func nextRow() -> CSVRow? {
    while offset < bytes.count, bytes[offset] == 10 || bytes[offset] == 13 { endLine() }
    guard offset < bytes.count else { return nil }
    var row = CSVRow(fields: [], location: here)
    row.fields.reserveCapacity(header.count)
    while true {
      guard let field = nextField() else { return nil }
      if row.fields.count < Self.columnLimit { row.fields.append(field) }
      guard offset < bytes.count else { return row }
      guard bytes[offset] == delimiter else {
        endLine()
        return row
      }
      advance()
    }
  }

  /// The field at `offset`, which then stands at a delimiter, a line's end or the end of the file.
  private mutating func nextField() -> CSVField? {
    let place = here
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return quotedField(from: place) }
    let start = offset
    while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != 10, bytes[offset] != 13
    {
      advance()
    }
    guard offset - start <= Self.fieldLimit else { return giveUp(tooLong(at: place)) }
    return CSVField(
      text: String(decoding: bytes[start..<offset], as: UTF8.self), isQuoted: false,
      location: place)
  }

  /// A field in quotes, in which delimiters and line ends are text and `""` is a quote.
  private mutating func quotedField(from place: SourceLocation) -> CSVField? {
    let quote = UInt8(ascii: "\"")
    var content: [UInt8] = []
    advance()
    while true {
      guard offset < bytes.count else {
        return giveUp(
          Diagnostic(
            "csv.unended-quote", "a quoted field never ends", at: place,
            hints: ["add the closing “\"”; a “\"” inside a quoted field is written twice"]))
      }
      let byte = bytes[offset]
      if byte == quote {
        advance()
        guard offset < bytes.count, bytes[offset] == quote else { break }
        content.append(quote)
        advance()
      } else if byte == 10 || byte == 13 {
        content.append(10)  // one kind of line end inside texts
        endLine()
      } else {
        content.append(byte)
        advance()
      }
      guard content.count <= Self.fieldLimit else { return giveUp(tooLong(at: place)) }
    }
    if offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != 10, bytes[offset] != 13 {
      return giveUp(
        Diagnostic(
          "csv.text-behind-quote", "text follows the closing quote of a field", at: here,
          hints: ["a “\"” inside a quoted field is written twice"]))
    }
    return CSVField(
      text: String(decoding: content, as: UTF8.self), isQuoted: true, location: place)
  }

  /// Ends the reading: what follows a broken quote cannot be trusted.
  private mutating func giveUp(_ problem: Diagnostic) -> CSVField? {
    problems.append(problem)
    offset = bytes.count
    return nil
  }

  /// A quote that is never closed swallows the file: the limit finds it early.
  private func tooLong(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      "csv.field-too-long", "the field is longer than \(Self.fieldLimit >> 20) MiB", at: place,
      hints: ["look for a quotation mark that is not closed"])
  }

  /// The place of `offset`.
  private var here: SourceLocation { SourceLocation(file: file, line: line, column: column) }

  /// Steps over one byte; bytes that continue a character do not count as columns.
  private mutating func advance() {
    if bytes[offset] & 0xC0 != 0x80 { column += 1 }
    offset += 1
  }

  /// Steps over one line end: LF, CRLF or a lone CR.
  private mutating func endLine() {
    if bytes[offset] == 13, offset + 1 < bytes.count, bytes[offset + 1] == 10 { offset += 1 }
    offset += 1
    line += 1
    column = 1
  }

  /// The delimiter that comes most often, outside quotes, in the first line that is not empty.
  private static func delimiter(ofHeaderIn bytes: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var quoted = false
    for byte in bytes.drop(while: { $0 == 10 || $0 == 13 }) {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if quoted { continue }
      if byte == 10 || byte == 13 { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let best = counts.indices.max {
      counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1)
    }
    return candidates[best ?? 0]
  }

  private static func name(of delimiter: UInt8) -> String {
    delimiter == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(delimiter))
  }
}

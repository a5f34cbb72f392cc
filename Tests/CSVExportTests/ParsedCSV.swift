/// Reads CSV strictly by RFC 4180: every record ends with CR LF, and a quotation mark stands only in
/// quoted fields.
struct ParsedCSV {
  struct Malformed: Error { let offset: Int }

  let header: [String]
  let records: [[String]]

  init(_ source: String, separator: Unicode.Scalar) throws {
    let scalars = Array(source.unicodeScalars)
    var all: [[String]] = [[]]
    var field = String.UnicodeScalarView()
    var index = 0
    func peek(_ distance: Int) -> Unicode.Scalar? {
      index + distance < scalars.count ? scalars[index + distance] : nil
    }
    while index < scalars.count {
      if scalars[index] == "\"" {
        guard field.isEmpty else { throw Malformed(offset: index) }
        index += 1
        while true {
          guard let scalar = peek(0) else { throw Malformed(offset: index) }
          if scalar == "\"", peek(1) != "\"" { break }
          if scalar == "\"" { index += 1 }
          field.append(scalar)
          index += 1
        }
        index += 1
        guard peek(0) == separator || peek(0) == "\r" else { throw Malformed(offset: index) }
        continue
      }
      if scalars[index] == separator {
        all[all.count - 1].append(String(field))
        field = String.UnicodeScalarView()
      } else if scalars[index] == "\r" {
        guard peek(1) == "\n" else { throw Malformed(offset: index) }
        all[all.count - 1].append(String(field))
        field = String.UnicodeScalarView()
        all.append([])
        index += 1
      } else if scalars[index] == "\n" {
        throw Malformed(offset: index)
      } else {
        field.append(scalars[index])
      }
      index += 1
    }
    guard all.removeLast().isEmpty, field.isEmpty, !all.isEmpty else {
      throw Malformed(offset: index)
    }
    header = all.removeFirst()
    for record in all where record.count != header.count { throw Malformed(offset: -1) }
    records = all
  }

  /// The records as values by column, empty ones left out.
  var rows: [[String: String]] {
    records.map { record in
      Dictionary(uniqueKeysWithValues: zip(header, record)).filter { !$0.value.isEmpty }
    }
  }
}

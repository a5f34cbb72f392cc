package import Diagnostics

/// Finds what makes bytes unfit as a text file: broken UTF-8 and control characters.
package enum UTF8Check {
  /// The first problem of `bytes`, if there is one; a byte order mark is welcome.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - file: Its path, for the message.
  ///   - allowsWindows1252: Whether the controls U+0080 to U+009F may stand in it, which are signs of
  ///     Windows-1252 in pasted text; who reads the text mends them.
  /// - Returns: The problem with its place, or nil.
  package static func problem(
    in bytes: [UInt8], file: String, allowsWindows1252: Bool = false
  ) -> Diagnostic? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(
        "source.not-utf8", "the file is UTF-16, not UTF-8", at: SourceLocation(file: file),
        hints: ["save the file as UTF-8 in your editor or spreadsheet program"])
    }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let (offset, kind) = firstOffence(in: buffer, allowsWindows1252) else {
        return nil
      }
      let place = location(of: offset, in: buffer, file: file)
      let code = String(kind.scalar, radix: 16, uppercase: true)
      switch kind {
      case .malformed(let byte):
        return Diagnostic(
          "source.not-utf8", "the file is not UTF-8: the byte 0x\(code) cannot stand here",
          at: place,
          hints: byte >= 0x80
            ? [
              "if the file was saved as Windows-1252 or Latin-1, save it again as UTF-8"
            ] : [])
      case .control(let scalar):
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        return Diagnostic(
          "source.control-character", "a control character (U+\(padded)) stands in the text",
          at: place,
          hints: [hint(for: scalar)])
      }
    }
  }

  private static func hint(for control: UInt32) -> String {
    switch control {
    case 0: "this looks like a binary file"
    case 0x80...0x9F: "type the sign that it was in Windows-1252, such as “–”, “„” or “…”"
    default: "delete the invisible character"
    }
  }

  /// The bytes without a leading byte order mark.
  package static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  /// What cannot stand in a text file.
  private enum Offence {
    /// A byte that no well-formed sequence has here.
    case malformed(UInt8)
    /// A character that no text needs and no editor shows.
    case control(UInt32)

    /// The number to be shown.
    var scalar: UInt32 {
      switch self {
      case .malformed(let byte): UInt32(byte)
      case .control(let scalar): scalar
      }
    }
  }

  /// The Unicode standard's table of well-formed byte sequences (section 3.9, table 3-7), by hand.
  private static func firstOffence(
    in b: UnsafeBufferPointer<UInt8>, _ allowsWindows1252: Bool
  ) -> (Int, Offence)? {
    var i = 0
    let end = b.count
    while i < end {
      let first = b[i]
      if first < 0x80 {
        if first < 0x20 ? !(first == 9 || first == 10 || first == 13) : first == 0x7F {
          return (i, .control(UInt32(first)))
        }
        i += 1
        continue
      }
      // The length, and the bounds of the second byte that shut out overlong forms and surrogates.
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF4: (length, high) = (4, 0x8F)
      case 0xF1...0xF3: length = 4
      default: return (i, .malformed(first))
      }
      guard i + length <= end, (low...high).contains(b[i + 1]) else {
        return (i, .malformed(first))
      }
      for k in 2..<max(2, length) where b[i + k] & 0xC0 != 0x80 { return (i, .malformed(first)) }
      // C1 controls, and the separators that YAML takes for line breaks but editors do not show.
      if first == 0xC2, b[i + 1] < 0xA0, !allowsWindows1252 || isUnassigned(b[i + 1]) {
        return (i, .control(UInt32(b[i + 1])))
      }
      if first == 0xE2, b[i + 1] == 0x80, b[i + 2] == 0xA8 || b[i + 2] == 0xA9 {
        return (i, .control(0x2000 | UInt32(b[i + 2] & 0x3F)))
      }
      i += length
    }
    return nil
  }

  /// Whether Windows-1252 has no sign at a place above 0x7F.
  private static func isUnassigned(_ byte: UInt8) -> Bool {
    [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)
  }

  /// The line and column (in characters) of a byte offset.
  private static func location(
    of offset: Int, in b: UnsafeBufferPointer<UInt8>, file: String
  ) -> SourceLocation {
    // Counted only when there is a problem; a lone CR ends a line, too.
    var line = 1
    var lineStart = 0
    for i in 0..<offset where b[i] == 10 || (b[i] == 13 && !(i + 1 < b.count && b[i + 1] == 10)) {
      line += 1
      lineStart = i + 1
    }
    let column = (lineStart..<offset).reduce(1) { $0 + (b[$1] & 0xC0 == 0x80 ? 0 : 1) }
    return SourceLocation(file: file, line: line, column: column)
  }
}

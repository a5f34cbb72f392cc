import Diagnostics

/// A date and time as the two places of a PDF's metadata write it.
struct DocumentDate {
  /// `2024-05-31T12:00:00Z`, as XMP has it.
  let iso: String

  /// Reads a date and time as ISO 8601 writes it, in UTC, to the second; throws for any other.
  init(_ text: String) throws(Diagnostic) {
    let form = Array("0000-00-00T00:00:00Z".utf8)
    let bytes = Array(text.utf8)
    let isDate =
      bytes.count == form.count
      && zip(bytes, form).allSatisfy { byte, expected in
        expected == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == expected
      }
    guard isDate else {
      throw Diagnostic(
        "render.date", "“\(text)” is no date and time in UTC",
        hints: ["write it as 2024-05-31T12:00:00Z"])
    }
    iso = text
  }

  /// `D:20240531120000Z` (ISO 32000-1, 7.9.4).
  var pdf: String { "D:" + iso.filter { $0.isNumber || $0 == "Z" } }
}

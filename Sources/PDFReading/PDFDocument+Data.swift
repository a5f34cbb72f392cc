internal import CQPDF
package import Diagnostics
import Foundation

/// Data of streams.
extension PDFDocument {
  /// The names of a stream's filters in the order in which they are undone.
  package func filters(of stream: PDFStream) -> [String] {
    let filter = entry("Filter", of: stream.dictionary)
    return filter.name.map { [$0] } ?? members(of: filter).compactMap(\.name)
  }

  /// A stream's data as the file has them.
  package func rawData(of stream: PDFStream) throws(Diagnostic) -> [UInt8] {
    try read(stream, level: qpdf_dl_none).bytes
  }

  /// A stream's data with all its filters undone.
  ///
  /// Errors: `pdf.stream` for damaged data or a filter of pictures (DCTDecode, JPXDecode, CCITT,
  /// JBIG2), `pdf.bomb` for more than `limits.streamSize`.
  package func data(of stream: PDFStream) throws(Diagnostic) -> [UInt8] {
    try checkExpansion(of: stream)
    let (bytes, filtered) = try read(stream, level: qpdf_dl_specialized)
    guard filtered else {
      throw Diagnostic(
        "pdf.stream",
        "object \(stream.reference.number) has data that cannot be read (filters \(filters(of: stream).joined(separator: ", ")))"
      )
    }
    return bytes
  }

  /// The content of a page: its streams with a line end between them (7.8.2).
  package func content(of page: PDFPage) throws(Diagnostic) -> [UInt8] {
    let contents = resolve(page.dictionary["Contents"])
    let streams = contents.stream.map { [$0] } ?? members(of: contents).compactMap(\.stream)
    var bytes: [UInt8] = []
    for stream in streams {
      bytes += try data(of: stream)
      bytes.append(UInt8(ascii: "\n"))
      guard bytes.count <= limits.streamSize else { throw Self.bomb(stream.reference.number) }
    }
    return bytes
  }

  static func bomb(_ number: Int) -> Diagnostic {
    Diagnostic(
      "pdf.bomb", "object \(number) unpacks to more than any real one",
      hints: ["have the file written anew by the program that made it"])
  }

  private func read(
    _ stream: PDFStream, level: qpdf_stream_decode_level_e
  ) throws(Diagnostic) -> (bytes: [UInt8], filtered: Bool) {
    guard let number = Int32(exactly: stream.reference.number),
      let generation = Int32(exactly: stream.reference.generation)
    else { throw Diagnostic("pdf.stream", "there is no object \(stream.reference.number)") }
    let object = qpdf_get_object_by_id(handle, number, generation)
    defer { qpdf_oh_release(handle, object) }
    var filtered: QPDF_BOOL = 0
    var bytes: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = qpdf_oh_get_stream_data(handle, object, level, &filtered, &bytes, &length)
    defer { free(bytes) }
    guard code & 2 == 0 else {
      _ = qpdf_get_error(handle)
      throw Diagnostic("pdf.stream", "object \(number) has data that cannot be read")
    }
    return (
      Array(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : length)), filtered != 0
    )
  }

  /// Refuses data that could unpack to more than the limit.
  private func checkExpansion(of stream: PDFStream) throws(Diagnostic) {
    let number = stream.reference.number
    let parameters = entry("DecodeParms", of: stream.dictionary)
    for entries in [parameters] + members(of: parameters) {
      let columns = entry("Columns", of: entries.dictionary).number ?? 1
      guard columns.magnitude <= 4_194_304 else { throw Self.bomb(number) }
    }
    let names = filters(of: stream)
    guard names.count <= 8 else { throw Self.bomb(number) }
    let factors = names.map { ExpansionGuard.factors[$0] ?? 1 }
    let raw = try rawData(of: stream)
    if factors.reduce(Double(raw.count), { $0 * $1 }) <= Double(limits.streamSize) { return }
    guard let first = names.first, ["FlateDecode", "Fl"].contains(first) else {
      throw Self.bomb(number)
    }
    let size = raw.withUnsafeBufferPointer {
      ExpansionGuard(limit: limits.streamSize).inflatedSize(of: UnsafeRawBufferPointer($0))
    }
    guard let size,
      factors.dropFirst().reduce(Double(size), { $0 * $1 }) <= Double(limits.streamSize)
    else {
      throw Self.bomb(number)
    }
  }
}

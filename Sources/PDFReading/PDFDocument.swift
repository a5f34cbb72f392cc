internal import CQPDF
package import Diagnostics
import Foundation

/// A PDF file that is read through libqpdf.
///
/// A document belongs to one thread. Damaged files are repaired as far as qpdf can; what it could
/// not read is `null`, and `warnings()` says so. No call crashes or hangs on an untrusted file.
package final class PDFDocument {
  package let limits: PDFLimits
  /// The number behind `%PDF-` at the beginning, as `1.6`; empty where there is none.
  package let headerVersion: String
  /// Whether the file has an /Encrypt dictionary; only files that open without a password get here.
  package let isEncrypted: Bool
  /// The size of the file in bytes.
  package var size: Int { buffer.count }

  let handle: OpaquePointer
  /// qpdf reads from it for as long as the document lives.
  let buffer: UnsafeMutableBufferPointer<UInt8>
  var resolved: [PDFReference: PDFObject] = [:]

  /// Opens a file's bytes; `name` is what messages call it.
  ///
  /// Errors: `pdf.too-large`, `pdf.password`, `pdf.damaged`, `pdf.bomb`.
  package init(
    _ bytes: some Collection<UInt8>, name: String, limits: PDFLimits = PDFLimits()
  ) throws(Diagnostic) {
    try Self.checkSize(bytes.count, name: name, limits: limits)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = buffer.initialize(from: bytes)
    if let problem = ExpansionGuard(limit: limits.streamSize).problem(in: buffer, name: name) {
      buffer.deallocate()
      throw problem
    }
    guard let data = qpdf_init() else {
      buffer.deallocate()
      throw Diagnostic("pdf.damaged", "“\(name)” could not be read: there is no memory left")
    }
    qpdf_set_suppress_warnings(data, 1)
    qpdf_silence_errors(data)
    let code = qpdf_read_memory(
      data, "PDF", UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self),
      UInt64(buffer.count), nil)
    guard code & 2 == 0 else {
      let problem = Self.problem(of: data, name: name)
      var closing: OpaquePointer? = data
      qpdf_cleanup(&closing)
      buffer.deallocate()
      throw problem
    }
    self.limits = limits
    self.buffer = buffer
    handle = data
    isEncrypted = qpdf_is_encrypted(data) != 0
    let line = buffer.prefix(8)
    headerVersion =
      line.starts(with: Array("%PDF-".utf8))
      ? String(decoding: line.dropFirst(5), as: UTF8.self) : ""
  }

  /// Opens a file; errors as above, and `pdf.unreadable`.
  package convenience init(path: String, limits: PDFLimits = PDFLimits()) throws(Diagnostic) {
    let name = (path as NSString).lastPathComponent
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    try Self.checkSize(size ?? 1, name: name, limits: limits)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        "pdf.unreadable", "“\(path)” cannot be read", hints: ["is it there, and may you read it?"])
    }
    try self.init(data, name: name, limits: limits)
  }

  deinit {
    var closing: OpaquePointer? = handle
    qpdf_cleanup(&closing)
    buffer.deallocate()
  }

  /// What qpdf had to say since it was last asked: what it repaired and what it could not read.
  package func warnings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    while qpdf_more_warnings(handle) != 0, let warning = qpdf_next_warning(handle) {
      guard found.count < 100 else { continue }
      let text = qpdf_get_error_message_detail(handle, warning).map { String(cString: $0) } ?? ""
      let offset = qpdf_get_error_file_position(handle, warning)
      found.append(
        Diagnostic(
          "pdf.repaired", severity: .warning, "the file is damaged at byte \(offset): \(text)"))
    }
    return found
  }

  private static func checkSize(_ size: Int, name: String, limits: PDFLimits) throws(Diagnostic) {
    if size > limits.fileSize {
      throw Diagnostic(
        "pdf.too-large", "“\(name)” has \(size >> 20) MiB, more than \(limits.fileSize >> 20) MiB")
    }
    if size == 0 { throw Diagnostic("pdf.damaged", "“\(name)” is empty") }
  }

  private static func problem(of data: OpaquePointer, name: String) -> Diagnostic {
    guard let error = qpdf_get_error(data) else {
      return Diagnostic("pdf.damaged", "“\(name)” cannot be read as a PDF")
    }
    if qpdf_get_error_code(data, error) == qpdf_e_password {
      return Diagnostic(
        "pdf.password", "“\(name)” wants a password",
        hints: ["save it without a password first"])
    }
    let detail = qpdf_get_error_message_detail(data, error).map { String(cString: $0) } ?? ""
    return Diagnostic("pdf.damaged", "“\(name)” cannot be read as a PDF: \(detail)")
  }
}

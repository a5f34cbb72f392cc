import CCairo
import CPoppler
package import Diagnostics
package import Geometry

/// A PDF that may be anybody's, drawn by Poppler.
///
/// Owns C handles and belongs to one thread.
package final class ForeignDocument {
  /// Owned; a GObject.
  private let handle: OpaquePointer
  package let pageCount: Int

  /// The most pages.
  private static let mostPages = 2_000

  /// Opens a file's bytes; `name` is what diagnostics call it.
  package init(_ bytes: [UInt8], name: String) throws(Diagnostic) {
    let location = SourceLocation(file: name)
    var error: UnsafeMutablePointer<GError>?
    let data = g_bytes_new(bytes, gsize(bytes.count))
    defer { g_bytes_unref(data) }
    guard let handle = poppler_document_new_from_bytes(data, nil, &error) else {
      let reason = error?.pointee.message.map { String(cString: $0) } ?? "unknown"
      g_error_free(error)
      throw Diagnostic(
        "pdf.unreadable", "the PDF cannot be drawn (\(reason))", at: location,
        hints: ["have the program that made it write it anew, without a password"])
    }
    self.handle = handle
    pageCount = Int(poppler_document_get_n_pages(handle))
    guard (1...Self.mostPages).contains(pageCount) else {
      throw Diagnostic(
        "pdf.pages", "the PDF has \(pageCount) pages; 1 to \(Self.mostPages) can be drawn",
        at: location)
    }
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

  /// The title, where the file has one.
  package var title: String? {
    guard let text = poppler_document_get_title(handle) else { return nil }
    defer { g_free(text) }
    return String(cString: text)
  }

  /// The size of a page as it is shown, in points: of its crop box, upright.
  package func size(of page: Int) throws(Diagnostic) -> Size {
    try withPage(page) { page throws(Diagnostic) in
      var (width, height) = (0.0, 0.0)
      poppler_page_get_size(page, &width, &height)
      guard width.isFinite, height.isFinite, width >= 1, height >= 1 else {
        throw Diagnostic("pdf.page-size", "a page of the PDF has no size")
      }
      return Size(width: width, height: height)
    }
  }

  /// Draws a page with its upper left corner at the origin, in points.
  func draw(page: Int, on context: CairoContext) throws(Diagnostic) {
    try withPage(page) { page throws(Diagnostic) in
      poppler_page_render_for_printing(page, context.handle)
      try context.check("a page of the PDF")
    }
  }

  private func withPage<Result>(
    _ index: Int, _ body: (OpaquePointer) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    guard let page = poppler_document_get_page(handle, Int32(index)) else {
      throw Diagnostic("pdf.page", "page \(index + 1) of the PDF is broken")
    }
    defer { g_object_unref(UnsafeMutableRawPointer(page)) }
    return try body(page)
  }
}

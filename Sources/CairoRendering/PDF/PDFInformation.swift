import CCairo
import Diagnostics
import DisplayList

/// The document information of a PDF (ISO 32000-1, 14.3.3).
enum PDFInformation {
  /// Writes what the file says of itself; both dates are the given one, never the clock's.
  static func write(
    _ information: DocumentInformation, to surface: CairoSurface
  ) throws(Diagnostic) {
    let date = information.creationDate
    // Without a date Cairo would write the clock's.
    guard isDate(date) else {
      throw Diagnostic(
        "render.date", "“\(date)” is no date and time in UTC",
        hints: ["write it as 2024-05-31T12:00:00Z"])
    }
    let values: [(cairo_pdf_metadata_t, String)] = [
      (CAIRO_PDF_METADATA_TITLE, information.title),
      (CAIRO_PDF_METADATA_AUTHOR, information.author),
      (CAIRO_PDF_METADATA_SUBJECT, information.subject),
      (CAIRO_PDF_METADATA_KEYWORDS, information.keywords),
      (CAIRO_PDF_METADATA_CREATOR, information.creator),
      (CAIRO_PDF_METADATA_CREATE_DATE, date),
      (CAIRO_PDF_METADATA_MOD_DATE, date),
    ]
    for (name, value) in values where !value.isEmpty {
      cairo_pdf_surface_set_metadata(surface.handle, name, value)
    }
    try surface.check("the document information")
  }

  /// Whether a text is a date and time as ISO 8601 writes it, in UTC, to the second.
  private static func isDate(_ text: String) -> Bool {
    let form = Array("0000-00-00T00:00:00Z".utf8)
    let bytes = Array(text.utf8)
    return bytes.count == form.count
      && zip(bytes, form).allSatisfy { byte, expected in
        expected == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == expected
      }
  }
}

/// What a PDF of a publication is for.
package enum PDFEdition: String, Sendable, Hashable, CaseIterable {
  /// To be read on screen, by everybody: PDF/UA-1 and PDF/A-2a.
  case screen
  /// To be printed: PDF/X-4.
  case print
}

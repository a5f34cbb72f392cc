/// The marks around what is quoted, and around a quotation inside it.
package struct QuotationMarks: Sendable, Hashable {
  package var opening: String
  package var closing: String
  package var innerOpening: String
  package var innerClosing: String

  package init(_ opening: String, _ closing: String, _ innerOpening: String, _ innerClosing: String)
  {
    self.opening = opening
    self.closing = closing
    self.innerOpening = innerOpening
    self.innerClosing = innerClosing
  }

  /// The straight marks of typewriters, for a language that says nothing better.
  package static let typewriter = QuotationMarks("\"", "\"", "'", "'")
}

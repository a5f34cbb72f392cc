package import Geometry
package import Languages

/// A PDF as it was drawn and not yet finished: pages whose content is marked, and nothing else.
package struct RenderedPDF: Sendable {
  package var bytes: [UInt8]
  /// The sizes that the pages were drawn in, in points: the upper left part of each is the page.
  package var sizes: [Size]
  /// For each page, what its marked-content sequences stand for, by their number.
  package var marks: [[DrawnMark]]

  package init(bytes: [UInt8], sizes: [Size], marks: [[DrawnMark]]) {
    self.bytes = bytes
    self.sizes = sizes
    self.marks = marks
  }
}

/// What one marked-content sequence stands for.
package struct DrawnMark: Sendable, Hashable {
  package var mark: ContentMark
  /// The language of the text in it; nil where there is none.
  package var language: LanguageTag?

  package init(_ mark: ContentMark, language: LanguageTag? = nil) {
    self.mark = mark
    self.language = language
  }
}

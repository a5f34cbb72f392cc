package import Design
package import Diagnostics
package import DisplayList
package import DocumentTree
package import Languages

/// A paragraph as it is handed to line breaking: what it says and how it is to look.
package struct ParagraphSetting: Sendable, Hashable {
  package var inlines: [Inline]
  package var style: TextStyle
  package var language: LanguageTag
  /// Where the text was written, for diagnostics.
  package var location: SourceLocation?
  /// The structure element that owns the text.
  package var mark: ContentMark
  /// Room before the first line in points, for paragraphs set to an edge.
  package var firstLineIndent: Double
  /// Something else follows on the last line: a space parts the two for whoever reads on.
  package var endsInSpace = false

  package init(
    inlines: [Inline], style: TextStyle, language: LanguageTag, location: SourceLocation? = nil,
    mark: ContentMark = .artifact, firstLineIndent: Double = 0
  ) {
    self.inlines = inlines
    self.style = style
    self.language = language
    self.location = location
    self.mark = mark
    self.firstLineIndent = firstLineIndent
  }
}

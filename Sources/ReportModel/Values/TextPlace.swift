package import Diagnostics
package import Languages
package import SourceFiles

/// Where the CommonMark text of a field stands in one language, for problems found inside it.
package struct TextPlace: Sendable {
  /// The field's position in its type.
  package var field: Int
  package var language: LanguageTag
  /// Where the text's scalar begins.
  package var location: SourceLocation
  /// How the scalar is written.
  package var style: ScalarStyle

  package init(
    field: Int, language: LanguageTag, location: SourceLocation, style: ScalarStyle
  ) {
    self.field = field
    self.language = language
    self.location = location
    self.style = style
  }
}

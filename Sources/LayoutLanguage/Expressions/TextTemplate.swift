package import Diagnostics
package import Languages
package import SourceFiles

/// Text with places for values: `Stand {metric.year}`; a part in `[[…]]` is left out where a value
/// in it is missing.
package struct TextTemplate: Sendable {
  /// One piece of the text.
  package indirect enum Part: Sendable, Hashable {
    case literal(String)
    case value(Expression, [Filter])
    case optional([Part])
  }

  /// What is done to a value before it prints: `{project.number | pad: 2}`.
  package struct Filter: Sendable, Hashable {
    package var name: String
    package var argument: String?
    package var location: SourceLocation
    package var argumentLocation: SourceLocation

    package init(
      name: String, argument: String?, location: SourceLocation, argumentLocation: SourceLocation
    ) {
      self.name = name
      self.argument = argument
      self.location = location
      self.argumentLocation = argumentLocation
    }
  }

  /// The parts of one text with its places in the file.
  package struct Wording: Sendable {
    package var parts: [Part]
    /// The text as it is written, for the places of what CommonMark finds in it.
    package var text: PlacedText

    package init(parts: [Part], text: PlacedText) {
      self.parts = parts
      self.text = text
    }
  }

  /// The parts for every language, or for each its own.
  package enum Variants: Sendable {
    case all(Wording)
    case byLanguage([LanguageTag: Wording])
  }

  package var variants: Variants
  package var location: SourceLocation

  package init(variants: Variants, location: SourceLocation) {
    self.variants = variants
    self.location = location
  }

  /// The text in one language; nil where that language is missing.
  package func wording(in language: LanguageTag) -> Wording? {
    switch variants {
    case .all(let wording): wording
    case .byLanguage(let map): map[language]
    }
  }

  /// The text of each language, or the one for all.
  package var wordings: [Wording] {
    switch variants {
    case .all(let wording): [wording]
    case .byLanguage(let map): map.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// The parts in one language; nil where that language is missing.
  package func parts(in language: LanguageTag) -> [Part]? { wording(in: language)?.parts }

  /// The expression, if the whole template is one value without filters (`{project.text}`).
  package var soleExpression: Expression? {
    guard case .all(let wording) = variants, wording.parts.count == 1,
      case .value(let expression, let filters) = wording.parts[0], filters.isEmpty
    else { return nil }
    return expression
  }

  /// The text, if the template is the same fixed text in every language.
  package var fixedText: String? {
    guard case .all(let wording) = variants else { return nil }
    var text = ""
    for part in wording.parts {
      guard case .literal(let literal) = part else { return nil }
      text += literal
    }
    return text
  }
}

package import Diagnostics
package import Languages

/// Text with places for values: `Stand {metric.year}`; a part in `[[…]]` is left out where a value
/// in it is missing.
package struct TextTemplate: Sendable, Hashable {
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

    package init(name: String, argument: String?, location: SourceLocation) {
      self.name = name
      self.argument = argument
      self.location = location
    }
  }

  /// The parts for every language, or for each its own.
  package enum Variants: Sendable, Hashable {
    case all([Part])
    case byLanguage([LanguageTag: [Part]])
  }

  package var variants: Variants
  package var location: SourceLocation

  package init(variants: Variants, location: SourceLocation) {
    self.variants = variants
    self.location = location
  }

  /// The parts in one language; nil where that language is missing.
  package func parts(in language: LanguageTag) -> [Part]? {
    switch variants {
    case .all(let parts): parts
    case .byLanguage(let map): map[language]
    }
  }

  /// The expression, if the whole template is one value without filters (`{project.text}`).
  package var soleExpression: Expression? {
    guard case .all(let parts) = variants, parts.count == 1, case .value(let e, let f) = parts[0],
      f.isEmpty
    else { return nil }
    return e
  }

  /// The text, if the template is the same fixed text in every language.
  package var fixedText: String? {
    guard case .all(let parts) = variants else { return nil }
    var text = ""
    for part in parts {
      guard case .literal(let t) = part else { return nil }
      text += t
    }
    return text
  }
}

/// A value said in several languages.
///
/// A model holds very many of these in few languages, so a sorted list is kept, not a dictionary.
package struct Localized<Value> {
  struct Entry {
    var language: LanguageTag
    var value: Value
  }

  private let entries: [Entry]

  /// The values by language.
  package init(_ values: [LanguageTag: Value]) {
    entries = values.map { Entry(language: $0.key, value: $0.value) }
      .sorted { $0.language < $1.language }
  }

  /// One value for each of several languages.
  package init(everywhere value: Value, in languages: [LanguageTag]) {
    self.init(Dictionary(languages.map { ($0, value) }) { first, _ in first })
  }

  /// The value in exactly this language.
  package subscript(language: LanguageTag) -> Value? {
    entries.first { $0.language == language }?.value
  }

  /// The values by language.
  package var values: [LanguageTag: Value] {
    Dictionary(entries.map { ($0.language, $0.value) }) { first, _ in first }
  }

  /// The languages that have a value, sorted.
  package var languages: [LanguageTag] { entries.map(\.language) }
}

extension Dictionary where Key == LanguageTag {
  /// The value of the nearest language that a language is a variant of: what is said in `en` serves
  /// `en-EU` as well, whose numbers alone are written otherwise.
  package func inherited(by language: LanguageTag) -> Value? {
    filter { language.isVariant(of: $0.key) }.max { $0.key < $1.key }?.value
  }
}

extension Localized.Entry: Sendable where Value: Sendable {}
extension Localized.Entry: Equatable where Value: Equatable {}
extension Localized.Entry: Hashable where Value: Hashable {}
extension Localized: Sendable where Value: Sendable {}
extension Localized: Equatable where Value: Equatable {}
extension Localized: Hashable where Value: Hashable {}

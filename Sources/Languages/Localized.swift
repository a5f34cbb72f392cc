/// A value said in several languages.
package struct Localized<Value> {
  /// The values by language.
  package var values: [LanguageTag: Value]

  package init(_ values: [LanguageTag: Value]) { self.values = values }

  /// The value in exactly this language.
  package subscript(language: LanguageTag) -> Value? { values[language] }
}

extension Localized: Sendable where Value: Sendable {}
extension Localized: Equatable where Value: Equatable {}
extension Localized: Hashable where Value: Hashable {}

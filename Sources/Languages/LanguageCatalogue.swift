/// The languages that the program can set.
package struct LanguageCatalogue: Sendable {
  private let rules: [LanguageTag: LanguageRules]

  package init(_ all: [LanguageRules]) {
    rules = Dictionary(all.map { ($0.tag, $0) }) { first, _ in first }
  }

  /// The languages that come with the program: one file each, listed here.
  package static let builtIn = LanguageCatalogue([.german, .english].compactMap { $0 })

  /// The rules for a tag: its own, or those of its primary language.
  package subscript(tag: LanguageTag) -> LanguageRules? {
    rules[tag] ?? LanguageTag(tag.primary).flatMap { rules[$0] }
  }

  /// The tags that have rules, sorted.
  package var tags: [LanguageTag] { rules.keys.sorted() }

  /// The same languages with further units, by language and identifier.
  package func adding(units: [LanguageTag: [String: UnitForm]]) -> LanguageCatalogue {
    LanguageCatalogue(tags.compactMap { tag in rules[tag]?.adding(units: units[tag] ?? [:]) })
  }
}

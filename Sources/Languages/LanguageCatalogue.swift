/// The languages that the program can set.
package struct LanguageCatalogue: Sendable {
  private let rules: [LanguageTag: LanguageRules]

  package init(_ all: [LanguageRules]) {
    rules = Dictionary(all.map { ($0.tag, $0) }) { first, _ in first }
  }

  /// The languages that come with the program: one file each, listed here.
  package static let builtIn = LanguageCatalogue([.german, .english, .englishEU].compactMap { $0 })

  /// The rules for a tag: its own, or those of the longest beginning of it that has some, so that
  /// `de-AT-1996` is set as `de-AT` or `de` (BCP 47, RFC 4647 clause 3.4).
  package subscript(tag: LanguageTag) -> LanguageRules? {
    if let own = rules[tag] { return own }
    var subtags = tag.rawValue.split(separator: "-").dropLast()
    while !subtags.isEmpty {
      // A single letter only introduces the subtag behind it.
      if subtags.last?.utf8.count != 1,
        let found = LanguageTag(subtags.joined(separator: "-")).flatMap({ rules[$0] })
      {
        return found
      }
      subtags.removeLast()
    }
    return nil
  }

  /// The tags that have rules, sorted.
  package var tags: [LanguageTag] { rules.keys.sorted() }

  /// The tags without a region: what is known where no workspace has chosen.
  package var primaryTags: [LanguageTag] { tags.filter { $0.rawValue == $0.primary } }

  /// The same languages with further units, by language and identifier.
  package func adding(units: [LanguageTag: [String: UnitForm]]) -> LanguageCatalogue {
    LanguageCatalogue(tags.compactMap { tag in rules[tag]?.adding(units: units[tag] ?? [:]) })
  }
}

/// Everything that the program knows about setting one language, in one place.
package struct LanguageRules: Sendable {
  package var tag: LanguageTag
  /// The language's name in itself (`Deutsch`).
  package var name: String
  package var numbers: NumberRules
  package var dates: DateRules
  package var hyphenation: HyphenationRules
  /// Names of units by identifier: what prints behind a figure; empty where only the label names it.
  package var unitSymbols: [String: String]
  /// What Markdown writes around the content.
  package var exportWords: ExportWords

  package init(
    tag: LanguageTag, name: String, numbers: NumberRules, dates: DateRules,
    hyphenation: HyphenationRules, unitSymbols: [String: String],
    exportWords: ExportWords = .english
  ) {
    self.tag = tag
    self.name = name
    self.numbers = numbers
    self.dates = dates
    self.hyphenation = hyphenation
    self.unitSymbols = unitSymbols
    self.exportWords = exportWords
  }
}

/// How numbers and money are written.
package struct NumberRules: Sendable {
  package var decimalSeparator: String
  package var groupSeparator: String
  /// Numbers with at least so many digits before the point are grouped.
  package var groupedFrom: Int
  /// Words for 10^6 and 10^9 behind a rounded sum (`Mio.`, `million`).
  package var million: String
  package var billion: String
  /// Where the currency sign stands.
  package var currencyBefore: Bool
  /// What stands between number and unit: a no-break space, wide or narrow.
  package var unitSpace: String

  package init(
    decimalSeparator: String, groupSeparator: String, groupedFrom: Int, million: String,
    billion: String, currencyBefore: Bool, unitSpace: String
  ) {
    self.decimalSeparator = decimalSeparator
    self.groupSeparator = groupSeparator
    self.groupedFrom = groupedFrom
    self.million = million
    self.billion = billion
    self.currencyBefore = currencyBefore
    self.unitSpace = unitSpace
  }
}

/// How dates are written.
package struct DateRules: Sendable {
  /// The months' names, January first.
  package var months: [String]
  /// What stands behind the day's number (`.` in German).
  package var dayMark: String

  package init(months: [String], dayMark: String) {
    self.months = months
    self.dayMark = dayMark
  }
}

/// How words are divided.
package struct HyphenationRules: Sendable {
  /// File names of libhyphen dictionaries, the best first (`hyph_de_DE.dic`).
  package var dictionaries: [String]
  /// The fewest letters before and after a division.
  package var minimumPrefix: Int
  package var minimumSuffix: Int

  package init(dictionaries: [String], minimumPrefix: Int, minimumSuffix: Int) {
    self.dictionaries = dictionaries
    self.minimumPrefix = minimumPrefix
    self.minimumSuffix = minimumSuffix
  }
}

/// The languages that the program can set.
package struct LanguageCatalogue: Sendable {
  private let rules: [LanguageTag: LanguageRules]

  package init(_ all: [LanguageRules]) {
    rules = Dictionary(all.map { ($0.tag, $0) }) { first, _ in first }
  }

  /// The rules for a tag: its own, or those of its primary language.
  package subscript(tag: LanguageTag) -> LanguageRules? {
    rules[tag] ?? LanguageTag(tag.primary).flatMap { rules[$0] }
  }

  /// The tags that have rules, sorted.
  package var tags: [LanguageTag] { rules.keys.sorted() }
}

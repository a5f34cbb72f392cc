/// Everything that the program knows about setting one language, in one place.
package struct LanguageRules: Sendable {
  package var tag: LanguageTag
  /// The language's name in itself (`Deutsch`).
  package var name: String
  package var numbers: NumberRules
  package var dates: DateRules
  package var hyphenation: HyphenationRules
  /// How units print, by identifier; a unit that is not here prints nothing, its label names it.
  package var unitSymbols: [String: UnitForm]
  /// How comparators print and are said; one that is missing prints as its mathematical sign.
  package var comparators: [Comparator: ComparatorForm]
  package var quotationMarks: QuotationMarks
  /// What stands before the last of several things (`und`).
  package var conjunction: String
  /// The program's own words, by name, such as `planned` or `source`; see `BuiltInWord`.
  package var words: [BuiltInWord: String]
  /// What Markdown writes around the content.
  package var exportWords: ExportWords
  /// What becomes of typed text.
  package var typography: TypographyRules

  package init(
    tag: LanguageTag, name: String, numbers: NumberRules, dates: DateRules,
    hyphenation: HyphenationRules, unitSymbols: [String: UnitForm],
    comparators: [Comparator: ComparatorForm] = [:],
    quotationMarks: QuotationMarks = .typewriter, conjunction: String = "+",
    words: [BuiltInWord: String] = [:], exportWords: ExportWords = .english,
    typography: TypographyRules = TypographyRules()
  ) {
    self.tag = tag
    self.name = name
    self.numbers = numbers
    self.dates = dates
    self.hyphenation = hyphenation
    self.unitSymbols = unitSymbols
    self.comparators = comparators
    self.quotationMarks = quotationMarks
    self.conjunction = conjunction
    self.words = words
    self.exportWords = exportWords
    self.typography = typography
  }

  /// The same rules with further units, which take the place of built-in ones of the same name.
  package func adding(units: [String: UnitForm]) -> LanguageRules {
    var rules = self
    rules.unitSymbols.merge(units) { _, new in new }
    return rules
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
  /// What stands between a currency before the number and the number (`EUR 34.5 million`).
  package var currencySpace: String
  /// What stands between number and unit: a no-break space, wide or narrow.
  package var unitSpace: String
  /// What stands before a negative number.
  package var minusSign: String

  package init(
    decimalSeparator: String, groupSeparator: String, groupedFrom: Int, million: String,
    billion: String, currencyBefore: Bool, unitSpace: String, minusSign: String = "\u{2212}",
    currencySpace: String = ""
  ) {
    self.decimalSeparator = decimalSeparator
    self.groupSeparator = groupSeparator
    self.groupedFrom = groupedFrom
    self.million = million
    self.billion = billion
    self.currencyBefore = currencyBefore
    self.currencySpace = currencySpace
    self.unitSpace = unitSpace
    self.minusSign = minusSign
  }
}

/// How dates are written.
package struct DateRules: Sendable {
  /// The months' names, January first.
  package var months: [String]
  /// The months' names behind a day's number, where the language declines them.
  package var monthsBesideDay: [String]
  /// What stands behind the day's number (`.` in German).
  package var dayMark: String

  package init(months: [String], monthsBesideDay: [String]? = nil, dayMark: String) {
    self.months = months
    self.monthsBesideDay = monthsBesideDay ?? months
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
  /// How compounds are found; nil where the language divides all words alike.
  package var compounds: CompoundRules?

  package init(
    dictionaries: [String], minimumPrefix: Int, minimumSuffix: Int,
    compounds: CompoundRules? = nil
  ) {
    self.dictionaries = dictionaries
    self.minimumPrefix = minimumPrefix
    self.minimumSuffix = minimumSuffix
    self.compounds = compounds
  }
}

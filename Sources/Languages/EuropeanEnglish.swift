extension LanguageRules {
  /// English for documents to European institutions (en-EU): Interinstitutional style guide, part
  /// four and clauses 7.3.3 and 10.7.
  static let englishEU: LanguageRules? = {
    guard var rules = LanguageRules.english, let tag = LanguageTag("en-EU") else { return nil }
    rules.tag = tag
    rules.name = "English (EU)"
    // Thousands stand apart by a space; the code of the currency comes before the sum.
    rules.numbers.groupSeparator = "\u{A0}"
    rules.numbers.currencySpace = "\u{A0}"
    rules.unitSymbols["EUR"] = UnitForm("EUR", isCurrency: true)
    rules.unitSymbols["EUR/year"] = UnitForm("EUR", isCurrency: true, period: "a\u{A0}year")
    return rules
  }()
}

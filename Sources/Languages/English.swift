extension LanguageRules {
  /// British English (en-GB): New Hart's Rules.
  static let english = LanguageTag("en").map { tag in
    LanguageRules(
      tag: tag, name: "English",
      // New Hart's Rules, chapter 11: no space before %, the currency sign before the figure.
      numbers: NumberRules(
        decimalSeparator: ".", groupSeparator: ",", groupedFrom: 4, million: "million",
        billion: "billion", currencyBefore: true, unitSpace: "\u{A0}"),
      // Day, month, year without comma or ordinal (New Hart's Rules, chapter 11).
      dates: DateRules(
        months: [
          "January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December",
        ], dayMark: ""),
      hyphenation: HyphenationRules(
        dictionaries: ["hyph_en_GB.dic"], minimumPrefix: 3, minimumSuffix: 3),
      unitSymbols: [
        "EUR": UnitForm("€", isCurrency: true),
        "EUR/year": UnitForm("€", isCurrency: true, period: "a\u{A0}year"),
        "percent": UnitForm("%", isAttached: true), "ha": "ha", "km": "km", "m": "m", "m2": "m²",
        "km2": "km²", "kW": "kW", "t/year": UnitForm("t", period: "a\u{A0}year"),
        "inhabitants/km2": "people/km²",
      ],
      comparators: [
        .equal: ComparatorForm("", ""), .more: ComparatorForm(">", "more than"),
        .atLeast: ComparatorForm("≥", "at least"), .less: ComparatorForm("<", "less than"),
        .atMost: ComparatorForm("≤", "at most"), .about: ComparatorForm("c.", "about"),
      ],
      quotationMarks: QuotationMarks("“", "”", "‘", "’"), conjunction: "and",
      words: [
        .planned: "planned", .expected: "expected", .announced: "announced",
        .approved: "approved", .appliedFor: "applied for", .partner: "Partners",
        .funding: "Funding", .period: "Period", .place: "Place", .owner: "Owner", .note: "Note",
        .source: "Source", .sources: "Sources", .page: "page", .contents: "Contents",
        .figure: "Figure", .table: "Table",
        .asOf: "as of",
      ], exportWords: .english, typography: englishTypography)
  }
}

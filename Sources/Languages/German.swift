extension LanguageRules {
  /// German as written in Germany (de-DE): DIN 5008 for numbers, Duden for marks.
  static let german = LanguageTag("de").map { tag in
    LanguageRules(
      tag: tag, name: "Deutsch",
      // Grouped from four digits on, because figures stand in columns and side by side on cards.
      numbers: NumberRules(
        decimalSeparator: ",", groupSeparator: ".", groupedFrom: 4, million: "Mio.",
        billion: "Mrd.", currencyBefore: false, unitSpace: "\u{A0}"),
      dates: DateRules(
        months: [
          "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
          "Oktober", "November", "Dezember",
        ], dayMark: "."),
      // Two letters may stand before a division in German, but three read better.
      hyphenation: HyphenationRules(
        dictionaries: ["hyph_de_DE.dic", "hyph_de.dic"], minimumPrefix: 3, minimumSuffix: 3,
        compounds: .german),
      // Counts are missing on purpose: the label names what is counted.
      unitSymbols: [
        "EUR": UnitForm("€", isCurrency: true), "EUR/year": UnitForm("€/Jahr", isCurrency: true),
        "percent": "%", "ha": "ha", "km": "km", "m": "m", "m2": "m²", "km2": "km²", "kW": "kW",
        "t/year": "t/Jahr", "inhabitants/km2": "Einw./km²",
      ],
      // Signs where every reader knows them, a word for “about”: ≈ and ~ are not read alike.
      comparators: [
        .equal: ComparatorForm("", ""), .more: ComparatorForm(">", "über"),
        .atLeast: ComparatorForm("≥", "mindestens"), .less: ComparatorForm("<", "unter"),
        .atMost: ComparatorForm("≤", "höchstens"), .about: ComparatorForm("ca.", "rund"),
      ],
      quotationMarks: QuotationMarks("„", "“", "‚", "‘"), conjunction: "und",
      words: [
        .planned: "geplant", .expected: "erwartet", .announced: "angekündigt",
        .approved: "bewilligt", .appliedFor: "beantragt", .partner: "Beteiligte",
        .funding: "Förderung", .period: "Zeitraum", .place: "Ort", .owner: "Träger",
        .note: "Hinweis", .source: "Quelle", .sources: "Quellen", .page: "Seite",
        .contents: "Inhalt", .figure: "Abb.", .table: "Tab.", .asOf: "Stand",
      ],
      exportWords: ExportWords(
        indicator: "Kennzahl", figure: "Wert", year: "Jahr", source: "Quelle", note: "Anmerkung",
        scale: "Maßstabsleiste",
        data: "Die Daten dieser Veröffentlichung als CSV"), typography: germanTypography)
  }
}

import Languages
import Testing

/// `text` with its no-break spaces shown as `_`.
private func shown(_ text: String) -> String {
  String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? "_" : $0 })
}

private func rules(_ tag: String) throws -> LanguageRules {
  let tag = try #require(LanguageTag(tag))
  return try #require(LanguageCatalogue.builtIn[tag])
}

private func quantity(_ value: String, _ unit: String?, _ sign: String = "=") throws -> Quantity {
  Quantity(
    value: try #require(DecimalNumber(value)),
    comparator: try #require(Comparator(rawValue: sign)), unit: unit)
}

@Suite struct GermanAndEnglishTests {
  @Test(arguments: [
    ("0", "0", "0"), ("999", "999", "999"), ("1992", "1.992", "1,992"),
    ("53000", "53.000", "53,000"), ("-1234567.25", "−1.234.567,25", "−1,234,567.25"),
    ("0.05", "0,05", "0.05"), ("45.70", "45,7", "45.7"), ("-0.5", "−0,5", "−0.5"),
    ("999999999999999999", "999.999.999.999.999.999", "999,999,999,999,999,999"),
  ])
  func numbers(plain: String, german: String, english: String) throws {
    let number = try #require(DecimalNumber(plain))
    #expect(try rules("de").format(number) == german)
    #expect(try rules("en").format(number) == english)
  }

  /// Value, comparator, unit, then the whole in German and in English.
  static let figureCases: [(String, String, String?, String, String)] = [
    ("53000", ">", "students", ">_53.000", ">_53,000"),
    ("34500000", "=", "EUR", "34,5_Mio._€", "€34.5_million"),
    ("34500000", ">=", "EUR", "≥_34,5_Mio._€", "≥_€34.5_million"),
    ("15000", "=", "EUR", "15.000_€", "€15,000"),
    ("-5", "=", "EUR", "−5_€", "−€5"),
    ("2300000", "=", "EUR/year", "2,3_Mio._€/Jahr", "€2.3_million_a_year"),
    ("400", "~", "projects", "ca._400", "c._400"),
    ("45.7", "=", "percent", "45,7_%", "45.7%"),
    ("12", "<=", "rank", "≤_12", "≤_12"),
    ("6.5", "~", "ha", "ca._6,5_ha", "c._6.5_ha"),
    ("56000", "=", "m2", "56.000_m²", "56,000_m²"),
    ("1992", "<", "inhabitants/km2", "<_1.992_Einw./km²", "<_1,992_people/km²"),
    ("1000000", "=", "t/year", "1_Mio._t/Jahr", "1_million_t_a_year"),
    ("7", "=", nil, "7", "7"),
  ]

  @Test(arguments: figureCases)
  func figures(value: String, sign: String, unit: String?, german: String, english: String) throws {
    let quantity = try quantity(value, unit, sign)
    #expect(shown(try rules("de").format(quantity).full) == german)
    #expect(shown(try rules("en").format(quantity).full) == english)
  }

  /// A shortened figure must be worth exactly what the data says.
  @Test(arguments: [
    ("999999", "999.999"), ("1000000", "1_Mio."), ("1250000", "1,25_Mio."),
    ("1256000", "1.256.000"), ("1234567", "1.234.567"), ("1000000.5", "1.000.000,5"),
    ("999990000", "999,99_Mio."), ("1000000000", "1_Mrd."), ("1234500000", "1.234,5_Mio."),
    ("-75000000", "−75_Mio."),
  ])
  func shorteningLosesNothing(value: String, german: String) throws {
    #expect(shown(try rules("de").format(quantity(value, nil)).full) == german)
  }

  @Test func partsOfACard() throws {
    let german = try rules("de").format(quantity("34500000", "EUR", ">"))
    #expect(german.figure == ">\u{A0}34,5")
    #expect(german.leading.isEmpty)
    #expect(german.unitAfter == "Mio.\u{A0}€")
    let english = try rules("en").format(quantity("34500000", "EUR", ">"))
    #expect(english.figure == "34.5")
    #expect(english.leading == ">\u{A0}€")
    #expect(english.unitAfter == "million")
  }

  @Test func spokenFiguresUseWords() throws {
    let figure = try quantity("53000", "students", ">")
    #expect(try rules("de").format(figure).spoken == "über 53.000")
    #expect(try rules("en").format(figure).spoken == "more than 53,000")
    #expect(
      try rules("en").format(quantity("400", nil, "~")).spoken == "about 400")
  }

  /// Start and end, then German and English.
  static let spanCases: [(PartialDate, PartialDate, String, String)] = [
    (
      PartialDate(year: 2019, month: 10, day: 28), PartialDate(year: 2019, month: 10, day: 29),
      "28.–29._Oktober 2019", "28–29_October 2019"
    ),
    (
      PartialDate(year: 2015, month: 5), PartialDate(year: 2025, month: 12),
      "Mai 2015 – Dezember 2025", "May 2015 – December 2025"
    ),
    (PartialDate(year: 2018), PartialDate(year: 2019), "2018–2019", "2018–2019"),
    (
      PartialDate(year: 2019, month: 3), PartialDate(year: 2019, month: 5),
      "März–Mai 2019", "March–May 2019"
    ),
    (
      PartialDate(year: 2019, month: 3, day: 30), PartialDate(year: 2019, month: 4, day: 2),
      "30._März – 2._April 2019", "30_March – 2_April 2019"
    ),
    (
      PartialDate(year: 2018), PartialDate(year: 2025, month: 12, day: 31),
      "2018 – 31._Dezember 2025", "2018 – 31_December 2025"
    ),
    (
      PartialDate(year: 2021, month: 11, day: 24), PartialDate(year: 2021, month: 11, day: 24),
      "24._November 2021", "24_November 2021"
    ),
  ]

  @Test(arguments: spanCases)
  func spans(start: PartialDate, end: PartialDate, german: String, english: String) throws {
    #expect(shown(try rules("de").format(start, to: end)) == german)
    #expect(shown(try rules("en").format(start, to: end)) == english)
  }

  @Test func regionsFallBackToTheirLanguage() throws {
    #expect(try rules("en-GB").name == "English")
    let unknown = try #require(LanguageTag("fr"))
    #expect(LanguageCatalogue.builtIn[unknown] == nil)
  }

  @Test(arguments: ["de", "en"])
  func completeness(tag: String) throws {
    let rules = try rules(tag)
    #expect(rules.dates.months.count == 12)
    #expect(Set(rules.words.keys) == Set(BuiltInWord.allCases))
    #expect(Set(rules.comparators.keys) == Set(Comparator.allCases))
    #expect(Set(rules.unitSymbols.keys) == Set(try LanguagesTests.rules("de").unitSymbols.keys))
  }
}

import Languages
import Testing

/// A third language is one value: nothing else in the program knows of it.
@Suite struct ThirdLanguageTests {
  private func catalogue() throws -> (LanguageCatalogue, LanguageTag) {
    let tag = try #require(LanguageTag("fr"))
    let french = LanguageRules(
      tag: tag, name: "français",
      numbers: NumberRules(
        decimalSeparator: ",", groupSeparator: "\u{202F}", groupedFrom: 5, million: "M",
        billion: "Md", currencyBefore: false, unitSpace: "\u{202F}"),
      dates: DateRules(
        months: [
          "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
          "octobre", "novembre", "décembre",
        ], dayMark: ""),
      hyphenation: HyphenationRules(
        dictionaries: ["hyph_fr.dic"], minimumPrefix: 2, minimumSuffix: 3),
      unitSymbols: ["EUR": UnitForm("€", isCurrency: true), "percent": "%"],
      comparators: [.more: ComparatorForm(">", "plus de")],
      quotationMarks: QuotationMarks("«\u{202F}", "\u{202F}»", "“", "”"), conjunction: "et")
    let bornesUnit = ["charging-points": UnitForm("bornes")]
    return (LanguageCatalogue([french]).adding(units: [tag: bornesUnit]), tag)
  }

  @Test func formatsByItsOwnRules() throws {
    let (catalogue, tag) = try catalogue()
    let rules = try #require(catalogue[tag])
    func full(_ value: String, _ unit: String?, _ sign: Comparator = .equal) throws -> String {
      let number = try #require(DecimalNumber(value))
      return rules.format(Quantity(value: number, comparator: sign, unit: unit)).full
    }
    #expect(try full("34500000", "EUR") == "34,5\u{202F}M\u{A0}€")
    #expect(try full("1992", nil, .more) == ">\u{A0}1992")
    #expect(try full("53000", nil, .about) == "≈\u{A0}53\u{202F}000")
    #expect(try full("45.7", "percent") == "45,7\u{202F}%")
    #expect(try full("12", "charging-points") == "12\u{202F}bornes")
    #expect(rules.format(PartialDate(year: 2021, month: 11, day: 24)) == "24\u{A0}novembre 2021")
    #expect(
      rules.list(["la ville", "l’université", "les entreprises"])
        == "la ville, l’université et les entreprises")
  }
}

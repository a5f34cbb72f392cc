extension LanguageRules {
  /// What becomes of typed text in English: New Hart's Rules, chapters 4, 5 and 10.
  static let englishTypography: TypographyRules = {
    var rules = TypographyRules(
      abbreviations: ["e. g.", "i. e.", "a. m.", "p. m.", "a. k. a.", "n. b."],
      // Closed up, whatever was typed.
      abbreviationSpace: "", leadingAbbreviations: ["e.g.", "i.e.", "a.k.a."])
    rules.wordsBeforeNumbers.formUnion([
      "Fig.", "Figs.", "No.", "Nos.", "Vol.", "Vols.", "Ch.", "Sec.", "Art.", "App.", "p.", "pp.",
      "fig.", "figs.", "no.", "nos.", "vol.", "ch.", "sec.", "c.", "ca.", "para.",
      "Appendix", "Article", "Chapter", "Figure", "Figures", "Number", "Page", "Part", "Section",
      "Table", "Tables", "Volume", "chapter", "page", "pages", "section",
    ])
    rules.titles = [
      "Dr", "Dr.", "Prof", "Prof.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Sir", "Dame", "St",
      "St.", "Rev", "Rev.",
    ]
    rules.wordsBehindNumbers.formUnion([
      "million", "billion", "thousand", "euro", "euros", "percent", "am", "pm", "ff.",
      // Before and after their parts are closed up.
      "a.m.", "p.m.", "a.", "p.",
    ])
    rules.clockWords = ["a.m.", "p.m.", "am", "pm"]
    rules.identifierWords.formUnion([
      "Tel", "tel", "Phone", "phone", "Fax", "fax", "Mobile", "Call", "call", "Grant", "Account",
      "account", "Order", "Item", "Model", "Room", "room",
      // Scores.
      "Score", "score", "won", "lost", "drew", "beat",
    ])
    rules.apostropheWords = ["tis", "twas", "em", "til", "cause", "n"]
    rules.closedWords = ["Fig.", "Figs.", "No.", "Nos.", "pp."]
    rules.spacesUnits = true
    // These stand at their number.
    rules.closedUnits.subtract(["%", "‰", "€"])
    rules.weekdays = [
      "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun",
    ]
    return rules
  }()
}

/// What a compositor makes of typed text in one language, as data; `DataBinding/Typography` applies it.
///
/// Words are written as authors write them, with their full stops.
package struct TypographyRules: Sendable {
  /// Abbreviations of several parts, found by their first part in small letters (`z.` of `z. B.`).
  ///
  /// The longest come first, so that `u. a. m.` is not taken for `u. a.`.
  package private(set) var abbreviations: [String: [[String]]] = [:]
  /// What stands between the parts of an abbreviation, whatever was typed: a space, or nothing.
  package var abbreviationSpace: String
  /// What stands between initials (`J. R. R.`).
  package var initialSpace: String
  /// Abbreviations behind which no line ends, without spaces (`e.g.`).
  package var leadingAbbreviations: Set<String>
  /// Words behind which no line ends before a number (`Nr.`, `Fig.`).
  package var wordsBeforeNumbers: Set<String>
  /// Titles that stay with the name behind them (`Dr.`, `Mrs`).
  package var titles: Set<String>
  /// Signs and words that stay with the number before them, beside the units of the language.
  package var wordsBehindNumbers: Set<String>
  /// Nouns that stay with the ordinal number before them (`3. Platz`).
  package var ordinalNouns: Set<String>
  /// Words that say that hours stand before them (`Uhr`).
  package var clockWords: Set<String>
  /// Words after which a hyphen between digits is part of an identifier (`ISBN`, `DIN`).
  package var identifierWords: Set<String>
  /// How words end that do the same (`Artikelnr.`), in small letters.
  package var identifierEndings: [String] = []
  /// Words that begin with an apostrophe, without it (`s` of `’s`, `tis`).
  package var apostropheWords: Set<String>
  /// Those of the words before numbers between whose full stop and number a space is put (`Nr.5`).
  package var closedWords: Set<String>
  /// Whether a space is put between a number and a unit, and behind §, where none was typed.
  package var spacesUnits: Bool
  /// The short names of the days of the week, between which a hyphen means “to”.
  package var weekdays: Set<String>
  /// Units that are known for such even right behind a number.
  package var closedUnits: Set<String> = [
    "%", "‰", "€", "°C", "cm", "mm", "km", "km²", "m²", "m³", "ha", "kg", "kW", "MW", "GW", "TW",
    "kWh", "MWh", "GWh", "TWh", "kWp", "MWp",
  ]
  /// The endings behind a gender sign, the longest first; empty where there is no such usage.
  package var genderEndings: [String]

  /// Whether a hyphen between the digits behind a word is part of an identifier.
  ///
  /// „Nr. 5-7“ is a range all the same: the endings are those of longer words.
  package func isIdentifier(_ word: String) -> Bool {
    if identifierWords.contains(word) { return true }
    let small = word.lowercased()
    return identifierEndings.contains { small.hasSuffix($0) && small.count > $0.count }
  }

  package init(
    abbreviations: [String] = [], abbreviationSpace: String = "\u{A0}",
    initialSpace: String = "\u{A0}", leadingAbbreviations: Set<String> = []
  ) {
    self.abbreviationSpace = abbreviationSpace
    self.initialSpace = initialSpace
    self.leadingAbbreviations = leadingAbbreviations
    wordsBeforeNumbers = ["§", "§§", "EUR", "USD", "GBP", "CHF"]
    titles = []
    wordsBehindNumbers = Self.signs
    ordinalNouns = []
    clockWords = []
    identifierWords = [
      "ISBN", "ISSN", "DIN", "ISO", "EN", "IEC", "IBAN", "BIC", "UAX", "RFC", "EAN", "SKU", "RAL",
      "HKS", "Pantone", "Boeing", "Airbus",
    ]
    apostropheWords = []
    closedWords = []
    spacesUnits = false
    weekdays = []
    genderEndings = []
    for abbreviation in abbreviations {
      let parts = abbreviation.split(separator: " ").map(String.init)
      guard let first = parts.first?.lowercased(), parts.count > 1 else { continue }
      self.abbreviations[first, default: []].append(parts)
      self.abbreviations[first]?.sort { $0.count > $1.count }
    }
  }

  /// The units of the International System and those beside it that texts use, with the signs of
  /// shares and currencies (BIPM, SI Brochure, 9th edition, tables 2, 4 and 8).
  private static let signs: Set<String> = [
    "%", "‰", "€", "$", "£", "¥", "°C", "°F", "°", "K", "km", "m", "cm", "mm", "µm", "nm", "km²",
    "m²", "cm²", "km2", "m2", "m³", "m3", "ha", "kg", "g", "mg", "t", "kt", "Mt", "l", "ml", "hl",
    "h", "min", "s", "ms", "km/h", "m/s", "W", "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh",
    "TWh", "kWp", "MWp", "V", "A", "Hz", "kHz", "MHz", "GHz", "J", "kJ", "MJ", "N", "Pa", "hPa",
    "bar", "dB", "lx", "pt", "px", "dpi", "ppi", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB",
    "Mbit/s", "Gbit/s", "EUR", "USD", "GBP", "CHF", "CO₂", "t/a", "kWh/a",
  ]
}

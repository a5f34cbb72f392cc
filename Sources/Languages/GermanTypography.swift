extension LanguageRules {
  /// What becomes of typed text in German: Duden, DIN 5008, Forssman/de Jong (Detailtypografie).
  static let germanTypography: TypographyRules = {
    var rules = TypographyRules(
      abbreviations: [
        "a. a. O.", "a. D.", "a. M.", "b. a. W.", "d. h.", "d. i.", "d. J.", "e. G.", "e. V.",
        "e. h.", "h. c.", "i. A.", "i. Allg.", "i. d. F.", "i. d. R.", "i. e. S.", "i. H. v.",
        "i. S. d.", "i. S. v.", "i. V.", "i. V. m.", "i. w. S.", "lfd. Nr.", "m. E.", "m. W.",
        "n. Chr.", "o. a.", "o. Ä.", "o. ä.", "o. B.", "o. g.", "o. J.", "o. O.", "p. a.", "p. P.",
        "s. a.", "s. o.", "s. S.", "s. u.", "u. a.", "u. a. m.", "u. Ä.", "u. ä.",
        "u. U.", "u. v. a.", "u. v. a. m.", "u. v. m.", "v. a.", "v. Chr.", "v. l. n. r.", "z. B.",
        "z. T.", "z. Hd.", "z. Z.", "z. Zt.",
      ],
      // A full space would tear them apart; none would be wrong.
      abbreviationSpace: "\u{202F}", initialSpace: "\u{202F}")
    rules.wordsBeforeNumbers.formUnion([
      "Abb.", "Abs.", "Anl.", "Anm.", "Art.", "Bd.", "Bde.", "Bl.", "Fn.", "H.", "Jg.", "Kap.",
      "Nr.", "Nrn.", "Pos.", "Rn.", "S.", "Sp.", "Str.", "Tab.", "Taf.", "Ziff.", "ca.", "Tsd.",
      "Abbildung", "Absatz", "Anlage", "Artikel", "Band", "Heft", "Kapitel", "Nummer", "Paragraf",
      "Seite", "Seiten", "Tabelle", "Teil", "Ziffer",
    ])
    rules.titles = [
      "Dr.", "Prof.", "Ing.", "Dipl.", "Mag.", "Hr.", "Fr.", "Hl.", "St.", "Med.", "med.", "phil.",
      "jur.", "nat.", "rer.",
    ]
    rules.wordsBehindNumbers.formUnion([
      "Mio.", "Mrd.", "Tsd.", "Uhr", "Jh.", "Std.", "Min.", "Sek.", "Stk.", "Abs.", "f.", "ff.",
      "Mio", "Mrd",
      "Million", "Millionen", "Milliarde", "Milliarden", "Euro", "Prozent",
    ])
    rules.clockWords = ["Uhr", "h"]
    // Capitals begin sentences too: only these nouns tell that the full stop makes an ordinal.
    rules.ordinalNouns = [
      "Platz", "Preis", "Rang", "Jahrhundert", "Jahrhunderts", "Jh.", "Jahrgang", "Auflage",
      "Stock",
      "Etage", "Obergeschoss", "Halbjahr", "Quartal", "Bauabschnitt", "Klasse", "Kapitel",
      "Sitzung",
    ]
    rules.identifierWords.formUnion([
      "Tel", "Telefon", "Fax", "Telefax", "Mobil", "Fon", "Az", "Aktenzeichen", "Drucksache",
      "Kennzeichen", "Postfach", "Norm", "Konto", "Durchwahl", "Vorwahl", "Ruf", "Hotline",
      "Modell", "Ersatzteil", "Raum", "Zimmer",
      // Scores.
      "Endstand", "Spielstand", "gewann", "gewannen", "siegte", "siegten", "verlor", "verloren",
      "endete",
    ])
    rules.identifierEndings = ["nr", "nummer"]
    rules.apostropheWords = [
      "s", "n", "ne", "nen", "nem", "ner", "nes", "rum", "raus", "rein", "ran", "rauf", "runter",
    ]
    // „H.264“ is no issue of a magazine.
    rules.closedWords = [
      "Abb.", "Abs.", "Anl.", "Anm.", "Art.", "Bd.", "Kap.", "Nr.", "Nrn.", "S.", "Tab.", "Ziff.",
    ]
    rules.spacesUnits = true
    rules.weekdays = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
    rules.genderEndings = ["innen", "in"]
    return rules
  }()
}

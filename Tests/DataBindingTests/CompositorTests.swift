import DataBinding
import DocumentTree
import Languages
import Testing

/// Micro-typography of typed text; `~` stands for a no-break space and `^` for a narrow one.
@Suite struct CompositorTests {
  static func composed(
    _ inlines: [Inline], _ language: String = "de", _ switches: TypographySwitches = .all
  ) throws -> [Inline] {
    let tag = try #require(LanguageTag(language))
    return Compositor.compose(inlines, in: tag, of: .builtIn, switches)
  }

  private func composed(
    _ text: String, _ language: String, _ switches: TypographySwitches = .all
  ) throws -> String {
    try Self.composed([.text(Self.typed(text))], language, switches).dump
      .replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "^")
  }

  private static func typed(_ text: String) -> String {
    text.replacing("~", with: "\u{A0}").replacing("^", with: "\u{202F}")
  }

  @Test(arguments: [
    // Quotation marks and apostrophes.
    (#"Er rief "Halt!""#, "Er rief „Halt!“"), (#"("Stadt")"#, "(„Stadt“)"),
    (#""Sie sagte 'nein' dazu""#, "„Sie sagte ‚nein‘ dazu“"),
    (#""Sie sagte "nein" dazu""#, "„Sie sagte ‚nein‘ dazu“"), ("'Stadt'", "‚Stadt‘"),
    ("„schon“ ‚recht‘ “so”", "„schon“ ‚recht‘ “so”"),
    (#"„Er las "Faust" laut“"#, "„Er las ‚Faust‘ laut“"),
    (#""'s ist recht""#, "„’s ist recht“"),
    ("Dortmund's, wie geht's, die 90'er, '90er", "Dortmund’s, wie geht’s, die 90’er, ’90er"),
    ("Dortmund´s", "Dortmund’s"), (#"ein 27" großer Schirm"#, #"ein 27" großer Schirm"#),
    (#"Ende des Zitats.""#, "Ende des Zitats.“"), (#"Top "10" und '10'"#, "Top „10“ und ‚10‘"),
    (#"-"Stadt"-"#, #"-„Stadt“-"#), ("Hans' Haus", "Hans’ Haus"), ("5'000", "5'000"),
    (#""a","b" ("c") "d"/"e", Halt:"f""#, "„a“,„b“ („c“) „d“/„e“, Halt:„f“"),
    (#""'a'", 'n Bier, das "" und '', so"#, "„‚a‘“, ’n Bier, das „“ und ‚‘, so"),
    (#"51°30'N, 5'11", 5' 11", 3/4"-Rohr"#, #"51°30'N, 5'11", 5' 11", 3/4"-Rohr"#),
    ("und der letzte.'", "und der letzte.‘"),
    (
      "O'Neill, D'Angelo, Rock'n'Roll, Jeanne d'Arc", "O’Neill, D’Angelo, Rock’n’Roll, Jeanne d’Arc"
    ),
    // Ellipses.
    ("und so...", "und so…"), ("... und", "… und"), ("v..w ....", "v..w ...."),
    // Dashes.
    ("Stadt - Land", "Stadt~– Land"), ("Stadt -- Land", "Stadt~– Land"),
    ("Stadt--Land", "Stadt~– Land"),
    ("Stadt – Land", "Stadt~– Land"), ("- Stadt", "- Stadt"),
    ("E-Mail, Wissens- und", "E-Mail, Wissens- und"),
    ("umbruch --workspace", "umbruch --workspace"), ("---", "---"), ("a — b", "a — b"),
    // Ranges.
    ("2018-2019", "2018–2019"), ("2018-19", "2018–19"), ("2018-08", "2018-08"),
    ("2018-08-24", "2018-08-24"),
    ("S. 5-7.", "S.~5–7."), ("44-22", "44-22"), ("ISBN 3-16", "ISBN 3-16"),
    ("978-3-16-148410-0", "978-3-16-148410-0"),
    ("0231 50-55", "0231 50-55"), ("(0231) 50-55", "(0231) 50-55"), ("Tel. 50-55", "Tel. 50-55"),
    ("+49 231 50-55", "+49 231 50-55"),
    ("DIN 5008-1, DIN 1-2", "DIN 5008-1, DIN 1-2"), ("10:00-12:30 Uhr", "10:00–12:30~Uhr"),
    ("am 24.-26. November", "am 24.–26.~November"),
    ("5-10 %", "5–10~%"), ("COVID-19, B1-B2, a1-2", "COVID-19, B1-B2, a1-2"),
    ("1848--1918", "1848–1918"), ("3-4-mal, 5-10-jährig", "3-4-mal, 5-10-jährig"),
    ("1.-5. Klasse", "1.–5.~Klasse"), ("§§ 5-7, Seite 5-7", "§§~5–7, Seite~5–7"),
    ("24.-26.11.2021, 24.11.-3.12.2021", "24.–26.11.2021, 24.11.–3.12.2021"),
    ("24.11.2021-3.1.2022, 24.11.-26.11.", "24.11.2021–3.1.2022, 24.11.–26.11."),
    ("9.00-17.30 Uhr, 9-12:30 Uhr", "9.00–17.30~Uhr, 9–12:30~Uhr"),
    ("Abschnitt 9.00-17.30", "Abschnitt 9.00-17.30"),
    ("3,5-4,5 km, 10.000-20.000 €", "3,5–4,5~km, 10.000–20.000~€"), ("500-1000 m", "500–1000~m"),
    ("30%-40%, 5 €-10 €, €5-€10", "30~%–40~%, 5~€–10~€, €5–€10"),
    ("Es stand 3-2, 2:1-3:2", "Es stand 3-2, 2:1-3:2"), ("gewann 3-2", "gewann 3-2"),
    (
      "Artikelnr. 10-20, Zimmernummer 3-4, Nr. 10-20",
      "Artikelnr. 10-20, Zimmernummer 3-4, Nr.~10–20"
    ), ("v1.2-3, 6.2-6.3", "v1.2-3, 6.2-6.3"),
    ("ISSN 1234-5679, EAN 12-34", "ISSN 1234-5679, EAN 12-34"),
    ("0231 5022-9900, 231-5022", "0231 5022-9900, 231-5022"),
    ("Telefon 50-22 99-101, Tel.: 50-55", "Telefon 50-22 99-101, Tel.: 50-55"),
    ("am 05.06. 12-14 Uhr", "am 05.06. 12–14~Uhr"), ("44135-44339", "44135-44339"),
    ("1-2-3", "1-2-3"),
    // Signs.
    ("3 x 4 m", "3~×~4~m"), ("1920x1080", "1920×1080"), ("0x40, A3x4", "0x40, A3x4"),
    ("3x4x5 m", "3×4×5~m"), ("B3x4x5", "B3x4x5"),
    ("5 - 3 = 2, 5-3=2", "5~– 3 = 2, 5-3=2"),
    ("bei -5 °C", "bei −5~°C"), ("(-3)", "(−3)"),
    ("5 -3", "5 -3"),
    // Abbreviations.
    ("z. B. so, z.B. so, z.~B. so", "z.^B. so, z.^B. so, z.^B. so"),
    ("Z.B. i.d.R. u.a.m.", "Z.^B. i.^d.^R. u.^a.^m."),
    ("Verein e.V., o. ä.", "Verein e.^V., o.^ä."), ("am z.Bsp", "am z.Bsp"),
    ("usw. bzw.", "usw. bzw."),
    // Numbers and what they belong to.
    ("45 %, 3,5 km und 12 ha", "45~%, 3,5~km und 12~ha"), ("34,5 Mio. €", "34,5~Mio.~€"),
    ("EUR 3, € 3, > 53.000, ≥ 5, ± 5, ca. 5", "EUR~3, €~3, >~53.000, ≥~5, ±~5, ca.~5"),
    ("5 Millionen Euro, 5 Mio Euro", "5~Millionen Euro, 5~Mio Euro"),
    ("5 Mio. Euro", "5~Mio.~Euro"),
    ("5 %-Hürde, 20 km-Lauf, 4 Zimmer", "5~%-Hürde, 20~km-Lauf, 4 Zimmer"),
    ("Seite 5, S. 5 f., Tabelle 3", "Seite~5, S.~5~f., Tabelle~3"),
    ("24. Nov. 2021", "24.~Nov. 2021"),
    ("a> 5, <b> 5", "a> 5, <b> 5"),
    ("50 € und 12 Projekte", "50~€ und 12 Projekte"),
    ("§ 5, §§ 5", "§~5, §§~5"), ("Nr. 5, S. 12, Abb. 3", "Nr.~5, S.~12, Abb.~3"),
    ("Die Nr. zwei", "Die Nr. zwei"),
    ("1 000 000 und 53 000", "1~000~000 und 53~000"),
    ("im Jahr 2019 100 Leute", "im Jahr 2019 100 Leute"), ("1^000", "1^000"),
    ("24. November 2021, 3. Platz", "24.~November 2021, 3.~Platz"),
    ("Es waren 12. Danach kam", "Es waren 12. Danach kam"), ("24. 11. 2021", "24.~11.~2021"),
    ("Prof. Dr. Müller, Dr.-Ing. Maier", "Prof.~Dr.~Müller, Dr.-Ing.~Maier"),
    ("J. R. R. Tolkien", "J.^R.^R.~Tolkien"), ("J.R.R. Tolkien", "J.R.R.~Tolkien"),
    ("Das ist Plan B. Wir", "Das ist Plan B. Wir"),
    // Doubled spaces.
    ("a ~b", "a b"), ("a~~b", "a~b"), ("5~ km", "5~km"), ("a~b", "a~b"),
    // What was typed closed up.
    ("20%, 3,5%, 20%-Hürde, (5%)", "20~%, 3,5~%, 20~%-Hürde, (5~%)"),
    ("10km, 12m², 5kg, 3ha, 7MWh, 20€, 20°C.", "10~km, 12~m², 5~kg, 3~ha, 7~MWh, 20~€, 20~°C."),
    ("10-20km, 500-1000m², 5-10%", "10–20~km, 500–1000~m², 5–10~%"),
    ("10km-20km, -5°C, +3%, 5€/m², 50km/h", "10~km–20~km, −5~°C, +3~%, 5~€/m², 50~km/h"),
    ("A4, B1, Co2, 5G, U12, 4K, 3D, 100%ig", "A4, B1, Co2, 5G, U12, 4K, 3D, 100%ig"),
    ("X20km, 5kg-7, a=20%20, 20%%, 3/20%", "X20km, 5kg-7, a=20%20, 20%%, 3/20%"),
    ("https://x.org/20%?a=10km b@10km.de", "https://x.org/20%?a=10km b@10km.de"),
    ("§5, §§3-5, §5a, X§5, §§§5", "§~5, §§~3–5, §~5a, X§5, §§§5"),
    ("S.12, Nr.5, Abb.3, S.5-7", "S.~12, Nr.~5, Abb.~3, S.~5–7"),
    ("H.264, A.S.12, v-S.12, usw.5", "H.264, A.S.12, v-S.12, usw.5"),
    ("Mo-Fr, Mo.-Fr., (Sa-So)", "Mo–Fr, Mo.–Fr., (Sa–So)"),
    ("Mo-Do-Fr, So-Mo-x, Mo-Fra, E-Mo, Mo.-Fr", "Mo-Do-Fr, So-Mo-x, Mo-Fra, E-Mo, Mo.-Fr"),
    ("am 1.-3. Mai", "am 1.–3.~Mai"),
    // What is no prose.
    ("https://x.org/2018-2019/a--b", "https://x.org/2018-2019/a--b"), ("a'b@x.org", "a'b@x.org"),
    ("www.a.de/1-2", "www.a.de/1-2"), (#""www.a.de/1-2"..."#, "„www.a.de/1-2“…"),
    ("Assets/model/2018-2019.csv", "Assets/model/2018-2019.csv"), ("C:\\1-2", "C:\\1-2"),
    ("Bürger*innen, Bürger:innen", "Bürger*innen, Bürger:innen"), ("", ""),
    ("Ein Satz. Noch einer.", "Ein Satz. Noch einer."),
  ])
  func german(typed: String, expected: String) throws {
    #expect(try composed(typed, "de") == expected)
    #expect(try composed(expected, "de") == expected, "a second time")
  }

  @Test(arguments: [
    (#"He said "stop" and 'go'"#, "He said “stop” and ‘go’"),
    (#""She said 'no' to it""#, "“She said ‘no’ to it”"),
    (#""'No,' she said""#, "“‘No,’ she said”"),
    (
      "Dortmund's, the '90s, 1990's, students' work", "Dortmund’s, the ’90s, 1990’s, students’ work"
    ),
    ("'tis rock 'n' roll", "’tis rock ’n’ roll"), ("e.g. this, i.e. that", "e.g.~this, i.e.~that"),
    ("e. g. this", "e.g.~this"),
    ("at 5 p.m. or 5 a. m.", "at 5~p.m. or 5~a.m."),
    ("Fig. 3, p. 12, No. 5", "Fig.~3, p.~12, No.~5"), ("No. That is all.", "No. That is all."),
    ("24 November 2021", "24~November 2021"),
    ("Dr Miller, Mrs Miller, Prof. Miller", "Dr~Miller, Mrs~Miller, Prof.~Miller"),
    ("6.4 million euros, 45 %", "6.4~million~euros, 45~%"), ("€50, 50 €", "€50, 50~€"),
    ("the city - a model", "the city~– a model"),
    ("2018-2019, pp. 5-7", "2018–2019, pp.~5–7"), ("J. R. R. Tolkien", "J.~R.~R.~Tolkien"),
    (#"He said "no", "yes","maybe"-ish"#, "He said “no”, “yes”,“maybe”-ish"),
    (#"'cause I'd've, ma'am, o'clock, goin'"#, "’cause I’d’ve, ma’am, o’clock, goin’"),
    ("the letter 'a', rock'n'roll", "the letter ‘a’, rock’n’roll"),
    ("€5-€10, 1.5-2 km, £1,000-2,000", "€5–€10, 1.5–2~km, £1,000–2,000"),
    ("version 1.5-2, won 3-2, 24-7, 5-year-olds", "version 1.5-2, won 3-2, 24-7, 5-year-olds"),
    ("24.-26.11.2021", "24.-26.11.2021"), ("EUR 34.5 million", "EUR~34.5~million"),
    ("> 53,000, ≥ 5, page 5, Table 3, 5 ff.", ">~53,000, ≥~5, page~5, Table~3, 5~ff."),
    ("24 Nov. 2021, 24-26 November", "24~Nov. 2021, 24–26~November"), ("5 May 10", "5~May 10"),
    (#"27" screen"#, #"27" screen"#),
    ("20%, 10km, §5, 10-20km", "20%, 10~km, §~5, 10–20~km"), ("20€, 5‰, 5kg.", "20€, 5‰, 5~kg."),
    ("Item 10-20, Room 3-4, lost 3-2, SKU 5-7", "Item 10-20, Room 3-4, lost 3-2, SKU 5-7"),
    ("Mon-Fri, No.5", "Mon–Fri, No.~5"),
    ("Mo-Fr, Sun-Mon-x, S.12", "Mo-Fr, Sun-Mon-x, S.12"),
    ("„Stadt“ stays", "„Stadt“ stays"), ("3. Platz", "3. Platz"),
  ])
  func english(typed: String, expected: String) throws {
    #expect(try composed(typed, "en") == expected)
    #expect(try composed(expected, "en") == expected, "a second time")
  }

  /// Marks know what stands in the runs beside them, and code and figures are context only.
  @Test func crossesInlines() throws {
    let english = try #require(LanguageTag("en"))
    let quantity = Quantity(value: DecimalNumber(significand: 5))
    let cases: [([Inline], String)] = [
      ([.text("\""), .emphasis([.text("Stadt")]), .text("\" hier")], "„*Stadt*“ hier"),
      (
        [.text("ein \""), .link(.address("https://x.org/'a'"), [.text("Netz")]), .text("\"")],
        "ein „<https://x.org/'a'|Netz>“"
      ),
      (
        [.text("\""), .language(english, [.text("the \"city\"")]), .text("\"")],
        "„(en: the ‘city’)“"
      ),
      ([.text("S. "), .pageField(.pageNumber)], "S.~{pageNumber}"),
      ([.strong([.text("45")]), .text("% "), .code("20% Mo-Fr §5")], "**45**~% `20% Mo-Fr §5`"),
      ([.quantity(quantity, "5"), .text(" km")], "{5=5}~km"),
      ([.strong([.text("45")]), .text(" %")], "**45**~%"),
      ([.code("a \"b\" 2018-2019..."), .text(" \"c\"")], "`a \"b\" 2018-2019...` „c“"),
      ([.text("z."), .emphasis([.text("B.")])], "z.*^B.*"),
      ([.text("a"), .lineBreak, .text("- b")], "a/- b"),
      ([.text("Stadt -"), .emphasis([.text("- Land")])], "Stadt~–* Land*"),
    ]
    for (inlines, expected) in cases {
      let dump = try Self.composed(inlines).dump
        .replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "^")
      #expect(dump == expected)
    }
  }

  @Test(arguments: [
    (
      TypographySwitches.quotes, #""a" 2018-2019 b - c... z.B. 5 km 3 x 4"#,
      #""a" 2018–2019 b~– c… z.^B. 5~km 3~×~4"#
    ),
    (.ranges, "2018-2019", "2018-2019"), (.dashes, "a - b", "a - b"), (.ellipses, "a...", "a..."),
    (.abbreviations, "z.B.", "z.B."),
    (.spaces, "5 km – § 5 a - b z.B. 3 x 4", "5 km – § 5 a – b z.^B. 3 × 4"),
    (.signs, "3 x 4 -5", "3 x 4 -5"),
    (.spaces, "20% §5 S.12", "20% §5 S.12"), (.ranges, "Mo-Fr", "Mo-Fr"),
    (.all, #""a" - b..."#, #""a" - b..."#),
  ])
  func switchedOff(kind: TypographySwitches, typed: String, expected: String) throws {
    #expect(try composed(typed, "de", TypographySwitches.all.subtracting(kind)) == expected)
  }

  /// Texts of a language that the program does not know stay as they are.
  @Test func unknownLanguage() throws {
    #expect(try composed(#""a" - 5 km..."#, "fr") == #""a" - 5 km..."#)
    #expect(try composed(#""a""#, "de-AT") == "„a“")
  }
}

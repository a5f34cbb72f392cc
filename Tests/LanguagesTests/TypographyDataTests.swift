import Languages
import Testing

/// Rules of typography that are data, and what needs no paragraph around it.
@Suite struct TypographyDataTests {
  private func rules(_ tag: String) throws -> LanguageRules {
    let tag = try #require(LanguageTag(tag))
    return try #require(LanguageCatalogue.builtIn[tag])
  }

  private func full(_ value: String, _ unit: String?, in tag: String) throws -> String {
    let number = try #require(DecimalNumber(value))
    return try rules(tag).format(Quantity(value: number, unit: unit)).full
      .replacing("\u{A0}", with: "~")
  }

  /// A tag is set by the rules of the longest beginning of it that has some.
  @Test(arguments: [
    ("de-DE", "Deutsch"), ("de-AT-1996", "Deutsch"), ("en-GB", "English"), ("en-US", "English"),
    ("en-EU", "English (EU)"), ("en-EU-x-call", "English (EU)"),
  ])
  func fallback(tag: String, name: String) throws {
    #expect(try rules(tag).name == name)
  }

  @Test func europeanEnglish() throws {
    #expect(try full("34500000", "EUR", in: "en-EU") == "EUR~34.5~million")
    #expect(try full("53000", nil, in: "en-EU") == "53~000")
    #expect(try full("-15000", "EUR", in: "en-EU") == "−EUR~15~000")
    #expect(try full("2300000", "EUR/year", in: "en-EU") == "EUR~2.3~million~a~year")
    #expect(try full("45.7", "percent", in: "en-EU") == "45.7%")
    #expect(try full("34500000", "EUR", in: "en-GB") == "€34.5~million")
    #expect(try rules("en-EU").quotationMarks.opening == "“")
  }

  @Test(arguments: [
    ("Bürger*innen und Besucher*innen", [GenderSign.star: 6]),
    ("Ärzt:in, Ärzt_in", [.colon: 4, .underscore: 13]),
    ("Kolleg*in.", [.star: 6]), ("um 18:30, plug_in, Ort:innen liegt", [.colon: 22]),
    ("plug_in, siehe:innen", [:]), ("Bürger*innenrat, *kursiv*", [:]), ("BÜRGER:INNEN", [:]),
    ("", [:]),
    ("U-Bahn-Fahrer*innen", [.star: 13]),
  ])
  func genderSigns(text: String, found: [GenderSign: Int]) {
    #expect(GenderSign.uses(in: text, endings: ["innen", "in"]) == found)
    #expect(GenderSign.uses(in: text, endings: []) == [:])
  }

  @Test func pastedText() throws {
    let mended = try #require(
      PastedText.mended("\u{84}Stadt\u{93} \u{96} u\u{308}ber\u{85} \u{80}"))
    #expect(mended.text == "„Stadt“ – über… €")
    #expect(mended.controls.map(\.offset) == [0, 6, 8, 15, 17])
    #expect(mended.warning.contains("“„”, ““”, “–”, “…”, “€”"))
    let composed = try #require(PastedText.mended("A\u{30A} e\u{301} o\u{308}\u{304} q\u{308}"))
    #expect(Array(composed.text.unicodeScalars) == Array("Å é ȫ q\u{308}".unicodeScalars))
    #expect(composed.controls.isEmpty)
    #expect(PastedText.mended("\u{FEFF}e\u{FB03}zient, \u{FB01}nden")?.text == "effizient, finden")
    for text in ["Größe – „so“", "a\u{A0}b", "", "q\u{308}", "\u{81}"] {
      #expect(PastedText.mended(text) == nil)
    }
  }

  @Test func variants() throws {
    let tags = try ["de", "en", "en-EU", "eng"].map { try #require(LanguageTag($0)) }
    #expect(tags[2].isVariant(of: tags[1]) && !tags[1].isVariant(of: tags[1]))
    #expect(!tags[3].isVariant(of: tags[1]))
    #expect([tags[2]].accept(tags[1]) && [tags[2]].accept(tags[2]) && ![tags[1]].accept(tags[2]))
    #expect([tags[0], tags[2]].textKeys == [tags[0], tags[2], tags[1]])
    #expect([tags[0], tags[2]].requiredTextKeys == [tags[0]])
    #expect([tags[1], tags[2]].textKeys == [tags[1], tags[2]])
    #expect([tags[0]: "a", tags[1]: "b"].inherited(by: tags[2]) == "b")
    #expect([tags[0]: "a"].inherited(by: tags[2]) == nil)
  }

  @Test func choices() throws {
    /// A choice made by keys, or by a word where the key is empty; with what was wrong.
    func choice(_ keys: KeyValuePairs<String, String>) -> (TypographyChoice, [String]) {
      var choice = TypographyChoice()
      var problems: [String] = []
      for (key, word) in keys {
        if key.isEmpty {
          if !choice.set(word) { problems.append(word) }
        } else if let wanted = choice.set(key, to: word) {
          problems.append(wanted)
        }
      }
      return (choice, problems)
    }
    #expect(choice([:]).0.applied(to: .all) == .all)
    #expect(choice(["": "off"]).0.applied(to: .all) == [])
    let workspace = choice(["": "off", "quotes": "true", "gender-sign": ":"])
    #expect(workspace.0.applied(to: .all) == .quotes)
    #expect(workspace.0.genderSign == .colon && workspace.1.isEmpty)
    let layout = choice(["spaces": "true", "quotes": "false"]).0
    #expect(layout.applied(to: workspace.0.applied(to: .all)) == .spaces)
    let wrong = choice(["": "none", "dashes": "perhaps", "gender-sign": "/"]).1
    #expect(wrong == ["none", "true or false", "one of the signs “*”, “:” and “_”"])
  }
}

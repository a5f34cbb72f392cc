import Diagnostics
import Languages
import Testing

@testable import Typesetting

/// Division by the dictionaries of Debian's packages hyphen-de and hyphen-en-gb.
@Suite struct LibHyphenSourceTests {
  private let source = LibHyphenSource()

  /// The word with a hyphen at each division.
  private func divided(
    _ word: String, _ rules: LanguageRules = Fixed.rules(Fixed.german),
    _ source: LibHyphenSource? = nil
  ) -> String {
    var bytes = Array(word.utf8)
    for offset in (source ?? self.source).offsets(of: word, in: rules).reversed() {
      bytes.insert(UInt8(ascii: "-"), at: offset)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "Wis-sen-schaft", "Bür-ger-meis-te-rin", "Stra-ße", "öf-fent-lich", "Über-gän-ge",
    "WIS-SEN-SCHAFT", "Stadt-ent-wick-lung",
  ])
  func germanWords(_ expected: String) {
    #expect(divided(expected.filter { $0 != "-" }) == expected)
  }

  @Test func englishWordsFollowTheirOwnPatterns() {
    #expect(divided("development", Fixed.rules(Fixed.english)) == "de-vel-op-ment")
    #expect(divided("science", Fixed.rules(Fixed.english)) == "sci-ence")
  }

  @Test(arguments: ["Aula", "NATO", "UNESCO", "3D", "Технологии", "日本語日本語", "", "a"])
  func notDivided(_ word: String) {
    #expect(source.offsets(of: word, in: Fixed.rules(Fixed.german)).isEmpty)
  }

  @Test func minimaCountLetters() {
    var rules = Fixed.rules(Fixed.german)
    rules.hyphenation.minimumPrefix = 4
    rules.hyphenation.minimumSuffix = 6
    rules.tag = Fixed.tag("de-AT")
    #expect(divided("Übergänge", rules) == "Übergänge")
    #expect(divided("Wissenschaft", rules) == "Wissen-schaft")
  }

  @Test func theSameWordIsAnsweredAlike() {
    #expect(divided("Wissenschaft") == divided("Wissenschaft"))
    #expect(source.problem(in: Fixed.rules(Fixed.german)) == nil)
  }

  @Test func dictionariesInOtherCharacterSets() throws {
    let folder = try TestFolder()
    func rules(_ name: String, _ content: [UInt8]) throws -> LanguageRules {
      try folder.write(content, to: name)
      var rules = Fixed.rules(Fixed.german)
      rules.tag = Fixed.tag("x" + name.prefix(1).lowercased() + "y")
      rules.hyphenation.dictionaries = [name]
      return rules
    }
    let source = LibHyphenSource(directories: [folder.path])
    // “ж1д” in code page 1251, and “œ1u” in ISO 8859-15.
    let cyrillic = try rules("a.dic", Array("microsoft-cp1251\n".utf8) + [0xE6, 0x31, 0xE4, 0x0A])
    #expect(divided("надеждами", cyrillic, source) == "надеж-дами")
    let western = try rules("b.dic", Array("ISO8859-15\n".utf8) + [0xBD, 0x31, 0x75, 0x0A])
    #expect(divided("manœuvre", western, source) == "manœ-uvre")
    let unknown = try rules("c.dic", Array("KOI8-R\n".utf8) + [0xD6, 0x31, 0xC4, 0x0A])
    #expect(divided("надеждами", unknown, source) == "надеждами")
    let problem = try #require(source.problem(in: unknown))
    #expect(problem.identifier == "language.no-dictionary")
    #expect(problem.message.contains("KOI8-R") && problem.message.contains("c.dic"))
  }

  @Test func aDivisionThatChangesTheSpellingIsLeftOut() throws {
    let folder = try TestFolder()
    try folder.write("ISO8859-1\nc1k/k=k,1,2\nr1l\n", to: "a.dic")
    let source = LibHyphenSource(directories: [folder.path])
    var rules = Fixed.rules(Fixed.german)
    rules.hyphenation.dictionaries = ["a.dic"]
    #expect(divided("Zuckerlöffel", rules, source) == "Zucker-löffel")
  }

  @Test(arguments: [Fixed.german, Fixed.english])
  func divisionsAscendBetweenLettersAndKeepTheMinima(_ language: LanguageTag) {
    let rules = Fixed.rules(language)
    var divided = 0
    for word in WordList.words {
      let offsets = source.offsets(of: word, in: rules)
      divided += offsets.isEmpty ? 0 : 1
      let letters = word.unicodeScalars.count
      let places = offsets.map { offset in
        String(decoding: Array(word.utf8)[..<offset], as: UTF8.self).unicodeScalars.count
      }
      #expect(places == places.sorted() && Set(places).count == places.count, "\(word)")
      #expect(
        places.allSatisfy {
          $0 >= rules.hyphenation.minimumPrefix
            && letters - $0 >= rules.hyphenation.minimumSuffix
        }, "\(word)")
      let parts = zip([0] + offsets, offsets + [word.utf8.count]).map { start, end in
        String(validating: Array(word.utf8)[start..<end], as: UTF8.self)
      }
      #expect(parts.compactMap(\.self).joined() == word)
    }
    #expect(divided > WordList.words.count * 9 / 10)
  }
}

extension HyphenationSource {
  /// The UTF-8 offsets of a word's divisions, whatever their grades.
  func offsets(of word: String, in language: LanguageRules) -> [Int] {
    divisions(of: word, in: language).map(\.offset)
  }
}

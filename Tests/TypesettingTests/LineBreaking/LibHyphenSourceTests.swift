import Diagnostics
import Foundation
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
    for offset in (source ?? self.source).divisions(of: word, in: rules).reversed() {
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
    #expect(source.divisions(of: word, in: Fixed.rules(Fixed.german)).isEmpty)
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
    let folder = FileManager.default.temporaryDirectory.appending(path: "umbruch-hyphen-tests")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func rules(_ name: String, _ content: [UInt8]) throws -> LanguageRules {
      try Data(content).write(to: folder.appending(path: name))
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

  /// Words of both languages: the tests' own list, and longer ones put together from it.
  private static let words: [String] = {
    let stems = """
      wissenschaft stadt entwicklung bürger meisterin technologie zentrum dortmund masterplan \
      straße öffentlich übergang forschung institut geschichte studierende unternehmen gründung \
      arbeit platz zusammen herausforderung daher hinunter schule projekt nachhaltig digital \
      university science development citizens innovation business quarter neighbourhood regional \
      research together knowledge measure employment phoenix lake northwards
      """.split(separator: " ").map(String.init)
    var generator = TextGenerator(seed: 11)
    return stems
      + (0..<2_000).map { _ in
        (0..<Int.random(in: 2...3, using: &generator))
          .map { _ in stems.randomElement(using: &generator) ?? "" }.joined()
      }
  }()

  @Test(arguments: [("hyph_de_DE.dic", HyphenCharset.latin1), ("hyph_en_GB.dic", .utf8)])
  func dividesLikeLibHyphen(_ name: String, _ charset: HyphenCharset) throws {
    let file = "/usr/share/hyphen/\(name)"
    let dictionary = try HyphenDictionary(file: file)
    let oracle = try #require(LibHyphenOracle(file: file))
    for word in Self.words {
      let scalars = Array(word.unicodeScalars)
      guard let bytes = charset.encode(scalars) else { continue }
      // Near the edges libhyphen applies the file's minima, which the source applies here.
      let ours = dictionary.divisions(of: scalars).filter { $0 > 2 && scalars.count - $0 > 2 }
      let theirs = oracle.divisions(of: bytes, letters: scalars.count).filter {
        $0 > 2 && scalars.count - $0 > 2
      }
      #expect(ours == theirs, "\(word)")
    }
  }
}

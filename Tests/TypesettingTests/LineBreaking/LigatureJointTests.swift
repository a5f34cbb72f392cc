import Languages
import Testing

@testable import Typesetting

/// Which letters German does not join to an f before them; by Debian's hyphen-de and wngerman.
@Suite struct LigatureJointTests {
  private static let source = LibHyphenSource()

  /// The word with a stroke before each letter that is not joined to the one before it.
  private func parted(_ word: String, _ language: LanguageTag = Fixed.german) -> String {
    let context = TypesettingContext(
      shaper: FixedAdvanceShaper(), languages: LanguageCatalogue.builtIn,
      palette: Fixed.context().palette, hyphenation: Self.source, images: FixedImages())
    var bytes = Array(word.utf8)
    for offset in context.paragraphSetter.unjoinedLetters(of: word, in: language, context)
      .reversed()
    {
      bytes.insert(UInt8(ascii: "|"), at: offset)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "Auf|lage", "Kauf|leute", "höf|lich", "Tief|flug", "Schiff|fahrt", "Stoff|flasche", "Auf|fahrt",
    "Dorf|fest", "Kauf|frau", "Schilf|insel", "(Auf|lage)", "Auf|bau", "auf|füllen",
    "Berufs-auf|lage",
  ])
  func partsAreNotJoined(_ expected: String) {
    #expect(parted(expected.filter { $0 != "|" }) == expected)
  }

  @Test(arguments: [
    "Öffnung", "Pfiff", "kaufen", "Kräfte", "hoffen", "offen", "Schiff", "Flug", "Auflistung2",
    "AUFLAGE", "", "f", "fl",
  ])
  func withinPartsTheyAre(_ word: String) {
    #expect(parted(word) == word)
  }

  @Test func englishJoinsAll() {
    #expect(parted("shelflife", Fixed.english) == "shelflife")
  }
}

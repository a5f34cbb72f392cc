import Design
import Languages

/// Ligatures in languages with compounds: they join letters of one part of a word, never the last of
/// one part to the first of the next („Auf-lage“, „Kauf-leute“, but „Pfiff“; Duden, K 133 ff.).
extension ParagraphSetter {
  /// Letters before which f ends a part of a word wherever the word may be divided there.
  private static let beginningParts = Set("lbhjk".utf8)
  /// Letters that follow an f within parts as well.
  private static let within = Set("fit".utf8)

  /// UTF-8 offsets of the letters that are not joined to an f before them.
  func unjoinedLetters(
    of text: String, in language: LanguageTag, _ context: TypesettingContext
  ) -> [Int] {
    let bytes = Array(text.utf8)
    let candidates = bytes.indices.dropFirst().filter { index in
      bytes[index - 1] == UInt8(ascii: "f")
        && (Self.beginningParts.contains(bytes[index]) || Self.within.contains(bytes[index]))
    }
    guard !candidates.isEmpty, let compounds = context.languages[language]?.hyphenation.compounds
    else { return [] }
    var rules = LineRules()
    (rules.hyphenPrefix, rules.hyphenSuffix) = (2, 2)
    let divisions = divisions(of: bytes[...], in: language, rules, context: context)
    return candidates.filter { offset in
      guard let division = divisions.first(where: { $0.offset == offset }) else { return false }
      if Self.beginningParts.contains(bytes[offset]) { return true }
      if division.grade == .joint || division.grade == .innerJoint { return true }
      // „auf-fallen“ is no compound of nouns, but put together all the same.
      let start = bytes[..<offset].lastIndex { !Letters.isLetter(UInt32($0)) && $0 < 0x80 }
      let before = String(decoding: bytes[(start.map { $0 + 1 } ?? 0)..<offset], as: UTF8.self)
      return compounds.prefixes.contains(before.lowercased())
    }
  }
}

import Languages

/// Which words stay on the line of the number before them, in one language.
///
/// Authors who know type a no-break space there; this is for the others.
struct TyingRules {
  private let followers: Set<String>

  /// Units, the words for large numbers and the months, as the language writes them.
  init(_ rules: LanguageRules?) {
    var words: Set<String> = ["%", "‰", "€", "$", "£", "°C", "km", "km²", "m", "m²", "kg", "t"]
    if let rules {
      words.formUnion(rules.unitSymbols.values.map(\.symbol))
      words.formUnion(rules.dates.months)
      words.formUnion([rules.numbers.million, rules.numbers.billion])
    }
    words.remove("")
    followers = words
  }

  /// Whether no line may end between two words that a space divides.
  func ties(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    guard let last = before.last else { return false }
    if Letters.isDigit(UInt32(last))
      || (last == 0x2E && before.count > 1 && Letters.isDigit(UInt32(before[before.endIndex - 2])))
    {
      return followers.contains(String(decoding: after, as: UTF8.self))
        || followers.contains(Self.withoutPunctuation(after))
    }
    // „z. B.“ and “J. R.” typed with a plain space.
    return Self.isInitial(before) && Self.isInitial(after)
  }

  /// Whether a word is a number that counts something, as far as one can tell: not a year.
  static func isAmount(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last, Letters.isDigit(UInt32(first)),
      Letters.isDigit(UInt32(last))
    else { return false }
    return word.count != 4 || ![0x31, 0x32].contains(first)
      || !word.allSatisfy { Letters.isDigit(UInt32($0)) }
  }

  /// A letter with a full stop.
  private static func isInitial(_ word: ArraySlice<UInt8>) -> Bool {
    let letters = word.drop { $0 == 0x28 }.prefix { $0 != 0x2C && $0 != 0x29 }
    return letters.last == 0x2E && Letters.count(in: letters) == 1 && letters.count <= 3
  }

  private static func withoutPunctuation(_ word: ArraySlice<UInt8>) -> String {
    var core = word
    while let last = core.last, [0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x21, 0x3F].contains(last) {
      core.removeLast()
    }
    return String(decoding: core, as: UTF8.self)
  }
}

/// A word as it is written, by its bytes: canonically equivalent ones have other offsets.
struct DividedWord: Hashable, Comparable, Sendable {
  /// Words with fewer letters are not divided.
  static let minimumLetters = 5
  /// Nor are words in capitals up to this length: they are read letter by letter.
  static let maximumAcronym = 6
  /// Nor are longer ones: no word of a language, but a bound on the work.
  static let maximumLetters = 100

  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func < (one: DividedWord, other: DividedWord) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// The word's scalars; nil for what is not divided: numbers, addresses, short words, acronyms.
  var letters: [Unicode.Scalar]? {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    guard (Self.minimumLetters...Self.maximumLetters).contains(scalars.count),
      scalars.allSatisfy({ Letters.isLetter($0.value) })
    else { return nil }
    if scalars.count <= Self.maximumAcronym,
      scalars.allSatisfy({ Letters.isUppercase($0.value) })
    {
      return nil
    }
    return scalars
  }

  /// The UTF-8 offsets before which a dictionary divides a word with these letters.
  static func divisions(of letters: [Unicode.Scalar], _ dictionary: HyphenDictionary) -> [Int] {
    // The patterns are in small letters; only mappings of one letter to one keep the places.
    let lowercase = letters.map { scalar in
      let mapped = scalar.properties.lowercaseMapping.unicodeScalars
      return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }
    var offset = 0
    var before = 0
    return dictionary.divisions(of: lowercase).map { division in
      offset += letters[before..<division].reduce(0) { $0 + $1.utf8.count }
      before = division
      return offset
    }
  }

  /// Those of the divisions that leave so many letters before and after them.
  func keeping(_ divisions: [Int], before: Int, after: Int) -> [Int] {
    divisions.filter { offset in
      Self.letterCount(bytes[..<offset]) >= before && Self.letterCount(bytes[offset...]) >= after
    }
  }

  /// How many scalars begin in these bytes of UTF-8.
  private static func letterCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

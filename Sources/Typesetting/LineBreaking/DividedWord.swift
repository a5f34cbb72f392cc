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

  /// Those of the divisions that leave so many letters before and after them.
  func keeping(_ divisions: [Division], before: Int, after: Int) -> [Division] {
    divisions.filter { division in
      Self.letterCount(bytes[..<division.offset]) >= before
        && Self.letterCount(bytes[division.offset...]) >= after
    }
  }

  /// How many scalars begin in these bytes of UTF-8.
  private static func letterCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}

/// A sign that opens a German noun for all genders: `Bürger*innen`.
package enum GenderSign: String, Sendable, Hashable, CaseIterable {
  case star = "*"
  case colon = ":"
  case underscore = "_"

  private var byte: UInt8 {
    switch self {
    case .star: 0x2A
    case .colon: 0x3A
    case .underscore: 0x5F
    }
  }

  /// The first use of each sign in a text, as offsets in Unicode scalars.
  ///
  /// A use is a sign between a word that begins with a capital, as German nouns do, and one of the
  /// endings: `plug_in` and `18:30` are none.
  package static func uses(in text: String, endings: [String]) -> [GenderSign: Int] {
    guard !endings.isEmpty, text.utf8.contains(where: isSign) else { return [:] }
    let bytes = Array(text.utf8)
    var found: [GenderSign: Int] = [:]
    for index in bytes.indices where isSign(bytes[index]) {
      guard let sign = allCases.first(where: { $0.byte == bytes[index] }), found[sign] == nil,
        isBehindNoun(bytes[..<index]),
        endings.contains(where: { ending in
          bytes[(index + 1)...].starts(with: ending.utf8)
            && !isLetter(bytes[(index + 1)...].dropFirst(ending.utf8.count).first)
        })
      else { continue }
      found[sign] = bytes[..<index].count { $0 & 0xC0 != 0x80 }
    }
    return found
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x3A || byte == 0x5F
  }

  /// Letters outside ASCII count all: what stands between letters is one.
  private static func isLetter(_ byte: UInt8?) -> Bool {
    byte.map { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) } ?? false
  }

  /// Whether at least two letters end here, the first of the word being a capital.
  private static func isBehindNoun(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = bytes.reversed().prefix { isLetter($0) || $0 == 0x2D }
    guard word.count > 1, let first = word.last else { return false }
    return (0x41...0x5A).contains(first) || first >= 0x80
  }
}

/// What makes one division of a word better than another, beyond what the dictionary says.
struct WordTraits {
  private let bytes: [UInt8]
  /// The author's own hyphen is the better place (“Emil-Figge-Straße”).
  private let hasWrittenHyphen: Bool
  /// The places before capitals inside the word: the joints of names such as „TechnologieZentrum“.
  private let joints: Set<Int>
  /// The word is a name of words with points between them („Stadt.Land.Digital“).
  private let hasInnerPoint: Bool

  init(_ word: ArraySlice<UInt8>, written: [TextPieces.Opportunity]) {
    bytes = Array(word)
    hasWrittenHyphen = written.contains { $0.kind == .writtenHyphen }
    var joints: Set<Int> = []
    var wasSmall = false
    var hasInnerPoint = false
    var offset = 0
    while offset < bytes.count {
      let (value, length) = StyledText.scalar(in: bytes[...], at: offset)
      if value == 0x2E, offset > 0, offset + 1 < bytes.count,
        Letters.isLetter(StyledText.scalar(in: bytes[...], at: offset + 1).value)
      {
        hasInnerPoint = true
      }
      let isCapital = Letters.isUppercase(value)
      if isCapital, wasSmall { joints.insert(offset) }
      wasSmall = !isCapital && Letters.isLetter(value)
      offset += length
    }
    self.joints = joints
    self.hasInnerPoint = hasInnerPoint
  }

  /// What dividing at `offset` costs in addition, on TeX's scale of penalties.
  func penalty(at offset: Int) -> Double {
    var penalty = 0.0
    if hasWrittenHyphen { penalty += Self.besideWrittenHyphen }
    if hasInnerPoint { penalty += Self.besideInnerPoint }
    if !joints.isEmpty {
      penalty += joints.contains(offset) ? Self.atCapital : Self.notAtCapital
    }
    let shorter = min(
      Letters.count(in: bytes[..<offset], upTo: 3), Letters.count(in: bytes[offset...], upTo: 3))
    if shorter < 3 { penalty += Self.shortSyllable }
    return penalty
  }
}

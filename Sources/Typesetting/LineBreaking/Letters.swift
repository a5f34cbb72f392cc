/// What counts as a letter or a digit where words are divided.
enum Letters {
  /// Whether a scalar is a letter, or a mark that belongs to one.
  ///
  /// The ranges of European texts are decided without asking the Unicode tables.
  static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
    if value < 0xC0 { return value == 0xAA || value == 0xBA || value == 0xB5 }
    if value < 0x250 { return value != 0xD7 && value != 0xF7 }
    guard let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }

  /// Whether a scalar is a capital.
  static func isUppercase(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  /// Whether a scalar is one of 0 to 9.
  static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  /// How many letters and digits stand in these bytes, up to `limit`.
  static func count(in bytes: ArraySlice<UInt8>, upTo limit: Int = .max) -> Int {
    var count = 0
    var offset = bytes.startIndex
    while offset < bytes.endIndex, count < limit {
      let (value, length) = StyledText.scalar(in: bytes, at: offset)
      if isLetter(value) || isDigit(value) { count += 1 }
      offset += length
    }
    return count
  }
}

extension BreakOpportunities {
  /// The text with stand-ins of the same length for what libunibreak stops the program at.
  ///
  /// Its lookup asserts that no regional indicator, of which flags are made, and no U+FFFF comes
  /// before another sign (`linebreak.c`, version 5.1). A letter in their place keeps a flag in one
  /// piece; only the places of breaks are taken from the copy, never the text.
  static func breakable(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0xEF }) else { return bytes }
    var copy = bytes
    var offset = 0
    while offset < copy.count {
      let (value, length) = StyledText.scalar(in: copy[...], at: offset)
      let standIn: [UInt8]? =
        switch value {
        // 𝐀, a letter of four bytes.
        case 0x1F1E6...0x1F1FF: [0xF0, 0x9D, 0x90, 0x80]
        // The replacement character, of three bytes.
        case 0xFFFF: [0xEF, 0xBF, 0xBD]
        default: nil
        }
      if let standIn { copy.replaceSubrange(offset..<offset + standIn.count, with: standIn) }
      offset += length
    }
    return copy
  }
}

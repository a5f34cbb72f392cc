/// How web and mail addresses are told from words and where they may be broken.
///
/// Nothing is inserted at such a break, and no punctuation that a reader could take for the
/// sentence's own is left at a line's end: an address breaks after a slash and before other marks
/// (The Chicago Manual of Style, 17th edition, 7.46).
enum AddressSyntax {
  /// Whether a word is an address: `https://…`, `www.…`, `host.tld/path`, `name@host`.
  static func isAddress(_ token: ArraySlice<UInt8>) -> Bool {
    guard token.count >= 6 else { return false }
    var dotBeforeSlash = false
    var sawAt = false
    var previous: UInt8 = 0
    for (index, byte) in token.enumerated() {
      let next = index + 1 < token.count ? token[token.startIndex + index + 1] : 0
      switch byte {
      case 0x3A where next == 0x2F && isAlphanumeric(previous): return true  // “:/”
      case 0x2E where isAlphanumeric(previous) && isAlphanumeric(next):
        if sawAt { return true }
        dotBeforeSlash = true
      case 0x2F where dotBeforeSlash && isAlphanumeric(previous): return true
      case 0x40 where isAlphanumeric(previous): sawAt = true
      default: break
      }
      previous = byte
    }
    return token.starts(with: Array("www.".utf8))
  }

  /// What kind of break stands before the byte at `offset`.
  static func breakKind(at offset: Int, in bytes: [UInt8], address: Range<Int>) -> BreakKind {
    let (previous, next) = (bytes[offset - 1], bytes[offset])
    let isNearEdge = offset - address.lowerBound < 4 || address.upperBound - offset < 3
    switch (previous, next) {
    case (0x2F, 0x2F), (0x3A, 0x2F): return .none  // “://” stays whole.
    case (0x2F, _) where !isNearEdge: return .address
    case (_, 0x2E), (_, 0x3F), (_, 0x3D), (_, 0x26), (_, 0x23), (_, 0x5F), (_, 0x7E), (_, 0x25),
      (_, 0x2D), (_, 0x40):
      return isNearEdge ? .none : .address
    default:
      return isNearEdge || !isAlphanumeric(previous) ? .none : .addressAnywhere
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 0x80 || Letters.isLetter(UInt32(byte)) || Letters.isDigit(UInt32(byte))
  }
}

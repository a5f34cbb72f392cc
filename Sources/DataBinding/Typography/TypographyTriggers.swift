import DocumentTree
import Languages

/// Tells in one look at the bytes that a text has nothing to compose, as most texts have.
struct TypographyTriggers {
  /// Whether the language has titles without a full stop.
  private let hasBareTitles: Bool
  /// Bytes since the last space, the first of them, and the last byte.
  private var wordLength = 0
  private var wordStart: UInt8 = 0
  private var last: UInt8 = 0x20

  private init(_ rules: LanguageRules?) {
    hasBareTitles = rules?.typography.titles.contains("Dr") ?? false
  }

  /// Whether any rule might find something in the texts.
  static func has(_ inlines: [Inline], _ rules: LanguageRules?) -> Bool {
    var triggers = TypographyTriggers(rules)
    return triggers.found(in: inlines)
  }

  private mutating func found(in inlines: [Inline]) -> Bool {
    for inline in inlines {
      switch inline {
      case .text(let text): if found(in: text) { return true }
      case .code(let text), .quantity(_, let text): last = text.utf8.last ?? last
      case .pageField: last = 0x30
      case .lineBreak: last = 0x0A
      case .footnote: break
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .language(_, let inner),
        .styled(_, let inner):
        if found(in: inner) { return true }
      }
    }
    return false
  }

  private mutating func found(in text: String) -> Bool {
    for byte in text.utf8 where found(byte) { return true }
    return false
  }

  /// Whether a byte, after those before it, may begin something.
  private mutating func found(_ byte: UInt8) -> Bool {
    defer { last = byte }
    switch byte {
    // Straight marks and accents; §, no-break spaces, ´, « and »; the marks of U+2000 and our own.
    case 0x22, 0x27, 0x60, 0xC2, 0xE2, 0xF4: return true
    case 0x2D:
      // A hyphen inside a word is one.
      if Self.isDigit(last) || last == 0x20 || last == 0x2D || last == 0x25 { return true }
      // One behind a short word may stand between two days.
      if last == 0x2E || (2...6).contains(wordLength) { return true }
    case 0x2E:
      // A stop behind a long word ends a sentence.
      if wordLength < 6 || last == 0x2E { return true }
    // Behind a hyphen, `x`, or a space: a range, a product, what the number belongs to.
    case 0x30...0x39: if last == 0x2D || last == 0x78 || last == 0x20 { return true }
    case 0x20:
      if Self.isDigit(last) || last == 0x20 { return true }
      if isTitle { return true }
      wordLength = 0
      return false
    // A unit right behind its number.
    case 0x25, 0x41...0x5A, 0x61...0x7A: if Self.isDigit(last) { return true }
    default: break
    }
    if wordLength == 0 { wordStart = byte }
    wordLength += 1
    return false
  }

  /// Whether a short word with a capital ended, such as “Dr” or “Mrs”; no German title begins so and
  /// has no full stop.
  private var isTitle: Bool {
    hasBareTitles && (2...4).contains(wordLength)
      && [0x44, 0x4D, 0x50, 0x52, 0x53].contains(wordStart)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

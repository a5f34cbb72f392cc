package import DocumentTree
package import Languages

/// Turns typed text into what a compositor would set: the marks, dashes and spaces of its language.
///
/// One walk over the scalars of a paragraph; each rule looks at a few neighbours only, so the work
/// grows with the text. Applied twice, it changes nothing the second time. Words and digits stay.
package struct Compositor {
  var text: TypedText
  let switches: TypographySwitches
  /// The rules by index of a language; nil where the program has none, whose text stays as it is.
  let languageRules: [LanguageRules?]
  /// The marks of quotations that are open.
  var quotations = OpenQuotations()
  private var leaf = 0

  /// Composes inlines of a paragraph.
  package static func compose(
    _ inlines: [Inline], in language: LanguageTag, of catalogue: LanguageCatalogue,
    _ switches: TypographySwitches
  ) -> [Inline] {
    guard TypographyTriggers.has(inlines, catalogue[language]) else { return inlines }
    let text = TypedText(inlines, language: language)
    var compositor = Compositor(text, catalogue, switches)
    compositor.run()
    return compositor.text.inlines(from: inlines)
  }

  private init(_ text: TypedText, _ catalogue: LanguageCatalogue, _ switches: TypographySwitches) {
    self.text = text
    self.switches = switches
    languageRules = text.languages.map { catalogue[$0] }
  }

  private mutating func run() {
    // First, so that all other rules meet one space between words.
    if switches.contains(.spaces) { collapseSpaces() }
    for (number, each) in text.leaves.enumerated() where languageRules[each.language] != nil {
      leaf = number
      for offset in each.range { apply(at: offset) }
    }
  }

  /// The rules of the language at hand; asked for only where something may have to be done.
  var rules: LanguageRules? { languageRules[text.leaves[leaf].language] }

  /// The rules for the scalar at an offset.
  private mutating func apply(at offset: Int) {
    let value = text.scalars[offset]
    if switches.contains(.spaces), offset > 0, Self.isDigit(text.scalars[offset - 1]) {
      closedUnit(at: offset)
    }
    switch value {
    case 0x22: if switches.contains(.quotes) { straightQuote(at: offset) }
    case 0x27, 0xB4, 0x60: if switches.contains(.quotes) { straightApostrophe(at: offset) }
    case 0x2018...0x201E, 0xAB, 0xBB:
      if let marks = rules?.quotationMarks {
        quotations.note(value, marks, in: text, offset)
      }
    case 0x2E: stop(at: offset)
    case 0x2D: hyphen(at: offset)
    case 0x2013: if switches.contains(.dashes) { tieDash(at: offset) }
    case 0x78: if switches.contains(.signs) { multiplication(at: offset) }
    case 0xA7: if switches.contains(.spaces) { paragraphSign(at: offset) }
    case 0x20, 0xA0, 0x202F: if switches.contains(.spaces) { space(at: offset) }
    default: break
    }
  }

  // MARK: Characters

  static func isDigit(_ value: UInt32?) -> Bool {
    value.map { (0x30...0x39).contains($0) } ?? false
  }

  static func isLetter(_ value: UInt32?) -> Bool {
    guard let value else { return false }
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
    if value < 0xC0 { return value == 0xAA || value == 0xB5 || value == 0xBA }
    if value < 0x250 { return value != 0xD7 && value != 0xF7 }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  static func isUppercase(_ value: UInt32?) -> Bool {
    guard let value else { return false }
    if value < 0x80 { return (0x41...0x5A).contains(value) }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  /// What opens a bracket or parts words, so that a mark behind it opens.
  static func isOpening(_ value: UInt32?) -> Bool {
    switch value {
    case nil, 0x28, 0x5B, 0x7B, 0x2F, 0x2013, 0x2014, 0x201E, 0x201A, 0xAB, 0x2039, 0xBF, 0xA1: true
    default: TypedText.isSpace(value)
    }
  }

  // MARK: Words

  /// Where the word of letters begins that ends before an offset; at most `limit` letters back.
  func wordStart(before offset: Int, limit: Int = 12) -> Int {
    var start = offset
    while start > 0, offset - start < limit, Self.isLetter(text.scalars[start - 1]) { start -= 1 }
    return start
  }

  /// Whether no letter or digit stands right before an offset.
  func isBoundary(before offset: Int) -> Bool {
    let before = text.value(text.previous(offset))
    return !Self.isLetter(before) && !Self.isDigit(before)
  }

  /// Whether no letter or digit stands at an offset.
  func isBoundary(at offset: Int) -> Bool {
    !Self.isLetter(text.value(offset)) && !Self.isDigit(text.value(offset))
  }

  /// The stretch up to the next space, at most `limit` scalars.
  func token(from offset: Int, limit: Int = 24) -> Range<Int> {
    var end = offset
    while end < text.scalars.count, end - offset < limit, !TypedText.isSpace(text.scalars[end]) {
      end += 1
    }
    return offset..<end
  }

  /// Makes a space one at which no line ends.
  mutating func tie(_ offset: Int, with space: UInt32 = 0xA0) {
    guard text.isFree(offset), text.scalars[offset] == 0x20 else { return }
    text.replace(offset, with: space)
  }
}

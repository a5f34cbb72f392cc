import Languages

/// Where the lines of a text may end: UAX #14, and what German and English typography adds to it.
struct BreakOpportunities {
  /// The kind of the break before each byte of the text; none inside a character.
  private(set) var kinds: [BreakKind]
  /// Web and mail addresses, as byte ranges of the text.
  private(set) var addresses: [Range<Int>] = []

  private let text: StyledText

  /// Finds the opportunities of a text; the context knows which words stay with numbers.
  ///
  /// Of verbatim text every word may be broken like an address, with nothing put in.
  init(in text: StyledText, context: TypesettingContext, isVerbatim: Bool = false) {
    self.text = text
    let bytes = text.bytes
    kinds = Array(repeating: .none, count: bytes.count + 1)
    guard !bytes.isEmpty else { return }

    let breaks = context.paragraphSetter.unicodeBreaks.breaks(in: text)
    addresses = Self.tokens(in: bytes).map { Self.untilJoiner($0, in: bytes) }
      .filter { isVerbatim || AddressSyntax.isAddress(bytes[$0]) }
    var previous: UInt32 = 0
    var offset = 0
    while offset < bytes.count {
      let (value, length) = text.scalar(at: offset)
      if offset > 0 {
        switch breaks[offset] {
        case .mandatory: kinds[offset] = .mandatory
        case .allowed: kinds[offset] = kind(at: offset, after: previous, before: value)
        case .none where isBetweenQuotationAndBracket(offset, value): kinds[offset] = .space
        case .none: break
        }
      }
      previous = value
      offset += length
    }
    // What follows takes breaks away or replaces them, the strongest rule last.
    partMarks()
    for address in addresses { openAddress(address) }
    tieSpaces { context.paragraphSetter.tyingRules($0, context.languages) }
    closeTiedRuns()
  }

  /// Whether a line may end at a space before an opening bracket, though UAX #14 forbids it.
  ///
  /// Its rule LB15 keeps the bracket in `“ (` for the sake of languages that put a space behind an
  /// opening quotation mark. Here none stands there: a mark with no space before it has closed.
  private func isBetweenQuotationAndBracket(_ offset: Int, _ next: UInt32) -> Bool {
    // Brackets, and the low marks „ and ‚ that always open.
    guard [0x28, 0x5B, 0x7B, 0x201A, 0x201E].contains(next),
      let space = scalar(before: offset), space.value == 0x20,
      let mark = scalar(before: space.start), Self.quotationMarks.contains(mark.value),
      let before = scalar(before: mark.start)
    else { return false }
    return ![0x20, 0xA0, 0x2028, 0x202F].contains(before.value)
  }

  private static let quotationMarks: Set<UInt32> = [
    0x22, 0x27, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x2039, 0x203A,
  ]

  /// What an allowed break is, seen from the characters around it.
  private func kind(at offset: Int, after previous: UInt32, before next: UInt32) -> BreakKind {
    switch previous {
    case 0x20: .space
    case 0x200B: .plain
    case 0xAD: .softHyphen
    case 0x2D, 0x2010:
      // „E-Mail“ and “-ing” stay whole; so do dates and numbers.
      letters(before: offset, skipping: 1) >= 2 && letters(after: offset) >= 2
        ? .writtenHyphen : .none
    case 0x2013:
      (isDigit(before: offset, skipping: 3) && (0x30...0x39).contains(next))
        || isShortRange(at: offset) ? .none : .dash
    case 0x2014: .dash
    case 0x2F:
      // „km/h“ stays whole, „Wissenschaft/Wirtschaft“ may be divided.
      letters(before: offset, skipping: 1) >= 4 && letters(after: offset) >= 4 ? .slash : .none
    default: next == 0x2014 ? .none : .plain
    }
  }

  /// Whether at most three letters or digits stand on each side of a dash: „Mo–Fr“, „1.–3.“.
  private func isShortRange(at offset: Int) -> Bool {
    func isSign(_ value: UInt32) -> Bool {
      Letters.isLetter(value) || Letters.isDigit(value) || value == 0x2E
    }
    var counts = (before: 0, after: 0)
    var position = offset - 3
    while counts.before < 5, let (value, start) = scalar(before: position), isSign(value) {
      if value != 0x2E { counts.before += 1 }
      position = start
    }
    position = offset
    while position < text.bytes.count, counts.after < 5 {
      let (value, length) = text.scalar(at: position)
      guard isSign(value) else { break }
      if value != 0x2E { counts.after += 1 }
      position += length
    }
    return (1...3).contains(counts.before) && (1...3).contains(counts.after)
  }

  /// How many letters stand right before `offset`, without the last `skipping` bytes; up to 4.
  private func letters(before offset: Int, skipping: Int) -> Int {
    var position = offset - skipping
    var count = 0
    while count < 4, let (value, start) = scalar(before: position), Letters.isLetter(value) {
      position = start
      count += 1
    }
    return count
  }

  /// How many letters follow `offset`; up to 4.
  private func letters(after offset: Int) -> Int {
    var position = offset
    var count = 0
    while position < text.bytes.count, count < 4 {
      let (value, length) = text.scalar(at: position)
      guard Letters.isLetter(value) else { break }
      position += length
      count += 1
    }
    return count
  }

  /// The scalar that ends right before `offset`, and where it begins.
  private func scalar(before offset: Int) -> (value: UInt32, start: Int)? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (text.scalar(at: start).value, start)
  }

  private func isDigit(before offset: Int, skipping: Int) -> Bool {
    offset > skipping && (0x30...0x39).contains(text.bytes[offset - skipping - 1])
  }

  /// The stretches between spaces and forced breaks.
  private static func tokens(in bytes: [UInt8]) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start = 0
    for offset in 0...bytes.count
    where offset == bytes.count || bytes[offset] == 0x20
      || (bytes[offset] == 0xE2 && offset + 2 < bytes.count && bytes[offset + 1] == 0x80
        && bytes[offset + 2] == 0xA8)
    {
      if offset > start { tokens.append(start..<offset) }
      start = offset < bytes.count && bytes[offset] == 0xE2 ? offset + 3 : offset + 1
    }
    return tokens
  }

  /// The stretch up to U+2060: the marks of footnotes behind an address are no part of it.
  private static func untilJoiner(_ token: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let joiner = bytes[token].firstRange(of: [0xE2, 0x81, 0xA0])
    return token.lowerBound..<(joiner?.lowerBound ?? token.upperBound)
  }

  /// Puts the breaks of an address in place of what Unicode would do with it.
  private mutating func openAddress(_ range: Range<Int>) {
    for offset in range.dropFirst() where text.bytes[offset] & 0xC0 != 0x80 {
      kinds[offset] = AddressSyntax.breakKind(at: offset, in: text.bytes, address: range)
    }
  }

  /// Makes the last resort of the U+200B that follows the superior comma between two footnotes' marks;
  /// behind a comma of the text it is the author's, and a place like any other.
  private mutating func partMarks() {
    for run in text.runs where run.isSuperior && text.bytes[run.end - 1] == 0x2C {
      let end = run.end + 3
      guard end < text.bytes.count, text.bytes[run.end..<end].elementsEqual([0xE2, 0x80, 0x8B])
      else { continue }
      if kinds[end] == .plain { kinds[end] = .betweenMarks }
    }
  }

  /// Takes the break from spaces that belong between a number and what it counts.
  private mutating func tieSpaces(_ rules: (LanguageTag) -> TyingRules) {
    let bytes = text.bytes
    var run = 0
    var start = 0
    var offset = 0
    while offset < bytes.count {
      defer { offset += 1 }
      guard bytes[offset] == 0x20 else {
        if bytes[offset] == 0xA8, offset > 1, bytes[offset - 1] == 0x80, bytes[offset - 2] == 0xE2 {
          start = offset + 1
        }
        continue
      }
      let before = start..<offset
      start = offset + 1
      while run < text.runs.count - 1, text.runs[run].end <= offset { run += 1 }
      guard let last = before.last, bytes[last] == 0x2E || (0x30...0x39).contains(bytes[last])
      else { continue }
      var end = start
      while end < bytes.count, bytes[end] != 0x20, bytes[end] != 0xE2, end - start < 40 { end += 1 }
      if rules(text.runs[run].language).ties(bytes[before], bytes[start..<end]) {
        kinds[start] = .none
      } else if kinds[start] == .space, TyingRules.isAmount(bytes[before]) {
        kinds[start] = .afterNumber
      }
    }
  }

  /// A figure is never broken.
  private mutating func closeTiedRuns() {
    var start = 0
    for run in text.runs {
      if run.isTied, run.end > start + 1 {
        for offset in (start + 1)..<run.end { kinds[offset] = .none }
      }
      start = run.end
    }
  }
}

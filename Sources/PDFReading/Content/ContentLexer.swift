/// Tokens of a content stream (ISO 32000-1, 7.2).
struct ContentLexer {
  enum Bracket: Hashable { case array, dictionary }

  enum Token: Hashable {
    case value(PDFObject)
    case word(String)
    case open(Bracket)
    case close(Bracket)
    case fault
  }

  let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B || byte == 0
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool { "()<>[]{}/%".utf8.contains(byte) }

  private static func isRegular(_ byte: UInt8) -> Bool { !isSpace(byte) && !isDelimiter(byte) }

  mutating func next() -> Token? {
    skipSpace()
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "/"): return name()
    case UInt8(ascii: "("): return literalString()
    case UInt8(ascii: "["): return bracket(.open(.array), 1)
    case UInt8(ascii: "]"): return bracket(.close(.array), 1)
    case UInt8(ascii: "<"):
      return follows(byte) ? bracket(.open(.dictionary), 2) : hexadecimalString()
    case UInt8(ascii: ">"):
      return follows(byte) ? bracket(.close(.dictionary), 2) : bracket(.fault, 1)
    case UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"): return bracket(.fault, 1)
    default: return numberOrWord()
    }
  }

  /// Goes past the data of an inline image and its `EI`; their length, or nil where they do not end.
  mutating func skipData(of image: InlineImage) -> Int? {
    // One white-space character stands behind `ID`.
    let start = min(position + 1, bytes.count)
    if let length = image.plainLength, start + length <= bytes.count {
      position = start + length
      if next() == .word("EI") { return length }
    }
    position = start
    while position + 1 < bytes.count {
      if endsImage(at: position) {
        let length = position - start
        position += 2
        return max(0, length - 1)
      }
      position += 1
    }
    position = bytes.count
    return nil
  }

  /// Whether `EI` stands here as a word, and what follows could be operators.
  private func endsImage(at place: Int) -> Bool {
    guard bytes[place] == UInt8(ascii: "E"), bytes[place + 1] == UInt8(ascii: "I"), place > 0,
      Self.isSpace(bytes[place - 1])
    else { return false }
    guard place + 2 < bytes.count else { return true }
    return Self.isSpace(bytes[place + 2])
      && bytes[(place + 2)...].prefix(12).allSatisfy {
        (0x20..<0x7F).contains($0) || Self.isSpace($0)
      }
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      if Self.isSpace(bytes[position]) {
        position += 1
      } else if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
          position += 1
        }
      } else {
        return
      }
    }
  }

  private func follows(_ byte: UInt8) -> Bool {
    position + 1 < bytes.count && bytes[position + 1] == byte
  }

  private mutating func bracket(_ token: Token, _ length: Int) -> Token {
    position += length
    return token
  }

  private mutating func name() -> Token {
    position += 1
    var name: [UInt8] = []
    while position < bytes.count, Self.isRegular(bytes[position]) {
      var byte = bytes[position]
      if byte == UInt8(ascii: "#"), position + 2 < bytes.count,
        let high = Self.digit(bytes[position + 1]), let low = Self.digit(bytes[position + 2])
      {
        byte = high << 4 | low
        position += 2
      }
      name.append(byte)
      position += 1
    }
    return .value(.name(String(decoding: name, as: UTF8.self)))
  }

  private mutating func hexadecimalString() -> Token {
    position += 1
    var digits: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if let digit = Self.digit(bytes[position]) { digits.append(digit) }
      position += 1
    }
    position += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return .value(
      .string(stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }))
  }

  private mutating func literalString() -> Token {
    position += 1
    var depth = 1
    var string: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return .value(.string(string)) }
      case UInt8(ascii: "\\"):
        if let escaped = escape() { string.append(escaped) }
        continue
      default: break
      }
      string.append(byte)
    }
    return .fault
  }

  /// What stands behind a reverse solidus (7.3.4.2).
  private mutating func escape() -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case 0x0A: return nil
    case 0x0D:
      if position < bytes.count, bytes[position] == 0x0A { position += 1 }
      return nil
    case 0x30...0x37:
      var value = Int(byte - 0x30)
      for _ in 0..<2 where position < bytes.count && (0x30...0x37).contains(bytes[position]) {
        value = value * 8 + Int(bytes[position] - 0x30)
        position += 1
      }
      return UInt8(truncatingIfNeeded: value)
    default: return byte
    }
  }

  private mutating func numberOrWord() -> Token {
    let start = position
    while position < bytes.count, Self.isRegular(bytes[position]) { position += 1 }
    let word = bytes[start..<position]
    guard let first = word.first else {
      position += 1
      return .fault
    }
    let numeric = first == 0x2B || first == 0x2D || first == 0x2E || (0x30...0x39).contains(first)
    if numeric, let number = Self.number(word) { return .value(number) }
    guard word.count <= 32 else { return .fault }
    return .word(String(decoding: word, as: UTF8.self))
  }

  /// A number without exponent (7.3.3); nil where the bytes are none.
  static func number(_ word: ArraySlice<UInt8>) -> PDFObject? {
    var (value, scale, negative, fraction, digits) = (0.0, 1.0, false, false, 0)
    for (index, byte) in word.enumerated() {
      switch byte {
      case 0x2D where index == 0: negative = true
      case 0x2B where index == 0: break
      case 0x2E where !fraction: fraction = true
      case 0x30...0x39:
        digits += 1
        value = value * 10 + Double(byte - 0x30)
        if fraction { scale *= 10 }
      default: return nil
      }
    }
    guard digits > 0, digits < 200 else { return nil }
    let result = (negative ? -value : value) / scale
    if !fraction, let integer = Int(exactly: result) { return .integer(integer) }
    return result.isFinite ? .real(result) : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

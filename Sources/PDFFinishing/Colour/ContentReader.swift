/// Goes through a content stream operator by operator (ISO 32000-1, 7.8.2).
struct ContentReader {
  /// An operator with where it and its operands stand.
  struct Operation {
    /// The operator's bytes.
    var name: Range<Int>
    /// The beginnings of its operands; of an array or a dictionary, of its parts.
    var operands: [Int]
    /// From the first operand to the operator's end.
    var range: Range<Int> { (operands.first ?? name.lowerBound)..<name.upperBound }
  }

  let content: [UInt8]
  private var position = 0

  init(_ content: [UInt8]) { self.content = content }

  /// The next operator; nil at the end.
  mutating func next() -> Operation? {
    var operands: [Int] = []
    while position < content.count {
      let start = position
      switch content[position] {
      case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: position += 1
      case UInt8(ascii: "("):
        operands.append(start)
        skipString()
      case UInt8(ascii: "%"): skip { $0 != 0x0A && $0 != 0x0D }
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: ")"):
        position += 1
      case UInt8(ascii: "<"):
        operands.append(start)
        position += 1
        if position < content.count, content[position] != UInt8(ascii: "<") {
          skip { $0 != UInt8(ascii: ">") }
        }
        position += 1
      case UInt8(ascii: "/"):
        operands.append(start)
        position += 1
        skip { !Self.isDelimiter($0) }
      case let byte:
        skip { !Self.isDelimiter($0) }
        guard Self.beginsNumber(byte) else {
          return Operation(name: start..<position, operands: operands)
        }
        operands.append(start)
      }
    }
    return nil
  }

  /// The number at an operand's beginning; nil for anything else.
  func number(at offset: Int) -> Double? {
    let digits = content[offset...].prefix(40).prefix { !Self.isDelimiter($0) }
    return Double(String(decoding: digits, as: UTF8.self))
  }

  private static func beginsNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): true
    default: false
    }
  }

  private mutating func skip(while isPart: (UInt8) -> Bool) {
    while position < content.count, isPart(content[position]) { position += 1 }
  }

  /// Goes behind a string, whose parentheses are balanced or escaped (7.3.4.2).
  private mutating func skipString() {
    var depth = 0
    while position < content.count {
      switch content[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
  }

  /// White space and what begins or ends a token (7.2.2).
  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "%"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}

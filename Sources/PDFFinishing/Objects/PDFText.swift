/// PDF's syntax (ISO 32000-1, 7.3), written piece by piece.
struct PDFText: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Syntax as it is written.
  init(stringLiteral text: String) { bytes = Array(text.utf8) }

  /// Adds syntax as it is written.
  mutating func add(_ text: String) { bytes += text.utf8 }

  mutating func add(_ other: PDFText) { bytes += other.bytes }

  /// Adds a whole number.
  mutating func add(_ number: Int) {
    if (0...9).contains(number) {
      bytes.append(0x30 + UInt8(number))
    } else {
      bytes += String(number).utf8
    }
  }

  /// Adds a length in points, to the thousandth and never with an exponent.
  mutating func add(_ value: Double) {
    let parts = Int((max(-1e9, min(1e9, value)) * 1000).rounded())
    if parts < 0 { add("-") }
    add(abs(parts) / 1000)
    var (fraction, digits) = (abs(parts) % 1000, 3)
    guard fraction > 0 else { return }
    while fraction % 10 == 0 { (fraction, digits) = (fraction / 10, digits - 1) }
    let text = String(fraction)
    add("." + String(repeating: "0", count: digits - text.count) + text)
  }

  /// Adds a reference to an object.
  mutating func addReference(_ number: Int) {
    add(number)
    add(" 0 R")
  }

  /// Adds a name behind its solidus; what it cannot hold as it is becomes hexadecimal (7.3.5).
  mutating func addName(_ name: String) {
    for byte in name.utf8 {
      let isPlain = (0x21...0x7E).contains(byte) && !"#()<>[]{}/%".utf8.contains(byte)
      if isPlain {
        bytes.append(byte)
      } else {
        add("#")
        bytes += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
      }
    }
  }

  /// Adds a text for people: ASCII as it is, all else in UTF-16 (7.9.2.2).
  mutating func addText(_ text: String) {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      addString(text.utf8)
    } else {
      add("<FEFF")
      for unit in text.utf16 {
        for shift in [12, 8, 4, 0] { bytes.append(Self.digits[Int(unit >> shift) & 15]) }
      }
      add(">")
    }
  }

  /// Adds a string of bytes in parentheses.
  mutating func addString(_ string: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "("))
    for byte in string {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: ")"))
  }

  /// Adds a string of bytes in hexadecimal digits.
  mutating func addHexadecimal(_ string: some Sequence<UInt8>) {
    add("<")
    for byte in string {
      bytes.append(Self.digits[Int(byte >> 4)])
      bytes.append(Self.digits[Int(byte & 15)])
    }
    add(">")
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}

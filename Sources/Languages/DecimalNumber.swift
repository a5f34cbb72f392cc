/// An exact decimal number: `significand` × 10^−`fractionDigits`.
package struct DecimalNumber: Sendable, Hashable {
  package var significand: Int64
  /// How many digits stand behind the decimal point, from 0 to 15.
  package var fractionDigits: Int

  /// The number in lowest terms: trailing zeros behind the point are dropped.
  package init(significand: Int64, fractionDigits: Int = 0) {
    var (s, f) = (significand, max(0, fractionDigits))
    while f > 0, s % 10 == 0 {
      s /= 10
      f -= 1
    }
    self.significand = s
    self.fractionDigits = f
  }

  /// Reads `-12`, `34.5`, `1e6` is refused; at most 18 digits, 15 of them behind the point.
  package init?(_ text: String) {
    var bytes = Substring(text).utf8
    let negative = bytes.first == UInt8(ascii: "-")
    if negative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var value: Int64 = 0
    var digits = 0
    var fraction = 0
    var seenPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !seenPoint, digits > 0 {
        seenPoint = true
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        digits += 1
        if seenPoint { fraction += 1 }
        guard digits <= 18, fraction <= 15 else { return nil }
        value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      } else {
        return nil
      }
    }
    guard digits > 0, !seenPoint || fraction > 0 else { return nil }
    self.init(significand: negative ? -value : value, fractionDigits: fraction)
  }

  /// The nearest double, for drawing.
  package var doubleValue: Double {
    var scale = 1.0
    for _ in 0..<fractionDigits { scale *= 10 }
    return Double(significand) / scale
  }

  /// The number with a point and no grouping, as data formats want it.
  package var plain: String {
    guard fractionDigits > 0 else { return String(significand) }
    var digits = String(significand.magnitude)
    while digits.count <= fractionDigits { digits = "0" + digits }
    return (significand < 0 ? "-" : "") + digits.dropLast(fractionDigits) + "."
      + digits.suffix(fractionDigits)
  }
}

extension DecimalNumber: Comparable {
  package static func < (a: DecimalNumber, b: DecimalNumber) -> Bool {
    let (x, y) = (a.doubleValue, b.doubleValue)
    if x != y { return x < y }
    return a.fractionDigits == b.fractionDigits && a.significand < b.significand
  }
}

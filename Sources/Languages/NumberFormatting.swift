extension LanguageRules {
  /// The number as the language writes it: `53.000`, `34.5`, `−3`.
  package func format(_ number: DecimalNumber) -> String {
    var digits = Array(String(number.significand.magnitude).utf8)
    // 5 × 10^−2 has one digit, and needs three: 0.05.
    let missing = number.fractionDigits + 1 - digits.count
    if missing > 0 { digits.insert(contentsOf: repeatElement(0x30, count: missing), at: 0) }
    let whole = digits.prefix(digits.count - number.fractionDigits)
    var text = number.significand < 0 ? numbers.minusSign : ""
    let isGrouped = whole.count >= numbers.groupedFrom
    for (index, digit) in whole.enumerated() {
      if isGrouped, index > 0, (whole.count - index).isMultiple(of: 3) {
        text += numbers.groupSeparator
      }
      text.unicodeScalars.append(UnicodeScalar(digit))
    }
    if number.fractionDigits > 0 {
      text += numbers.decimalSeparator
      text += String(decoding: digits.suffix(number.fractionDigits), as: UTF8.self)
    }
    return text
  }

  /// The number and the word for its order of magnitude, `34,5` and `Mio.`; the word is empty below
  /// a million, and where more than two decimals would be needed: a figure is never rounded.
  func shortened(_ number: DecimalNumber) -> (number: String, magnitude: String) {
    let wholeDigits = String(number.significand.magnitude).utf8.count - number.fractionDigits
    for (power, word) in [(9, numbers.billion), (6, numbers.million)] where wholeDigits > power {
      let scaled = DecimalNumber(
        significand: number.significand, fractionDigits: number.fractionDigits + power)
      if scaled.fractionDigits <= 2 { return (format(scaled), word) }
    }
    return (format(number), "")
  }
}

/// The attributes of Cairo's tags (`rect=[…] uri='…'`).
struct TagAttributes {
  private(set) var text = ""

  /// Adds a list of numbers.
  mutating func add(_ name: String, _ numbers: [Double]) {
    text += "\(name)=[\(numbers.map { DecimalText.string($0) }.joined(separator: " "))] "
  }

  /// Adds a number.
  mutating func add(_ name: String, _ number: Double) {
    text += "\(name)=\(DecimalText.string(number)) "
  }

  /// Adds a string of which quotation marks, backslashes and control characters are encoded away.
  mutating func add(_ name: String, _ value: String) {
    assert(value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x27 && $0 != 0x5C })
    text += "\(name)='\(value)' "
  }
}

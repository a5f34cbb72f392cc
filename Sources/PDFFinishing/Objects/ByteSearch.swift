/// Looking for ASCII text among bytes.
extension [UInt8] {
  /// Whether a text stands at an offset.
  func matches(_ text: String, at offset: Int) -> Bool {
    let length = text.utf8.count
    guard offset >= 0, offset <= count - length else { return false }
    return self[offset..<offset + length].elementsEqual(text.utf8)
  }

  /// Where a text stands first within a range.
  func firstRange(of text: String, in range: Range<Int>) -> Range<Int>? {
    guard let first = text.utf8.first else { return nil }
    var start = range.lowerBound
    while let found = self[start..<range.upperBound].firstIndex(of: first) {
      if found + text.utf8.count <= range.upperBound, matches(text, at: found) {
        return found..<found + text.utf8.count
      }
      start = found + 1
    }
    return nil
  }

  /// Where a text stands first.
  func firstRange(of text: String) -> Range<Int>? { firstRange(of: text, in: indices) }

  /// Where a text stands last.
  func lastRange(of text: String) -> Range<Int>? { lastRange(of: text, in: indices) }

  /// Where a text stands last within a range.
  func lastRange(of text: String, in range: Range<Int>) -> Range<Int>? {
    let length = text.utf8.count
    var start = range.upperBound - length
    while start >= range.lowerBound {
      if matches(text, at: start) { return start..<start + length }
      start -= 1
    }
    return nil
  }

  /// The decimal number that begins at an offset; nil where there is none of up to 18 digits.
  func number(at offset: Int) -> Int? {
    guard indices.contains(offset) else { return nil }
    let digits = self[offset...].prefix(19).prefix { (0x30...0x39).contains($0) }
    guard (1...18).contains(digits.count) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 15) }
  }

  /// The number behind a key of a dictionary: of the object that it refers to, or its value.
  func reference(_ key: String) -> Int? {
    firstRange(of: key + " ").flatMap { number(at: $0.upperBound) }
  }
}

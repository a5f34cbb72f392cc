import Languages

/// Finds the place in a formatted figure that stands on its column's line.
///
/// Comparators, currency signs and the first figure of a range stand before it; decimals, units and
/// footnote marks behind it.
struct DecimalPoint {
  /// More letters than these before the first digit (`ca.`, `über`, `EUR`) make it a text.
  private static let mostLettersBefore = 4

  /// The UTF-8 offset of the place: behind the last digit of the whole number.
  let offset: Int

  /// Nil where the text is no figure.
  ///
  /// A dash for a missing value stands where the last digit of a number would.
  init?(_ text: String, numbers: NumberRules) {
    let characters = Array(text)
    func isDigit(_ index: Int) -> Bool {
      characters.indices.contains(index) && ("0"..."9").contains(characters[index])
    }
    guard var index = characters.indices.first(where: isDigit) else {
      let isDash = characters.contains { "–—−-…".contains($0) }
      guard isDash, !characters.contains(where: \.isLetter) else { return nil }
      offset = text.utf8.count
      return
    }
    guard characters[..<index].count(where: \.isLetter) <= Self.mostLettersBefore else {
      return nil
    }
    var end = index
    var isRange = true
    while isRange {
      end = Self.endOfWhole(characters, from: index, numbers, isDigit)
      // A range counts by its second figure.
      var next = end
      if characters.indices.contains(next), String(characters[next]) == numbers.decimalSeparator {
        next += 1
        while isDigit(next) { next += 1 }
      }
      while next < characters.count, characters[next].isWhitespace { next += 1 }
      isRange = next < characters.count && "–-".contains(characters[next])
      guard isRange else { break }
      next += 1
      while next < characters.count, characters[next].isWhitespace { next += 1 }
      isRange = isDigit(next)
      if isRange { index = next }
    }
    offset = String(characters[..<end]).utf8.count
  }

  /// Where the whole part of a number ends: separators of groups are part of it.
  private static func endOfWhole(
    _ characters: [Character], from start: Int, _ numbers: NumberRules, _ isDigit: (Int) -> Bool
  ) -> Int {
    var end = start
    while end < characters.count {
      if isDigit(end) {
        end += 1
        continue
      }
      let sign = String(characters[end])
      let isGroup =
        sign != numbers.decimalSeparator
        && (sign == numbers.groupSeparator || sign == "\u{A0}" || sign == "\u{202F}")
        && isDigit(end + 1) && isDigit(end + 2) && isDigit(end + 3) && !isDigit(end + 4)
      guard isGroup else { break }
      end += 4
    }
    return end
  }
}

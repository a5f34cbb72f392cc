import Languages

/// Ranges of numbers, amounts, dates and times.
extension Compositor {
  /// The two sides of a hyphen, without signs that both of them have, and what stands around.
  private struct RangeSides {
    var first: Range<Int>
    var last: Range<Int>
    /// Where the range begins, with a currency before its first number.
    var start: Int
    /// Behind its last number or the sign behind that.
    var end: Int
    /// Both sides have a sign of their own (`30%-40%`, `€5-€10`).
    var hasSigns = false
  }

  /// Whether a hyphen between digits, or between signs of both sides, means “to”.
  ///
  /// Only where both sides are whole, the second is larger, and nothing says that it is an
  /// identifier: not in telephone numbers, ISO dates, ISBN, standards.
  func isRange(at offset: Int) -> Bool {
    guard let sides = sides(of: offset), isBoundary(before: sides.start),
      ![0x2D, 0x2F, 0x3A].contains(text.value(sides.start - 1)),
      text.value(sides.start - 1) != 0x2E || isClosedWord(endingAt: sides.start - 1),
      Self.isRangeEnd(text.value(sides.end)) || isClosedUnit(at: sides.end)
    else { return false }
    if isDates(sides) || isTimes(sides) { return true }
    guard !isIdentified(before: sides.start) else { return false }
    if text.value(offset - 1) == 0x2E { return isOrdinals(sides) }
    return isNumbers(sides) || isAmounts(sides)
  }

  /// The numbers on both sides; nil where one is missing, or only one side has a sign.
  private func sides(of offset: Int) -> RangeSides? {
    var before = offset
    if Self.isShareOrCurrency(text.value(offset - 1)) { before -= 1 }
    let suffix = before < offset ? text.value(before) : nil
    if suffix != nil, Self.isPlainOrTiedSpace(text.value(before - 1)) { before -= 1 }
    var start = before
    while start > 0, before - start < 13, isNumberSign(text.scalars[start - 1]) { start -= 1 }
    // The stop before belongs to the word: „S.5-7“.
    if start < before, isClosedWord(endingAt: start) { start += 1 }
    var behind = offset + 1
    if Self.isShareOrCurrency(text.value(behind)) {
      // The same currency stands before both numbers.
      guard text.value(start - 1) == text.value(behind) else { return nil }
      behind += 1
    }
    var end = behind
    while end < text.scalars.count, end - behind < 13, isNumberSign(text.scalars[end]) { end += 1 }
    // The stop or comma behind belongs to the sentence.
    while end > behind, [0x2E, 0x2C, 0x3A].contains(text.scalars[end - 1]) { end -= 1 }
    guard start < before, behind < end, before - start < 13, end - behind < 13 else { return nil }
    var sides = RangeSides(first: start..<before, last: behind..<end, start: start, end: end)
    if behind > offset + 1 {
      sides.start -= 1
      sides.hasSigns = true
    }
    if let suffix {
      if Self.isPlainOrTiedSpace(text.value(sides.end)) { sides.end += 1 }
      guard text.value(sides.end) == suffix else { return nil }
      sides.end += 1
      sides.hasSigns = true
    }
    return sides
  }

  /// `%` and signs of currencies, which may stand at each side of a range.
  static func isShareOrCurrency(_ value: UInt32?) -> Bool {
    switch value {
    case 0x24, 0x25, 0xA3, 0x2030, 0x20AC: true
    default: false
    }
  }

  private static func isPlainOrTiedSpace(_ value: UInt32?) -> Bool {
    value == 0x20 || value == 0xA0 || value == 0x202F
  }

  private func isNumberSign(_ value: UInt32) -> Bool {
    Self.isDigit(value) || value == 0x2E || value == 0x2C || value == 0x3A
  }

  /// Whether a range may end before this: no letter, and no further hyphen or slash.
  private static func isRangeEnd(_ value: UInt32?) -> Bool {
    !isLetter(value) && !isDigit(value) && value != 0x2D && value != 0x2F && value != 0x5F
  }

  // MARK: Numbers

  /// `5-7`, `2018-2019`, `2018-19`.
  private func isNumbers(_ sides: RangeSides) -> Bool {
    guard let first = number(sides.first), let last = number(sides.last) else { return false }
    switch (sides.first.count, sides.last.count) {
    case (4, 4), (1...3, 1...3): return first < last
    // 2018-08 is a month, 2018-19 are two years.
    case (4, 2): return last > 12 && last > first % 100 && first >= 1000
    // What could be a telephone number needs a unit: 500-1000 m.
    case (1...3, 4): return sides.hasSigns || isUnit(behind: sides.end)
    default: return false
    }
  }

  /// A number of one to four digits without leading zeros; nil for anything else.
  private func number(_ range: Range<Int>) -> Int? {
    guard (1...4).contains(range.count), text.value(range.lowerBound) != 0x30 else { return nil }
    var result = 0
    for value in text.scalars[range] {
      guard Self.isDigit(value) else { return nil }
      result = result * 10 + Int(value) - 0x30
    }
    return result
  }

  /// `3,5-4,5`, `10.000-20.000`; with a decimal point, which versions have too, only before a unit.
  private func isAmounts(_ sides: RangeSides) -> Bool {
    guard let rules, let first = amount(sides.first, rules.numbers),
      let last = amount(sides.last, rules.numbers), first < last,
      number(sides.first) == nil || number(sides.last) == nil
    else { return false }
    let isVersionLike = [sides.first, sides.last].contains { range in
      rules.numbers.decimalSeparator == "." && text.scalars[range].contains(0x2E)
    }
    return !isVersionLike || sides.hasSigns || isUnit(behind: sides.end)
      || Self.isShareOrCurrency(text.value(sides.end))
      || Self.isShareOrCurrency(text.value(sides.start - 1))
  }

  /// A number as the language writes it, in groups of three or of up to four digits; nil for anything
  /// else.
  private func amount(_ range: Range<Int>, _ rules: NumberRules) -> Double? {
    let parts = text.string(range).split(
      separator: rules.decimalSeparator, omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count < 3, parts.allSatisfy({ !$0.isEmpty }),
      !whole.hasPrefix("0") || whole == "0"
    else { return nil }
    let groups = whole.split(separator: rules.groupSeparator, omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      groups[0].utf8.count < (groups.count == 1 ? 5 : 4)
    else { return nil }
    return Double(groups.joined() + (parts.count == 2 ? "." + parts[1] : ""))
  }

  /// Whether a unit follows, mostly behind a space.
  private func isUnit(behind end: Int) -> Bool {
    if isClosedUnit(at: end) { return true }
    guard let rules, Self.isPlainOrTiedSpace(text.value(end)) else { return false }
    return isUnit(end + 1, rules)
  }

  // MARK: Dates and times

  /// Whether both sides are ordinal numbers: `5.-7. Klasse`.
  private func isOrdinals(_ sides: RangeSides) -> Bool {
    guard let first = number(sides.first.lowerBound..<sides.first.upperBound - 1),
      let last = number(sides.last), text.value(sides.end) == 0x2E
    else { return false }
    return first < last && last < 100
  }

  /// Whether both sides are dates in figures, in a language with ordinal days: `24.-26.11.2021`,
  /// `24.11.-26.12.`, `24.11.2021-3.1.2022`.
  private func isDates(_ sides: RangeSides) -> Bool {
    guard let rules, rules.dates.dayMark == ".", let first = date(sides.first),
      let last = date(sides.last), last.count > 1, first.count <= last.count
    else { return false }
    // What has no year ends with a stop.
    return (first.count == 3) != (text.value(sides.first.upperBound - 1) == 0x2E)
      && (last.count == 3 || text.value(sides.end) == 0x2E)
  }

  /// Day, month and year, as many as there are; nil for what is no date.
  private func date(_ range: Range<Int>) -> [Int]? {
    var parts = text.string(range).split(separator: ".", omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true { parts.removeLast() }
    let numbers = parts.compactMap { (1...4).contains($0.utf8.count) ? Int($0) : nil }
    guard numbers.count == parts.count, (1...3).contains(parts.count),
      (1...31).contains(numbers[0]), parts.count < 2 || (1...12).contains(numbers[1]),
      parts.count < 3 || parts[2].utf8.count.isMultiple(of: 2)
    else { return nil }
    return numbers
  }

  /// `10:00-12:30`; `9.00-17.00` and `9-12:30` before a word such as „Uhr“.
  private func isTimes(_ sides: RangeSides) -> Bool {
    guard let rules, let first = timeSign(sides.first), let last = timeSign(sides.last) else {
      return false
    }
    if first == 0x3A, last == 0x3A { return true }
    guard first != 0 || last != 0, Self.isPlainOrTiedSpace(text.value(sides.end)) else {
      return false
    }
    let word = token(from: sides.end + 1, limit: 12)
    return rules.typography.clockWords.contains {
      text.string(word).hasPrefix($0) && isBoundary(at: word.lowerBound + $0.unicodeScalars.count)
    }
  }

  /// What stands between hours and minutes, 0 for an hour alone; nil for what is no time of day.
  private func timeSign(_ range: Range<Int>) -> UInt32? {
    guard let sign = text.scalars[range].first(where: { !Self.isDigit($0) }) else {
      return range.count < 3 ? 0 : nil
    }
    guard sign == 0x3A || sign == 0x2E, (4...5).contains(range.count),
      text.scalars[range.upperBound - 3] == sign,
      text.scalars[range].count(where: { Self.isDigit($0) }) == range.count - 1
    else { return nil }
    return sign
  }

  // MARK: Identifiers

  /// Whether a word or a number before says that what follows is an identifier or a telephone number.
  private func isIdentified(before start: Int) -> Bool {
    var end = text.previous(start)
    for _ in 0..<4 {
      guard end >= 0, TypedText.isSpace(text.value(end)) || text.value(end) == 0x28 else { break }
      while end >= 0, TypedText.isSpace(text.value(end)) { end -= 1 }
      var begin = end + 1
      while begin > 0, end - begin < 16, !TypedText.isSpace(text.scalars[begin - 1]) { begin -= 1 }
      guard begin <= end else { return false }
      let word = identifier(begin..<end + 1)
      // A date or a time that begins with 0 is no area code.
      let isNumber =
        !word.isEmpty
        && word.utf8.allSatisfy { Self.isDigit(UInt32($0)) || $0 == 0x2D || $0 == 0x2F }
      if (isNumber && word.hasPrefix("0")) || word.hasPrefix("+") { return true }
      if !isNumber {
        return languageRules.contains { $0?.typography.isIdentifier(word) ?? false }
      }
      end = begin - 1
    }
    return false
  }

  /// A word without brackets and without the stops behind it.
  private func identifier(_ range: Range<Int>) -> String {
    var word = Substring(text.string(range).filter { $0 != "(" && $0 != ")" })
    while let last = word.last, ".,:;".contains(last) { word.removeLast() }
    return String(word)
  }
}

import Languages

/// Dashes, ranges and the signs of arithmetic.
extension Compositor {
  /// `-`: a dash between words, between numbers, before a number, or a hyphen, which stays.
  mutating func hyphen(at offset: Int) {
    guard text.isFree(offset), text.value(offset - 1) != 0x2D else { return }
    let (previous, next) = (text.previous(offset), text.next(offset))
    let (before, after) = (text.value(previous), text.value(next))
    if after == 0x2D {
      doubleHyphen(at: offset)
    } else if TypedText.isSpace(before), TypedText.isSpace(after) {
      spacedHyphen(at: offset)
    } else if Self.isDigit(before) || before == 0x2E, Self.isDigit(after) {
      if switches.contains(.ranges), isRange(at: offset) { text.replace(offset, with: 0x2013) }
    } else if Self.isDigit(after), switches.contains(.signs), isMinus(behind: previous),
      text.isFree(offset, inWording: true)
    {
      text.replace(offset, with: 0x2212)
    }
  }

  /// A dash between words has a space on both sides, and no line begins with it.
  private mutating func spacedHyphen(at offset: Int) {
    guard switches.contains(.dashes), standsBetweenWords(offset, offset) else { return }
    text.replace(offset, with: 0x2013)
    tieDash(at: offset)
  }

  /// `--` as typewriters wrote a dash; not `--option` and not `---`.
  private mutating func doubleHyphen(at offset: Int) {
    let second = offset + 1
    guard text.value(second) == 0x2D, text.value(second + 1) != 0x2D, text.isFree(second) else {
      return
    }
    let before = text.value(text.previous(offset))
    let after = text.value(text.next(second))
    if Self.isDigit(before), Self.isDigit(after) {
      guard switches.contains(.ranges) else { return }
    } else {
      guard switches.contains(.dashes) else { return }
      switch (TypedText.isSpace(before), TypedText.isSpace(after)) {
      case (true, true):
        guard standsBetweenWords(offset, second) else { return }
      case (false, false):
        guard Self.isLetter(after), before != nil, !Self.isOpening(before) else { return }
        text.insert(switches.contains(.spaces) ? 0xA0 : 0x20, before: offset)
        text.replace(offset, with: 0x2013)
        text.replace(second, with: 0x20)
        return
      default: return
      }
    }
    text.replace(offset, with: 0x2013)
    text.remove(second)
    tieDash(at: offset)
  }

  /// Whether something stands before the space before and behind the space behind.
  private func standsBetweenWords(_ first: Int, _ last: Int) -> Bool {
    let before = text.value(text.previous(text.previous(first)))
    let after = text.value(text.next(text.next(last)))
    return before != nil && before != 0x0A && after != nil && after != 0x0A
  }

  /// No line begins with a dash that stands between spaces.
  mutating func tieDash(at offset: Int) {
    let space = text.previous(offset)
    guard switches.contains(.spaces), text.value(space) == 0x20,
      TypedText.isSpace(text.value(text.next(offset))), text.value(text.previous(space)) != nil
    else { return }
    tie(space)
  }

  // MARK: Ranges

  /// Whether a hyphen between digits means “to”.
  ///
  /// Only where both sides are whole, the second is larger, and nothing says that it is an
  /// identifier: not in telephone numbers, ISO dates, ISBN, standards.
  private func isRange(at offset: Int) -> Bool {
    var start = offset
    while start > 0, offset - start < 8, isNumberSign(text.scalars[start - 1]) { start -= 1 }
    var end = offset + 1
    while end < text.scalars.count, end - offset < 10, isNumberSign(text.scalars[end]) { end += 1 }
    // The stop or comma behind belongs to the sentence.
    while end > offset + 1, [0x2E, 0x2C, 0x3A].contains(text.scalars[end - 1]) { end -= 1 }
    guard isBoundary(before: start), text.value(start - 1) != 0x2F, text.value(start - 1) != 0x2D,
      Self.isRangeEnd(text.value(end))
    else { return false }
    let hasLastStop = text.value(end) == 0x2E && text.value(offset - 1) == 0x2E
    let (first, last) = (number(start..<offset), number(offset + 1..<end))
    // „24.-26. November“: both are ordinal numbers.
    if let a = number(start..<offset - 1), let b = last, text.value(offset - 1) == 0x2E {
      return hasLastStop && a < b && b < 100
    }
    guard let first, let last else { return isTimes(start..<offset, offset + 1..<end) }
    switch (offset - start, end - offset - 1) {
    case (4, 4): return first < last
    // 2018-08 is a month, 2018-19 are two years.
    case (4, 2): return last > 12 && last > first % 100 && first >= 1000
    case (1...3, 1...3): return first < last && !isIdentified(before: start)
    default: return false
    }
  }

  private func isNumberSign(_ value: UInt32) -> Bool {
    Self.isDigit(value) || value == 0x2E || value == 0x2C || value == 0x3A
  }

  /// Whether a range may end before this: no letter, and no further hyphen or slash.
  private static func isRangeEnd(_ value: UInt32?) -> Bool {
    !isLetter(value) && !isDigit(value) && value != 0x2D && value != 0x2F && value != 0x5F
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

  /// `10:00` and `12:30`.
  private func isTimes(_ first: Range<Int>, _ last: Range<Int>) -> Bool {
    [first, last].allSatisfy { range in
      (4...5).contains(range.count) && text.scalars[range.upperBound - 3] == 0x3A
        && text.scalars[range].count(where: { Self.isDigit($0) }) == range.count - 1
    }
  }

  /// Whether a word or a number before says that what follows is an identifier or a telephone number.
  private func isIdentified(before start: Int) -> Bool {
    var end = text.previous(start)
    for step in 0..<4 {
      guard end >= 0, TypedText.isSpace(text.value(end)) || text.value(end) == 0x28 else { break }
      while end >= 0, TypedText.isSpace(text.value(end)) { end -= 1 }
      var begin = end + 1
      while begin > 0, end - begin < 16, !TypedText.isSpace(text.scalars[begin - 1]) { begin -= 1 }
      guard begin <= end else { return false }
      let word = text.string(begin..<end + 1).filter { !"().,:/".contains($0) }
      if word.hasPrefix("0") || word.hasPrefix("+") { return true }
      let isNumber = !word.isEmpty && word.utf8.allSatisfy { Self.isDigit(UInt32($0)) }
      if !isNumber {
        return step == 0
          && languageRules.contains {
            $0?.typography.identifierWords.contains(word) ?? false
          }
      }
      end = begin - 1
    }
    return false
  }

  // MARK: Arithmetic

  /// Whether a hyphen before a digit is a minus: nothing before it that it could join or subtract.
  private func isMinus(behind previous: Int) -> Bool {
    guard let before = text.value(previous) else { return true }
    if before == 0x28 || before == 0xB1 { return true }
    guard TypedText.isSpace(before) else { return false }
    let far = text.value(text.previous(previous))
    return !Self.isDigit(far) && far != 0x29
  }

  /// `x` between numbers: 3 × 4, 1920×1080; not 0x40.
  mutating func multiplication(at offset: Int) {
    guard text.isFree(offset, inWording: true) else { return }
    var (before, after) = (text.previous(offset), text.next(offset))
    let isSpaced = TypedText.isSpace(text.value(before)) && TypedText.isSpace(text.value(after))
    if isSpaced { (before, after) = (text.previous(before), text.next(after)) }
    guard Self.isDigit(text.value(before)), Self.isDigit(text.value(after)) else { return }
    if !isSpaced {
      // A letter elsewhere in the word makes it a name.
      let start = digitsStart(before: offset)
      var end = offset + 1
      while Self.isDigit(text.value(end)) { end += 1 }
      guard text.value(start) != 0x30, isBoundary(before: start), isBoundary(at: end),
        text.value(start - 1) != 0x2D
      else { return }
    }
    text.replace(offset, with: 0xD7)
    guard isSpaced, switches.contains(.spaces) else { return }
    tie(text.previous(offset))
    tie(text.next(offset))
  }

  /// Where the digits begin that end before an offset.
  func digitsStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, offset - start < 20, Self.isDigit(text.scalars[start - 1]) { start -= 1 }
    return start
  }
}

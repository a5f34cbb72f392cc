import Languages

/// Dashes and the signs of arithmetic.
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
    } else if Self.isDigit(before) || before == 0x2E || Self.isShareOrCurrency(before),
      Self.isDigit(after) || Self.isShareOrCurrency(after)
    {
      if switches.contains(.ranges), isRange(at: offset) { text.replace(offset, with: 0x2013) }
    } else if Self.isDigit(after), switches.contains(.signs), isMinus(behind: previous),
      text.isFree(offset, inWording: true)
    {
      text.replace(offset, with: 0x2212)
    } else if switches.contains(.ranges), isDayRange(at: offset) || isUnitRange(at: offset) {
      text.replace(offset, with: 0x2013)
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
      // A letter elsewhere in the word makes it a name; 3x4x5 is a product of three.
      var start = digitsStart(before: offset)
      while text.value(start - 1) == 0xD7 { start = digitsStart(before: start - 1) }
      var end = offset + 1
      while Self.isDigit(text.value(end))
        || (text.value(end) == 0x78 && Self.isDigit(text.value(end + 1)))
      { end += 1 }
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

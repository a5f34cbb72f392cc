import Languages

/// What was typed without the space that belongs there: `20%`, `10km`, `§5`, `S.12`.
extension Compositor {
  /// A unit right behind its number gets the language's space.
  mutating func closedUnit(at offset: Int) {
    guard let rules, rules.typography.spacesUnits, text.isFree(offset), isClosedUnit(at: offset),
      isNumber(before: offset)
    else { return }
    text.insert(rules.numbers.unitSpace.unicodeScalars.first?.value ?? 0xA0, before: offset)
  }

  /// `§5` and `§§3`, in languages that put spaces there.
  mutating func paragraphSign(at offset: Int) {
    guard let rules, rules.typography.spacesUnits, text.isFree(offset),
      Self.isDigit(text.value(offset + 1))
    else { return }
    var start = offset
    if text.value(start - 1) == 0xA7 { start -= 1 }
    guard text.value(start - 1) != 0xA7, isBoundary(before: start) else { return }
    text.insert(0xA0, before: offset + 1)
  }

  /// `S.12`, `Nr.5`: a space behind the full stop of a word that is closed up by mistake only.
  mutating func closedWord(_ stop: Int) {
    guard text.isFree(stop), Self.isDigit(text.value(stop + 1)), isClosedWord(endingAt: stop) else {
      return
    }
    text.insert(0xA0, before: stop + 1)
  }

  /// Whether a full stop ends a word such as `Nr.`, between whose stop and number a space was forgotten.
  func isClosedWord(endingAt stop: Int) -> Bool {
    guard text.value(stop) == 0x2E, let words = rules?.typography.closedWords else { return false }
    let start = wordStart(before: stop, limit: 6)
    guard start < stop, isBoundary(before: start), text.value(start - 1) != 0x2E,
      text.value(start - 1) != 0x2F, text.value(start - 1) != 0x2D, !isBehindLetter(start)
    else { return false }
    return words.contains(text.string(start..<stop + 1))
  }

  /// Whether a single letter with a stop stands before, so that both may be one abbreviation.
  private func isBehindLetter(_ start: Int) -> Bool {
    let space = text.previous(start)
    guard TypedText.isSpace(text.value(space)) else { return false }
    let stop = text.previous(space)
    return text.value(stop) == 0x2E && Self.isLetter(text.value(stop - 1))
      && isBoundary(before: stop - 1)
  }

  // MARK: Units

  /// Whether one of the units that nobody takes for anything else stands right behind a digit.
  ///
  /// `A4`, `5G`, `4K` and `3D` are none; nor is what goes on as an address or a name does.
  func isClosedUnit(at offset: Int) -> Bool {
    guard Self.isDigit(text.value(text.previous(offset))),
      let units = rules?.typography.closedUnits
    else { return false }
    var end = offset
    while end - offset < 5, Self.isUnitSign(text.value(end)) { end += 1 }
    guard end > offset else { return false }
    let unit = text.string(offset..<end)
    return units.contains(unit) && isUnitEnd(end, behind: unit)
  }

  private static func isUnitSign(_ value: UInt32?) -> Bool {
    switch value {
    case 0x25, 0x2030, 0x20AC, 0xB0, 0xB2, 0xB3: true
    default: isLetter(value)
    }
  }

  /// Whether a unit may end here: before a space, a mark of the sentence, or the other side of a range.
  private func isUnitEnd(_ end: Int, behind unit: String) -> Bool {
    switch text.value(end) {
    case 0x2D, 0x2013:
      // „20%-Hürde“, but no „5kg-7“.
      let next = text.value(text.next(end))
      if Self.isDigit(next) {
        var other = end + 1
        while Self.isDigit(text.value(other)) || isSeparator(text.value(other)) { other += 1 }
        let last = min(text.scalars.count, other + unit.unicodeScalars.count)
        return text.string(other..<last) == unit && isBoundary(at: last)
      }
      return next == 0x2D || TypedText.isSpace(next) || (unit == "%" && Self.isLetter(next))
    case 0x2F:
      // „10km/h“, „5€/m²“, not „10km/2“.
      return Self.isLetter(text.value(end + 1))
    case 0x23, 0x25, 0x26, 0x2B, 0x3D, 0x40, 0x5C, 0x5F, 0x7E: return false
    case 0x2E:
      // A stop ends the sentence; a letter or digit behind it makes a name of it.
      return isBoundary(at: end + 1)
    default: return isBoundary(at: end)
    }
  }

  private func isSeparator(_ value: UInt32?) -> Bool { value == 0x2E || value == 0x2C }

  /// Whether the digits before an offset are a number by itself, or the last one of a range.
  private func isNumber(before offset: Int) -> Bool {
    var start = offset
    // Two numbers at most, each of up to 13 signs.
    for _ in 0..<2 {
      let end = start
      while start > 0, end - start < 13,
        Self.isDigit(text.value(start - 1)) || isSeparator(text.value(start - 1))
      { start -= 1 }
      // „Nr.5%“: the stop is that of the word.
      if start < end, isClosedWord(endingAt: start) { return true }
      guard start < end, Self.isDigit(text.value(start)) else { return false }
      let before = text.value(text.previous(start))
      guard before == 0x2D || before == 0x2013 else { return isNumberStart(start) }
      // A dash or hyphen: the number has a sign, or is the second one of a range.
      let far = text.value(text.previous(start - 1))
      if !Self.isDigit(far) {
        return far == nil || TypedText.isSpace(far) || far == 0x28 || isSecondUnit(start - 1)
      }
      start -= 1
    }
    return false
  }

  /// Whether a unit stands before the hyphen of a range, as in `30%-40%`.
  private func isSecondUnit(_ hyphen: Int) -> Bool {
    var start = hyphen
    while start > 0, hyphen - start < 5, Self.isUnitSign(text.value(start - 1)) { start -= 1 }
    guard start < hyphen, let units = rules?.typography.closedUnits else { return false }
    let before = text.value(start - 1)
    return units.contains(text.string(start..<hyphen))
      && (Self.isDigit(before) || TypedText.isSpace(before))
  }

  /// Whether a hyphen stands between two numbers with one unit: `10km-20km`.
  func isUnitRange(at offset: Int) -> Bool {
    guard Self.isDigit(text.value(text.next(offset))) else { return false }
    var start = offset
    while start > 0, offset - start < 5, Self.isUnitSign(text.value(start - 1)) { start -= 1 }
    return start < offset && isClosedUnit(at: start) && isNumber(before: start)
  }

  /// Whether a number may begin here: behind a space, an opening mark or a sign.
  private func isNumberStart(_ start: Int) -> Bool {
    switch text.value(text.previous(start)) {
    case 0x2F: false
    case 0x22, 0x27, 0x2B, 0x3C, 0x3E, 0x7E, 0xA7, 0xB1, 0xD7, 0x2018, 0x201C, 0x2212, 0x2248,
      0x2264, 0x2265:
      true
    case let before: Self.isOpening(before)
    }
  }

  // MARK: Days

  /// Whether a hyphen stands between two short names of days: `Mo-Fr`, `Mo.-Fr.`.
  func isDayRange(at offset: Int) -> Bool {
    guard let days = rules?.typography.weekdays, !days.isEmpty else { return false }
    let isStopped = text.value(offset - 1) == 0x2E
    let end = isStopped ? offset - 1 : offset
    let start = wordStart(before: end, limit: 6)
    var last = offset + 1
    while last - offset < 7, Self.isLetter(text.value(last)) { last += 1 }
    guard days.contains(text.string(start..<end)), days.contains(text.string(offset + 1..<last)),
      (start == 0 || isDayEdge(text.value(start - 1))) && isDayEdge(text.value(last))
    else { return false }
    return !isStopped || text.value(last) == 0x2E
  }

  /// What may stand around a range of days: no letter or digit, no further hyphen, no address.
  private func isDayEdge(_ value: UInt32?) -> Bool {
    switch value {
    case 0x23, 0x26, 0x2D, 0x2F, 0x3D, 0x40, 0x5F: false
    default: !Self.isLetter(value) && !Self.isDigit(value)
    }
  }
}

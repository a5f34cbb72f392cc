import Languages

/// Spaces at which no line ends, and spaces that came twice.
extension Compositor {
  mutating func space(at offset: Int) {
    guard text.scalars[offset] == 0x20, text.isFree(offset) else { return }
    let before = text.value(text.previous(offset))
    let next = text.next(offset)
    let after = text.value(next)
    if Self.isDigit(before) {
      behindNumber(offset, next: next)
    } else if Self.isDigit(after), before.map(Self.isSignOfNumber) ?? false,
      isBoundary(before: text.previous(offset))
    {
      tie(offset)
    } else if before == 0x2E || Self.isLetter(before) || before == 0x20AC {
      behindWord(offset, next: next)
    }
  }

  /// What stands before a number and belongs to it: §, comparators, currencies; not the `-` of a list.
  private static func isSignOfNumber(_ value: UInt32) -> Bool {
    switch value {
    case 0xA7, 0x3C, 0x3E, 0xB1, 0x7E, 0x2248, 0x2264, 0x2265, 0x24, 0xA3, 0x20AC: true
    default: false
    }
  }

  /// Makes one space of several that stand side by side.
  ///
  /// Editors on the web write a no-break space before a plain one to keep both: one plain space was
  /// meant. No-break spaces alone stay one no-break space.
  mutating func collapseSpaces() {
    var first: Int?
    for offset in text.scalars.indices {
      let value = text.scalars[offset]
      guard value == 0x20 || value == 0xA0 || value == 0x202F, text.isFree(offset) else {
        if value != TypedText.removed { first = nil }
        continue
      }
      if let first {
        if value == 0x20 { text.replace(first, with: 0x20) }
        text.remove(offset)
      } else {
        first = offset
      }
    }
  }

  // MARK: Behind numbers

  /// `45 %`, `34,5 Mio. €`, `24 November`, `1 000 000`.
  private mutating func behindNumber(_ offset: Int, next: Int) {
    guard let after = text.value(next), let rules = rules else { return }
    if Self.isDigit(after) {
      if isGroup(offset, next: next) { tie(offset) }
      return
    }
    if after == 0x78 || after == 0xD7 {
      // „3 x 4“ is done at its sign; a sign that was typed is tied here.
      if after == 0xD7, Self.isDigit(text.value(text.next(text.next(next)))) { tie(offset) }
      return
    }
    if isUnit(next, rules) {
      tie(offset, with: rules.numbers.unitSpace.unicodeScalars.first?.value ?? 0xA0)
    } else if rules.dates.dayMark.isEmpty, Self.isUppercase(after) {
      var end = next
      while Self.isLetter(text.value(end)), end - next < 16 { end += 1 }
      guard isMonth(next..<end, rules.dates) else { return }
      let digits = offset - digitsStart(before: offset)
      if digits < 3 { tie(offset) }
    }
  }

  /// Whether the word at an offset is a unit, a currency or a word for a large number.
  func isUnit(_ start: Int, _ rules: LanguageRules) -> Bool {
    let range = token(from: start)
    guard range.count < 24 else { return false }
    var word = Substring(text.string(range))
    if isUnitName(word, rules) { return true }
    if word.hasSuffix("...") { word.removeLast(3) }
    while let last = word.unicodeScalars.last, ",;:!?)]}“”’\"'…".unicodeScalars.contains(last) {
      word.unicodeScalars.removeLast()
    }
    if isUnitName(word, rules) { return true }
    // „5 %-Hürde“, „20 km-Lauf“: the unit is the first part of a compound.
    if let hyphen = word.firstIndex(where: { $0 == "-" || $0 == "–" }) {
      return isUnitName(word[..<hyphen], rules)
    }
    guard word.unicodeScalars.last == "." else { return false }
    return isUnitName(word.dropLast(), rules)
  }

  private func isUnitName(_ word: Substring, _ rules: LanguageRules) -> Bool {
    guard !word.isEmpty else { return false }
    let name = String(word)
    return rules.typography.wordsBehindNumbers.contains(name)
      || rules.numbers.million == name || rules.numbers.billion == name
      || rules.unitSymbols.values.contains { $0.symbol == name }
  }

  /// Whether a space parts the groups of one number: one to three digits, then three each.
  private func isGroup(_ offset: Int, next: Int) -> Bool {
    var end = next
    while Self.isDigit(text.value(end)) { end += 1 }
    guard end - next == 3, Self.isGroupEnd(text.value(end)) else { return false }
    let start = digitsStart(before: offset)
    guard (1...3).contains(offset - start), text.value(start) != 0x30 || offset - start == 3,
      isBoundary(before: start)
    else { return false }
    let before = text.value(start - 1)
    if before == 0x2B || before == 0x2E || before == 0x2C || before == 0x2D || before == 0x2F {
      return false
    }
    // A group before this one must have been tied, else digits stand side by side by chance.
    guard TypedText.isSpace(before), Self.isDigit(text.value(start - 2)) else {
      return text.value(start) != 0x30
    }
    return before != 0x20 && offset - start == 3
  }

  private static func isGroupEnd(_ value: UInt32?) -> Bool {
    !isLetter(value) && value != 0x2D && value != 0x2F && value != 0x2013
  }

  // MARK: Behind words

  /// `Mio. €` behind a number, and titles without a full stop (`Mrs Miller`).
  private mutating func behindWord(_ offset: Int, next: Int) {
    let last = text.previous(offset)
    let isStopped = text.value(last) == 0x2E
    let end = isStopped ? last : offset
    let start = wordStart(before: end, limit: 10)
    guard start < end, let after = text.value(next) else { return }
    let isBehindNumber =
      TypedText.isSpace(text.value(start - 1)) && text.value(start - 1) != 0x20
      && Self.isDigit(text.value(start - 2))
    guard
      isBehindNumber
        || (!isStopped && (Self.isDigit(after) || (end - start < 5 && Self.isUppercase(after)))),
      isBoundary(before: start), let rules = rules
    else { return }
    let word = text.string(start..<offset)
    if Self.isDigit(after), !isStopped, rules.typography.wordsBeforeNumbers.contains(word) {
      tie(offset)
    } else if isBehindNumber {
      let isMagnitude =
        word == rules.numbers.million || word == rules.numbers.billion || word == "Tsd."
      if isMagnitude, !Self.isDigit(after), isUnit(next, rules) {
        tie(offset, with: rules.numbers.unitSpace.unicodeScalars.first?.value ?? 0xA0)
      }
    } else if rules.typography.titles.contains(word) {
      tie(offset)
    }
  }
}

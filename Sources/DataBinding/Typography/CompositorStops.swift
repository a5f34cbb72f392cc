import Languages

/// What a full stop belongs to: ellipses, abbreviations, titles, initials, ordinal numbers.
extension Compositor {
  mutating func stop(at offset: Int) {
    if text.value(offset + 1) == 0x2E || text.value(offset - 1) == 0x2E {
      if switches.contains(.ellipses) { ellipsis(at: offset) }
      return
    }
    if Self.isDigit(text.value(offset - 1)) {
      if switches.contains(.spaces) { ordinal(at: offset) }
      return
    }
    let start = wordStart(before: offset, limit: 8)
    guard start < offset, isBoundary(before: start) else { return }
    if switches.contains(.abbreviations), abbreviation(from: start, to: offset) { return }
    guard switches.contains(.spaces) else { return }
    closedWord(offset)
    guard text.value(offset + 1) == 0x20 else { return }
    abbreviated(start..<offset + 1)
  }

  /// Three full stops, not two or four.
  private mutating func ellipsis(at offset: Int) {
    guard text.value(offset - 1) != 0x2E, text.value(offset + 1) == 0x2E,
      text.value(offset + 2) == 0x2E, text.value(offset + 3) != 0x2E,
      (0...2).allSatisfy({ text.isFree(offset + $0) })
    else { return }
    text.replace(offset, with: 0x2026)
    text.remove(offset + 1)
    text.remove(offset + 2)
  }

  // MARK: Abbreviations of several parts

  /// `z.B.` and `z. B.`: the same space between all parts; false where none begins here.
  private mutating func abbreviation(from start: Int, to stop: Int) -> Bool {
    guard text.isFree(stop), text.value(text.previous(start)) != 0x2E,
      let rules = rules?.typography,
      let candidates = rules.abbreviations[text.string(start..<stop + 1).lowercased()]
    else { return false }
    for parts in candidates {
      // A capital is allowed where a sentence begins, except in what is a capital anyway.
      let first = text.string(start..<stop + 1)
      guard first.dropFirst() == parts[0].dropFirst(),
        let starts = match(parts.dropFirst(), behind: stop)
      else { continue }
      space(starts, rules.abbreviationSpace)
      let end = (starts.last ?? stop) + (parts.last?.unicodeScalars.count ?? 1)
      if switches.contains(.spaces), text.value(end) == 0x20,
        rules.leadingAbbreviations.contains(parts.joined().lowercased())
      {
        tie(end)
      }
      return true
    }
    return false
  }

  /// Where the parts begin, if they stand behind an offset with at most one space between them.
  private func match(_ parts: ArraySlice<String>, behind stop: Int) -> [Int]? {
    var starts: [Int] = []
    var position = stop + 1
    for part in parts {
      if TypedText.isSpace(text.value(position)) {
        guard text.value(position) != 0x0A, text.isFree(position) else { return nil }
        position += 1
      }
      starts.append(position)
      for scalar in part.unicodeScalars {
        guard text.value(position) == scalar.value, text.isFree(position) else { return nil }
        position += 1
      }
    }
    return isBoundary(at: position) ? starts : nil
  }

  /// Puts one space, or none, before each of the parts.
  private mutating func space(_ starts: [Int], _ space: String) {
    let wanted = space.unicodeScalars.first?.value
    for start in starts {
      let isSpaced = TypedText.isSpace(text.value(start - 1))
      switch (isSpaced, wanted) {
      case (true, let wanted?): text.replace(start - 1, with: wanted)
      case (true, nil): text.remove(start - 1)
      case (false, let wanted?): text.insert(wanted, before: start)
      case (false, nil): break
      }
    }
  }

  // MARK: Words with a full stop before a space

  /// `Nr. 5`, `Dr. Müller`, `J. R. R. Tolkien`.
  private mutating func abbreviated(_ word: Range<Int>) {
    let space = word.upperBound
    let next = text.next(space)
    let isNumber = Self.isDigit(text.value(next))
    guard isNumber || Self.isUppercase(text.value(next)),
      let rules = rules?.typography
    else { return }
    let name = text.string(word)
    if isNumber {
      if rules.wordsBeforeNumbers.contains(name) { tie(space) }
    } else if rules.titles.contains(name) {
      tie(space)
    } else if word.count == 2, Self.isUppercase(text.value(word.lowerBound)) {
      initial(word, nextName: next, rules)
    }
  }

  /// A capital with a full stop: it stays with another one behind it, and the last with the surname.
  private mutating func initial(_ word: Range<Int>, nextName next: Int, _ rules: TypographyRules) {
    let before = text.previous(word.lowerBound)
    if text.value(next + 1) == 0x2E, isBoundary(at: next + 2) {
      tie(word.upperBound, with: rules.initialSpace.unicodeScalars.first?.value ?? 0xA0)
    } else if isInitialStop(before)
      || (TypedText.isSpace(text.value(before)) && isInitialStop(text.previous(before)))
    {
      tie(word.upperBound)
    }
  }

  /// Whether the full stop at an offset ends an initial.
  private func isInitialStop(_ offset: Int) -> Bool {
    text.value(offset) == 0x2E && Self.isUppercase(text.value(offset - 1))
      && isBoundary(before: offset - 1)
  }

  // MARK: Ordinal numbers

  /// `24. November`, `3. Platz`, `24. 11. 2021`.
  private mutating func ordinal(at offset: Int) {
    guard text.value(offset + 1) == 0x20 else { return }
    var start = offset
    while start > 0, offset - start < 3, Self.isDigit(text.value(start - 1)) { start -= 1 }
    guard offset - start < 3, isBoundary(before: start), text.value(start - 1) != 0x2C else {
      return
    }
    let next = text.next(offset + 1)
    if Self.isDigit(text.value(next)) {
      numericDate(from: start, stop: offset, next: next)
      return
    }
    guard Self.isUppercase(text.value(next)), let rules = rules,
      !rules.dates.dayMark.isEmpty
    else { return }
    var end = next
    while Self.isLetter(text.value(end)), end - next < 16 { end += 1 }
    let word = text.string(next..<end)
    if isMonth(next..<end, rules.dates) || rules.typography.ordinalNouns.contains(word)
      || rules.typography.ordinalNouns.contains(word + ".")
    {
      tie(offset + 1)
    }
  }

  /// Whether a word is a month's name, or its beginning with a full stop (`Nov.`).
  func isMonth(_ range: Range<Int>, _ dates: DateRules) -> Bool {
    let word = text.string(range)
    if dates.months.contains(word) || dates.monthsBesideDay.contains(word) { return true }
    return range.count > 2 && text.value(range.upperBound) == 0x2E
      && dates.months.contains { $0.hasPrefix(word) }
  }

  /// The parts of a date in figures.
  private mutating func numericDate(from start: Int, stop: Int, next: Int) {
    var end = next
    while Self.isDigit(text.value(end)), end - next < 5 { end += 1 }
    let isMonth = end - next < 3 && text.value(end) == 0x2E
    let isYear =
      end - next == 4 && text.value(start - 1) == 0xA0 && text.value(start - 2) == 0x2E
      && Self.isDigit(text.value(start - 3))
    if isMonth || isYear { tie(stop + 1) }
  }
}

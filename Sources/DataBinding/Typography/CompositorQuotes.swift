import Languages

/// Quotation marks and apostrophes.
extension Compositor {
  /// `"`: opens behind a space or a bracket, closes elsewhere; behind a digit it may mean inches.
  mutating func straightQuote(at offset: Int) {
    guard text.isFree(offset), let marks = rules?.quotationMarks,
      marks != .typewriter
    else { return }
    let before = text.value(text.previous(offset))
    let after = text.value(text.next(offset))
    if opens(before: before, after: after, marks)
      || (!quotations.has(typed: 0x22) && opensBehindStop(before: before, after: after))
    {
      let isInner = quotations.open.last.map { !$0.isInner } ?? false
      let mark = quotations.begin(marks, typed: 0x22, isInner: isInner)
      text.replace(offset, with: mark)
    } else if let closing = quotations.end(typed: 0x22) {
      text.replace(offset, with: closing)
    } else if !Self.isDigit(before), !TypedText.isSpace(before) {
      // The quotation began in a paragraph before this one.
      text.replace(offset, with: marks.closing)
    }
  }

  /// Whether a mark between two scalars opens: behind a space, a bracket, or another opening mark.
  private func opens(before: UInt32?, after: UInt32?, _ marks: QuotationMarks) -> Bool {
    guard let after, !TypedText.isSpace(after) else { return false }
    let isBehindMark = [marks.opening, marks.innerOpening].contains { mark in
      mark.unicodeScalars.last?.value == before
    }
    // Right behind an opening mark only what is quoted opens another: `""` closes at once.
    if isBehindMark { return !Self.isStop(after) }
    return Self.isOpening(before)
  }

  /// Whether a mark opens though no space stands before it, as in `"a","b"` and `"a"-"b"`.
  private func opensBehindStop(before: UInt32?, after: UInt32?) -> Bool {
    guard Self.isLetter(after) || Self.isDigit(after) else { return false }
    return Self.isStop(before) || before == 0x2D
  }

  /// A mark behind a word: `,`, `.`, `:`, `;`, `!`, `?`.
  private static func isStop(_ value: UInt32?) -> Bool {
    switch value {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x2026: true
    default: false
    }
  }

  /// `'`, and the accents that are typed for it.
  mutating func straightApostrophe(at offset: Int) {
    guard text.isFree(offset), let rules = rules, rules.quotationMarks != .typewriter
    else { return }
    let apostrophe: UInt32 = 0x2019
    let next = text.next(offset)
    let before = text.value(text.previous(offset))
    let after = text.value(next)
    if Self.isLetter(before), Self.isLetter(after) {
      text.replace(offset, with: apostrophe)
      return
    }
    // Accents alone are left; and 5′ 3″, 5'000 mean something else.
    guard text.scalars[offset] == 0x27 else { return }
    if Self.isDigit(before), Self.isLetter(after) {
      // „90’er“, “1990’s”; but 51°30'N is an angle.
      if !Self.isUppercase(after) { text.replace(offset, with: apostrophe) }
    } else if opens(before: before, after: after, rules.quotationMarks)
      || (!quotations.has(typed: 0x27) && opensBehindStop(before: before, after: after))
    {
      if leavesOut(rules.typography, at: next) {
        text.replace(offset, with: apostrophe)
      } else {
        let isInner = quotations.open.last.map { !$0.isInner } ?? true
        let mark = quotations.begin(rules.quotationMarks, typed: 0x27, isInner: isInner)
        text.replace(offset, with: mark)
      }
    } else if !TypedText.isSpace(before), let closing = quotations.end(typed: 0x27) {
      text.replace(offset, with: closing)
    } else if Self.isLetter(before) {
      text.replace(offset, with: apostrophe)
    } else if Self.isStop(before) {
      // The quotation began in a paragraph before this one.
      text.replace(offset, with: rules.quotationMarks.innerClosing)
    }
  }

  /// Whether an apostrophe before this word stands for letters left out: ’90s, ’s, ’tis, ’n’.
  private func leavesOut(_ rules: TypographyRules, at start: Int) -> Bool {
    var end = start
    if Self.isDigit(text.value(start)) {
      while Self.isDigit(text.value(end)) { end += 1 }
      return end - start == 2 && text.value(end) != 0x27
    }
    while Self.isLetter(text.value(end)), end - start < 8 { end += 1 }
    // ’n’ between two words; any other letter between two marks is quoted.
    if end - start == 1, text.value(end) == 0x27 {
      return text.value(start).map { $0 | 0x20 } == 0x6E
    }
    guard end > start, rules.apostropheWords.contains(text.string(start..<end).lowercased())
    else { return !hasClosingApostrophe(behind: end) }
    return true
  }

  /// Whether a `'` that could close a quotation follows within reach of a sentence or two.
  private func hasClosingApostrophe(behind start: Int) -> Bool {
    let limit = min(text.scalars.count, start + 400)
    guard start < limit else { return false }
    for offset in start..<limit where text.scalars[offset] == 0x27 {
      let before = text.value(text.previous(offset))
      if !TypedText.isSpace(before), isBoundary(at: text.next(offset)) { return true }
    }
    return false
  }
}

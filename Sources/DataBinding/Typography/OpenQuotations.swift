import Languages

/// The quotations that are open at a place of a text, the innermost last.
struct OpenQuotations {
  /// One open quotation.
  struct Quotation {
    /// What closes it.
    var closing: String
    /// The straight mark that it was typed with; 0 for a typographic one.
    var typed: UInt32
    /// Whether it has the marks of a quotation within another.
    var isInner: Bool
  }

  private(set) var open: [Quotation] = []
  /// More are not kept: nobody nests so deep, and marks that never close must not pile up.
  private static let maximumDepth = 16

  /// The opening mark of a quotation that begins, typed with a straight mark.
  mutating func begin(_ marks: QuotationMarks, typed: UInt32, isInner: Bool) -> String {
    push(
      Quotation(
        closing: isInner ? marks.innerClosing : marks.closing, typed: typed, isInner: isInner))
    return isInner ? marks.innerOpening : marks.opening
  }

  private mutating func push(_ quotation: Quotation) {
    if open.count >= Self.maximumDepth { open.removeFirst() }
    open.append(quotation)
  }

  /// Ends the innermost quotation that was typed with a mark, with those inside; nil if there is none.
  mutating func end(typed: UInt32) -> String? {
    guard let index = open.lastIndex(where: { $0.typed == typed }) else { return nil }
    let closing = open[index].closing
    open.removeSubrange(index...)
    return closing
  }

  /// Whether a quotation is open that was typed with a mark.
  func has(typed: UInt32) -> Bool { open.contains { $0.typed == typed } }

  /// Follows marks that the author has typed as they should be.
  mutating func note(
    _ value: UInt32, _ marks: QuotationMarks, in text: TypedText, _ offset: Int
  ) {
    let mark = String(Unicode.Scalar(value).map(Character.init) ?? " ")
    if mark == marks.opening || mark == marks.innerOpening {
      // “ opens in English and closes in German: where it opens, a space stands before and not behind.
      guard !TypedText.isSpace(text.value(text.next(offset))),
        !Compositor.isLetter(text.value(text.previous(offset)))
      else { return }
      let isInner = mark == marks.innerOpening
      push(
        Quotation(
          closing: isInner ? marks.innerClosing : marks.closing, typed: 0, isInner: isInner))
    } else if let last = open.last, last.closing == mark {
      // An apostrophe inside a word closes nothing.
      guard !Compositor.isLetter(text.value(text.next(offset))) else { return }
      open.removeLast()
    }
  }
}

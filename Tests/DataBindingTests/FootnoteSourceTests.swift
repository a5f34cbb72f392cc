import Testing

@testable import DataBinding

/// Ten times the text is ten times the work, whatever stands in it.
struct FootnoteSourceTests {
  private func read(_ text: String) -> FootnoteSource {
    FootnoteSource(text, code: CodeLines(of: text))
  }

  static let parts = [
    "Wort^[Eine Notiz.] weiter. ", "Wort[^a] weiter.\n\n[^a]: Note.\n\n", "^[[^[[`",
    "[^", "\\^[", "^[a `b` [c](d)] ", "`a ``b ^[n] ", "`a ^[n] ``b ", "^[n] `` ^[`",
  ]

  @Test(arguments: parts) func tenTimesTheTextIsTenTimesTheWork(part: String) {
    let small = read(String(repeating: part, count: 200)).steps
    let large = read(String(repeating: part, count: 2_000)).steps
    #expect(small > 200)
    #expect(large <= 12 * small, "steps: \(small), then \(large)")
  }

  /// Each back-tick is looked for to the end, where none closes it.
  @Test func unclosedCodeIsNotSoughtAgainAndAgain() {
    func text(_ count: Int) -> String {
      (1...count).map { String(repeating: "`", count: $0) + "^[n] " }.joined()
    }
    let (small, large) = (text(60), text(600))
    let ratio = Double(large.count) / Double(small.count)
    let steps = [small, large].map { Double(read($0).steps) }
    #expect(steps[0] > Double(small.count))
    #expect(steps[1] <= 1.2 * ratio * steps[0], "steps: \(steps), text \(ratio) times as long")
    let source = read("a `b ^[n] ``c")
    #expect(source.text == "a `b [^inline-note-1] ``c\n\n[^inline-note-1]: n")
    #expect(read("a `b ^[n]` c").text == "a `b ^[n]` c")
    #expect(read("\\``b ^[n]` c").text == "\\``b ^[n]` c")
  }

  @Test func keepsTheTextAroundNotes() {
    let source = read("ä^[b\nc] d")
    #expect(source.text == "ä[^inline-note-1]\n d\n\n[^inline-note-1]: b c")
  }
}

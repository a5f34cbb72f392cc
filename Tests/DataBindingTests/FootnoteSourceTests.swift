import Testing

@testable import DataBinding

/// Ten times the text is ten times the work, whatever stands in it.
struct FootnoteSourceTests {
  static let parts = [
    "Wort^[Eine Notiz.] weiter. ", "Wort[^a] weiter.\n\n[^a]: Note.\n\n", "^[[^[[`",
    "[^", "\\^[", "^[a `b` [c](d)] ",
  ]

  @Test(arguments: parts) func tenTimesTheTextIsTenTimesTheWork(part: String) {
    let small = FootnoteSource(String(repeating: part, count: 200)).steps
    let large = FootnoteSource(String(repeating: part, count: 2_000)).steps
    #expect(small > 200)
    #expect(large <= 12 * small, "steps: \(small), then \(large)")
  }

  @Test func keepsTheTextAroundNotes() {
    let source = FootnoteSource("ä^[b\nc] d")
    #expect(source.text == "ä[^inline-note-1]\n d\n\n[^inline-note-1]: b c")
  }
}

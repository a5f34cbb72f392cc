import Testing

@testable import Typesetting

@Suite struct BreakableTextTests {
  /// libunibreak stops the program at these, or did in a version that is in use.
  @Test(arguments: [
    "🇩🇪 und 🇬🇧", "a🇩b", "🇪🇺🇩🇪🇬🇧", "🇩\u{301}a", "a\u{FFFF}b \u{FFFF}", "\u{FFFF}\u{1F1E6}",
  ])
  func signsThatStopTheLibrary(text: String) throws {
    let set = try setLines(text + " Wort und Wort und Wort", width: 60)
    #expect(set.lines.count > 1)
    #expect(set.rejoined.hasPrefix(text.split(separator: " ").first ?? ""))
  }

  @Test func onlyThoseSignsAreReplacedAndNoLengthChanges() {
    for text in ["a\u{1F600}ü€", "🇩🇪", "\u{FFFF}\u{FFFE}\u{10FFFF}", ""] {
      let bytes = Array(text.utf8)
      let copy = BreakOpportunities.breakable(bytes)
      #expect(copy.count == bytes.count)
      let hasFlag = text.unicodeScalars.contains { (0x1F1E6...0x1F1FF).contains($0.value) }
      #expect((copy == bytes) == (!hasFlag && !text.contains("\u{FFFF}")))
    }
  }
}

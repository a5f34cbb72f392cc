import DataBinding
import DocumentTree
import Languages
import SampleNumbers
import Testing

/// What holds of micro-typography whatever was typed.
@Suite struct CompositorPropertyTests {
  /// Pieces that mean something to some rule, and some that do not.
  private static let pieces = [
    "\"", "'", "´", "„", "“", "”", "‘", "’", "‚", " ", " ", " ", " ", "\u{A0}", "\u{202F}", "-",
    "--", "–", "—", ".", ".", "...", "…", ",", "x", "×", "z.B.", "z. B.", "e.g.", "i. e.", "Dr.",
    "Nr.", "S.", "J.", "B", "Mio.", "€", "%", "km", "§", "5", "24", "2018", "2019", "000", "0231",
    "November", "Platz", "Stadt", "Bürger*innen", "a", "https://x.org/a-1", "Mo", "Fr", "kg", "°C",
    "m²", "(", ")", "/", ":", "s",
  ]

  /// Random inlines of a paragraph.
  private static func inlines(_ generator: inout SeededNumbers, pieces count: Int) -> [Inline] {
    var result: [Inline] = []
    var text = ""
    func flush() {
      if !text.isEmpty { result.append(.text(text)) }
      text = ""
    }
    for _ in 0..<count {
      text += pieces.randomElement(using: &generator) ?? ""
      switch Int.random(in: 0..<20, using: &generator) {
      case 0: flush()
      case 1:
        let inner = text
        text = ""
        if !inner.isEmpty { result.append(.emphasis([.text(inner)])) }
      case 2:
        flush()
        result.append(.code("a \"b\""))
      case 3:
        flush()
        result.append(.lineBreak)
      default: break
      }
    }
    flush()
    return result
  }

  /// Letters and digits, in order: what typography may never change.
  private static func wording(_ inlines: [Inline]) -> String {
    String(
      String.UnicodeScalarView(
        inlines.plainText.unicodeScalars.filter {
          ($0.properties.isAlphabetic || $0.properties.numericType != nil) && $0 != "x"
        }))
  }

  @Test(arguments: ["de", "en", "en-EU"])
  func idempotentAndTrueToTheWords(language: String) throws {
    var generator = SeededNumbers(seed: 3)
    for _ in 0..<4000 {
      let typed = Self.inlines(&generator, pieces: 14)
      let once = try CompositorTests.composed(typed, language)
      #expect(Self.wording(once) == Self.wording(typed))
      let twice = try CompositorTests.composed(once, language)
      #expect(twice.dump == once.dump, "typed: \(typed.dump)")
    }
  }

  /// Thirty times the text takes about thirty times as long: no rule looks far.
  ///
  /// The bound lies far above that, for busy machines, and far below the square.
  @Test func linear() throws {
    let text = String(repeating: "\"a 'b 5 -x 0231 50-55 z.B J. ' 2018-2019 'c ", count: 20)
    func time(_ count: Int) throws -> Duration {
      let inlines = [Inline.text(String(repeating: text, count: count))]
      return try ContinuousClock().measure { _ = try CompositorTests.composed(inlines) }
    }
    _ = try time(1)
    let one = try min(time(1), time(1), time(1))
    #expect(try time(30) < one * 250)
  }
}

import DataBinding
import Design
import Diagnostics
import DocumentTree
import Languages
import SampleLayouts
import Testing

/// Bracketed spans, and gender signs that look like emphasis.
@Suite struct SpanTests {
  private func bound(_ text: String) throws -> BoundLayout {
    try BoundLayout("- text: |-\n" + SampleLayout.indented(text, by: 4) + "\n  level: 1")
  }

  @Test(arguments: [
    ("die [Smart City]{{lang=en}} hier", "die (en: Smart City) hier"),
    ("[a *b*]{{lang=en}} *[c]{{lang=en-GB}}*", "(en: a *b*) *(en-GB: c)*"),
    ("[_b_]{{lang=en}} [**b**]{{.small-caps}}", "(en: *b*) **b**"),
    ("[a [b](https://x.org) c]{{lang=en}}", "(en: a <https://x.org|b> c)"),
    ("[a [b]{{lang=de}} c]{{lang=en}}", "(en: a (de: b) c)"),
    ("[a [b]{{lang=en}} c](https://x.org)", "<https://x.org|a (en: b) c>"),
    ("\"[City]{{lang=en}}\"", "„(en: City)“"), ("[\"a\"]{{lang=en}}", "(en: “a”)"),
    // What is none, and how to write what would be one.
    ("\\[a]{{lang=en}}", "[a]{lang=en}"), ("[a]\\{{lang=en}}", "[a]{lang=en}"),
    ("`[a]{{lang=en}}`", "`[a]{lang=en}`"), ("[a]{{b c}}", "[a]{b c}"),
    ("[a] {{lang=en}}", "[a] {lang=en}"),
    ("a]{{lang=en}}", "a]{lang=en}"), ("[a\n\nb]{{lang=en}}", "[a ¶ b]{lang=en}"),
    // Gender signs.
    ("Bürger*innen und Besucher*innen", "Bürger*innen und Besucher*innen"),
    ("*Bürger*innen* und **Besucher*innen**", "*Bürger*innen* und **Besucher*innen**"),
    ("jede*r *eine* 5*3*2 a**b**c", "jede*r *eine* 5*3*2 a**b**c"),
    ("[x](https://x.org/a*b*c) `a*b*c`", "<https://x.org/a*b*c|x> `a*b*c`"),
    ("Bürger_innen und Bürger:innen", "Bürger_innen und Bürger:innen"),
  ])
  func marks(text: String, expected: String) throws {
    let bound = try bound(text)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(try bound.nodes().map(\.outline).joined(separator: " ¶ ") == expected)
  }

  @Test(arguments: [
    ("[a]{{lang=english}}", "there is no language “english”"),
    ("[a]{{lang=xx}}", "there is no language “xx”"),
    ("[a]{{.smallcaps}}", "there is no class “smallcaps” for a span"),
    ("[a]{{size=9pt}}", "a span has no attribute “size”"),
    ("[a]{{#b}}", "a span has no identifier"),
    ("*[a* b]{{lang=en}}", "a span ends in other emphasis than it begins in"),
  ])
  func problems(text: String, message: String) throws {
    let bound = try bound("Erst\n\n" + text)
    let problem = try #require(bound.diagnostics.first)
    #expect(problem.identifier == "text.bad-span")
    #expect(problem.message == message)
    #expect(problem.location?.line == bound.diagnostics.first?.location?.line)
    #expect(!problem.hints.isEmpty)
  }

  @Test func features() throws {
    let bound = try bound("[EU]{{.small-caps}} [1/2]{{.fractions lang=en}}")
    let inlines = try bound.nodes().flatMap(\.paragraphs).flatMap(\.inlines)
    #expect(
      inlines.first
        == .styled(
          InlineStyle(features: [FontFeature("c2sc"), FontFeature("smcp")]), [.text("EU")]))
    // With small letters there is a difference to make, and without letters nothing to do.
    for text in ["Emscher", "EUs", "2026"] {
      let styled = try self.bound("[\(text)]{{.small-caps}}").nodes().flatMap(\.paragraphs)
      #expect(
        styled.flatMap(\.inlines)
          == [.styled(InlineStyle(features: [FontFeature("smcp")]), [.text(text)])])
    }
    let english = try #require(LanguageTag("en"))
    #expect(
      inlines.last
        == .language(
          english, [.styled(InlineStyle(features: [FontFeature("frac")]), [.text("1/2")])]))
  }
}

import DataBinding
import Design
import Diagnostics
import DocumentTree
import SampleLayouts
import Testing

/// Quotations made large; what they print is exactly what was said.
struct PictureBindingTests {
  @Test func pullQuotes() throws {
    let bound = try BoundLayout(
      """
      - pull-quote: { de: So ist es., en: So it is. }
        attribution: Ada
        source: { de: im Rat, en: in council }
        style: body
        attribution-style: small
        rule: teal
      - pull-quote: "„So“"
        style: body
        attribution-style: small
        repeats: true
      - pull-quote: So
        style: body
        attribution-style: small
        marks: false
      """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(try bound.texts() == ["„So ist es.“", "Ada", "im Rat", "„So“", "So"])
    #expect(try bound.texts("en").first == "“So it is.”")
    let nodes = try bound.nodes()
    #expect(nodes.map(\.isDecorative) == [false, true, false])
    #expect(nodes.map(\.keepTogether) == [true, true, true])
    guard case .stack(let parts) = nodes[0].content,
      case .paragraph(let quote) = parts[1].content
    else {
      Issue.record("a pull quote is a stack of strokes and paragraphs")
      return
    }
    #expect(parts.count == 5)
    #expect(quote.role == .quotation && quote.hangingMark == "„")
    // Who said it and where are both of the quotation.
    for part in parts[2...3] {
      guard case .paragraph(let name) = part.content else { continue }
      #expect(name.role == .attribution)
    }
  }

  @Test(arguments: [
    ("Er sagt \"jetzt\".", "„Er sagt ‚jetzt‘.“"), ("„A“ und „B“", "„‚A‘ und ‚B‘“"),
    ("„Nur „eins“ hier“", "„Nur „eins“ hier“"),
    ("„Offen", "„Offen“"), ("Zu“", "„Zu“"),
  ])
  func innerQuotations(text: String, expected: String) throws {
    let bound = try BoundLayout(
      """
      - pull-quote: '\(text)'
        style: body
        attribution-style: small
      """)
    #expect(try bound.texts() == [expected])
  }

  /// Only names need the style of names, which the theme of the tests does not have.
  @Test func styleOfNames() throws {
    let nameless = try BoundLayout("- { pull-quote: So, style: body }")
    #expect(nameless.diagnostics.map(\.rendered) == [])
    for name in ["attribution: Ada", "source: Rat"] {
      let named = try BoundLayout("- { pull-quote: So, style: body, \(name) }")
      #expect(Set(named.diagnostics.map(\.identifier)) == ["layout.unknown-style"])
    }
  }

  /// What the layout leaves empty is told; what the model does not have is not.
  @Test func emptyPullQuote() throws {
    func told(_ text: String) throws -> [String] {
      let bound = try BoundLayout(
        """
        - each: projects
          as: project
          content:
            - pull-quote: \(text)
              style: body
              attribution-style: small
        """)
      #expect(bound.diagnostics.allSatisfy { $0.severity == .warning && $0.location?.line == 12 })
      return bound.diagnostics.map { "\($0.identifier) \($0.language ?? "–")" }
    }
    // What is empty in every language is told once, else in the languages that it is empty in.
    #expect(try told("\"\"") == ["pull-quote.empty –"])
    #expect(try told("{ de: \" \", en: \"\" }") == ["pull-quote.empty –"])
    #expect(try told("{ de: \"\", en: So it is }") == ["pull-quote.empty de"])
    #expect(try told("{ de: \"{project.name}\", en: \"\" }") == ["pull-quote.empty en"])
    #expect(try told("\"{project.mentor.name}\"") == [])
  }

  @Test func initials() throws {
    let bound = try BoundLayout(
      """
      - paragraph: A text
        style: body
        drop-cap: 3
        drop-cap-style: small
      - text: "One\\n\\nTwo"
        style: body
        drop-cap: 2
      - paragraph: A text
        style: body
      - paragraph: A text
        style: body
        drop-cap: 1
      """)
    #expect(bound.diagnostics.map(\.identifier) == ["layout.wrong-type"])
    let caps = try bound.nodes().flatMap(\.paragraphs).map(\.style.dropCap)
    #expect(caps.prefix(4).map { $0?.lines } == [3, 2, nil, nil])
    #expect(caps[0]?.font != nil && caps[0]?.color != nil)
    #expect(caps[1]?.font == nil)
  }

  @Test func ornamentsWithoutStrata() throws {
    let bound = try BoundLayout(
      """
      - ornament: texture
        height: 5mm
      - ornament: fill
        height: 5mm
        content: [{ stratum: 1, color: teal }]
      - ornament: texture
        height: 5mm
        content: [{ stratum: 1, color: teal }, { stratum: 1, color: teal }]
      - ornament: texture
        height: 5mm
        content: [{ stratum: 1, color: teal }]
      """)
    #expect(Set(bound.diagnostics.map(\.identifier)) == ["ornament.strata"])
    #expect(Set(bound.diagnostics.map(\.message)).count == 3)
    #expect(!bound.diagnostics.hasErrors)
  }

  @Test func textKeptTogether() throws {
    let bound = try BoundLayout(
      """
      - text: "One\\n\\nTwo\\n\\nThree"
        style: body
        keep-together: true
      - text: "One\\n\\nTwo"
        style: body
        keep-with-next: true
      """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(try bound.nodes().map(\.keepTogether) == [true, true, true, false, false])
    #expect(try bound.nodes().map(\.keepWithNext) == [true, true, false, false, true])
  }

  @Test func wrongValues() throws {
    let bound = try BoundLayout(
      """
      - overlay: organisation.name
        content: []
      - overlay: organisation.image
        focus: left
        scrim: tael 60%
        fit: cove
        content: []
      """)
    let found = Set(bound.diagnostics.map(\.identifier))
    #expect(
      found == ["layout.wrong-type", "layout.unknown-color", "layout.unknown-choice"])
    #expect(bound.diagnostics.contains { $0.message.contains("where an image is wanted") })
  }
}

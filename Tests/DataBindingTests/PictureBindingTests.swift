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
      found == [
        "layout.wrong-type", "layout.unknown-color", "layout.unknown-choice",
        "layout.unknown-path",
      ])
  }
}

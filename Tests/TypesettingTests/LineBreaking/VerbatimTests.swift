import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Testing

@testable import Typesetting

/// Programs, in which every space counts, and dashes of short ranges.
@Suite struct VerbatimTests {
  private func lines(_ code: [String], width: Double) throws -> [GlyphRun] {
    var style = Fixed.style()
    style.isVerbatim = true
    style.hyphenate = false
    var inlines: [Inline] = []
    for line in code { inlines += (inlines.isEmpty ? [] : [.lineBreak]) + [.code(line)] }
    let node = Sample.node(
      .paragraph(Paragraph(role: .code, inlines: inlines, style: style)))
    let set = try #require(try Sample.fit(Sample.stack([node]), width: width, height: 400))
    return set.content.items.flatMap(\.runs)
  }

  /// A character is 5 points wide.
  @Test func spacesAndEmptyLinesStay() throws {
    let runs = try lines(["a  b", "", "  c", "\td"], width: 300)
    let texts = runs.map { $0.text.replacing("\u{A0}", with: " ") }.filter { $0 != " " }
    #expect(texts == ["a  b", "  c", "    d"])
    #expect(runs.allSatisfy { $0.origin.x == 0 })
    let baselines = runs.map(\.origin.y)
    #expect(baselines.last == baselines[0] + 36)
  }

  /// What does not fit goes on two ems further right; a word too long for a line is broken.
  @Test func longLinesTurnOver() throws {
    let word = String(repeating: "x", count: 45)
    let runs = try lines(["one two three four five", word], width: 100)
    #expect(runs.map(\.text).joined().filter { $0 == "x" }.count == 45)
    #expect(runs[0].text + " " + runs[1].text == "one two three four five")
    #expect(runs[0].origin.x == 0 && runs[1].origin.x == 20)
    #expect(runs.allSatisfy { $0.origin.x + 5 * Double($0.text.count) <= 100.01 })
    #expect(!runs.contains { $0.text.contains("\u{AD}") })
  }

  @Test func programsAreCodeInAParagraph() throws {
    let node = Sample.node(
      .paragraph(Paragraph(role: .code, inlines: [.code("a")], style: Fixed.style())))
    let drawing = try #require(Sample.set(Sample.flow([node])).output)
    let elements = drawing.structure.elements
    #expect(elements.map(\.type) == ["Sect", "P", "Code"])
    #expect(elements.map(\.parent) == [nil, 0, 1])
    #expect(drawing.pages.flatMap(\.items).map(\.mark) == [.element(2)])
  }

  @Test func shortRangesStayTogether() throws {
    // Room for the dash at the line's end, but not for what follows it.
    #expect(try setLines("offen Mo–Fr", width: 45).texts == ["offen", "Mo–Fr"])
    #expect(try setLines("vom 1.–3. Mai", width: 40).texts.first == "vom")
    #expect(try setLines("offen Rhein–Ruhr", width: 45).texts.count == 3)
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Stacks and paragraphs")
struct StackTests {
  @Test("between neighbours the larger room counts, at the edges none")
  func spacing() throws {
    let stack = Sample.stack([
      Sample.space(50, 5, Sample.lines(1, "a")), Sample.space(8, 3, Sample.lines(1, "b")),
      Sample.space(1, 50, Sample.lines(1, "c")),
    ])
    let set = try #require(try Sample.fit(stack, height: 200))
    // A line is 12 high and its baseline 9 below its top.
    #expect(set.content.baselines == [9, 29, 44])
    #expect(set.height == 47)
  }

  @Test("rooms of nested stacks do not add up either")
  func nestedSpacing() throws {
    let inner = Sample.node(.stack([Sample.space(7, 7, Sample.lines(1, "b"))]))
    let stack = Sample.stack([Sample.lines(1, "a"), Sample.space(5, 0, inner)])
    let set = try #require(try Sample.fit(stack, height: 200))
    #expect(set.content.baselines == [9, 28])
  }

  @Test("no room at the head of a page after a break")
  func spacingAfterBreak() throws {
    let set = Sample.set(
      Sample.flow([Sample.lines(10), Sample.space(20, 0, Sample.lines(1, "b"))]))
    let drawing = try #require(set.output)
    #expect(drawing.pages.count == 2)
    #expect(drawing.pages[1].runs.map(\.origin.y) == [19])
  }

  @Test("empty room does not go over to the next page")
  func spaceIsDropped() throws {
    let set = Sample.set(
      Sample.flow([
        Sample.lines(9), Sample.node(.space(30)), Sample.lines(2, "b"), Sample.node(.space(5)),
      ]))
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.runs.count) == [9, 2])
    #expect(drawing.pages[1].runs[0].origin.y == 19)
  }

  @Test("a heading goes with what follows it, and a chain of headings too")
  func keepWithNext() throws {
    let set = Sample.set(
      Sample.flow([
        Sample.lines(7), Sample.heading("One"), Sample.heading("Two", level: 2),
        Sample.lines(4, "b"),
      ]))
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.runs.count) == [7, 6])
    #expect(drawing.pages[1].texts.prefix(2) == ["One", "Two"])
  }

  @Test("empty room behind a break stands at the head of the page, other room does not")
  func spaceBehindBreak() throws {
    let drawing = try #require(
      Sample.set(
        Sample.flow([
          Sample.lines(2), Sample.node(.regionBreak(.page)), Sample.node(.space(30)),
          Sample.lines(7, "b"), Sample.node(.space(40)), Sample.lines(2, "c"),
        ])
      ).output)
    #expect(drawing.pages.map { $0.runs.first?.origin.y } == [19, 49, 19])
  }

  @Test("a space between a heading and its text does not part them")
  func keepOverSpace() throws {
    let set = Sample.set(
      Sample.flow([
        Sample.lines(7), Sample.heading("One"), Sample.node(.space(6)), Sample.lines(4, "b"),
      ]))
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.runs.count) == [7, 5])
  }

  @Test("a heading in a box, in a row or with a line at it stays with its text")
  func dressedHeadings() throws {
    let heading = Sample.heading("One")
    let rule = Sample.node(.rule(Rule(weight: 1, color: Fixed.ink)))
    func row(_ cells: [BlockNode]) -> BlockNode {
      Sample.node(.row(Row(cells: cells.map { Row.Cell(span: 1, content: [$0]) }, gutter: 2)))
    }
    let dressed: [([BlockNode], Int)] = [
      ([Sample.node(.box(Box(children: [heading], background: Fixed.ground)))], 5),
      ([row([Sample.paragraph("1"), heading])], 6),
      ([heading, rule], 5), ([rule, heading], 5),
    ]
    for (nodes, count) in dressed {
      let set = Sample.set(Sample.flow([Sample.lines(8)] + nodes + [Sample.lines(4, "b")]))
      let drawing = try #require(set.output)
      #expect(drawing.pages.map(\.runs.count) == [8, count])
      #expect(drawing.pages[0].fills == [])
    }
    // A heading beside its own text has what it heads.
    let set = Sample.set(
      Sample.flow([
        Sample.lines(8), row([heading, Sample.paragraph("text")]), Sample.lines(4, "b"),
      ]))
    #expect(try #require(set.output).pages.map(\.runs.count) == [10, 4])
  }

  @Test("a chain that fills a page by itself does not stop the text")
  func endlessChain() throws {
    let headings = (0..<24).map { Sample.heading("Heading \($0)") }
    let set = Sample.set(Sample.flow(headings))
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.runs.count) == [10, 10, 4])
  }

  @Test("what is kept together moves to the next page, unless it is higher than one")
  func keepTogether() throws {
    let set = Sample.set(
      Sample.flow([
        Sample.lines(6), Sample.together([Sample.lines(5, "b")]),
        Sample.together([Sample.lines(12, "c")]),
      ]))
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.runs.count) == [6, 5, 10, 2])
  }

  @Test("a kept block behind a heading at the head of a page breaks there, not after the heading")
  func keepTogetherBelowHeading() throws {
    let set = Sample.set(
      Sample.flow([Sample.heading("One"), Sample.together([Sample.lines(12, "c")])]))
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.runs.count) == [10, 3])
  }

  @Test("a page break starts a page, but never makes an empty one")
  func pageBreaks() throws {
    let pageBreak = Sample.node(.regionBreak(.page))
    let set = Sample.set(
      Sample.flow([
        pageBreak, Sample.lines(1, "a"), pageBreak, pageBreak,
        Sample.node(.stack([Sample.lines(1, "b"), pageBreak])), Sample.lines(1, "c"), pageBreak,
      ]))
    let drawing = try #require(set.output)
    let initials = drawing.pages.map { page in page.texts.map { String($0.prefix(1)) } }
    #expect(initials == [["a"], ["b"], ["c"]])
  }

  @Test("neither orphans nor widows", arguments: 2...9)
  func orphansAndWidows(before: Int) throws {
    for count in 2...12 {
      let set = Sample.set(Sample.flow([Sample.lines(before, "a"), Sample.lines(count, "b")]))
      let drawing = try #require(set.output)
      let parts = drawing.pages.map { $0.texts.count { $0.hasPrefix("b") } }.filter { $0 > 0 }
      #expect(parts.reduce(0, +) == count)
      #expect(parts.allSatisfy { $0 >= 2 }, "\(before) then \(count): \(parts)")
    }
  }

  @Test("only a body paragraph after another is indented")
  func indent() throws {
    var style = Fixed.style()
    style.firstLineIndent = 10
    func body(_ text: String, _ role: ParagraphRole = .body) -> BlockNode {
      Sample.paragraph(text, role: role, style: style)
    }
    let stack = Sample.stack([
      body("a"), body("b"), Sample.heading("H"), body("c"), body("note", .note), body("d"),
      body("e"),
    ])
    let set = try #require(try Sample.fit(stack, height: 200))
    #expect(set.content.items.flatMap(\.runs).map(\.origin.x) == [0, 10, 0, 0, 0, 0, 10])
  }

  @Test("a paragraph without text leaves no trace")
  func emptyParagraph() throws {
    let stack = Sample.stack([
      Sample.lines(1, "a"), Sample.space(30, 30, Sample.paragraph("")), Sample.lines(1, "b"),
    ])
    #expect(try Sample.fit(stack, height: 200)?.content.baselines == [9, 21])
  }
}

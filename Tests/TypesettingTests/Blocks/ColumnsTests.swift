import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Columns")
struct ColumnsTests {
  private func columns(
    _ children: [BlockNode], count: Int = 3, balanced: Bool = true
  ) -> BlockNode {
    Sample.node(
      .columns(Columns(count: count, gutter: 10, balanced: balanced, children: children)))
  }

  /// The number of lines in each column, by their left edges.
  private func counts(_ runs: [GlyphRun]) -> [Int] {
    Dictionary(grouping: runs, by: \.origin.x).sorted { $0.key < $1.key }.map(\.value.count)
  }

  @Test("balanced columns differ by one line at most", arguments: 2...4)
  func balance(count: Int) throws {
    for lines in 1...40 {
      let nodes = (0..<lines).map { Sample.lines(1, "w\($0)") }
      let stack = Sample.stack([columns(nodes, count: count)])
      let set = try #require(
        try Sample.fit(stack, width: Double(count) * 60 - 10, height: 1_000))
      let found = counts(set.content.items.flatMap(\.runs))
      #expect(found.reduce(0, +) == lines)
      #expect((found.max() ?? 0) - (found.min() ?? 0) <= 1, "\(lines) lines: \(found)")
      #expect(found.count == min(lines, count))
      #expect(set.height == Double(found.max() ?? 0) * 12)
    }
  }

  @Test("a paragraph is balanced over columns as far as orphans and widows allow")
  func balancedParagraph() throws {
    let stack = Sample.stack([columns([Sample.lines(11)])])
    let set = try #require(try Sample.fit(stack, width: 170, height: 1_000))
    #expect(counts(set.content.items.flatMap(\.runs)) == [4, 4, 3])
  }

  @Test("the text goes down one column before the next, over pages, and ends balanced")
  func readingOrder() throws {
    var tree = Sample.flow([columns([Sample.lines(41, "w")], count: 2)])
    tree.page.size.width = 130
    let drawing = try #require(Sample.set(tree).output)
    #expect(drawing.pages.flatMap(\.texts) == Sample.words(41, "w"))
    #expect(drawing.pages.map { counts($0.runs) } == [[10, 10], [10, 9], [2]])
    tree = Sample.flow([columns([Sample.lines(27, "w")], count: 2)])
    tree.page.size.width = 130
    #expect(Sample.set(tree).output?.pages.map { counts($0.runs) } == [[10, 10], [4, 3]])
  }

  @Test("columns of which one line each would fit begin on the next page, those of two do not")
  func beginningAtFoot() throws {
    let nodes = (0..<20).map { Sample.lines(1, "w\($0)") }
    for (above, first) in [(8, 4), (9, 0)] {
      var tree = Sample.flow([Sample.lines(above, "a"), columns(nodes, count: 2)])
      tree.page.size.width = 130
      let pages = try #require(Sample.set(tree).output).pages
      #expect(pages.map(\.runs.count) == [above + first, 20 - first])
    }
  }

  @Test("columns that are not balanced are filled one by one")
  func unbalanced() throws {
    let stack = Sample.stack([columns([Sample.lines(12)], balanced: false)])
    let set = try #require(try Sample.fit(stack, width: 170, height: 96))
    #expect(counts(set.content.items.flatMap(\.runs)) == [8, 4])
  }

  @Test("below other content the columns take what is left of the page")
  func belowOther() throws {
    var tree = Sample.flow([Sample.lines(6), columns([Sample.lines(12, "w")], count: 2)])
    tree.page.size.width = 130
    let drawing = try #require(Sample.set(tree).output)
    #expect(drawing.pages.map(\.runs.count) == [14, 4])
    #expect(counts(drawing.pages[1].runs) == [2, 2])
  }

  @Test("a column break goes to the next column, a page break to the next page")
  func breaks() throws {
    var tree = Sample.flow([
      columns(
        [
          Sample.lines(2, "a"), Sample.node(.regionBreak(.column)), Sample.lines(3, "b"),
          Sample.node(.regionBreak(.page)), Sample.lines(4, "c"),
        ], count: 3)
    ])
    tree.page.size.width = 190
    let drawing = try #require(Sample.set(tree).output)
    #expect(drawing.pages.map { counts($0.runs) } == [[2, 3], [2, 2]])
  }

  @Test("a heading at the foot of a column goes with its text")
  func headings() throws {
    let nodes = [
      Sample.lines(4, "a"), Sample.heading("H"), Sample.lines(4, "b"), Sample.lines(3, "c"),
    ]
    let stack = Sample.stack([columns(nodes, count: 2)])
    let set = try #require(try Sample.fit(stack, width: 110, height: 1_000))
    let runs = set.content.items.flatMap(\.runs)
    let heading = try #require(runs.first { $0.text == "H" })
    let next = try #require(runs.first { $0.text.hasPrefix("b0") })
    #expect(heading.origin.x == next.origin.x)
  }

  @Test("columns over many pages ask each block a few times, not once for every page")
  func work() throws {
    let counter = CountingBlock.Counter()
    let lines = StackBlock((0..<3_000).map { _ in CountingBlock(counter: counter) })
    let columns = ColumnsBlock(
      content: lines, count: 3, gutter: 0, isBalanced: true, spacing: .none)
    let context = Fixed.context()
    var token: BreakToken?
    var pages = 0
    repeat {
      pages += 1
      token = try #require(try Sample.fit(columns, height: 120, token: token, in: context)).resume
    } while token != nil
    #expect(pages == 100)
    // Once for each line and column end, and the search on the last page.
    #expect(counter.count < 3_000 + 300 + 30 * 40)
  }

  @Test("no children, no width, more columns than anything")
  func edges() throws {
    #expect(try Sample.fit(Sample.stack([columns([])]), height: 100) == nil)
    let many = Sample.stack([columns([Sample.lines(3)], count: 1_000_000)])
    #expect(try Sample.fit(many, height: 100)?.content.texts.count == 3)
    let narrow = Sample.stack([columns([Sample.lines(3)], count: 2)])
    #expect(try Sample.fit(narrow, width: 0, height: 100)?.content.texts.isEmpty == false)
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Rows, grids and boxes")
struct ContainerTests {
  private func box(
    _ children: [BlockNode], padding: Double = 4, minHeight: Double? = nil
  ) -> BlockNode {
    var box = Box(children: children, padding: Edges(all: padding), background: Fixed.ground)
    box.minHeight = minHeight
    return Sample.node(.box(box))
  }

  private func row(
    _ cells: [[BlockNode]], spans: [Int]? = nil, alignment: VerticalAlignment = .top
  ) -> BlockNode {
    let spans = spans ?? cells.map { _ in 1 }
    return Sample.node(
      .row(
        Row(
          cells: zip(spans, cells).map { Row.Cell(span: $0, content: $1) }, gutter: 10,
          alignment: alignment)))
  }

  private let art = Sample.node(
    .ornament(Ornament(kind: .fill, background: Fixed.ground, seed: "s")))

  @Test("spans share the width with the gutters they cover")
  func spans() throws {
    let stack = Sample.stack([row([[box([])], [box([])]], spans: [1, 3])])
    let set = try #require(try Sample.fit(stack, width: 190, height: 100))
    // Four columns of 40 with gutters of 10.
    #expect(set.content.fills.map(\.x) == [0, 50])
    #expect(set.content.fills.map(\.width) == [40, 140])
  }

  @Test("boxes and art of a row are as high as the row", arguments: VerticalAlignment.allCases)
  func equalHeights(alignment: VerticalAlignment) throws {
    let cells = [[box([Sample.lines(1)])], [box([Sample.lines(3)])], [art], [Sample.lines(1, "z")]]
    let stack = Sample.stack([row(cells, alignment: alignment)])
    let set = try #require(try Sample.fit(stack, width: 290, height: 100))
    #expect(set.content.fills.map(\.height) == [44, 44, 44])
    #expect(set.content.fills.map(\.y) == [0, 0, 0])
    let last = try #require(set.content.baselines.last)
    let expected: Double =
      switch alignment {
      case .top: 9
      case .middle: 9 + 16
      case .bottom: 9 + 32
      }
    #expect(last == expected)
  }

  @Test("cards of a grid row are equally high, and those of a short row as wide as the others")
  func grid() throws {
    let children = [1, 3, 2].map { box([Sample.lines($0)]) }
    let stack = Sample.stack([
      Sample.node(.grid(Grid(columns: 2, gutter: 10, rowGap: 6, children: children)))
    ])
    let set = try #require(try Sample.fit(stack, width: 150, height: 200))
    #expect(set.content.fills.map(\.height) == [44, 44, 32])
    #expect(set.content.fills.map(\.y) == [0, 0, 50])
    #expect(set.content.fills.map(\.width) == [70, 70, 70])
  }

  @Test("a grid breaks between its rows")
  func gridBreaks() throws {
    let children = (0..<10).map { box([Sample.lines(3, "g\($0)")], padding: 0) }
    var tree = Sample.flow([
      Sample.node(.grid(Grid(columns: 2, gutter: 10, rowGap: 6, children: children)))
    ])
    tree.page.size.width = 130
    let drawing = try #require(Sample.set(tree).output)
    #expect(drawing.pages.map(\.fills.count) == [4 + 2, 4])
  }

  @Test("a row goes on over pages cell by cell")
  func rowBreaks() throws {
    var tree = Sample.flow([row([[Sample.lines(14, "a")], [Sample.lines(3, "b")]])])
    tree.page.size.width = 130
    let drawing = try #require(Sample.set(tree).output)
    #expect(drawing.pages.map(\.runs.count) == [13, 4])
    #expect(drawing.pages[1].runs.allSatisfy { $0.origin.x == 10 })
  }

  @Test("a broken box has its ground on each page, and its top border once")
  func boxBreaks() throws {
    var box = Box(
      children: [Sample.lines(14)], padding: Edges(all: 6), background: Fixed.ground)
    box.borderTop = 2
    box.borderColor = Fixed.ink
    let drawing = try #require(Sample.set(Sample.flow([Sample.node(.box(box))])).output)
    // 108 points without the padding hold nine lines.
    #expect(drawing.pages.map(\.runs.count) == [9, 5])
    #expect(drawing.pages.map { $0.fills.map(\.height) } == [[120, 2], [72]])
  }

  @Test("a box is as high as it must be, and gives its height to art within")
  func minHeight() throws {
    let stack = Sample.stack([box([Sample.lines(1), art], minHeight: 50)])
    let set = try #require(try Sample.fit(stack, height: 200))
    #expect(
      set.content.fills == [
        Rect(x: 0, y: 0, width: 90, height: 50), Rect(x: 4, y: 16, width: 82, height: 30),
      ])
  }

  @Test("a box that asks for more than a page gets a page")
  func minHeightBeyondPage() throws {
    let set = Sample.set(
      Sample.flow([Sample.lines(1), box([Sample.lines(1, "b")], minHeight: 500)]))
    #expect(set.diagnostics.isEmpty)
    #expect(set.output?.pages.map { $0.fills.map(\.height) } == [[], [120]])
  }

  @Test("containers without children leave no trace, but a coloured box shows")
  func empty() throws {
    let nodes: [BlockNode] = [
      Sample.node(.stack([])), row([]), row([[], []]),
      Sample.node(.grid(Grid(columns: 3, gutter: 1, rowGap: 1, children: []))),
      Sample.node(.box(Box(children: []))),
      Sample.node(.definitions(Definitions(entries: [], termWidth: 10, gap: 1, entrySpacing: 1))),
      Sample.node(
        .list(List(items: [], markerStyle: Fixed.style(), indent: 10, itemSpacing: 1))),
      Sample.node(.contents(Contents(entries: [], rowGap: 1))),
    ]
    for node in nodes { #expect(try Sample.fit(Sample.stack([node]), height: 100) == nil) }
    #expect(try Sample.fit(Sample.stack([box([])]), height: 100)?.content.fills.count == 1)
  }

  @Test("a grid or row with absurd numbers is set all the same")
  func absurd() throws {
    let grid = Sample.node(
      .grid(Grid(columns: .max, gutter: 10, rowGap: 1, children: [Sample.lines(1)])))
    let wide = row([[Sample.lines(1)], [Sample.lines(1)]], spans: [.max, 0])
    for node in [grid, wide] {
      #expect(try Sample.fit(Sample.stack([node]), height: 100)?.content.texts.isEmpty == false)
    }
  }
}

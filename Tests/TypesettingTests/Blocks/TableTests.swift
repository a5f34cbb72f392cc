import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Tables")
struct TableTests {
  private func cell(_ nodes: [BlockNode]) -> Table.Cell {
    Table.Cell(content: nodes, value: .missing)
  }

  private func table(
    header: [String] = [], rows: [[BlockNode]], columns: [Table.Column] = [.init(), .init()]
  ) -> BlockNode {
    Sample.node(
      .table(
        Table(
          columns: columns, header: header.map { cell([Sample.paragraph($0)]) },
          rows: rows.map { $0.map { cell([$0]) } }, rowPadding: 2, columnGap: 10,
          ruleColor: Fixed.ink)), line: 7)
  }

  private func rows(_ count: Int) -> [[BlockNode]] {
    (0..<count).map { [Sample.paragraph("a\($0)"), Sample.paragraph("b\($0)")] }
  }

  @Test("the header is repeated on every page, and read once")
  func header() throws {
    let set = Sample.set(Sample.flow([table(header: ["A", "B"], rows: rows(20))]))
    #expect(set.diagnostics.isEmpty)
    let drawing = try #require(set.output)
    // A row is 16 high: the header and six rows to a page of 120.
    #expect(drawing.pages.map(\.runs.count) == [14, 14, 14, 6])
    #expect(
      drawing.pages.map { Array($0.texts.prefix(3)) }
        == [["A", "B", "a0"], ["A", "B", "a6"], ["A", "B", "a12"], ["A", "B", "a18"]])
    let isRead = drawing.pages.map {
      $0.items.first { $0.runs.first?.text == "A" }?.mark != .artifact
    }
    #expect(isRead == [true, false, false, false])
  }

  @Test("four hundred rows are all there, in order, once")
  func long() throws {
    let drawing = try #require(
      Sample.set(Sample.flow([table(header: ["A", "B"], rows: rows(400))])).output)
    #expect(drawing.pages.count == 67)
    let texts = drawing.pages.flatMap(\.items).filter { $0.mark != .artifact }.flatMap(\.runs)
      .map(\.text)
    #expect(texts == ["A", "B"] + (0..<400).flatMap { ["a\($0)", "b\($0)"] })
  }

  @Test(
    "no row of several stands alone at a foot or at the next head",
    arguments: [
      // Lines before the table, its rows, and how many of them each page has.
      (8, 1, [0, 1]), (7, 2, [0, 2]), (6, 2, [2]), (7, 5, [0, 5]), (6, 3, [0, 3]), (6, 4, [2, 2]),
      (5, 4, [2, 2]), (5, 3, [0, 3]), (5, 6, [2, 4]), (0, 7, [5, 2]), (0, 8, [6, 2]),
      (0, 13, [6, 5, 2]),
    ])
  func rowsInCompany(lines: Int, count: Int, pages: [Int]) throws {
    let before = lines > 0 ? [Sample.lines(lines, "p")] : []
    let tree = Sample.flow(before + [table(header: ["A", "B"], rows: rows(count))])
    let drawing = try #require(Sample.set(tree).output)
    #expect(drawing.pages.map { page in page.texts.count { $0.hasPrefix("a") } } == pages)
  }

  @Test("a row is not broken, and not left alone by its header")
  func unbrokenRows() throws {
    let tall = [Sample.lines(4, "t"), Sample.paragraph("x")]
    let set = Sample.set(
      Sample.flow([
        Sample.lines(5, "p"), table(header: ["A", "B"], rows: [tall, tall, tall]),
      ]))
    let drawing = try #require(set.output)
    // The rows are 52 high: one with the header is too much for the 60 points left.
    #expect(drawing.pages.map { $0.texts.filter { $0.hasPrefix("t") }.count } == [0, 8, 4])
    #expect(drawing.pages[0].texts.contains("A") == false)
  }

  @Test("a row higher than a page is broken within its cells")
  func brokenRow() throws {
    let tall = [Sample.lines(14, "t"), Sample.lines(3, "u")]
    var tree = Sample.flow([table(header: ["A", "B"], rows: [tall] + rows(1))])
    tree.page.size.width = 130
    let set = Sample.set(tree)
    #expect(set.diagnostics.isEmpty)
    let drawing = try #require(set.output)
    // 120 less the header (16) and the padding (4) are 8 lines.
    #expect(drawing.pages.map { $0.texts.filter { $0.hasPrefix("t") }.count } == [8, 6])
    #expect(drawing.pages.map { $0.texts.filter { $0.hasPrefix("u") }.count } == [3, 0])
    #expect(drawing.pages.map { $0.texts.contains("a0") } == [false, true])
  }

  @Test("a row higher than a page begins where the table stands")
  func brokenRowBegins() throws {
    let tall = [Sample.lines(14, "t"), Sample.lines(3, "u")]
    var tree = Sample.flow([Sample.lines(3), table(header: ["A", "B"], rows: [tall])])
    tree.page.size.width = 130
    let drawing = try #require(Sample.set(tree).output)
    // Eight lines would fit on the second page, but one must not be left alone.
    #expect(drawing.pages.map { $0.texts.count { $0.hasPrefix("t") } } == [5, 7, 2])
  }

  @Test("columns take their shares, and their alignment rules over the style's")
  func columns() throws {
    let columns = [
      Table.Column(weight: 3), Table.Column(weight: 1, alignment: .right),
    ]
    let node = table(rows: [[Sample.paragraph("left"), Sample.paragraph("12")]], columns: columns)
    let set = try #require(try Sample.fit(Sample.stack([node]), width: 210, height: 100))
    let runs = set.content.items.flatMap(\.runs)
    // 200 points without the gap: 150 and 50; “12” is 10 wide and ends at the right edge.
    #expect(runs.map(\.origin.x) == [0, 200])
    #expect(set.content.fills.map(\.width) == [210])
    #expect(set.content.fills.map(\.maxY) == [16])
  }

  @Test("cells of different styles stand on one baseline")
  func baselines() throws {
    let big = Fixed.style(size: 20, leading: 24)
    let node = table(rows: [[Sample.paragraph("a", style: big), Sample.paragraph("b")]])
    let set = try #require(try Sample.fit(Sample.stack([node]), height: 100))
    #expect(set.content.baselines == [20, 20])
    #expect(set.height == 28)
  }

  @Test("baselines are not levelled where that would push a cell over the edge")
  func noLevelling() throws {
    let big = Fixed.style(size: 20, leading: 24)
    let node = table(rows: [[Sample.paragraph("a", style: big), Sample.lines(9, "b")]])
    // 112 points: the second cell needs 108 and the padding 4, and nothing is left to lower it by 9.
    let set = try #require(try Sample.fit(Sample.stack([node]), width: 130, height: 112))
    #expect(set.resume == nil)
    #expect(set.height == 112)
    #expect(set.content.baselines.prefix(2) == [20, 11])
  }

  @Test("weights without sense, rows without cells, tables without rows")
  func edges() throws {
    let columns = [Table.Column(weight: .nan), Table.Column(weight: -1)]
    let odd = Sample.stack([table(rows: rows(1), columns: columns)])
    #expect(try Sample.fit(odd, height: 100)?.content.texts == ["a0", "b0"])
    let empty = Sample.stack([table(rows: [[]])])
    #expect(try Sample.fit(empty, height: 100)?.height == 4)
    #expect(try Sample.fit(Sample.stack([table(rows: [])]), height: 100) == nil)
    let head = Sample.stack([table(header: ["A", "B"], rows: [])])
    #expect(try Sample.fit(head, height: 100)?.content.texts == ["A", "B"])
  }

  @Test("a cell too many is an error with its place")
  func ragged() throws {
    let row = [Sample.paragraph("a"), Sample.paragraph("b"), Sample.paragraph("c")]
    let set = Sample.set(Sample.flow([table(rows: [row])]))
    #expect(set.diagnostics.map(\.identifier) == ["table.ragged-row"])
    #expect(set.diagnostics.first?.location?.line == 7)
  }
}

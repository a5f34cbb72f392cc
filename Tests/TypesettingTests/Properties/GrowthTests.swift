import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Testing

@testable import Typesetting

/// Ten times the text is at most twelve times the work: counted in calls of `fit` and in pairs of
/// breakpoints, not timed.
@Suite struct GrowthTests {
  /// A document that grows, by so many parts; each has the same text.
  struct Growing: CustomTestStringConvertible, Sendable {
    var name: String
    var parts: Int = 45
    /// What is told of it at so many parts, on pages of a height in points.
    var told: @Sendable (Int, Double) -> [String] = { _, _ in [] }
    var nodes: @Sendable (Int) -> [BlockNode]
    var testDescription: String { name }
  }

  static let sentence =
    "Was gesetzt wird, steht auf genau einer Seite, und zehnmal so viel Text ist zehnmal so viel Arbeit."

  @Sendable static func paragraph(_ index: Int) -> BlockNode {
    var style = Fixed.style(alignment: .justify)
    style.orphans = 2
    return Sample.paragraph("\(index) " + sentence, style: style)
  }

  /// A paragraph has about five lines of 12 points.
  @Sendable private static func isBroken(_ paragraphs: Int, _ height: Double) -> [String] {
    Double(paragraphs) * 60 > height ? ["page.keep-broken"] : []
  }

  @Sendable static func paragraphs(_ count: Int) -> [BlockNode] {
    (0..<count).map { paragraph($0) }
  }

  @Sendable private static func headed(_ index: Int) -> [BlockNode] {
    [Sample.heading("Heading \(index)", anchor: "h\(index)"), paragraph(index)]
  }

  @Sendable private static func nested(
    _ count: Int, _ wrap: (BlockNode, Int) -> BlockContent
  ) -> [BlockNode] {
    (0..<count).map { index in
      (0..<4).reduce(paragraph(index)) { Sample.node(wrap($0, $1)) }
    }
  }

  @Sendable private static func table(_ count: Int, isHigh: Bool) -> [BlockNode] {
    func cell(_ index: Int) -> Table.Cell {
      let text = isHigh && index % 5 == 0 ? paragraphs(6) : [paragraph(index)]
      return Table.Cell(content: text, value: .missing)
    }
    return [
      Sample.node(
        .table(
          Table(
            columns: [.init(), .init()], header: [cell(1), cell(2)],
            rows: (0..<count).map { [cell($0), cell($0 + 1)] }, rowPadding: 2, columnGap: 4,
            ruleColor: Fixed.ink)))
    ]
  }

  @Sendable private static func list(_ count: Int) -> [BlockNode] {
    [
      Sample.node(
        .list(
          List(
            start: 1, items: (0..<count).map { [paragraph($0)] }, markerStyle: Fixed.style(),
            indent: 12, itemSpacing: 3)))
    ]
  }

  @Sendable private static func contents(_ count: Int) -> [BlockNode] {
    let entries = (0..<count).map { index in
      Contents.Entry(
        level: 1, title: [.text("Heading \(index)")], anchor: "h\(index)", style: Fixed.style(),
        numberStyle: Fixed.style())
    }
    return [Sample.node(.contents(Contents(entries: entries, rowGap: 2)))]
      + (0..<count).flatMap(headed)
  }

  @Sendable static func columns(
    _ count: Int, balanced: Bool, _ nodes: [BlockNode]
  ) -> BlockNode {
    Sample.node(.columns(Columns(count: count, gutter: 6, balanced: balanced, children: nodes)))
  }

  @Sendable static func found(_ count: Int, columns: Int) -> Table {
    func cell(_ index: Int) -> Table.Cell {
      Table.Cell(content: [paragraph(index)], value: .missing)
    }
    return Table(
      columns: (0..<columns).map { _ in Table.Column(width: .content) },
      header: (0..<columns).map(cell),
      rows: (0..<count).map { row in (0..<columns).map { cell(row + $0) } }, rowPadding: 2,
      columnGap: 4, ruleColor: Fixed.ink)
  }

  /// A table whose first column has a cell for each `rows` rows, with as much text as they.
  @Sendable private static func spanning(_ count: Int, rows: Int) -> [BlockNode] {
    var table = found(count, columns: 2)
    for row in 0..<count {
      if row % rows == 0 {
        let high = min(rows, count - row)
        table.rows[row][0] = Table.Cell(content: paragraphs(high), value: .missing, rowSpan: high)
      } else {
        table.rows[row].removeFirst()
      }
    }
    return [Sample.node(.table(table))]
  }

  static let documents: [Growing] = [
    Growing(name: "one long paragraph", parts: 40) {
      [Sample.paragraph(Array(repeating: sentence, count: $0).joined(separator: " "))]
    },
    Growing(name: "many paragraphs", nodes: paragraphs),
    Growing(name: "headings that keep with their texts") { (0..<$0).flatMap(headed) },
    Growing(name: "a chain that keeps with the next") { count in
      paragraphs(count).map { node in
        var node = node
        node.keepWithNext = true
        return node
      }
    },
    Growing(name: "balanced columns") { [columns(3, balanced: true, paragraphs($0))] },
    Growing(name: "columns that are filled") { [columns(2, balanced: false, paragraphs($0))] },
    Growing(name: "columns within columns") { count in
      [
        columns(
          2, balanced: true,
          (0..<count).map { columns(2, balanced: true, [paragraph($0), paragraph($0)]) })
      ]
    },
    Growing(name: "columns of columns with much text") { count in
      [columns(2, balanced: true, [columns(2, balanced: true, paragraphs(count))])]
    },
    Growing(name: "a table of many rows") { table($0, isHigh: false) },
    Growing(name: "a table with rows higher than a page") { table($0, isHigh: true) },
    Growing(name: "a list", nodes: list),
    Growing(name: "lists within lists") { count in
      (0..<count / 3).flatMap { _ in
        [
          Sample.node(
            .list(
              List(
                items: [list(2), list(1)], markerStyle: Fixed.style(), indent: 12, itemSpacing: 3)))
        ]
      }
    },
    Growing(name: "stacks within stacks") { nested($0) { node, _ in .stack([node]) } },
    Growing(name: "boxes within boxes") { nested($0) { node, _ in .box(Box(children: [node])) } },
    Growing(name: "rows within boxes") {
      nested($0) { node, level in
        level % 2 == 0
          ? .row(Row(cells: [.init(span: 1, content: [node])], gutter: 0))
          : .box(Box(children: [node]))
      }
    },
    Growing(name: "one box over many pages") { [Sample.node(.box(Box(children: paragraphs($0))))] },
    Growing(name: "what is kept together") { count in
      (0..<count / 3).map { _ in Sample.together(paragraphs(3)) }
    },
    Growing(name: "a keep that no page holds", told: isBroken) {
      [Sample.together(paragraphs($0))]
    },
    Growing(name: "a grid") {
      [Sample.node(.grid(Grid(columns: 2, gutter: 6, rowGap: 4, children: paragraphs($0))))]
    },
    Growing(name: "one row with long cells") { count in
      let cell = Row.Cell(span: 1, content: paragraphs(count))
      return [Sample.node(.row(Row(cells: [cell, cell], gutter: 6)))]
    },
    Growing(name: "definitions") { count in
      let entries = (0..<count).map { index in
        Definitions.Entry(term: Sample.paragraph("Term"), description: [paragraph(index)])
      }
      return [
        Sample.node(
          .definitions(
            Definitions(entries: entries, termWidth: 40, gap: 4, entrySpacing: 4)))
      ]
    },
    Growing(name: "contents with page numbers", nodes: contents),
    Growing(name: "columns in cells") { count in
      let cell = Row.Cell(
        span: 1,
        content: [
          columns(2, balanced: true, [columns(2, balanced: true, paragraphs(count))])
        ])
      return [Sample.node(.row(Row(cells: [cell], gutter: 6)))]
    },
    Growing(name: "a table with cells over several rows") { spanning($0, rows: 3) },
    Growing(name: "a table with one cell over all rows") { spanning($0, rows: $0) },
    Growing(name: "a table whose columns are found") { count in
      [Sample.node(.table(found(count, columns: 3)))]
    },
    Growing(name: "figures with captions") { count in
      (0..<count).map { index in
        var image = DocumentTree.ImageBlock(file: "a.png", alternativeText: "words")
        image.height = 60
        return Sample.node(
          .figure(
            CaptionedFigure(
              content: [Sample.node(.image(image))], caption: [paragraph(index)], gap: 4)))
      }
    },
    Growing(name: "one figure over many pages") { count in
      [
        Sample.node(
          .figure(CaptionedFigure(content: paragraphs(count), caption: [paragraph(1)], gap: 4)))
      ]
    },
    Growing(name: "pages") { count in
      (0..<count).flatMap { [paragraph($0), Sample.node(.regionBreak(.page))] }
    },
  ]

  /// The work on a document of so many parts.
  static func work(_ document: Growing, parts: Int, height: Double = 300) throws -> Work {
    var tree = Sample.flow(document.nodes(parts))
    tree.page = PageGeometry(
      size: Size(width: 260, height: height), margins: Edges(all: 10), columns: 2, gutter: 10)
    return try Work(setting: tree, telling: document.told(parts, height))
  }

  @Test(arguments: documents) func tenTimesTheTextIsTenTimesTheWork(document: Growing) throws {
    let small = try Self.work(document, parts: document.parts)
    let large = try Self.work(document, parts: 10 * document.parts)
    large.expectTenTimes(small)
  }

  /// The highest page that a layout can have: no search may look at all of it again and again.
  @Test(arguments: documents) func onHighPagesToo(document: Growing) throws {
    let small = try Self.work(document, parts: document.parts, height: 14_400)
    let large = try Self.work(document, parts: 10 * document.parts, height: 14_400)
    large.expectTenTimes(small)
  }

  @Test func copyfittingLooksAtItsFrameAFewTimesOnly() throws {
    func fits(_ words: Int) throws -> Int {
      var frame = Frame(
        area: FrameArea(horizontal: .columns(1, 2), height: Double(words) * 2.9),
        content: (0..<10).map { _ in
          Sample.paragraph(Array(repeating: "abc", count: words / 10).joined(separator: " "))
        }, location: Sample.place)
      frame.copyfit = Copyfit(size: 9...11, leading: 11...13, tracking: -10...10)
      var tree = Sample.tree([.fixed([frame])])
      tree.page.size.height = 10_000
      let context = Fixed.context()
      let set = Sample.set(tree, in: context)
      #expect(set.diagnostics.map(\.identifier) == ["frame.copyfit"])
      return context.fitCalls
    }
    let (small, large) = (try fits(400), try fits(4_000))
    #expect(small <= 10 * 150, "\(small)")
    #expect(large <= 10 * 150, "\(large)")
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

/// Lines on the baseline grid: 120 points from the margin at 10 down, at steps of 12.
@Suite("The baseline grid")
struct BaselineGridTests {
  static func style(_ leading: Double = 12, _ fit: GridFit = .allLines) -> TextStyle {
    var style = Fixed.style(leading: leading)
    style.grid = fit
    return style
  }

  private func lines(_ count: Int, _ style: TextStyle) -> BlockNode {
    let words = Sample.words(count).flatMap { [Inline.lineBreak, .text($0)] }.dropFirst()
    return Sample.node(.paragraph(Paragraph(inlines: Array(words), style: style)))
  }

  private func baselines(_ nodes: [BlockNode], _ change: (inout PublicationTree) -> Void = { _ in })
    throws -> [[Double]]
  {
    var tree = Sample.flow(nodes)
    change(&tree)
    let set = Sample.set(tree)
    #expect(set.diagnostics.map(\.rendered) == [])
    return try #require(set.output).pages.map { $0.runs.map(\.origin.y) }
  }

  @Test("lines stand on it whatever stands above")
  func belowOtherThings() throws {
    let odd = Sample.paragraph("odd", style: Fixed.style(leading: 17))
    #expect(try baselines([lines(2, Self.style())]) == [[22, 34]])
    #expect(
      try baselines([odd, lines(2, Self.style()), odd, lines(1, Self.style())]).map {
        $0.filter { ($0 - 10).truncatingRemainder(dividingBy: 12) == 0 }
      } == [[46, 58, 94]])
  }

  @Test("only the first line of a style that asks for it")
  func firstLine() throws {
    let odd = Sample.node(.space(5))
    #expect(try baselines([odd, lines(3, Self.style(15, .firstLine))]) == [[34, 49, 64]])
  }

  @Test("a leading that is no multiple of the step is spread to the next one, a divisor is kept")
  func leading() throws {
    #expect(try baselines([lines(3, Self.style(13))]) == [[22, 46, 70]])
    #expect(try baselines([lines(3, Self.style(24))]) == [[34, 58, 82]])
    #expect(try baselines([lines(3, Self.style(6))]) == [[22, 28, 34]])
  }

  @Test("the head of a page begins on the grid, wherever the text area begins")
  func areas() throws {
    let found = try baselines([lines(11, Self.style())]) { tree in
      tree.page.facing = true
      tree.masters["plain"]?.textArea = FrameArea(horizontal: .columns(1, 2), top: 15, bottom: 10)
    }
    #expect(found == [[34, 46, 58, 70, 82, 94, 106, 118], [34, 46, 58]])
  }

  @Test("text that is moved down in its frame or row moves by whole steps")
  func moved() throws {
    for alignment in VerticalAlignment.allCases {
      var tree = Sample.fixed([lines(2, Self.style())], alignment: alignment)
      tree.page.marginBottom = 13
      let drawing = try #require(Sample.set(tree).output)
      let expected: [VerticalAlignment: Double] = [.top: 22, .middle: 58, .bottom: 106]
      #expect(drawing.pages[0].runs.first?.origin.y == expected[alignment])
    }
    let cells = [
      Row.Cell(span: 1, content: [Sample.node(.space(41))]),
      Row.Cell(span: 1, content: [lines(1, Self.style())]),
    ]
    let row = Sample.node(.row(Row(cells: cells, gutter: 0, alignment: .bottom)))
    #expect(try baselines([row]) { $0.page.size.width = 200 } == [[46]])
  }

  @Test("a bullet stands on the line of its item")
  func bullets() throws {
    let list = List(
      items: [[lines(1, Self.style())], [lines(2, Self.style())]], markerStyle: Self.style(),
      indent: 12, itemSpacing: 3)
    #expect(try baselines([Sample.node(.list(list))]) == [[22, 22, 46, 46, 58]])
  }

  @Test("the room that brings text to the grid goes above its heading, not at a page's head")
  func headings() throws {
    let heading = Sample.heading("heading")
    #expect(
      try baselines([heading, Sample.node(.space(1)), lines(1, Self.style())]) == [[19, 34]])
    #expect(
      try baselines([
        lines(1, Self.style()), heading, Sample.node(.space(1)), lines(1, Self.style()),
      ])
        == [[22, 45, 58]])
  }

  @Test("balanced columns are level, and differ by one line at most", arguments: 2...14)
  func columns(count: Int) throws {
    let columns = Columns(
      count: 2, gutter: 10, balanced: true,
      children: (0..<count).map { _ in lines(1, Self.style()) })
    let found = try baselines([Sample.node(.space(7)), Sample.node(.columns(columns))]) {
      $0.page.size.width = 140
    }
    let left = (count + 1) / 2
    let all = (0..<left).map { 34 + 12 * Double($0) }
    #expect(found == [all + all.prefix(count - left)])
  }

  @Test("measuring knows no grid")
  func measuring() throws {
    let context = Fixed.context()
    let stack = Sample.stack([lines(2, Self.style())])
    guard
      case .whole(let free) = try stack.fit(
        into: .unbounded(width: 90), resumingAt: nil, in: context),
      let grid = BaselineGrid(step: 12, below: 5),
      case .whole(let set) = try stack.fit(
        into: .unbounded(width: 90, grid: grid), resumingAt: nil, in: context)
    else {
      Issue.record("the lines do not fit where there is no end")
      return
    }
    #expect(free.firstBaseline == 9)
    #expect(set.firstBaseline == 19)
  }
}

/// What must hold for every flow with text on the grid, tried on flows made from seeds.
@Suite("Properties of text on the baseline grid")
struct BaselineGridPropertyTests {
  @Test("every line of a style on the grid is on it, on both sides", arguments: 1...60)
  func onTheGrid(seed: Int) throws {
    var generator = TreeGenerator(seed: UInt64(seed), hasCells: true)
    let text = BaselineGridTests.style()
    var nodes: [BlockNode] = []
    for index in 0..<4 {
      var heading = Fixed.style(leading: Double.random(in: 12...40, using: &generator))
      heading.color = PaletteColor("signal")
      nodes.append(
        Sample.space(
          Double.random(in: 0...20, using: &generator), 3,
          Sample.paragraph("h\(index)", role: .heading(level: 2), style: heading)))
      nodes.append(Sample.node(.image(ImageBlock(file: "a.png", alternativeText: "a"))))
      nodes += generator.nodes(depth: 3, width: 240)
    }
    var tree = Sample.flow(nodes.map { $0.restyled(text) })
    tree.page.size = Size(width: 260, height: 300)
    tree.page.facing = true
    tree.page.marginTop = 17
    tree.page.marginInner = 12
    tree.page.marginOuter = 8
    let drawing = try #require(Sample.set(tree).output)
    var count = 0
    for page in drawing.pages {
      for run in page.runs where run.color == Fixed.ink && run.text != "•" {
        count += 1
        let steps = (run.origin.y - 17) / 12
        #expect(
          abs(steps - steps.rounded()) * 12 < 0.01, "\(run.text) at \(run.origin.y), \(page.label)")
      }
    }
    #expect(count > 0 || nodes.paragraphTexts.count == 4)
  }
}

extension BlockNode {
  /// The node with its body text in a style; what stands in tables, which know no grid, in red.
  fileprivate func restyled(_ style: TextStyle, inTable: Bool = false) -> BlockNode {
    var copy = self
    func inner(_ nodes: [BlockNode]) -> [BlockNode] {
      nodes.map { $0.restyled(style, inTable: inTable) }
    }
    switch content {
    case .paragraph(var paragraph):
      if paragraph.role == .body {
        paragraph.style = style
        if inTable { paragraph.style.color = PaletteColor("signal") }
      }
      copy.content = .paragraph(paragraph)
    case .stack(let nodes): copy.content = .stack(inner(nodes))
    case .box(var box):
      box.children = inner(box.children)
      copy.content = .box(box)
    case .columns(var columns):
      columns.children = inner(columns.children)
      copy.content = .columns(columns)
    case .grid(var grid):
      grid.children = inner(grid.children)
      copy.content = .grid(grid)
    case .list(var list):
      list.items = list.items.map(inner)
      copy.content = .list(list)
    case .row(var row):
      row.cells = row.cells.map { Row.Cell(span: $0.span, content: inner($0.content)) }
      copy.content = .row(row)
    case .table(var table):
      table.rows = table.rows.map { row in
        row.map { cell in
          var cell = cell
          cell.content = cell.content.map { $0.restyled(style, inTable: true) }
          return cell
        }
      }
      copy.content = .table(table)
    default: break
    }
    return copy
  }
}

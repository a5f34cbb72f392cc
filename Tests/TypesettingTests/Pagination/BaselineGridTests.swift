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

  @Test("captions, labels of cards and text on pictures stand on it, and so does what follows")
  func captions() throws {
    let style = Self.style()
    func line(_ text: String) -> Paragraph {
      Paragraph(role: .caption, inlines: [.text(text)], style: style)
    }
    var picture = ImageBlock(file: "a.png", alternativeText: "a")
    picture.height = 20
    picture.caption = line("caption")
    var card = MetricCard(
      identifier: "m", quantity: Quantity(value: DecimalNumber(significand: 5)), figure: "5",
      formatted: "5", label: line("label"), figureStyle: Fixed.style(size: 15, leading: 17),
      unitStyle: Fixed.style())
    card.note = line("note")
    let figure = CaptionedFigure(
      content: [Sample.node(.space(9))], caption: [Sample.node(.paragraph(line("below")))], gap: 3)
    let overlay = Overlay(
      image: picture, children: [Sample.node(.paragraph(line("on it")))], padding: Edges(all: 1))
    for (node, count) in [
      (Sample.node(.image(picture)), 1), (Sample.node(.metric(card)), 3),
      (Sample.node(.figure(figure)), 1), (Sample.node(.overlay(overlay)), 2),
    ] {
      let set = try #require(
        Sample.set(Sample.flow([Sample.node(.space(5)), node, lines(1, style)])).output)
      let runs = set.pages.flatMap(\.runs).filter { $0.size == 10 }
      #expect(set.pages.flatMap(\.runs).count == count + 1)
      for run in runs {
        let distance = (run.origin.y - 10).remainder(dividingBy: 12)
        #expect(abs(distance) < 1e-9, "\(run.text) \(run.origin.y)")
      }
    }
  }

  @Test("a picture as high as its page gives way to its caption on the grid")
  func fullPage() throws {
    var picture = ImageBlock(file: "a.png", alternativeText: "a")
    picture.caption = Paragraph(inlines: [.text("caption")], style: Self.style())
    var tree = Sample.flow([Sample.node(.image(picture))])
    // The picture is twice as wide as high: it could be 145 high in an area of 120 less 5.
    tree.page.size = Size(width: 310, height: 135)
    let set = Sample.set(tree)
    #expect(set.diagnostics == [])
    let page = try #require(set.output).pages[0]
    #expect(page.runs.map(\.origin.y) == [118])
    let image = page.items.lazy.compactMap { item -> PlacedImage? in
      if case .image(let image) = item.content { image } else { nil }
    }.first
    // Up to the room of 4 above the caption's slot, which begins 9 above its baseline.
    #expect(abs(try #require(image).frame.maxY - (118 - 9 - 4)) < 1e-9)
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
      var picture = ImageBlock(file: "a.png", alternativeText: "a")
      picture.caption = Paragraph(role: .caption, inlines: [.text("c\(index)")], style: text)
      picture.height = Double.random(in: 10...40, using: &generator)
      nodes.append(Sample.node(.image(picture)))
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

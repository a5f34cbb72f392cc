import Design
import DocumentTree
import Geometry
import Languages
import SampleNumbers

@testable import Typesetting

/// Makes whole documents from a seed: every kind of block that holds text, in every combination of
/// alignment, hyphenation, keeps and breaks, on pages of any size.
struct DocumentGenerator: RandomNumberGenerator {
  private var numbers: SeededNumbers
  /// Anchors given to headings so far; contents list them.
  private var headings: [(level: Int, title: [Inline], anchor: String)] = []
  private var text: TextMaker

  init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed &* 0x9E37_79B9_7F4A_7C15)
    text = TextMaker(seed: seed)
  }

  mutating func next() -> UInt64 { numbers.next() }

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &self) == 0 }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// The nodes of a flow; where headings were made, contents may list them.
  mutating func document() -> [BlockNode] {
    var nodes = (0..<number(1...3)).flatMap { _ in self.nodes(depth: 3) }
    if chance(3) { nodes.insert(contents(), at: 0) }
    return nodes
  }

  /// A page from a stamp to a poster, its margins and grid.
  mutating func page() -> PageGeometry {
    let width = Double(number(60...420))
    let height = Double(number(40...420))
    let margin = Double(number(0...15))
    var page = PageGeometry(
      size: Size(width: width, height: height), margins: Edges(all: margin), columns: 2, gutter: 4,
      baseline: 12)
    page.facing = chance(2)
    return page
  }

  /// How notes are counted and what stands above them.
  mutating func footnotes() -> FootnoteSettings {
    var settings = FootnoteSettings(style: Fixed.style(size: 8, leading: 10))
    settings.numbering = FootnoteSettings.Numbering.allCases.randomElement(using: &self) ?? .page
    settings.ruleLength = chance(3) ? 0 : 20
    settings.space = Double(number(0...12))
    return settings
  }

  // MARK: Blocks

  mutating func nodes(depth: Int) -> [BlockNode] {
    (0..<number(1...(depth > 2 ? 4 : 2))).map { _ in node(depth: depth) }
  }

  private mutating func node(depth: Int) -> BlockNode {
    var node = Sample.node(content(depth: depth))
    if case .paragraph(let paragraph) = node.content, case .heading(let level) = paragraph.role {
      let anchor = "h\(headings.count)"
      node.anchor = anchor
      node.keepWithNext = !chance(4)
      headings.append((level, paragraph.inlines.withoutFootnotes, anchor))
    }
    node.language = chance(4) ? Fixed.german : Fixed.english
    node.spaceBefore = Double(number(0...14))
    node.spaceAfter = Double(number(0...14))
    node.keepWithNext = node.keepWithNext || chance(7)
    node.keepTogether = chance(7)
    node.isDecorative = chance(40)
    return node
  }

  private mutating func content(depth: Int) -> BlockContent {
    switch depth > 0 ? number(0...22) : number(0...9) {
    case 0...4: return .paragraph(paragraph())
    case 5: return .paragraph(text.heading(level: number(1...3)))
    case 6:
      return chance(2) ? .space(Double(number(0...30))) : .rule(Rule(weight: 1, color: Fixed.ink))
    case 7: return chance(3) ? .regionBreak(chance(2) ? .page : .column) : .paragraph(paragraph())
    case 8: return .metric(text.metric())
    case 9: return .image(picture())
    case 10, 11: return .stack(nodes(depth: depth - 1))
    case 12: return .box(box(depth: depth))
    case 13, 14:
      return .columns(
        Columns(
          count: number(1...4), gutter: Double(number(0...10)), balanced: chance(2),
          children: nodes(depth: depth - 1)))
    case 15:
      return .list(
        List(
          start: chance(2) ? number(1...99) : nil,
          items: (0..<number(1...4)).map { _ in nodes(depth: depth - 1) },
          markerStyle: Fixed.style(), indent: Double(number(0...20)), itemSpacing: 3))
    case 16, 17: return .row(row(depth: depth))
    case 18:
      return .grid(
        Grid(
          columns: number(1...3), gutter: Double(number(0...10)), rowGap: Double(number(0...10)),
          children: nodes(depth: depth - 1)))
    case 19: return .table(table(depth: depth))
    case 20, 21: return .figure(figure(depth: depth))
    default: return .definitions(definitions(depth: depth))
    }
  }

  private mutating func paragraph() -> Paragraph { text.paragraph() }

  private mutating func picture() -> DocumentTree.ImageBlock {
    var image = DocumentTree.ImageBlock(file: "a.png", alternativeText: "words")
    image.height = Double(number(0...40))
    if chance(2) { image.caption = text.paragraph(role: .caption) }
    return image
  }

  private mutating func box(depth: Int) -> Box {
    var box = Box(
      children: nodes(depth: depth - 1), padding: Edges(all: Double(number(0...8))),
      background: chance(2) ? Fixed.ink : nil)
    if chance(3) { box.minHeight = Double(number(0...80)) }
    return box
  }

  private mutating func row(depth: Int) -> Row {
    Row(
      cells: (0..<number(1...3)).map { _ in
        Row.Cell(span: number(1...3), content: nodes(depth: depth - 1))
      }, gutter: Double(number(0...10)),
      alignment: VerticalAlignment.allCases.randomElement(using: &self) ?? .top)
  }

  /// Pictures, a table or text with a caption.
  private mutating func figure(depth: Int) -> CaptionedFigure {
    let content =
      switch number(0...3) {
      case 0: [Sample.node(.table(table(depth: depth)))]
      case 1: nodes(depth: depth - 1)
      default: (0..<number(1...2)).map { _ in Sample.node(.image(picture())) }
      }
    let caption = (0..<number(0...2)).map { _ in
      Sample.node(.paragraph(text.paragraph(role: .caption)))
    }
    return CaptionedFigure(
      content: content, caption: caption, captionIsAbove: chance(2), gap: Double(number(0...9)))
  }

  // MARK: Tables

  private mutating func table(depth: Int) -> Table {
    let columns = number(1...4)
    var table = Table(
      columns: (0..<columns).map { _ in column() }, header: [],
      rows: rows(number(0...8), columns: columns, depth: depth), rowPadding: 2,
      columnGap: Double(number(0...8)), ruleColor: Fixed.ink)
    table.headerRows = rows(chance(3) ? 0 : number(1...2), columns: columns, depth: 0)
    table.footerRows = chance(4) ? rows(number(1...2), columns: columns, depth: 0) : []
    table.rules = Table.Rules.allCases.randomElement(using: &self) ?? .rows
    table.zebra = chance(4) ? Fixed.ink : nil
    table.position = Table.CellPosition.allCases.randomElement(using: &self) ?? .baseline
    table.fillsWidth = chance(2)
    return table
  }

  private mutating func column() -> Table.Column {
    let width: Table.Width =
      switch number(0...5) {
      case 0: .fixed(Double(number(0...90)))
      case 1, 2: .weight(Double(number(1...3)))
      default: .content
      }
    return Table.Column(
      width: width, alignment: TextAlignment.allCases.randomElement(using: &self) ?? .left,
      isDecimal: chance(4), isHeader: chance(8))
  }

  /// Rows whose cells cover every place once, some of them several.
  private mutating func rows(_ count: Int, columns: Int, depth: Int) -> [[Table.Cell]] {
    var isTaken = Array(repeating: Array(repeating: false, count: columns), count: count)
    return (0..<count).map { row in
      var cells: [Table.Cell] = []
      var column = 0
      while column < columns {
        guard !isTaken[row][column] else {
          column += 1
          continue
        }
        var cell = cell(depth: depth)
        var end = column + 1
        while end < columns, !isTaken[row][end], chance(5) { end += 1 }
        cell.columnSpan = end - column
        cell.rowSpan = chance(6) ? number(1...count - row) : 1
        for covered in row..<row + cell.rowSpan {
          for place in column..<end { isTaken[covered][place] = true }
        }
        cells.append(cell)
        column = end
      }
      return cells
    }
  }

  private mutating func cell(depth: Int) -> Table.Cell {
    var content: [BlockNode] = []
    switch number(0...11) {
    case 0, 1: break
    case 2 where depth > 0: content = nodes(depth: depth - 1)
    default: content = [Sample.node(.paragraph(paragraph()))]
    }
    var cell = Table.Cell(content: content, value: .missing)
    cell.position =
      chance(5) ? Table.CellPosition.allCases.randomElement(using: &self) : nil
    cell.background = chance(9) ? Fixed.ink : nil
    cell.isHeader = chance(9)
    return cell
  }

  // MARK: Lists of terms and of headings

  private mutating func definitions(depth: Int) -> Definitions {
    Definitions(
      entries: (0..<number(1...3)).map { _ in
        Definitions.Entry(
          term: Sample.node(.paragraph(text.paragraph(role: .label))),
          description: nodes(depth: depth - 1))
      }, termWidth: chance(2) ? 0 : Double(number(10...80)), gap: 4,
      entrySpacing: Double(number(0...8)), ruleColor: chance(2) ? Fixed.ink : nil)
  }

  /// The headings made so far with their pages.
  private func contents() -> BlockNode {
    Sample.node(
      .contents(
        Contents(
          entries: headings.map { heading in
            Contents.Entry(
              level: heading.level, title: heading.title, anchor: heading.anchor,
              style: Fixed.style(), numberStyle: Fixed.style())
          }, rowGap: 2, ruleColor: nil)))
  }
}

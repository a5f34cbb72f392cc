import Design
import DocumentTree
import Geometry
import Languages

@testable import Typesetting

/// Makes whole documents from a seed: every kind of block that holds text, in every combination of
/// alignment, hyphenation, keeps and breaks, on pages of any size.
struct DocumentGenerator: RandomNumberGenerator {
  private var state: UInt64
  /// Anchors given to headings so far; contents list them.
  private var headings: [(level: Int, title: [Inline], anchor: String)] = []
  private var text: TextMaker

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
    text = TextMaker(seed: seed)
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

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
      headings.append((level, paragraph.inlines, anchor))
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
    switch depth > 0 ? number(0...20) : number(0...9) {
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
    case 19: return .table(table())
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

  private mutating func table() -> Table {
    let columns = number(1...4)
    func cells(_ generator: inout DocumentGenerator) -> [Table.Cell] {
      (0..<columns).map { _ in
        Table.Cell(
          content: generator.chance(6) ? [] : [Sample.node(.paragraph(generator.paragraph()))],
          value: .missing)
      }
    }
    return Table(
      columns: (0..<columns).map { _ in
        Table.Column(
          weight: Double(number(1...3)),
          alignment: TextAlignment.allCases.randomElement(using: &self) ?? .left)
      },
      header: chance(3) ? [] : cells(&self), rows: (0..<number(0...8)).map { _ in cells(&self) },
      rowPadding: 2, columnGap: Double(number(0...8)), ruleColor: Fixed.ink)
  }

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

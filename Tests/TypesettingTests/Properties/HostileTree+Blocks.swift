import Design
import DocumentTree
import Geometry
import Languages

@testable import Typesetting

/// Blocks with values of any kind.
extension HostileTree {
  mutating func nodes(depth: Int) -> [BlockNode] {
    (0..<Int.random(in: 0...4, using: &self)).compactMap { _ in
      budget -= 1
      return budget > 0 ? node(depth: depth) : nil
    }
  }

  mutating func node(depth: Int) -> BlockNode {
    var node = Sample.node(content(depth: depth))
    node.spaceBefore = measure()
    node.spaceAfter = measure()
    node.keepWithNext = chance(4)
    node.keepTogether = chance(4)
    node.isDecorative = chance(10)
    node.anchor = chance(8) ? pick(["a", "b", ""], or: "") : nil
    return node
  }

  mutating func content(depth: Int) -> BlockContent {
    switch Int.random(in: 0...(depth > 0 ? 20 : 12), using: &self) {
    case 0...3: return .paragraph(paragraph())
    case 4: return .space(measure())
    case 5:
      return .rule(Rule(weight: measure(), color: color(), length: chance(2) ? measure() : nil))
    case 6: return .regionBreak(pick(RegionBreak.allCases, or: .page))
    case 7: return .image(image())
    case 8: return .icon(Icon(file: "a.svg", size: measure(), color: color()))
    case 9:
      return .qrCode(
        QRCode(
          address: chance(4) ? "" : text(), size: measure(), color: color(), alternativeText: ""))
    case 10: return .ornament(ornament())
    case 11: return .metric(metric())
    case 12: return .contents(contents())
    case 13: return .stack(nodes(depth: depth - 1))
    case 14: return .box(box(depth: depth))
    case 15:
      return .columns(
        Columns(
          count: count(1...4), gutter: measure(), balanced: chance(2),
          children: nodes(depth: depth - 1)))
    case 16:
      return .list(
        List(
          start: chance(2) ? count() : nil,
          items: (0..<Int.random(in: 0...3, using: &self)).map { _ in nodes(depth: depth - 1) },
          markerStyle: style(), indent: measure(), itemSpacing: measure()))
    case 17:
      return .row(
        Row(
          cells: (0..<Int.random(in: 0...3, using: &self)).map { _ in
            Row.Cell(span: clipped(count(1...4)), content: nodes(depth: depth - 1))
          }, gutter: measure(), alignment: pick(VerticalAlignment.allCases, or: .top)))
    case 18:
      return .grid(
        Grid(
          columns: count(1...4), gutter: measure(), rowGap: measure(),
          children: nodes(depth: depth - 1)))
    case 19: return .table(table(depth: depth))
    default: return .definitions(definitions(depth: depth))
    }
  }

  mutating func image() -> DocumentTree.ImageBlock {
    var image = DocumentTree.ImageBlock(
      file: chance(6) ? "missing.png" : "a.png", alternativeText: text(),
      credit: chance(3) ? text() : "")
    image.height = chance(2) ? measure() : nil
    image.fit = pick([.natural, .cover, .contain], or: .natural)
    image.focus = FocalPoint(x: measure(0...1), y: measure(0...1))
    image.caption = chance(2) ? paragraph() : nil
    return image
  }

  mutating func ornament() -> Ornament {
    let stratum = Ornament.Stratum(
      color: color(), texture: pick(Ornament.Texture.allCases, or: .plain), value: measure())
    return Ornament(
      kind: pick([.fill, .texture(stratum), .strata([stratum, stratum]), .strata([])], or: .fill),
      background: chance(2) ? color() : nil, seed: text(),
      height: chance(2) ? min(measure(), 300) : nil)
  }

  mutating func metric() -> MetricCard {
    let quantity = Quantity(value: DecimalNumber(significand: 1))
    var card = MetricCard(
      identifier: "m", quantity: quantity, figure: text(), formatted: text(), label: paragraph(),
      figureStyle: style(), unitStyle: style())
    card.unitBefore = chance(2) ? text() : ""
    card.unitAfter = chance(2) ? text() : ""
    card.note = chance(2) ? paragraph() : nil
    return card
  }

  mutating func contents() -> Contents {
    Contents(
      entries: (0..<Int.random(in: 0...3, using: &self)).map { _ in
        Contents.Entry(
          level: count(), title: inlines(depth: 2), anchor: pick(["a", "b", "none"], or: ""),
          style: style(), numberStyle: style())
      }, rowGap: measure(), ruleColor: chance(2) ? color() : nil)
  }

  mutating func box(depth: Int) -> Box {
    var box = Box(
      children: nodes(depth: depth - 1),
      padding: Edges(top: measure(), right: measure(), bottom: measure(), left: measure()),
      background: chance(2) ? color() : nil)
    box.minHeight = chance(3) ? measure() : nil
    box.borderTop = measure(0...4)
    box.borderLeft = measure(0...4)
    box.borderColor = chance(2) ? color() : nil
    return box
  }

  mutating func table(depth: Int) -> Table {
    func row(_ generator: inout HostileTree) -> [Table.Cell] {
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        Table.Cell(content: generator.nodes(depth: depth - 1), value: .missing)
      }
    }
    return Table(
      columns: (0..<Int.random(in: 0...3, using: &self)).map { _ in
        Table.Column(weight: measure(0...3), alignment: pick(TextAlignment.allCases, or: .left))
      }, header: row(&self),
      rows: (0..<Int.random(in: 0...5, using: &self)).map { _ in row(&self) },
      rowPadding: measure(), columnGap: measure(), ruleColor: color())
  }

  mutating func definitions(depth: Int) -> Definitions {
    Definitions(
      entries: (0..<Int.random(in: 0...3, using: &self)).map { _ in
        Definitions.Entry(term: node(depth: 0), description: nodes(depth: depth - 1))
      }, termWidth: measure(), gap: measure(), entrySpacing: measure(),
      ruleColor: chance(2) ? color() : nil)
  }
}

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
    switch Int.random(in: 0...(depth > 0 ? 24 : 12), using: &self) {
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
    case 20: return .figure(figure(depth: depth))
    case 21: return .overlay(overlay(depth: depth))
    case 22: return .parallel(parallel(depth: depth))
    default: return .definitions(definitions(depth: depth))
    }
  }

  mutating func figure(depth: Int) -> CaptionedFigure {
    CaptionedFigure(
      content: nodes(depth: depth - 1), caption: nodes(depth: 0), captionIsAbove: chance(2),
      gap: measure())
  }

  mutating func overlay(depth: Int) -> Overlay {
    var overlay = Overlay(
      image: image(), children: nodes(depth: depth - 1), padding: Edges(all: measure()))
    overlay.scrim = chance(2) ? color() : nil
    overlay.opacity = measure(0...1)
    overlay.alignment = pick(VerticalAlignment.allCases, or: .top)
    return overlay
  }

  mutating func parallel(depth: Int) -> Parallel {
    func sides(_ generator: inout HostileTree) -> [BlockNode?] {
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        generator.chance(4) ? nil : generator.nodes(depth: depth - 1).first
      }
    }
    var parallel = Parallel(
      rows: (0..<Int.random(in: 0...3, using: &self)).map { _ in
        chance(4) ? .whole(sides(&self)) : .sides(sides(&self))
      }, shares: (0..<Int.random(in: 0...3, using: &self)).map { _ in measure(0...2) },
      gutter: measure())
    parallel.ruleColor = chance(2) ? color() : nil
    parallel.box = chance(3) ? box(depth: 0) : nil
    (parallel.insetLeft, parallel.insetRight) = (measure(0...9), measure(0...9))
    parallel.isSpread = chance(4)
    return parallel
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

  /// A table whose cells reach over each other and over its edges.
  mutating func table(depth: Int) -> Table {
    func row(_ generator: inout HostileTree) -> [Table.Cell] {
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in generator.cell(depth: depth) }
    }
    func rows(_ most: Int, _ generator: inout HostileTree) -> [[Table.Cell]] {
      (0..<Int.random(in: 0...most, using: &generator)).map { _ in row(&generator) }
    }
    var table = Table(
      columns: (0..<Int.random(in: 0...3, using: &self)).map { _ in
        Table.Column(
          width: pick([.weight(measure(0...3)), .fixed(measure()), .content], or: .content),
          alignment: pick(TextAlignment.allCases, or: .left), isDecimal: chance(3))
      }, header: [], rows: rows(5, &self), rowPadding: measure(), columnGap: measure(),
      ruleColor: color())
    table.headerRows = rows(2, &self)
    table.footerRows = rows(2, &self)
    table.rules = pick(Table.Rules.allCases, or: .rows)
    table.zebra = chance(3) ? color() : nil
    table.position = pick(Table.CellPosition.allCases, or: .top)
    table.fillsWidth = chance(2)
    return table
  }

  private mutating func cell(depth: Int) -> Table.Cell {
    var cell = Table.Cell(content: nodes(depth: depth - 1), value: .missing)
    if chance(3) { cell.columnSpan = chance(4) ? Table.Cell.allColumns : count(1...3) }
    if chance(3) { cell.rowSpan = count(1...3) }
    cell.alignment = chance(5) ? pick(TextAlignment.allCases, or: .left) : nil
    cell.position = chance(5) ? pick(Table.CellPosition.allCases, or: .top) : nil
    cell.background = chance(5) ? color() : nil
    return cell
  }

  mutating func definitions(depth: Int) -> Definitions {
    Definitions(
      entries: (0..<Int.random(in: 0...3, using: &self)).map { _ in
        Definitions.Entry(term: node(depth: 0), description: nodes(depth: depth - 1))
      }, termWidth: measure(), gap: measure(), entrySpacing: measure(),
      ruleColor: chance(2) ? color() : nil)
  }
}

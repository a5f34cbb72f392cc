import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import SampleNumbers
import TextShaping

@testable import Typesetting

/// Makes block trees from a seed; every paragraph has words of its own.
struct TreeGenerator: RandomNumberGenerator {
  private var numbers: SeededNumbers
  private var paragraphs = 0
  /// Rows and grids set text beside other text, so that drawing order is not text order.
  let hasCells: Bool
  /// Only what a page holds is kept together, and nothing with the next, which adds up to more.
  var keepsFit = false

  init(seed: UInt64, hasCells: Bool) {
    numbers = SeededNumbers(seed: seed)
    self.hasCells = hasCells
  }

  mutating func next() -> UInt64 { numbers.next() }

  /// Some nodes; `width` is the room they will have, so that every word fits.
  mutating func nodes(depth: Int, width: Double) -> [BlockNode] {
    (0..<Int.random(in: 1...4, using: &self)).map { _ in node(depth: depth, width: width) }
  }

  private mutating func node(depth: Int, width: Double) -> BlockNode {
    var node = content(depth: depth, width: width)
    node.spaceBefore = Double(Int.random(in: 0...14, using: &self))
    node.spaceAfter = Double(Int.random(in: 0...14, using: &self))
    node.keepWithNext = Int.random(in: 0..<6, using: &self) == 0
    node.keepTogether = Int.random(in: 0..<6, using: &self) == 0
    if keepsFit {
      node.keepWithNext = false
      node.keepTogether = node.keepTogether && isLow(node, width: width)
    }
    return node
  }

  /// A page of `Sample` is 120 points high inside; boxes take 8 of that each.
  private func isLow(_ node: BlockNode, width: Double) -> Bool {
    guard let set = try? Sample.fit(Sample.stack([node]), width: width, height: 88) else {
      return true
    }
    return set.resume == nil
  }

  private mutating func content(depth: Int, width: Double) -> BlockNode {
    let kind =
      depth > 0 ? Int.random(in: 0..<12, using: &self) : Int.random(in: 0..<5, using: &self)
    switch kind {
    case 4: return Sample.node(.space(Double(Int.random(in: 0...20, using: &self))))
    case 5: return Sample.node(.stack(nodes(depth: depth - 1, width: width)))
    case 6:
      var box = Box(
        children: nodes(depth: depth - 1, width: width - 8), padding: Edges(all: 4),
        background: Fixed.ground)
      if Bool.random(using: &self) { box.minHeight = 40 }
      return Sample.node(.box(box))
    case 7 where width >= 110:
      return Sample.node(
        .columns(
          Columns(
            count: 2, gutter: 10, balanced: Bool.random(using: &self),
            children: nodes(depth: depth - 1, width: (width - 10) / 2))))
    case 8:
      let items = (0..<Int.random(in: 1...3, using: &self)).map { _ in
        nodes(depth: depth - 1, width: width - 12)
      }
      return Sample.node(
        .list(List(items: items, markerStyle: Fixed.style(), indent: 12, itemSpacing: 3)))
    case 9 where hasCells && width >= 110:
      let cells = (0..<2).map { _ in
        Row.Cell(span: 1, content: nodes(depth: depth - 1, width: (width - 10) / 2))
      }
      let alignment = VerticalAlignment.allCases.randomElement(using: &self) ?? .top
      return Sample.node(.row(Row(cells: cells, gutter: 10, alignment: alignment)))
    case 10 where hasCells && width >= 110:
      let children = nodes(depth: depth - 1, width: (width - 10) / 2)
      return Sample.node(.grid(Grid(columns: 2, gutter: 10, rowGap: 4, children: children)))
    case 11 where hasCells && width >= 110:
      let rows = (0..<Int.random(in: 1...4, using: &self)).map { _ in
        (0..<2).map { _ in
          Table.Cell(content: nodes(depth: 0, width: (width - 10) / 2), value: .missing)
        }
      }
      return Sample.node(
        .table(
          Table(
            columns: [.init(), .init()],
            header: [.init(content: [], value: .missing), .init(content: [], value: .missing)],
            rows: rows, rowPadding: 2, columnGap: 10, ruleColor: Fixed.ink)))
    default: return paragraph()
    }
  }

  private mutating func paragraph() -> BlockNode {
    paragraphs += 1
    let words = (0..<Int.random(in: 1...30, using: &self)).map { "p\(paragraphs)w\($0)" }
    return Sample.paragraph(words.joined(separator: " "))
  }
}

extension [BlockNode] {
  /// The texts of all paragraphs in reading order.
  var paragraphTexts: [String] {
    flatMap { node -> [String] in
      switch node.content {
      case .paragraph(let paragraph): return [paragraph.inlines.plainText]
      case .stack(let nodes): return nodes.paragraphTexts
      case .box(let box): return box.children.paragraphTexts
      case .columns(let columns): return columns.children.paragraphTexts
      case .grid(let grid): return grid.children.paragraphTexts
      case .list(let list): return list.items.flatMap(\.paragraphTexts)
      case .row(let row): return row.cells.flatMap(\.content.paragraphTexts)
      case .table(let table):
        return table.rows.flatMap { $0 }.flatMap(\.content.paragraphTexts)
      default: return []
      }
    }
  }
}

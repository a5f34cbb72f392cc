import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

/// What stays together over the ends of pages and columns, tried on flows made from seeds.
@Suite("Properties of keeping together")
struct KeepingPropertyTests {
  /// A line of the flow, by the letter that its words begin with: heading, kept with the next, text,
  /// together.
  private struct Line {
    var kind: Character
    var block: Int
  }

  /// Chapters of headings of one to four lines, of kept lines, text and stacks kept together.
  private func flow(_ seed: Int) -> (nodes: [BlockNode], counts: [Int: Int]) {
    var generator = TreeGenerator(seed: UInt64(seed), hasCells: false)
    var nodes: [BlockNode] = []
    var counts: [Int: Int] = [:]
    func add(_ kind: String, _ count: Int, _ change: (inout BlockNode) -> Void = { _ in })
      -> BlockNode
    {
      let block = counts.count
      counts[block] = count
      let role: ParagraphRole = kind == "h" ? .heading(level: 1) : .body
      let words = (0..<count).map { "\(kind)\(block).\($0)" }.flatMap {
        [Inline.lineBreak, .text($0)]
      }
      var node = Sample.node(
        .paragraph(
          Paragraph(role: role, inlines: Array(words.dropFirst()), style: Fixed.style())))
      node.spaceBefore = Double.random(in: 0...9, using: &generator)
      change(&node)
      return node
    }
    for _ in 0..<14 {
      // Four lines could be broken in the middle without leaving one alone.
      let level = Int.random(in: 1...4, using: &generator)
      for _ in 0..<Int.random(in: 1...(level < 3 ? 2 : 1), using: &generator) {
        nodes.append(add("h", level) { $0.keepWithNext = true })
      }
      if Int.random(in: 0..<3, using: &generator) == 0 {
        nodes.append(add("k", 1) { $0.keepWithNext = true })
      }
      if Int.random(in: 0..<3, using: &generator) == 0 {
        nodes.append(Sample.node(.space(Double.random(in: 0...8, using: &generator))))
      }
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        if Int.random(in: 0..<4, using: &generator) == 0 {
          let lines = Int.random(in: 2...6, using: &generator)
          nodes.append(Sample.together((0..<lines).map { _ in add("g", 1) }))
        } else {
          nodes.append(add("t", Int.random(in: 1...9, using: &generator)))
        }
      }
    }
    return (nodes, counts)
  }

  /// The lines of each page or column, from the top.
  private func regions(_ drawing: PublicationDrawing, middle: Double) -> [[Line]] {
    drawing.pages.flatMap { page in
      [true, false].map { isLeft in
        page.runs.filter { ($0.origin.x < middle) == isLeft }.compactMap { run -> Line? in
          guard let kind = run.text.first,
            let block = run.text.dropFirst().split(separator: ".").first
          else { return nil }
          return Int(block).map { Line(kind: kind, block: $0) }
        }
      }
    }.filter { !$0.isEmpty }
  }

  private func check(_ regions: [[Line]], _ counts: [Int: Int], capacity: Int) {
    for (index, region) in regions.enumerated() where index < regions.count - 1 {
      guard let last = region.last else { continue }
      let isAllThere = region.allSatisfy { "hk".contains($0.kind) }
      #expect(!"hk".contains(last.kind) || isAllThere, "region \(index) ends with \(last)")
    }
    for (block, count) in counts where count > 1 {
      let parts = regions.map { $0.filter { $0.block == block }.count }.filter { $0 > 0 }
      #expect(parts.reduce(0, +) == count)
      guard parts.count > 1, count <= capacity else { continue }
      #expect(parts.allSatisfy { $0 > 1 }, "block \(block) leaves lines alone: \(parts)")
    }
    for region in regions {
      for line in region where line.kind == "h" {
        let here = region.filter { $0.block == line.block }.count
        #expect(here == counts[line.block], "heading \(line.block) is broken")
      }
    }
  }

  @Test(
    "no page ends with a heading, no line stands alone, no heading is broken", arguments: 1...60)
  func pages(seed: Int) throws {
    let (nodes, counts) = flow(seed)
    let drawing = try #require(Sample.set(Sample.flow(nodes)).output)
    check(regions(drawing, middle: 1_000), counts, capacity: 9)
  }

  @Test("nor does a column, balanced or not", arguments: 1...60)
  func columns(seed: Int) throws {
    let (nodes, counts) = flow(seed)
    var tree = Sample.flow([
      Sample.node(
        .columns(Columns(count: 2, gutter: 10, balanced: seed.isMultiple(of: 2), children: nodes)))
    ])
    tree.page.size.width = 210
    let drawing = try #require(Sample.set(tree).output)
    check(regions(drawing, middle: 105), counts, capacity: 9)
  }

  @Test("what is kept together is not broken where it fits", arguments: 1...60)
  func together(seed: Int) throws {
    let (nodes, counts) = flow(seed)
    let drawing = try #require(Sample.set(Sample.flow(nodes)).output)
    let regions = regions(drawing, middle: 1_000)
    // A group that does not fit below the headings that stay with it is broken all the same.
    var groups: [[Int]] = []
    var (block, chain) = (0, 0.0)
    for node in nodes {
      switch node.content {
      case .stack(let children):
        let height = children.reduce(chain) { $0 + $1.spaceBefore + 12 }
        if height <= 120 { groups.append(Array(block..<block + children.count)) }
        block += children.count
        chain = 0
      case .space(let height): chain += height
      default:
        let lines = counts[block] ?? 0
        chain = node.keepWithNext ? chain + node.spaceBefore + 12 * Double(lines) : 0
        block += 1
      }
    }
    #expect(!groups.isEmpty)
    for group in groups {
      let homes = regions.indices.filter { index in
        regions[index].contains { group.contains($0.block) }
      }
      #expect(homes.count == 1, "\(group)")
    }
  }
}

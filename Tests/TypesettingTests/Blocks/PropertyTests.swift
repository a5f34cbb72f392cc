import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

/// What must hold for every tree of blocks, tried on trees made from seeds.
@Suite("Properties of generated trees")
struct PropertyTests {
  private func tree(
    _ seed: Int, hasCells: Bool, keepsFit: Bool = false
  ) -> (PublicationTree, [BlockNode]) {
    var generator = TreeGenerator(seed: UInt64(seed), hasCells: hasCells)
    generator.keepsFit = keepsFit
    let nodes = (0..<3).flatMap { _ in generator.nodes(depth: 3, width: 240) }
    var tree = Sample.flow(nodes)
    tree.page.size.width = 260
    return (tree, nodes)
  }

  @Test("every paragraph's text appears once and in order over all pages", arguments: 1...60)
  func nothingIsLost(seed: Int) throws {
    let (tree, nodes) = tree(seed, hasCells: true)
    let set = Sample.set(tree)
    let expected = nodes.paragraphTexts
    guard !expected.isEmpty else { return }
    let drawing = try #require(set.output)
    var texts: [Int: [String]] = [:]
    for item in drawing.pages.flatMap(\.items) {
      guard case .element(let element) = item.mark else { continue }
      texts[element, default: []] += item.runs.map(\.text)
    }
    let elements = drawing.structure.elements.indices.filter {
      drawing.structure.elements[$0].type == "P"
    }
    #expect(elements.map { texts[$0, default: []].joined(separator: " ") } == expected)
  }

  @Test("without cells beside each other, drawing order is reading order", arguments: 1...40)
  func order(seed: Int) throws {
    let (tree, nodes) = tree(seed, hasCells: false)
    guard let drawing = Sample.set(tree).output else { return }
    let words = drawing.pages.flatMap(\.texts).filter { $0 != "•" }
      .flatMap { $0.split(separator: " ") }
    #expect(words == nodes.paragraphTexts.flatMap { $0.split(separator: " ") })
  }

  @Test(
    "nothing leaves the text area, and no page is empty", arguments: 1...40, [true, false])
  func withinTheArea(seed: Int, keepsFit: Bool) throws {
    let (tree, _) = tree(seed, hasCells: true, keepsFit: keepsFit)
    let set = Sample.set(tree)
    guard let drawing = set.output else { return }
    // Of what is kept together but is higher than a page this is told, and nothing else of anything.
    let isDue = { !keepsFit && $0 == "page.keep-broken" }
    #expect(set.diagnostics.filter { !isDue($0.identifier) }.map(\.rendered) == [])
    let area = tree.page.typeArea(isLeft: false)
    for page in drawing.pages {
      #expect(!page.items.isEmpty)
      for rect in page.items.flatMap(\.leaves).compactMap(\.extent) {
        #expect(area.contains(rect), "\(rect) on page \(page.label)")
      }
    }
  }

  @Test("tokens advance until nothing is left, in regions of any height", arguments: 1...40)
  func tokensAdvance(seed: Int) throws {
    var generator = TreeGenerator(seed: UInt64(seed), hasCells: true)
    let nodes = generator.nodes(depth: 3, width: 240)
    let stack = Sample.stack(nodes)
    let context = Fixed.context()
    var token: BreakToken?
    var words = 0
    for count in 0... {
      try #require(count < 2_000)
      let height = Double.random(in: 1...200, using: &generator)
      let set = try Sample.fit(stack, width: 240, height: height, token: token, in: context)
      words +=
        set?.content.texts.filter { $0 != "•" }.flatMap { $0.split(separator: " ") }.count ?? 0
      guard let resume = set?.resume else { break }
      #expect(resume != token)
      token = resume
    }
    #expect(words == nodes.paragraphTexts.flatMap { $0.split(separator: " ") }.count)
  }

  @Test("fitting twice gives the same, and changes nothing", arguments: 1...40)
  func pure(seed: Int) throws {
    let (tree, _) = tree(seed, hasCells: true)
    let first = Sample.set(tree)
    let context = Fixed.context()
    _ = Sample.set(tree, in: context)
    let second = Sample.set(tree, in: context)
    guard let a = first.output, let b = second.output else { return }
    #expect(DisplayListDump(a).description == DisplayListDump(b).description)
  }

  @Test("a heading is on the page of its text, and no line stands alone", arguments: 1...60)
  func keeping(seed: Int) throws {
    var generator = TreeGenerator(seed: UInt64(seed), hasCells: false)
    var nodes: [BlockNode] = []
    for index in 0..<12 {
      nodes.append(Sample.space(15, 5, Sample.heading("h\(index)")))
      for part in 0..<Int.random(in: 1...3, using: &generator) {
        nodes.append(Sample.lines(Int.random(in: 1...9, using: &generator), "t\(index).\(part)."))
      }
    }
    let drawing = try #require(Sample.set(Sample.flow(nodes)).output)
    for page in drawing.pages {
      let last = try #require(page.texts.last)
      #expect(!last.hasPrefix("h"), "a heading ends page \(page.label)")
    }
    for (element, count) in paragraphs(of: drawing) where count.values.reduce(0, +) > 1 {
      #expect(count.values.allSatisfy { $0 >= 2 }, "element \(element): \(count)")
    }
  }

  /// The number of lines of each paragraph on each page.
  private func paragraphs(of drawing: PublicationDrawing) -> [Int: [String: Int]] {
    var counts: [Int: [String: Int]] = [:]
    for page in drawing.pages {
      for item in page.items {
        guard case .element(let element) = item.mark else { continue }
        counts[element, default: [:]][page.label, default: 0] += 1
      }
    }
    return counts
  }
}

extension DisplayItem {
  /// What the item covers: for text its baseline from the first glyph to the end of the last.
  fileprivate var extent: Rect? {
    switch content {
    case .glyphs(let run):
      Rect(
        x: run.origin.x, y: run.origin.y, width: (run.glyphs.last?.x ?? 0) + run.size / 2,
        height: 0)
    case .shape(let shape): shape.path.bounds
    case .image(let image): image.frame
    case .clipped: nil
    }
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// Languages side by side: with the fixed shaper a line is 12 points high, the right column at 110.
@Suite("Languages side by side")
struct ParallelTests {
  private static func rows(
    _ rows: [Parallel.Row], _ change: (inout Parallel) -> Void = { _ in }
  ) -> BlockNode {
    var parallel = Parallel(rows: rows, shares: [1, 1], gutter: 20)
    change(&parallel)
    return Sample.node(.parallel(parallel))
  }

  private static func block(_ node: BlockNode) -> StackBlock {
    var builder = BlockBuilder(language: Fixed.german)
    builder.languages = [Fixed.german, Fixed.english]
    return StackBlock(builder.build([node]))
  }

  private static func german(_ node: BlockNode) -> BlockNode {
    var copy = node
    copy.language = Fixed.german
    return copy
  }

  /// A row of so many lines on each side; nil for none.
  private static func lines(_ german: Int?, _ english: Int?, _ name: String) -> Parallel.Row {
    .sides([
      german.map { Self.german(Sample.lines($0, "d" + name)) },
      english.map { Sample.lines($0, "e" + name) },
    ])
  }

  /// The names of the lines with their baselines: `da0 9`.
  private static func places(_ content: PageContent) -> [String] {
    zip(content.texts, content.baselines).map { text, y in
      "\(text.prefix { $0 != "x" }) \(Int(y.rounded()))"
    }
  }

  private static func places(
    _ node: BlockNode, height: Double, isFresh: Bool = true
  ) throws -> [[String]] {
    let block = block(node)
    var pages: [[String]] = []
    var token: BreakToken?
    repeat {
      guard
        let fit = try Sample.fit(
          block, width: 200, height: height, isFresh: isFresh || token != nil, token: token)
      else { return pages + [["nothing"]] }
      pages.append(places(fit.content))
      token = fit.resume
    } while token != nil
    return pages
  }

  @Test("what follows starts below the longer side, in both columns")
  func level() throws {
    let node = Self.rows([
      Self.lines(3, 1, "a"), Self.lines(1, 2, "b"), Self.lines(nil, 1, "c"), Self.lines(1, 1, "d"),
    ])
    #expect(
      try Self.places(node, height: 200) == [
        [
          "da0 9", "da1 21", "da2 33", "ea0 9", "db0 45", "eb0 45", "eb1 57", "ec0 69", "dd0 81",
          "ed0 81",
        ]
      ])
  }

  @Test("over a break each side goes on for itself, and the next row is level again")
  func breaks() throws {
    // Room for four lines: German leaves two of its five lines, English is whole.
    let node = Self.rows([
      Self.lines(1, 1, "a"), Self.lines(5, 3, "b"), Self.lines(1, 1, "c"),
    ])
    #expect(
      try Self.places(node, height: 48) == [
        ["da0 9", "ea0 9", "db0 21", "db1 33", "db2 45", "eb0 21", "eb1 33", "eb2 45"],
        ["db3 9", "db4 21", "dc0 33", "ec0 33"],
      ])
  }

  @Test("a row waits where one side could only break into an orphan or a widow")
  func orphans() throws {
    // Two lines of room: five German lines may break, three English ones may not.
    let node = Self.rows([Self.lines(1, 1, "a"), Self.lines(5, 3, "b")])
    #expect(
      try Self.places(node, height: 36).first == ["da0 9", "ea0 9"])
    #expect(try Self.places(node, height: 36).last?.first == "db3 9")
  }

  @Test("a heading of either language keeps its row with the next")
  func keeps() throws {
    var english = Sample.heading("Heading 10")
    english.anchor = nil
    let node = Self.rows([
      Self.lines(2, 2, "a"), .sides([Self.german(Sample.lines(1, "dh")), english]),
      Self.lines(2, 2, "b"),
    ])
    let pages = try Self.places(node, height: 48)
    #expect(pages.map(\.count) == [4, 6])
    #expect(pages[1].first == "dh0 9")
  }

  @Test("what is kept together stays so where its parts are level", arguments: [false, true])
  func keptTogether(asGrid: Bool) throws {
    func kept(_ name: String, _ language: LanguageTag) -> BlockNode {
      let texts = (0..<4).map { Sample.lines(1, "\(name)\($0)") }
      var node = Sample.node(
        asGrid
          ? .grid(Grid(columns: 1, gutter: 0, rowGap: 0, children: texts))
          : .list(
            List(
              items: texts.map { [$0] }, markerStyle: Fixed.style(), indent: 20, itemSpacing: 0)))
      node.keepTogether = true
      node.language = language
      return node
    }
    let node = Self.rows([
      Self.lines(2, 2, "a"), .sides([kept("d", Fixed.german), kept("e", Fixed.english)]),
    ])
    // Three of the four items would go below the first row.
    let pages = try Self.places(node, height: 66)
    #expect(pages.map { page in page.count { !$0.hasPrefix("•") } } == [4, 8])
    // No region holds it, so that it is broken, and this is told.
    let fit = try #require(try Sample.fit(Self.block(node), width: 200, height: 40, isFresh: false))
    #expect(fit.content.texts.count == 4)
  }

  @Test("first lines are level where the styles of the languages differ")
  func styles() throws {
    var large = Fixed.style(size: 20, leading: 30)
    large.orphans = 1
    let node = Self.rows([
      .sides([
        Self.german(Sample.paragraph("large", style: large)), Sample.paragraph("small"),
      ])
    ])
    let content = try #require(try Sample.fit(Self.block(node), width: 200, height: 200)).content
    #expect(Set(content.baselines).count == 1)
  }

  @Test("columns have their shares, and boxes a ground for each of them")
  func columns() throws {
    var box = Box(children: [], padding: Edges(all: 5), background: Fixed.ground)
    box.borderTop = 0
    let inner = Self.rows([Self.lines(2, 1, "a")]) { parallel in
      parallel.box = box
      (parallel.insetLeft, parallel.insetRight) = (5, 5)
      parallel.shares = [3, 1]
    }
    let node = Self.rows([.whole([inner]), Self.lines(1, 1, "b")]) { $0.shares = [3, 1] }
    let content = try #require(try Sample.fit(Self.block(node), width: 300, height: 200)).content
    #expect(
      content.fills == [
        Rect(x: 0, y: 0, width: 210, height: 34), Rect(x: 230, y: 0, width: 70, height: 34),
      ])
    #expect(content.items.flatMap(\.runs).map(\.origin.x) == [5, 5, 235, 0, 230])
  }

  @Test("a hairline joins the rows, and leaves out what stands once")
  func rules() throws {
    let node = Self.rows([
      Self.lines(1, 1, "a"), .whole([Sample.node(.space(12))]), Self.lines(1, 1, "b"),
      .whole([Sample.lines(1, "s")]), Self.lines(1, 1, "c"),
    ]) { $0.ruleColor = Fixed.ink }
    let content = try #require(try Sample.fit(Self.block(node), width: 200, height: 200)).content
    #expect(content.fills.map(\.y) == [0, 48])
    #expect(content.fills.map(\.height) == [36, 12])
    #expect(content.fills.allSatisfy { abs($0.x + $0.width / 2 - 100) < 0.01 })
  }

  @Test("items of lists are level, and the lists stay one list for each language")
  func lists() throws {
    func list(_ counts: [Int], _ name: String) -> BlockNode {
      Sample.node(
        .list(
          List(
            items: counts.enumerated().map { [Sample.lines($1, "\(name)\($0)")] },
            markerStyle: Fixed.style(), indent: 20, itemSpacing: 0)))
    }
    let node = Self.rows([.sides([Self.german(list([2, 1], "d")), list([1, 1], "e")])])
    let places = try #require(try Self.places(node, height: 200).first)
    #expect(places.contains("d10 33") && places.contains("e10 33"))
    var builder = BlockBuilder(language: Fixed.german)
    builder.languages = [Fixed.german, Fixed.english]
    _ = builder.build([node])
    #expect(builder.structure.elements.map(\.type).filter { $0 == "L" }.count == 2)
  }

  @Test("paragraphs and lists within items are level too")
  func partsOfItems() throws {
    func list(_ items: [[BlockNode]]) -> BlockNode {
      Sample.node(
        .list(
          List(items: items, markerStyle: Fixed.style(), indent: 20, itemSpacing: 0)))
    }
    func lists(_ counts: [Int], _ name: String) -> BlockNode {
      let texts = counts.enumerated().map { Sample.lines($1, "\(name)\($0)") }
      return list([[texts[0], texts[1], list([[texts[2]], [texts[3]]])], [texts[4]]])
    }
    let node = Self.rows([
      .sides([Self.german(lists([2, 1, 1, 3, 1], "d")), lists([1, 2, 2, 1, 1], "e")])
    ])
    let places = try #require(try Self.places(node, height: 300).first)
    for (index, y) in [9, 33, 57, 81, 117].enumerated() {
      #expect(places.contains("d\(index)0 \(y)") && places.contains("e\(index)0 \(y)"), "\(index)")
    }
    // Each item has its marker once, and over a break none again.
    #expect(places.filter { $0.hasPrefix("•") }.count == 8)
    let pages = try Self.places(node, height: 66)
    #expect(pages.flatMap { $0 }.filter { $0.hasPrefix("•") }.count == 8)
    #expect(pages.flatMap { $0 }.count == places.count)
  }

  @Test("each language has its notes below its column, and counts them by itself")
  func footnotes() throws {
    func text(_ name: String, _ language: LanguageTag) -> BlockNode {
      var node = FootnoteSample.lines(
        2, name, notes: [0: [FootnoteSample.note(name + "n", lines: 1)]])
      node.language = language
      return node
    }
    for numbering in [FootnoteSettings.Numbering.publication, .page] {
      var tree = Sample.flow([
        Self.rows(
          ["a", "b"].map { .sides([text("d" + $0, Fixed.german), text("e" + $0, Fixed.english)]) })
      ])
      tree.languages = [Fixed.german, Fixed.english]
      tree.arrangement = .parallel
      tree.page.size.width = 320
      tree.footnotes = FootnoteSample.settings(numbering)
      let set = Sample.set(tree)
      #expect(set.diagnostics == [])
      let page = try #require(set.output?.pages.first)
      let marks = page.runs.filter { $0.size < 10 }.map(\.text)
      #expect(marks == ["1", "1", "2", "2"])
      let notes = page.runs.filter { $0.text.contains("n.") }
      #expect(notes.filter { $0.text.hasPrefix("d") }.allSatisfy { $0.origin.x < 160 })
      #expect(notes.filter { $0.text.hasPrefix("e") }.allSatisfy { $0.origin.x > 160 })
      #expect(notes.map(\.origin.y)[0] == notes.map(\.origin.y)[2])
    }
  }

  @Test("all of one language is read before the other, in elements of their own")
  func structure() {
    var builder = BlockBuilder(language: Fixed.german)
    builder.languages = [Fixed.german, Fixed.english]
    _ = builder.build([
      Self.rows([
        Self.lines(1, 1, "a"), Self.lines(1, 1, "b"), .whole([Self.german(Sample.lines(1, "s"))]),
        Self.lines(1, 1, "c"),
      ])
    ])
    let elements = builder.structure.elements
    #expect(
      elements.map(\.type) == ["Div", "P", "P", "Div", "P", "P", "P", "Div", "P", "Div", "P"])
    #expect(elements.map { $0.language?.rawValue ?? "-" }.filter { $0 == "en" }.count == 5)
    #expect(elements[4].parent == 3 && elements[6].parent == nil)
  }

  @Test("nothing of either language is lost, and none is set twice", arguments: 1...40)
  func nothingIsLost(seed: Int) throws {
    var generator = TreeGenerator(seed: UInt64(seed), hasCells: true)
    var rows: [Parallel.Row] = []
    var all: [BlockNode] = []
    for index in 0..<4 {
      let german = generator.nodes(depth: 2, width: 110).map(Self.german)
      let english = generator.nodes(depth: 2, width: 110)
      for position in 0..<max(german.count, english.count) {
        let sides = [german, english].map { position < $0.count ? $0[position] : nil }
        rows.append(index == 2 && position == 0 ? .whole([sides[0] ?? sides[1]]) : .sides(sides))
        all +=
          rows.last.map { row in
            switch row {
            case .sides(let sides): sides.compactMap { $0 }
            case .whole(let nodes): [nodes.standing].compactMap { $0 }
            }
          } ?? []
      }
    }
    var tree = Sample.flow([Self.rows(rows)])
    tree.languages = [Fixed.german, Fixed.english]
    tree.page.size.width = 260
    let expected = all.paragraphTexts
    guard !expected.isEmpty else { return }
    let drawing = try #require(Sample.set(tree).output)
    var texts: [Int: [String]] = [:]
    for item in drawing.pages.flatMap(\.items) {
      guard case .element(let element) = item.mark else { continue }
      texts[element, default: []] += item.runs.map(\.text)
    }
    let elements = drawing.structure.elements.indices.filter {
      drawing.structure.elements[$0].type == "P"
    }
    let set = elements.map { texts[$0, default: []].joined(separator: " ") }
    #expect(set.sorted() == expected.sorted())
  }
}

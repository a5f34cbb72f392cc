import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Synchronization
import Testing
import TextShaping

@testable import Typesetting

@Suite("Depth, and bounds on work")
struct DepthTests {
  /// A paragraph within so many containers.
  private func nested(_ depth: Int, _ wrap: (Int, BlockNode) -> BlockContent) -> BlockNode {
    var node = Sample.paragraph((0..<40).map { "w\($0)" }.joined(separator: " "))
    for level in 0..<depth { node = Sample.node(wrap(level, node)) }
    return node
  }

  private func seconds(_ work: () -> Void) -> Double {
    let duration = ContinuousClock().measure(work).components
    return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
  }

  @Test("thirty rows, boxes and columns within each other are set in no time")
  func mixed() throws {
    let node = nested(30) { level, node in
      switch level % 4 {
      case 0: .row(Row(cells: [.init(span: 1, content: [node])], gutter: 0))
      case 1: .columns(Columns(count: 2, gutter: 0, children: [node]))
      case 2: .box(Box(children: [node]))
      default: .grid(Grid(columns: 1, gutter: 0, rowGap: 0, children: [node]))
      }
    }
    var tree = Sample.flow([node])
    tree.page.size.width = 8_000
    var output: PublicationDrawing?
    let time = seconds { output = Sample.set(tree).output }
    let words = try #require(output).pages.flatMap(\.texts).flatMap { $0.split(separator: " ") }
    #expect(words.count == 40)
    #expect(time < 5, "\(time) s")
  }

  @Test("thirty balanced columns within each other do not multiply the work")
  func columns() throws {
    let node = nested(30) { _, node in .columns(Columns(count: 2, gutter: 0, children: [node])) }
    var output: PublicationDrawing?
    let time = seconds { output = Sample.set(Sample.flow([node])).output }
    let words = try #require(output).pages.flatMap(\.texts).flatMap { $0.split(separator: " ") }
    #expect(words.count == 40)
    #expect(time < 10, "\(time) s")
  }

  @Test("blocks nested too deep are an error with its place, and the rest is set")
  func tooDeep() throws {
    let node = nested(200) { _, node in .stack([node]) }
    let set = Sample.set(Sample.flow([Sample.lines(1), node]))
    #expect(set.diagnostics.map(\.identifier) == ["block.too-deep"])
    #expect(
      set.diagnostics.first?.location == SourceLocation(file: "layout.yaml", line: 3, column: 5))
    #expect(set.output?.pages.map(\.runs.count) == [1])
  }

  /// Building sets its pages on threads of 16 MiB, and the frames of a debug build are the largest.
  @Test("the deepest tree allowed needs no more than a quarter of a building thread's stack")
  func stackSize() throws {
    let depth = BlockBuilder.maximumDepth - 1
    let done = Mutex(false)
    let used = stackUse(stackSize: 16 << 20) {
      let node = nested(depth) { level, node in
        level % 2 == 0
          ? .row(Row(cells: [.init(span: 1, content: [node])], gutter: 0))
          : .box(Box(children: [node]))
      }
      let output = Sample.set(Sample.flow([node])).output
      done.withLock { $0 = output != nil }
    }
    #expect(done.withLock { $0 })
    let bytes = try #require(used)
    #expect(bytes <= 4 << 20, "\(bytes) bytes")
  }

  @Test("regions without width or height end, with all of the text", arguments: [0.0, -10, 3])
  func narrow(width: Double) throws {
    let stack = Sample.stack([
      Sample.paragraph("a bb ccc"),
      Sample.node(.row(Row(cells: [.init(span: 1, content: [Sample.lines(2)])], gutter: 50))),
      Sample.node(.columns(Columns(count: 3, gutter: 50, children: [Sample.lines(3)]))),
      Sample.node(.box(Box(children: [Sample.lines(1)], padding: Edges(all: 30)))),
      Sample.node(.ornament(Ornament(kind: .fill, background: Fixed.ground, seed: "", height: 9))),
      Sample.node(.rule(Rule(weight: 1, color: Fixed.ink))),
    ])
    let context = Fixed.context()
    var token: BreakToken?
    var texts = 0
    for count in 0... {
      try #require(count < 100)
      let set = try #require(
        try Sample.fit(stack, width: width, height: width, token: token, in: context))
      texts += set.content.texts.count
      guard let resume = set.resume else { break }
      token = resume
    }
    #expect(texts >= 9)
  }
}

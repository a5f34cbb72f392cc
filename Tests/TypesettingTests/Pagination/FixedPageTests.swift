import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Fixed pages")
struct FixedPageTests {
  private let art = Sample.node(
    .ornament(Ornament(kind: .fill, background: Fixed.ground, seed: "s")))

  private func box(_ children: [BlockNode], minHeight: Double? = nil) -> BlockNode {
    var box = Box(children: children, padding: Edges(all: 4), background: Fixed.ground)
    box.minHeight = minHeight
    return Sample.node(.box(box))
  }

  @Test("art of which nothing is seen is named, and art that fills what is left is not")
  func flatArt() {
    var picture = ImageBlock(file: "a.png", alternativeText: "a")
    picture.fit = .cover
    let row = Sample.node(
      .row(
        Row(
          cells: [
            Row.Cell(span: 1, content: [Sample.paragraph("text")]),
            Row.Cell(span: 1, content: [art]),
          ], gutter: 4)))
    func problems(_ tree: PublicationTree) -> [String] {
      Sample.set(tree).diagnostics.map {
        "\($0.identifier) \($0.severity.rawValue) \($0.location?.line ?? 0)"
      }
    }
    let lost = "image.no-height error 3"
    let missed = "ornament.no-height warning 3"
    #expect(problems(Sample.flow([art, Sample.lines(1)])) == [missed])
    #expect(problems(Sample.fixed([Sample.lines(10), art])) == [missed])
    #expect(problems(Sample.fixed([Sample.lines(10), Sample.node(.image(picture))])) == [lost])
    #expect(problems(Sample.fixed([Sample.lines(9), Sample.node(.image(picture))])) == [])
    #expect(problems(Sample.fixed([art])) == [])
    #expect(problems(Sample.flow([row])) == [])
  }

  @Test("of languages side by side each is told by itself what is too long")
  func parallelOverflow() throws {
    func side(_ lines: Int, _ name: String, _ language: LanguageTag) -> BlockNode {
      var node = Sample.lines(lines, name)
      node.language = language
      return node
    }
    let row = Parallel.Row.sides([side(14, "d", Fixed.german), side(11, "e", Fixed.english)])
    var tree = Sample.fixed([
      Sample.node(.parallel(Parallel(rows: [row], shares: [1, 1], gutter: 20)))
    ])
    tree.languages = [Fixed.german, Fixed.english]
    tree.arrangement = .parallel
    tree.page.size.width = 400
    let problem = try #require(Sample.set(tree).diagnostics.first)
    #expect(problem.identifier == "frame.overfull")
    #expect(
      problem.message == "the content is 17.0 mm higher than its frame: in “de” 4 lines, about "
        + "50 characters, in “en” 1 line, about 10 characters too long; from “d10xxxxxxx "
        + "d11xxxxxxx d12xxxxxxx d13xxxxxxx e9xxxxxxxx e10xx…” on it does not fit")
  }

  @Test("an overfull frame is named with excess, place and the text that does not fit")
  func overfull() throws {
    let set = Sample.set(Sample.fixed([Sample.lines(6, "a"), Sample.lines(7, "b")]))
    let drawing = try #require(set.output)
    // It is set over the edge, so that one sees it.
    #expect(drawing.pages.map(\.runs.count) == [13])
    #expect(drawing.pages[0].runs.last?.origin.y == 163)
    let problem = try #require(set.diagnostics.first)
    #expect(set.diagnostics.count == 1)
    #expect(problem.identifier == "frame.overfull")
    #expect(problem.severity == .error)
    // Three lines of 12 points are 12.7 mm.
    #expect(
      problem.message == "the content is 12.7 mm higher than its frame: 3 lines, about "
        + "40 characters too long; from “b4xxxxxxxx b5xxxxxxxx b6xxxxxxxx” on it does not fit")
    #expect(problem.location == Sample.place)
    #expect(problem.layout == "test")
    #expect(problem.record == "record")
    #expect(problem.language == "en")
    #expect(!problem.hints.isEmpty)
  }

  @Test("a block that cannot be broken and does not fit is overfull too, once")
  func overfullBlock() throws {
    let set = Sample.set(
      Sample.fixed([box([Sample.lines(2)], minHeight: 60), box([], minHeight: 90)]))
    #expect(set.diagnostics.map(\.identifier) == ["frame.overfull"])
    #expect(set.diagnostics.first?.message == "the content is 10.6 mm higher than its frame")
    #expect(set.output?.pages[0].fills.map(\.y) == [10, 70])
  }

  @Test("content stands at the top, in the middle or at the bottom of its frame")
  func alignment() throws {
    func baseline(_ alignment: VerticalAlignment) -> Double? {
      Sample.set(Sample.fixed([Sample.lines(1)], alignment: alignment))
        .output?.pages[0].runs.first?.origin.y
    }
    #expect(baseline(.top) == 19)
    #expect(baseline(.middle) == 73)
    #expect(baseline(.bottom) == 127)
  }

  @Test("art and a last box fill the frame; a box with a height of its own does not")
  func filling() throws {
    func fills(_ nodes: [BlockNode]) -> [Rect] {
      Sample.set(Sample.fixed(nodes)).output?.pages[0].fills ?? []
    }
    #expect(fills([art]) == [Rect(x: 10, y: 10, width: 90, height: 120)])
    #expect(
      fills([Sample.lines(1), box([Sample.lines(1)])]) == [
        Rect(x: 10, y: 22, width: 90, height: 108)
      ])
    #expect(fills([box([Sample.lines(1)], minHeight: 30)]).map(\.height) == [30])
    #expect(fills([box([]), Sample.lines(1)]).map(\.height) == [8])
    // Art in the middle takes what the others leave, and they stand at the frame's bottom.
    let middle = Sample.set(Sample.fixed([Sample.lines(1), art, Sample.lines(2)])).output?.pages[0]
    #expect(middle?.fills == [Rect(x: 10, y: 22, width: 90, height: 84)])
    #expect(middle?.runs.last?.origin.y == 127)
  }

  @Test("frames stand where the grid says, on left and right pages")
  func areas() throws {
    let areas = [
      FrameArea(horizontal: .columns(2, 2), top: 20), FrameArea(horizontal: .bleed, top: -3),
      FrameArea(horizontal: .outerEdge(20), top: 0, bottom: 0),
    ]
    let frames = areas.map { Frame(area: $0, content: [art], location: Sample.place) }
    var tree = Sample.tree([.fixed(frames), .fixed(frames)])
    tree.page.facing = true
    tree.page.bleed = 3
    let pages = try #require(Sample.set(tree).output).pages
    #expect(pages[0].fills.map(\.x) == [60, -3, 90])
    #expect(pages[1].fills.map(\.x) == [60, -3, -3])
    #expect(pages[0].fills.map(\.width) == [40, 116, 23])
  }

  @Test("a break in a frame is an error, and nothing is lost")
  func breaks() throws {
    let set = Sample.set(
      Sample.fixed([Sample.lines(2), Sample.node(.regionBreak(.page)), Sample.lines(2, "b")]))
    #expect(set.diagnostics.map(\.identifier) == ["frame.break"])
    #expect(set.output?.pages.map(\.runs.count) == [4])
  }

  @Test("a frame without room names its text", arguments: [(0.0, 50.0), (50.0, 0.0), (-5, -5)])
  func noRoom(width: Double, height: Double) throws {
    var tree = Sample.fixed([Sample.lines(3)])
    tree.page.size.width = 20 + width
    tree.sections[0].kind = .fixed([
      Frame(
        area: FrameArea(horizontal: .columns(1, 2), top: 0, height: height),
        content: [Sample.lines(3)], location: Sample.place)
    ])
    tree.page.gutter = 0
    let set = Sample.set(tree)
    #expect(set.output?.pages.count == 1)
    #expect(set.diagnostics.hasErrors)
    #expect(set.output?.pages[0].texts.isEmpty == false)
  }

  @Test("a frame without content is an empty page")
  func empty() throws {
    let set = Sample.set(Sample.fixed([]))
    #expect(set.diagnostics.isEmpty)
    #expect(set.output?.pages.map(\.items.count) == [0])
  }
}

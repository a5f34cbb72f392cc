import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Flowing pages")
struct FlowTests {
  @Test("text goes on over pages, line by line")
  func flows() throws {
    let set = Sample.set(Sample.flow([Sample.lines(25)]))
    #expect(set.diagnostics.map(\.rendered) == [])
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.texts.count) == [10, 10, 5])
    let names = drawing.pages.flatMap(\.texts).map { String($0.prefix { $0 != "x" }) }
    #expect(names == (0..<25).map { "l\($0)" })
    #expect(drawing.pages.map(\.label) == ["1", "2", "3"])
  }

  @Test("the text area of the master is filled, on its side of a double page")
  func textArea() throws {
    var tree = Sample.flow([Sample.lines(15)])
    tree.page.facing = true
    tree.page.marginInner = 15
    tree.page.marginOuter = 5
    tree.masters["plain"]?.textArea = FrameArea(horizontal: .columns(1, 2), top: 30, height: 96)
    let drawing = try #require(Sample.set(tree).output)
    #expect(drawing.pages.map(\.runs.count) == [8, 7])
    #expect(drawing.pages.map { $0.runs[0].origin.x } == [15, 5])
    #expect(drawing.pages[0].runs[0].origin.y == 39)
  }

  @Test("sections start on the side that they ask for, and page 1 is a right page")
  func startsOn() throws {
    var tree = Sample.tree([.flow([Sample.lines(1)]), .flow([Sample.lines(1, "b")])])
    tree.sections[1].startsOn = .right
    #expect(Sample.set(tree).output?.pages.map(\.runs.count) == [1, 1])
    tree.page.facing = true
    #expect(Sample.set(tree).output?.pages.map(\.runs.count) == [1, 0, 1])
    tree.sections[1].startsOn = .left
    #expect(Sample.set(tree).output?.pages.map(\.runs.count) == [1, 1])
  }

  @Test("a flow is padded to its number of pages; more are an error")
  func pageCount() throws {
    var tree = Sample.flow([Sample.lines(15)])
    tree.sections[0].pageCount = 4
    var set = Sample.set(tree)
    #expect(set.output?.pages.map(\.runs.count) == [10, 5, 0, 0])
    #expect(set.diagnostics.isEmpty)
    tree.sections[0].pageCount = 1
    set = Sample.set(tree)
    #expect(set.output?.pages.count == 2)
    let problem = try #require(set.diagnostics.first)
    #expect(problem.identifier == "section.too-many-pages")
    #expect(problem.message == "the section has 2 pages, but the layout gives it 1")
    #expect(problem.location == Sample.place)
  }

  @Test("a block higher than the page is set and named")
  func higherThanThePage() throws {
    var code = QRCode(address: "x", size: 150, color: Fixed.ink, alternativeText: "")
    code.alternativeText = "code"
    let set = Sample.set(
      Sample.flow([Sample.lines(2), Sample.node(.qrCode(code), line: 9), Sample.lines(2, "b")]))
    let drawing = try #require(set.output)
    #expect(drawing.pages.count == 3)
    #expect(drawing.pages[1].fills.first?.maxY == 160)
    let problem = try #require(set.diagnostics.first)
    #expect(set.diagnostics.count == 1)
    #expect(problem.identifier == "page.overfull")
    #expect(problem.message.contains("10.6 mm"))  // 30 points
    #expect(problem.location?.line == 9)
  }

  @Test("a master that leaves no room for text is an error, not an endless run")
  func noTextArea() throws {
    var tree = Sample.flow([Sample.lines(15)])
    tree.masters["plain"]?.textArea = FrameArea(horizontal: .columns(1, 2), top: 200, bottom: 0)
    let set = Sample.set(tree)
    #expect(set.diagnostics.map(\.identifier) == ["master.no-text-area", "publication.empty"])
  }

  @Test("a publication of more pages than anyone prints is stopped")
  func pageLimit() throws {
    let pages = (0..<5_100).flatMap { index in
      [Sample.paragraph("p\(index)"), Sample.node(.regionBreak(.page))]
    }
    let set = Sample.set(Sample.flow(pages))
    #expect(set.output == nil)
    #expect(set.diagnostics.map(\.identifier) == ["publication.page-limit"])
    #expect(set.diagnostics.first?.location == Sample.place)
  }

  @Test("each block is asked once, and once more where a page ends before it")
  func growth() throws {
    let counter = CountingBlock.Counter()
    let stack = StackBlock((0..<3_000).map { _ in CountingBlock(counter: counter) })
    let context = Fixed.context()
    var token: BreakToken?
    var pages = 0
    repeat {
      pages += 1
      token = try #require(try Sample.fit(stack, height: 120, token: token, in: context)).resume
    } while token != nil
    #expect(pages == 300)
    #expect(counter.count == 3_000 + 299)
  }
}

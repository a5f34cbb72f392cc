import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Page masters")
struct MasterTests {
  private func frame(_ inlines: [Inline], side: PageSide = .both) -> Frame {
    Frame(
      area: FrameArea(horizontal: .columns(1, 2), top: 0, height: 12),
      content: [Sample.node(.paragraph(Paragraph(inlines: inlines, style: Fixed.style())))],
      location: Sample.place, side: side)
  }

  private func heads(_ drawing: PublicationDrawing) -> [String] {
    drawing.pages.map { page in
      page.items.filter { $0.mark == .artifact }.flatMap(\.runs).map(\.text).joined(separator: " ")
    }
  }

  @Test("numbers of the page and of all pages")
  func numbers() throws {
    var tree = Sample.flow([Sample.lines(25)])
    tree.masters["plain"]?.frames = [
      frame([.pageField(.pageNumber), .text("/"), .pageField(.pageCount)])
    ]
    let set = Sample.set(tree)
    #expect(set.diagnostics.isEmpty)
    #expect(heads(try #require(set.output)) == ["1/3", "2/3", "3/3"])
  }

  @Test("running heads are the latest headings on or before the page")
  func runningHeads() throws {
    var tree = Sample.flow([
      Sample.lines(10), Sample.heading("One"), Sample.lines(12), Sample.heading("Sub", level: 2),
      Sample.lines(9), Sample.heading("Two"), Sample.lines(1), Sample.lines(9),
    ])
    tree.masters["plain"]?.frames = [
      frame([
        .pageField(.runningHeading(level: 1)), .text("|"), .pageField(.runningHeading(level: 2)),
      ])
    ]
    let drawing = try #require(Sample.set(tree).output)
    #expect(heads(drawing) == ["|", "One|", "One|Sub", "Two|", "Two|"])
  }

  @Test("frames of one side appear on its pages only")
  func sides() throws {
    var tree = Sample.flow([Sample.lines(25)])
    tree.page.facing = true
    tree.masters["plain"]?.frames = [
      frame([.text("L")], side: .left), frame([.text("R")], side: .right),
    ]
    #expect(heads(try #require(Sample.set(tree).output)) == ["R", "L", "R"])
  }

  @Test("the ground covers the page with its bleed, below everything else")
  func background() throws {
    var tree = Sample.tree([.flow([Sample.lines(1)]), .flow([Sample.lines(1)])])
    tree.page.bleed = 3
    tree.masters["plain"]?.background = PaletteColor("signal")
    tree.sections[1].background = Fixed.ink
    let pages = try #require(Sample.set(tree).output).pages
    for page in pages {
      #expect(page.fills == [Rect(x: -3, y: -3, width: 116, height: 146)])
    }
    let colors = pages.map { page -> PaletteColor? in
      guard case .shape(let shape)? = page.items.first?.content else { return nil }
      return shape.fill
    }
    #expect(colors == [PaletteColor("signal"), Fixed.ink])
  }

  @Test("an overfull master is told once, not for every page")
  func overfull() throws {
    var tree = Sample.flow([Sample.lines(35)])
    tree.masters["plain"]?.frames = [
      Frame(
        area: FrameArea(horizontal: .columns(1, 2), top: 0, height: 12),
        content: [Sample.lines(2)], location: Sample.place)
    ]
    let set = Sample.set(tree)
    #expect(set.diagnostics.map(\.identifier) == ["frame.overfull"])
  }

  @Test("a master that is not there is an error with a suggestion")
  func unknown() throws {
    var tree = Sample.flow([Sample.lines(1)])
    tree.sections[0].master = "plian"
    let problem = try #require(Sample.set(tree).diagnostics.first)
    #expect(problem.identifier == "section.unknown-master")
    #expect(problem.hints == ["did you mean “plain”?"])
    #expect(problem.location == Sample.place)
  }
}

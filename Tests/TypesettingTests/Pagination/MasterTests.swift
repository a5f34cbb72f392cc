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

  @Test("a section's first page and the sides have masters of their own, with their text areas")
  func choice() throws {
    var tree = Sample.flow([Sample.lines(20)])
    tree.page.facing = true
    tree.masters = [
      "opener": PageMaster(
        name: "opener", frames: [frame([.text("O")])],
        textArea: FrameArea(horizontal: .columns(1, 2), top: 82)),
      "left": PageMaster(name: "left", frames: [frame([.text("L")])]),
      "right": PageMaster(name: "right", frames: [frame([.text("R")])]),
    ]
    tree.sections[0].master = MasterChoice("none", first: "opener", left: "left", right: "right")
    let set = Sample.set(tree)
    #expect(set.diagnostics.map(\.rendered) == [])
    let drawing = try #require(set.output)
    #expect(heads(drawing) == ["O", "L", "R"])
    #expect(drawing.pages.map { $0.runs.count - 1 } == [4, 10, 6])
    tree.sections[0].master = MasterChoice("none", left: "left")
    #expect(Sample.set(tree).diagnostics.map(\.identifier) == ["section.unknown-master"])
  }

  @Test("a paragraph goes on without loss where the next page is of another width")
  func widths() throws {
    for seed in 1...20 {
      var generator = TreeGenerator(seed: UInt64(seed), hasCells: false)
      let nodes = generator.nodes(depth: 2, width: 90)
      var tree = Sample.flow(nodes)
      tree.page.size.width = 260
      tree.page.facing = true
      tree.masters = [
        "opener": PageMaster(
          name: "opener", textArea: FrameArea(horizontal: .columns(1, 1), top: 62)),
        "left": PageMaster(
          name: "left", textArea: FrameArea(horizontal: .columns(1, 2), top: 62)),
        "plain": PageMaster(
          name: "plain", textArea: FrameArea(horizontal: .columns(2, 2), top: 82)),
      ]
      tree.sections[0].master = MasterChoice("plain", first: "opener", left: "left")
      guard let drawing = Sample.set(tree).output else { continue }
      let words = drawing.pages.flatMap(\.texts).filter { $0 != "•" }
        .flatMap { $0.split(separator: " ") }
      #expect(words == nodes.paragraphTexts.flatMap { $0.split(separator: " ") })
    }
  }

  @Test("a word divided at the foot of a page goes on where the next page is of another width")
  func dividedWord() throws {
    let context = Fixed.context(hyphenation: StepHyphenation(step: 3))
    var style = Fixed.style()
    (style.orphans, style.widows) = (1, 1)
    let word = String(repeating: "abcdefghi", count: 4)
    var tree = Sample.flow([Sample.paragraph("\(word) end", style: style)])
    tree.page.facing = true
    tree.masters["narrow"] = PageMaster(
      name: "narrow", textArea: FrameArea(horizontal: .columns(1, 1), top: 10, height: 13))
    tree.sections[0].master = MasterChoice("plain", first: "narrow")
    let drawing = try #require(Sample.set(tree, in: context).output)
    let texts = drawing.pages.map(\.texts)
    #expect(texts.count == 2)
    let text = String(texts.joined().joined().filter { $0 != "-" && $0 != " " })
    #expect(text == word + "end")
  }
}

@Suite("Running heads")
struct RunningHeadTests {
  /// The head of each page of a book with such content: level 1, level 2.
  private func heads(_ kind: RunningHeading, _ nodes: [BlockNode]) throws -> [String] {
    var tree = Sample.flow(nodes)
    let inlines: [Inline] = [
      .pageField(.runningHeading(level: 1, kind)), .text("|"),
      .pageField(.runningHeading(level: 2, kind)),
    ]
    tree.masters["plain"]?.frames = [
      Frame(
        area: FrameArea(horizontal: .columns(1, 2), top: 0, height: 12),
        content: [Sample.node(.paragraph(Paragraph(inlines: inlines, style: Fixed.style())))],
        location: Sample.place)
    ]
    return try #require(Sample.set(tree).output).pages.map { page in
      page.items.filter { $0.mark == .artifact }.flatMap(\.runs).map(\.text).joined()
    }
  }

  /// Five pages of ten lines: page 2 begins in the middle of a section, page 4 with a chapter.
  private var book: [BlockNode] {
    [
      Sample.heading("One"), Sample.lines(6), Sample.heading("A", level: 2), Sample.lines(5),
      Sample.heading("B", level: 2), Sample.lines(2), Sample.heading("C", level: 2),
      Sample.lines(12), Sample.node(.regionBreak(.page)), Sample.heading("Two"),
      Sample.lines(14), Sample.heading("D", level: 2), Sample.lines(2),
    ]
  }

  @Test("the latest heading on or before the page")
  func last() throws {
    #expect(try heads(.last, book) == ["One|A", "One|C", "One|C", "Two|", "Two|D"])
  }

  @Test("the first heading on the page, else the one that runs in")
  func first() throws {
    #expect(try heads(.first, book) == ["One|A", "One|B", "One|C", "Two|", "Two|D"])
  }

  @Test("only what runs in from before, and nothing where a heading stands")
  func continued() throws {
    #expect(try heads(.continued, book) == ["|", "One|", "One|C", "|", "Two|"])
  }

  @Test("a chapter in the middle of a page ends the sections of the one before it")
  func chapterInTheMiddle() throws {
    let nodes = [
      Sample.heading("One"), Sample.heading("A", level: 2), Sample.lines(12),
      Sample.heading("Two"), Sample.lines(3),
    ]
    #expect(try heads(.first, nodes) == ["One|A", "Two|"])
    #expect(try heads(.last, nodes) == ["One|A", "Two|"])
    #expect(try heads(.continued, nodes) == ["|", "|A"])
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

@Suite("Footnotes")
struct FootnoteTests {
  private typealias Note = FootnoteSample

  @Test("a note stands at the foot of the page of its mark, below a rule and clear of the text")
  func foot() throws {
    let set = Sample.set(Note.flow([Note.lines(12, notes: [1: [Note.note("n", lines: 2)]])]))
    #expect(set.diagnostics.map(\.rendered) == [])
    let drawing = try #require(set.output)
    #expect(
      drawing.pages[0].names == [
        "l0", "l1", "1", "l2", "l3", "l4", "l5", "l6", "1", "n.0", "n.1",
      ])
    #expect(drawing.pages[1].names == ["l7", "l8", "l9", "l10", "l11"])
    // The type area ends at 130; two lines of notes, and 0.4 of one below the rule.
    let rule = try #require(drawing.pages[0].fills.first)
    #expect(rule.width == 20)
    #expect(abs(rule.maxY - (130 - 24 - 4.8)) < 0.01)
    let last = drawing.pages[0].runs.filter { $0.text.hasPrefix("l") }.map(\.origin.y).max() ?? 0
    #expect(last < rule.y - 6)
  }

  @Test("the mark is smaller and higher, and no line begins with it")
  func mark() throws {
    // 100 points: ten letters leave no room for a mark, so that word and mark go down together.
    let text = Sample.node(
      .paragraph(
        Paragraph(
          inlines: [.text("aaaa bbbbbbbbbbb"), Note.note("n", lines: 1)], style: Fixed.style())))
    let page = try #require(Sample.set(Sample.footed([text], width: 82)).output?.pages.first)
    let mark = try #require(page.runs.first { $0.text == "1" })
    let word = try #require(page.runs.first { $0.text.hasSuffix("bbb") })
    #expect(page.runs.first?.text == "aaaa")
    #expect(mark.size == 6.2)
    // 0.7 × 0.38 brings the tops level, 0.04 a little above.
    #expect(abs(word.origin.y - mark.origin.y - 3.06) < 0.001)
    #expect(word.origin.y > 20)
  }

  @Test("mark and note lead to each other, and the tree has Reference, Note and their links")
  func links() throws {
    let drawing = try #require(
      Sample.set(Note.flow([Note.lines(2, notes: [0: [Note.note("n", lines: 1)]])])).output)
    let page = drawing.pages[0]
    #expect(
      page.links.map(\.target) == [.destination("footnote-1"), .destination("footnote-1-mark")])
    #expect(Set(page.destinations.map(\.name)) == ["footnote-1", "footnote-1-mark"])
    #expect(
      drawing.structure.elements.map(\.type) == [
        "Sect", "P", "Reference", "Link", "Note", "Lbl", "Link", "P",
      ])
    #expect(page.links.compactMap(\.element) == [3, 6])
    #expect(drawing.structure.elements[4].parent == 1)
  }

  @Test("a long note goes on at the foot of the next page, before the notes of that page")
  func goesOn() throws {
    let tree = Note.flow([
      Note.lines(12, notes: [0: [Note.note("n", lines: 9)], 9: [Note.note("m", lines: 1)]])
    ])
    let pages = try #require(Sample.set(tree).output).pages
    // Half of the page at least is text; the note's rest comes first on the next one.
    #expect(pages[0].names.prefix(6) == ["l0", "1", "l1", "l2", "l3", "l4"])
    #expect(pages[0].names.suffix(4) == ["n.0", "n.1", "n.2", "n.3"])
    let second = pages[1].names.filter { $0.hasPrefix("n") || $0.hasPrefix("m") }
    #expect(second.prefix(5) == ["n.4", "n.5", "n.6", "n.7", "n.8"])
    #expect(pages.flatMap(\.names).filter { $0.hasPrefix("l") }.count == 12)
  }

  @Test("two marks side by side are parted by a comma")
  func sideBySide() throws {
    let tree = Note.flow([
      Note.lines(1, notes: [0: [Note.note("n", lines: 1), Note.note("m", lines: 1)]])
    ])
    let page = try #require(Sample.set(tree).output?.pages.first)
    #expect(page.texts.prefix(4).joined().hasSuffix("x1,2"))
  }

  /// A tree with one paragraph whose last word has so many marks.
  private func marked(
    _ text: String, marks: Int, width: Double, after: String = ""
  ) -> PublicationTree {
    let notes = (1...marks).map {
      Inline.footnote(Footnote(identifier: "n\($0)", paragraphs: [[.text("note")]]))
    }
    let paragraph = Paragraph(
      inlines: [.text(text)] + notes + [.text(after)], style: Fixed.style())
    var tree = Sample.footed([Sample.node(.paragraph(paragraph))], width: width)
    tree.page.size.height = 1_000
    return tree
  }

  @Test("more marks than a line holds part after a comma, but the first never from its word")
  func manyMarks() throws {
    // 50 points for the word, and 3.1 for each figure and comma.
    let set = Sample.set(marked("aaaaaaaaaa", marks: 40, width: 60))
    #expect(set.diagnostics.map(\.rendered) == [])
    let page = try #require(set.output?.pages.first)
    let first = try #require(page.runs.firstIndex { $0.text == "note" })
    // Before the first note stands its own mark.
    let lines = Dictionary(grouping: page.runs[..<(first - 1)]) {
      // Marks stand 3.06 above their line.
      (($0.size == 6.2 ? $0.origin.y + 3.06 : $0.origin.y) * 10).rounded()
    }.sorted { $0.key < $1.key }.map { $0.value.map(\.text).joined() }
    #expect(lines.first == "aaaaaaaaaa1,")
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix(",") })
    #expect(lines.joined().hasPrefix("aaaaaaaaaa1,2,3,4,"))
    #expect(lines.joined().hasSuffix(",39,40"))
  }

  @Test("an address is broken anywhere rather than before its mark")
  func marksOfAnAddress() throws {
    // A line holds what is behind the slash, but no mark besides.
    let set = Sample.set(marked("https://example.org/abcdefghijkl", marks: 12, width: 61))
    #expect(set.diagnostics.map(\.rendered) == [])
    let runs = try #require(set.output?.pages.first).runs
    let mark = try #require(runs.firstIndex { $0.text == "1" })
    #expect(abs(runs[mark - 1].origin.y - runs[mark].origin.y - 3.06) < 0.01)
    #expect(runs[mark - 1].text.hasSuffix("l"))
  }

  @Test("marks that a line holds stay together")
  func marksStayTogether() throws {
    // The first line would hold the word and one mark of three.
    let set = Sample.set(marked("aaaa bbbbbbbbbb", marks: 3, width: 82, after: " cccccccccc"))
    #expect(set.diagnostics.map(\.rendered) == [])
    let page = try #require(set.output?.pages.first)
    #expect(page.texts.prefix(7) == ["aaaa", "bbbbbbbbbb", "1", ",", "2", ",", "3"])
    #expect(page.runs[0].origin.y < page.runs[1].origin.y)
    #expect(Set(page.runs[2..<7].map(\.origin.y)).count == 1)
  }

  @Test("a further mark has the number of the first, and brings no second note")
  func furtherMark() throws {
    let again = Inline.footnote(Footnote(identifier: "n", paragraphs: []))
    let tree = Note.flow([Note.lines(12, notes: [0: [Note.note("n", lines: 1)], 11: [again]])])
    let pages = try #require(Sample.set(tree).output).pages
    #expect(pages[1].names == ["l8", "l9", "l10", "l11", "1"])
    #expect(pages[1].links.map(\.target) == [.destination("footnote-1-again")])
    #expect(pages[0].destinations.map(\.name).contains("footnote-1-again"))
  }

  @Test(
    "numbers begin anew where the layout says it", arguments: FootnoteSettings.Numbering.allCases)
  func numbering(_ numbering: FootnoteSettings.Numbering) throws {
    func flow(_ name: String) -> PageSection.Kind {
      .flow([
        Note.lines(
          10, name,
          notes: [
            0: [Note.note(name + "a", lines: 1)], 1: [Note.note(name + "b", lines: 1)],
            9: [Note.note(name + "c", lines: 1)],
          ])
      ])
    }
    var tree = Sample.tree([flow("s"), flow("t")])
    tree.page.size.width = 150
    tree.footnotes = Note.settings(numbering)
    let set = Sample.set(tree)
    #expect(set.diagnostics.map(\.rendered) == [])
    let marks = try #require(set.output).pages.map { page in
      page.runs.filter { $0.size < 10 }.map(\.text)
    }
    switch numbering {
    case .publication: #expect(marks == [["1", "2"], ["3"], ["4", "5"], ["6"]])
    case .section: #expect(marks == [["1", "2"], ["3"], ["1", "2"], ["3"]])
    case .page: #expect(marks == [["1", "2"], ["1"], ["1", "2"], ["1"]])
    }
  }

  @Test("the notes of columns stand together at the foot of the page")
  func columns() throws {
    let columns = Sample.node(
      .columns(
        Columns(
          count: 2, gutter: 10,
          children: [
            Note.lines(
              8, notes: [0: [Note.note("n", lines: 1)], 7: [Note.note("m", lines: 1)]])
          ])))
    var tree = Note.flow([columns])
    tree.page.size.width = 180
    let page = try #require(Sample.set(tree).output?.pages.first)
    let notes = page.runs.filter { $0.text.hasPrefix("n.") || $0.text.hasPrefix("m.") }
    #expect(notes.map(\.origin.x) == [19, 19])
    #expect(notes.map { 130 - $0.origin.y } == [15, 3])
  }

  @Test("the notes of a frame stand at its foot, and its text must fit above them")
  func frame() throws {
    var tree = Sample.fixed([Note.lines(8, notes: [0: [Note.note("n", lines: 1)]])])
    tree.page.size.width = 150
    tree.footnotes = Note.settings()
    let set = Sample.set(tree)
    #expect(set.diagnostics.isEmpty)
    #expect(set.output?.pages.first?.runs.contains { $0.text.hasPrefix("n.") } == true)
    tree.sections = Sample.fixed([Note.lines(9, notes: [0: [Note.note("n", lines: 1)]])]).sections
    // Without a rule, which the text would cross.
    tree.footnotes?.ruleLength = 0
    #expect(Sample.set(tree).diagnostics.map(\.identifier) == ["frame.overfull"])
  }

  @Test("the head of a table that is repeated keeps its marks, but its notes stand once")
  func tableHead() throws {
    func cell(_ inlines: [Inline]) -> Table.Cell {
      Table.Cell(
        content: [Sample.node(.paragraph(Paragraph(inlines: inlines, style: Fixed.style())))],
        value: .missing)
    }
    let table = Sample.node(
      .table(
        Table(
          columns: [.init()], header: [cell([.text("head"), Note.note("n", lines: 1)])],
          rows: (0..<12).map { [cell([.text("r\($0)")])] }, rowPadding: 0, columnGap: 0,
          ruleColor: Fixed.ink)))
    let pages = try #require(Sample.set(Note.flow([table])).output).pages
    #expect(pages.map { $0.texts.filter { $0.hasPrefix("n.") }.count } == [1, 0])
    #expect(pages[1].texts.prefix(2) == ["head", "1"])
  }

  @Test("a note in a page master is an error at its place")
  func onEveryPage() throws {
    var tree = Note.flow([Sample.lines(1)])
    tree.masters["plain"]?.frames = [
      Frame(
        area: FrameArea(horizontal: .columns(1, 2)),
        content: [Note.lines(1, notes: [0: [Note.note("n", lines: 1)]])], location: Sample.place)
    ]
    let set = Sample.set(tree)
    #expect(set.diagnostics.map(\.identifier) == ["footnote.on-every-page"])
    #expect(set.diagnostics.first?.location == Sample.place)
  }
}

extension Sample {
  /// A flow with footnotes in a text area of this width.
  fileprivate static func footed(_ nodes: [BlockNode], width: Double) -> PublicationTree {
    var tree = FootnoteSample.flow(nodes)
    tree.page.size.width = width + 20
    return tree
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// Languages on facing pages, and head to tail.
@Suite("Facing and turned languages")
struct SpreadTests {
  /// A double page of flowing text: German on the left, English on the right.
  private static func facing(_ rows: [(Int, Int)]) -> PublicationTree {
    var parallel = Parallel(
      rows: rows.enumerated().map { index, counts in
        var german = Sample.lines(counts.0, "d\(index)")
        german.language = Fixed.german
        return .sides([german, Sample.lines(counts.1, "e\(index)")])
      }, shares: [1, 1], gutter: 0)
    parallel.isSpread = true
    var tree = Sample.flow([Sample.node(.parallel(parallel))])
    tree.languages = [Fixed.german, Fixed.english]
    tree.page.facing = true
    tree.page.marginInner = 15
    tree.page.marginOuter = 5
    tree.sections[0].isSpread = true
    return tree
  }

  @Test("the empty page before the first double page carries nothing of its master")
  func emptyPage() throws {
    var tree = Self.facing([(3, 2)])
    tree.masters["plain"]?.frames = [
      Frame(
        area: FrameArea(horizontal: .columns(1, 2), top: 0, height: 12),
        content: [Sample.paragraph("Folio")], location: Sample.place)
    ]
    let pages = try #require(Sample.set(tree).output).pages
    #expect(pages.map { $0.texts.contains("Folio") } == [false, true, true])
  }

  @Test("counterparts are level on both pages, which break at the same row")
  func level() throws {
    let set = Sample.set(Self.facing([(3, 2), (6, 4), (4, 3)]))
    #expect(set.diagnostics == [])
    let pages = try #require(set.output).pages
    // Page 1 is a right page: the text begins on page 2.
    #expect(pages.map(\.runs.count) == [0, 9, 6, 4, 3])
    #expect(pages[1].runs.map(\.origin.x).allSatisfy { $0 == 5 })
    #expect(pages[2].runs.map(\.origin.x).allSatisfy { $0 == 15 })
    #expect(pages[1].runs[3].origin.y == pages[2].runs[2].origin.y)
    #expect(pages[3].texts[0].hasPrefix("d20") && pages[4].texts[0].hasPrefix("e20"))
  }

  @Test(
    "each page has the text area of its own master, both pages of the first pair that of the opener"
  )
  func ownAreas() throws {
    var tree = Self.facing([(6, 6), (6, 6)])
    tree.page.size.width = 160
    tree.page.marginInner = 20
    tree.page.marginOuter = 10
    for (name, area) in [
      ("opener", FrameArea(horizontal: .columns(1, 1), top: 58, bottom: 10)),
      ("left", FrameArea(horizontal: .columns(1, 1))),
      ("right", FrameArea(horizontal: .columns(2, 2), top: 22, bottom: 22)),
    ] {
      tree.masters[name] = PageMaster(name: name)
      tree.masters[name]?.textArea = area
    }
    tree.sections[0].master = MasterChoice("plain", first: "opener", left: "left", right: "right")
    let set = Sample.set(tree)
    #expect(set.diagnostics == [])
    let pages = try #require(set.output).pages
    // Columns are 60 wide; the left page's begin at 10 and 80, the right one's at 20 and 90.
    #expect(pages.dropFirst().map { Set($0.runs.map(\.origin.x)) } == [[10], [20], [10], [90]])
    // Counterparts are level: both begin and end where both pages have room.
    #expect(pages.map { $0.runs.first?.origin.y } == [nil, 67, 67, 31, 31])
    #expect(pages.map(\.runs.count) == [0, 6, 6, 6, 6])
  }

  @Test("each language has its notes at the foot of its own page, and counts them by itself")
  func footnotes() throws {
    func text(_ name: String, _ language: LanguageTag, lines: Int) -> BlockNode {
      var node = FootnoteSample.lines(
        3, name, notes: [0: [FootnoteSample.note(name + "n", lines: lines)]])
      node.language = language
      return node
    }
    var parallel = Parallel(
      rows: (0..<2).map { index in
        .sides([
          text("d\(index)", Fixed.german, lines: 1), text("e\(index)", Fixed.english, lines: 2),
        ])
      }, shares: [1, 1], gutter: 0)
    parallel.isSpread = true
    for numbering in [FootnoteSettings.Numbering.publication, .page] {
      var tree = Self.facing([])
      tree.page.size.width = 150
      tree.arrangement = .facing
      tree.footnotes = FootnoteSample.settings(numbering)
      tree.sections[0].kind = .flow([Sample.node(.parallel(parallel))])
      let set = Sample.set(tree)
      #expect(set.diagnostics == [])
      let pages = try #require(set.output).pages
      let marks = pages.map { page in page.runs.filter { $0.size < 10 }.map(\.text) }
      let notes = pages.map { page in page.texts.count { $0.contains("n.") } }
      // On the first double page there is room for the second English note, which goes on.
      #expect(notes.reduce(0, +) == 6)
      #expect(marks.flatMap { $0 }.count == 4)
      #expect(marks.allSatisfy { Set($0).count == $0.count })
      for (page, drawing) in pages.enumerated() where page > 0 {
        let language = page % 2 == 1 ? "d" : "e"
        #expect(drawing.texts.filter { $0.contains("n.") }.allSatisfy { $0.hasPrefix(language) })
        #expect(marks[page].allSatisfy { $0 == "1" || $0 == "2" })
      }
    }
  }

  @Test("each side has headings of its own, and the outline both in one entry")
  func headings() throws {
    func heading(_ title: String, _ language: LanguageTag) -> BlockNode {
      var node = Sample.heading(title)
      node.language = language
      return node
    }
    var parallel = Parallel(
      rows: [.sides([heading("Eins", Fixed.german), heading("One", Fixed.english)])],
      shares: [1, 1], gutter: 0)
    parallel.isSpread = true
    var tree = Self.facing([])
    tree.sections[0].kind = .flow([Sample.node(.parallel(parallel))])
    func head(_ language: LanguageTag, _ side: PageSide) -> Frame {
      var node = Sample.node(
        .paragraph(
          Paragraph(inlines: [.pageField(.runningHeading(level: 1))], style: Fixed.style())))
      node.language = language
      return Frame(
        area: FrameArea(horizontal: .columns(1, 2), top: 0, height: 12), content: [node],
        location: Sample.place, side: side)
    }
    tree.masters["plain"]?.frames = [head(Fixed.german, .left), head(Fixed.english, .right)]
    let drawing = try #require(Sample.set(tree).output)
    #expect(drawing.pages.map(\.texts) == [[], ["Eins", "Eins"], ["One", "One"]])
    #expect(drawing.outline.map(\.title) == ["Eins · One"])
    #expect(drawing.outline.map(\.page) == [1])
  }

  // MARK: Head to tail

  private static func turned() -> PublicationTree {
    var tree = Sample.tree([
      .flow([Sample.heading("Eins"), Sample.lines(14, "d")]),
      .flow([Sample.heading("One"), Sample.lines(12, "e")]),
    ])
    tree.languages = [Fixed.german, Fixed.english]
    tree.page.facing = true
    tree.page.bleed = 3
    tree.sections[0].language = Fixed.german
    tree.sections[1].language = Fixed.english
    tree.editions = [
      Edition(language: Fixed.german, title: "Deutsch", firstSection: 0),
      Edition(language: Fixed.english, title: "English", firstSection: 1),
    ]
    return tree
  }

  @Test("each half counts its pages from 1 and begins with a right page")
  func halves() throws {
    let set = Sample.set(Self.turned())
    #expect(set.diagnostics == [])
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.label) == ["1", "2", "1", "2"])
    #expect(drawing.turnedFrom == 2)
    #expect(drawing.outline.map(\.title) == ["Deutsch", "Eins", "English", "One"])
    #expect(drawing.outline.map(\.level) == [1, 2, 1, 2])
    #expect(drawing.outline.map(\.page) == [0, 0, 2, 2])
    #expect(drawing.pages.allSatisfy { !$0.isTurned })
    let sections = drawing.structure.elements.filter { $0.type == "Sect" }
    #expect(sections.map { $0.language?.rawValue } == [nil, "en"])
  }

  @Test("on the press the second half is bound from the back, its pages on their heads")
  func print() throws {
    let drawing = try #require(Sample.set(Self.turned()).output)
    let print = try #require(drawing.boundFromBothEnds)
    #expect(print.pages.map(\.isTurned) == [false, false, true, true])
    #expect(print.pages.map(\.label) == ["1", "2", "2", "1"])
    #expect(print.pages[3].texts == drawing.pages[2].texts)
    #expect(print.pages.allSatisfy { $0.links.isEmpty && $0.destinations.isEmpty })
    #expect(print.outline.isEmpty)
    // Other publications are printed as they are read.
    #expect(Sample.set(Sample.flow([Sample.lines(2)])).output?.boundFromBothEnds == nil)
  }

  @Test("empty pages fill the book where the halves meet, after the end of the second")
  func fills() throws {
    var tree = Self.turned()
    tree.sections[1].kind = .flow([Sample.heading("One")])
    tree.pageMultiple = 4
    let set = Sample.set(tree)
    #expect(set.diagnostics == [])
    let drawing = try #require(set.output)
    #expect(drawing.pages.map(\.label) == ["1", "2", "1", "2"])
    #expect(drawing.pages[3].items.isEmpty)
    #expect(drawing.boundFromBothEnds?.pages[2].items.isEmpty == true)
  }

  @Test("both covers are outside even where the halves have an odd number of pages together")
  func oddHalves() throws {
    for multiple in [1, 2, 3] {
      var tree = Self.turned()
      tree.sections[0].kind = .flow([Sample.heading("Eins"), Sample.lines(24, "d")])
      let field = Paragraph(inlines: [.pageField(.pageCount)], style: Fixed.style())
      tree.sections[1].kind = .flow([Sample.node(.paragraph(field)), Sample.lines(12, "e")])
      tree.pageMultiple = multiple
      let set = Sample.set(tree)
      #expect(set.diagnostics == [])
      let drawing = try #require(set.output)
      let labels = ["1", "2", "3", "1", "2"]
      #expect(drawing.pages.prefix(5).map(\.label) == labels)
      try #require(drawing.pages.count == 6)
      // The empty page is not one of the second half's.
      #expect(drawing.pages[3].texts.first == "2")
      let print = try #require(drawing.boundFromBothEnds)
      #expect(print.pages[3].items.isEmpty)
      #expect(print.pages[5].label == "1" && print.pages[5].isTurned)
    }
  }

  @Test("the number of pages is that of the half")
  func pageCount() throws {
    var tree = Self.turned()
    let field = Paragraph(inlines: [.pageField(.pageCount)], style: Fixed.style())
    var german = Sample.node(.paragraph(field))
    german.language = Fixed.german
    tree.sections[0].kind = .flow([german, Sample.lines(24, "d")])
    tree.sections[1].kind = .flow([Sample.node(.paragraph(field))])
    let drawing = try #require(Sample.set(tree).output)
    #expect(drawing.pages.map(\.label) == ["1", "2", "3", "1"])
    #expect(drawing.pages[0].texts.first == "3")
    #expect(drawing.pages[3].texts.first == "1")
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Structure tree")
struct StructureTests {
  private func dump(_ nodes: [BlockNode], decorative: Bool = false) throws -> [String] {
    let drawing = try #require(Sample.set(Sample.flow(nodes)).output)
    return drawing.structure.elements.map { element in
      var text = "\(element.type)<\(element.parent ?? -1)"
      if let language = element.language { text += " \(language)" }
      if let alternative = element.alternativeText { text += " “\(alternative)”" }
      return text
    }
  }

  @Test("headings, paragraphs and quotations")
  func text() throws {
    let nodes = [
      Sample.heading("One"), Sample.lines(1), Sample.paragraph("“q”", role: .quotation),
      Sample.paragraph("“r”", role: .quotation), Sample.paragraph("who", role: .attribution),
      Sample.heading("Two", level: 2),
    ]
    #expect(
      try dump(nodes) == [
        "Sect<-1", "H1<0", "P<0", "BlockQuote<0", "P<3", "P<3", "P<0", "H2<0",
      ])
  }

  @Test("lists, tables and pictures")
  func containers() throws {
    func cell(_ text: String) -> Table.Cell {
      Table.Cell(content: [Sample.paragraph(text)], value: .missing)
    }
    let table = Table(
      columns: [Table.Column()], header: [cell("h")], rows: [[cell("d")]], rowPadding: 0,
      columnGap: 0, ruleColor: Fixed.ink)
    let list = List(
      items: [[Sample.paragraph("i")]], markerStyle: Fixed.style(), indent: 10, itemSpacing: 0)
    var image = DocumentTree.ImageBlock(file: "a.png", alternativeText: "A tower")
    image.caption = Paragraph(role: .caption, inlines: [.text("c")], style: Fixed.style())
    #expect(
      try dump([
        Sample.node(.list(list)), Sample.node(.table(table)), Sample.node(.image(image)),
      ]) == [
        "Sect<-1", "L<0", "LI<1", "Lbl<2", "LBody<2", "P<4", "Table<0", "TR<6", "TH<7", "P<8",
        "TR<6", "TD<10", "P<11", "Figure<0 “A tower”", "Caption<13",
      ])
  }

  @Test("a link has its element, and its glyphs and areas belong to it")
  func links() throws {
    let inlines: [Inline] = [
      .text("see "), .link(.address("https://a.example"), [.text("alpha beta")]),
      .text(" and "), .link(.address("https://b.example"), [.text("gamma")]), .text("."),
    ]
    let node = Sample.node(.paragraph(Paragraph(inlines: inlines, style: Fixed.style())))
    let drawing = try #require(Sample.set(Sample.flow([node])).output)
    #expect(drawing.structure.elements.map(\.type) == ["Sect", "P", "Link", "Link"])
    let page = drawing.pages[0]
    func texts(of element: Int) -> String {
      page.items.filter { $0.mark == .element(element) }.flatMap(\.runs).map(\.text)
        .joined(separator: " ").split(separator: " ").joined(separator: " ")
    }
    #expect(texts(of: 2) == "alpha beta")
    #expect(texts(of: 3) == "gamma")
    #expect(Set(page.links.map(\.element)) == [2, 3])
    #expect(page.items.allSatisfy { $0.mark != .artifact })
  }

  @Test("links to one address are links of their own, and a link over lines is one")
  func repeatedLinks() throws {
    let same = LinkTarget.address("https://a.example")
    let inlines: [Inline] = [
      .text("x "), .link(same, [.text("one two three four five")]), .text(" or "),
      .link(same, [.text("one two three four five")]), .text(" or "), .link(same, [.text("z")]),
    ]
    let node = Sample.node(.paragraph(Paragraph(inlines: inlines, style: Fixed.style())))
    let page = try #require(Sample.set(Sample.flow([node])).output?.pages.first)
    func text(of element: Int) -> String {
      page.items.filter { $0.mark == .element(element) }.flatMap(\.runs).map(\.text)
        .joined(separator: " ").split(separator: " ").joined(separator: " ")
    }
    #expect(
      (2...4).map { text(of: $0) } == ["one two three four five", "one two three four five", "z"])
    #expect(Set(page.links.map(\.element)) == [2, 3, 4])
    #expect(page.links.count > 3)
  }

  @Test("decorative content and masters are artifacts")
  func artifacts() throws {
    var decorative = Sample.node(.stack([Sample.heading("Again"), Sample.lines(1)]))
    decorative.isDecorative = true
    var tree = Sample.flow([decorative, Sample.lines(1, "b")])
    tree.masters["plain"]?.frames = [
      Frame(
        area: FrameArea(horizontal: .page, top: 0, height: 20), content: [Sample.lines(1, "m")],
        location: Sample.place)
    ]
    let drawing = try #require(Sample.set(tree).output)
    #expect(drawing.structure.elements.map(\.type) == ["Sect", "P"])
    #expect(drawing.outline.isEmpty)
    let marks = drawing.pages[0].items.map(\.mark)
    #expect(marks == [.artifact, .artifact, .artifact, .element(1)])
  }

  @Test("an element names its language where it is not the publication's")
  func languages() throws {
    var node = Sample.lines(1)
    node.language = Fixed.german
    #expect(try dump([node, Sample.lines(1)]) == ["Sect<-1", "P<0 de", "P<0"])
  }
}

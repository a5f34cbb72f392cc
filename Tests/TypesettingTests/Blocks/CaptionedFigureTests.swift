import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Testing

@testable import Typesetting

@Suite("Figures with captions")
struct CaptionedFigureTests {
  private func figure(
    _ content: [BlockNode], isAbove: Bool = false, caption: [String] = ["caption"]
  ) -> BlockNode {
    Sample.node(
      .figure(
        CaptionedFigure(
          content: content, caption: caption.map { Sample.paragraph($0, role: .caption) },
          captionIsAbove: isAbove, gap: 4)))
  }

  private func picture(height: Double? = nil) -> BlockNode {
    var image = ImageBlock(file: "a.png", alternativeText: "A")
    image.height = height
    return Sample.node(.image(image))
  }

  private func table(rows: Int) -> BlockNode {
    func cell(_ text: String) -> Table.Cell {
      Table.Cell(content: [Sample.paragraph(text)], value: .missing)
    }
    return Sample.node(
      .table(
        Table(
          columns: [.init()], header: [cell("head")], rows: (0..<rows).map { [cell("r\($0)")] },
          rowPadding: 0, columnGap: 0, ruleColor: Fixed.ink)))
  }

  @Test("a caption goes to the next page with its figure")
  func keptTogether() throws {
    let set = Sample.set(Sample.flow([Sample.lines(6), figure([picture(height: 50)])]))
    #expect(set.diagnostics.map(\.rendered) == [])
    let pages = try #require(set.output).pages
    #expect(pages.map(\.texts.count) == [6, 1])
    #expect(
      pages.map { $0.items.count { if case .image = $0.content { true } else { false } } } == [
        0, 1,
      ])
    // The picture, 4 points, and the baseline of the caption.
    #expect(pages[1].runs[0].origin.y == 10 + 50 + 4 + 9)
  }

  @Test("a picture as high as a page leaves room for its caption")
  func highPicture() throws {
    var tree = Sample.flow([figure([picture()])])
    tree.page.size = Size(width: 400, height: 120)
    let pages = try #require(Sample.set(tree).output).pages
    #expect(pages.count == 1)
    #expect(pages[0].runs[0].origin.y == 10 + 100 - 3)
  }

  @Test("the caption is part of the one figure or table, first where it stands above")
  func structure() throws {
    func types(_ nodes: [BlockNode]) throws -> [String] {
      try #require(Sample.set(Sample.flow(nodes)).output).structure.elements.map { element in
        element.parent.map { "\(element.type)<\($0)" } ?? element.type
      }
    }
    #expect(try types([figure([picture()])]) == ["Sect", "Figure<0", "Caption<1", "P<2"])
    #expect(
      try types([figure([table(rows: 1)], isAbove: true)]).prefix(5) == [
        "Sect", "Table<0", "Caption<1", "P<2", "TR<1",
      ])
    #expect(
      try types([figure([picture(), picture()])]) == [
        "Sect", "Div<0", "Figure<1", "Figure<1", "Caption<1", "P<4",
      ])
  }

  @Test("a table with its caption above breaks, and the caption stands once")
  func longTable() throws {
    let pages = try #require(
      Sample.set(Sample.flow([figure([table(rows: 12)], isAbove: true)])).output
    ).pages
    #expect(pages.map { $0.texts.first } == ["caption", "head"])
    #expect(pages.flatMap(\.texts).filter { $0.hasPrefix("r") }.count == 12)
    // The caption never stays behind alone.
    let moved = try #require(
      Sample.set(Sample.flow([Sample.lines(8), figure([table(rows: 2)], isAbove: true)])).output
    ).pages
    #expect(moved.map(\.texts.count) == [8, 4])
  }

  @Test("a figure in a cell of a table with a caption keeps its own", arguments: [true, false])
  func figureInCell(isAbove: Bool) throws {
    let inner = figure([picture()], isAbove: isAbove, caption: ["inner"])
    let cell = Table.Cell(content: [inner], value: .missing)
    let table = Table(
      columns: [.init()], header: [], rows: [[cell]], rowPadding: 0, columnGap: 0,
      ruleColor: Fixed.ink)
    let nodes = [figure([Sample.node(.table(table))], isAbove: true, caption: ["outer"])]
    let pages = try #require(Sample.set(Sample.flow(nodes)).output).pages
    #expect(pages.flatMap(\.texts).sorted() == ["inner", "outer"])
    #expect(pages[0].texts.first == "outer")
  }

  @Test("contents with indents hang, and dots lead from the title's last line")
  func contents() throws {
    func entry(_ level: Int, _ title: String) -> Contents.Entry {
      var entry = Contents.Entry(
        level: level, title: [.text(title)], anchor: "a", style: Fixed.style(),
        numberStyle: Fixed.style())
      entry.indent = Double(level - 1) * 8
      entry.hanging = 10
      return entry
    }
    let entries = [entry(1, "one"), entry(2, "two two two two two two")]
    var tree = Sample.flow([
      Sample.node(.contents(Contents(entries: entries, rowGap: 0))),
      Sample.heading("A", anchor: "a"),
    ])
    tree.page.size.width = 130
    let page = try #require(Sample.set(tree).output).pages[0]
    let starts = page.runs.filter { $0.text.hasPrefix("one") || $0.text.hasPrefix("two") }
      .map(\.origin.x)
    #expect(starts == [10, 18, 28])
    let numbers = page.runs.filter { $0.text == "1" }.map(\.origin)
    #expect(numbers.map(\.y) == [19, 43])
    #expect(numbers.map(\.x) == [115, 115])
  }
}

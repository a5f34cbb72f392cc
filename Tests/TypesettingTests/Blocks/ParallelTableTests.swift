import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// Tables side by side: with the fixed shaper a line is 12 points high, a row of one line 16.
@Suite("Tables in two languages")
struct ParallelTableTests {
  /// A table with so many lines in the first cell of each row.
  private static func table(
    _ lines: [Int], _ name: String, _ language: LanguageTag, leading: Double = 12
  ) -> BlockNode {
    func cell(_ lines: Int, _ name: String) -> Table.Cell {
      var node = Sample.lines(lines, name)
      if case .paragraph(var paragraph) = node.content {
        paragraph.style.leading = leading
        node.content = .paragraph(paragraph)
      }
      node.language = language
      return Table.Cell(content: [node], value: .missing)
    }
    var node = Sample.node(
      .table(
        Table(
          columns: [.init()], header: [cell(1, name + "h")],
          rows: lines.enumerated().map { [cell($1, "\(name)\($0)")] }, rowPadding: 2,
          columnGap: 0, ruleColor: Fixed.ink)))
    node.language = language
    return node
  }

  private static func tree(_ sides: [BlockNode?]) -> PublicationTree {
    let parallel = Parallel(rows: [.sides(sides)], shares: [1, 1], gutter: 20)
    var tree = Sample.flow([Sample.node(.parallel(parallel))])
    tree.languages = [Fixed.german, Fixed.english]
    tree.page.size.width = 320
    return tree
  }

  /// The first lines of rows with their baselines, for each page.
  private static func places(_ tree: PublicationTree) throws -> [[String: Int]] {
    let drawing = try #require(Sample.set(tree).output)
    return drawing.pages.map { page in
      var places: [String: Int] = [:]
      for run in page.runs {
        places[String(run.text.prefix { $0 != "x" })] = Int(run.origin.y.rounded())
      }
      return places
    }
  }

  @Test("rows start level, are equally high, and break before the same row under their headers")
  func rowsAreLevel() throws {
    let german = Self.table([2, 1, 1, 2, 1], "d", Fixed.german)
    let english = Self.table([1, 3, 1, 1, 1], "e", Fixed.english)
    let pages = try Self.places(Self.tree([german, english]))
    #expect(pages.count == 2)
    for (page, rows) in zip(pages, [[0, 1, 2], [3, 4]]) {
      for row in ["h0"] + rows.map({ "\($0)0" }) {
        let place = try #require(page["d" + row], "\(row)")
        #expect(page["e" + row] == place)
      }
    }
    // Header 16, then 28 for the German row and 40 for the English one.
    #expect(pages[0]["d00"].map { $0 + 28 } == pages[0]["d10"])
    #expect(pages[0]["d10"].map { $0 + 40 } == pages[0]["d20"])
  }

  @Test("rows stand on one line, and have one height, where the languages' styles differ")
  func stylesDiffer() throws {
    let german = Self.table([1, 1], "d", Fixed.german, leading: 12)
    let english = Self.table([1, 1], "e", Fixed.english, leading: 18)
    let page = try #require(try Self.places(Self.tree([german, english])).first)
    for row in ["h0", "00", "10"] { #expect(page["d" + row] == page["e" + row]) }
    let rules = try #require(Sample.set(Self.tree([german, english])).output).pages[0].fills
    let tops = Set(rules.map { ($0.y * 100).rounded() })
    #expect(rules.count == 2 * tops.count)
  }

  @Test("captions above are level, and so are the tables below captions of unequal length")
  func captions() throws {
    func captioned(_ table: BlockNode, _ lines: Int, _ name: String, anchor: String) -> BlockNode {
      var caption = Sample.lines(lines, name, role: .caption)
      caption.language = table.language
      var node = Sample.node(
        .figure(
          CaptionedFigure(content: [table], caption: [caption], captionIsAbove: true, gap: 4)))
      node.language = table.language
      node.anchor = anchor
      return node
    }
    let tree = Self.tree([
      captioned(Self.table([2, 1], "d", Fixed.german), 1, "dc", anchor: "a"),
      captioned(Self.table([1, 2], "e", Fixed.english), 2, "ec", anchor: "a.en"),
    ])
    let page = try #require(try Self.places(tree).first)
    for row in ["c0", "h0", "00", "10"] {
      #expect(page["d" + row] != nil && page["d" + row] == page["e" + row], "\(row)")
    }
    let names = try #require(Sample.set(tree).output).pages[0].destinations.map(\.name)
    #expect(Set(names) == ["a", "a.en"])
  }

  @Test("tables of different rows stand as they are")
  func unequalTables() throws {
    let pages = try Self.places(
      Self.tree([
        Self.table([1, 1], "d", Fixed.german), Self.table([2, 1, 1], "e", Fixed.english),
      ]))
    #expect(pages.flatMap(\.keys).filter { $0.hasPrefix("e") }.count >= 4)
    #expect(pages[0]["dh0"] == pages[0]["eh0"])
  }
}

import Design
import Diagnostics
import DocumentTree
import Geometry
import Languages
import Testing

@testable import Typesetting

/// Two languages side by side: ten times the text is at most twelve times the work, counted in calls
/// of `fit` and in pairs of breakpoints.
@Suite struct BilingualGrowthTests {
  /// Rows that grow, by so many parts.
  struct Growing: CustomTestStringConvertible, Sendable {
    var name: String
    var isSpread = false
    var rows: @Sendable (Int) -> [Parallel.Row]
    var testDescription: String { name }
  }

  private static let sentence =
    "Was gesetzt wird, steht auf gleicher Höhe mit dem, was dasselbe in einer anderen Sprache sagt."

  @Sendable private static func text(_ index: Int, _ language: LanguageTag) -> BlockNode {
    // The languages are of different length, the one or the other.
    let isLong = (language == Fixed.german) == (index % 3 > 0)
    let words = isLong ? sentence + " " + sentence : sentence
    var node = Sample.paragraph("\(index) " + words, style: Fixed.style(alignment: .justify))
    node.language = language
    return node
  }

  @Sendable private static func sides(_ make: (LanguageTag) -> BlockNode) -> Parallel.Row {
    .sides([Fixed.german, Fixed.english].map { make($0) })
  }

  @Sendable private static func paragraphs(_ count: Int) -> [Parallel.Row] {
    (0..<count).map { index in sides { text(index, $0) } }
  }

  @Sendable private static func table(_ count: Int) -> [Parallel.Row] {
    func cell(_ index: Int, _ language: LanguageTag) -> Table.Cell {
      Table.Cell(content: [text(index, language)], value: .missing)
    }
    return [
      sides { language in
        Sample.node(
          .table(
            Table(
              columns: [.init(), .init()], header: [cell(1, language), cell(2, language)],
              rows: (0..<count).map { [cell($0, language), cell($0 + 1, language)] },
              rowPadding: 2, columnGap: 4, ruleColor: Fixed.ink)))
      }
    ]
  }

  /// Tables whose first column has a cell for each `rows` rows, with as much text as they.
  @Sendable private static func spanning(_ count: Int, rows: Int) -> [Parallel.Row] {
    func cell(_ indices: Range<Int>, _ language: LanguageTag, rows: Int = 1) -> Table.Cell {
      Table.Cell(content: indices.map { text($0, language) }, value: .missing, rowSpan: rows)
    }
    return [
      sides { language in
        let cells = (0..<count).map { row in
          let own = cell(row..<row + 1, language)
          guard row % rows == 0 else { return [own] }
          let high = min(rows, count - row)
          return [cell(row..<row + high, language, rows: high), own]
        }
        return Sample.node(
          .table(
            Table(
              columns: [.init(), .init()], header: [cell(0..<1, language), cell(1..<2, language)],
              rows: cells, rowPadding: 2, columnGap: 4, ruleColor: Fixed.ink)))
      }
    ]
  }

  /// A paragraph for each part, every third with a note; some notes are longer than a page.
  @Sendable private static func noted(_ count: Int) -> [Parallel.Row] {
    (0..<count).map { index in
      sides { language in
        var node = text(index, language)
        guard index % 3 == 0, case .paragraph(var paragraph) = node.content else { return node }
        let sentences = index % 12 == 0 ? 20 : 1
        let words = Array(repeating: sentence, count: sentences).joined(separator: " ")
        paragraph.inlines.append(
          .footnote(Footnote(identifier: "n\(index)", paragraphs: [[.text(words)]])))
        node.content = .paragraph(paragraph)
        return node
      }
    }
  }

  @Sendable private static func list(_ count: Int) -> [Parallel.Row] {
    [
      sides { language in
        Sample.node(
          .list(
            List(
              items: (0..<count).map { [text($0, language)] }, markerStyle: Fixed.style(),
              indent: 12, itemSpacing: 3)))
      }
    ]
  }

  @Sendable private static func boxes(_ count: Int) -> [Parallel.Row] {
    paragraphs(count).map { row in
      var inner = Parallel(rows: [row, row], shares: [1, 1], gutter: 20)
      inner.box = Box(children: [], padding: Edges(all: 4))
      return .whole([Sample.node(.parallel(inner))])
    }
  }

  @Sendable private static func headed(_ count: Int) -> [Parallel.Row] {
    paragraphs(count).flatMap { row in [sides { heading($0) }, row] }
  }

  @Sendable private static func heading(_ language: LanguageTag) -> BlockNode {
    var node = Sample.heading("Heading")
    node.language = language
    return node
  }

  @Sendable private static func long(_ count: Int) -> [Parallel.Row] {
    [
      sides { language in
        let count = language == Fixed.german ? count : count * 4 / 5
        var node = Sample.paragraph(
          Array(repeating: sentence, count: count).joined(separator: " "))
        node.language = language
        return node
      }
    ]
  }

  static let documents: [Growing] = [
    Growing(name: "paragraphs", rows: paragraphs),
    Growing(name: "paragraphs on facing pages", isSpread: true, rows: paragraphs),
    Growing(name: "headings with paragraphs", rows: headed),
    Growing(name: "a table", rows: table),
    Growing(name: "a table on facing pages", isSpread: true, rows: table),
    Growing(name: "a table with cells over several rows") { spanning($0, rows: 3) },
    Growing(name: "a table with one cell over all rows") { spanning($0, rows: $0) },
    Growing(name: "a table with one cell over all rows on facing pages", isSpread: true) {
      spanning($0, rows: $0)
    },
    Growing(name: "texts with footnotes", rows: noted),
    Growing(name: "texts with footnotes on facing pages", isSpread: true, rows: noted),
    Growing(name: "a list", rows: list),
    Growing(name: "boxes", rows: boxes),
    Growing(name: "one paragraph over many pages", rows: long),
  ]

  private func work(_ document: Growing, parts: Int, height: Double = 300) throws -> Work {
    var parallel = Parallel(rows: document.rows(parts), shares: [1, 1], gutter: 20)
    parallel.isSpread = document.isSpread
    var tree = Sample.flow([Sample.node(.parallel(parallel))])
    tree.languages = [Fixed.german, Fixed.english]
    tree.page = PageGeometry(
      size: Size(width: document.isSpread ? 260 : 520, height: height), margins: Edges(all: 10),
      columns: 2, gutter: 10)
    tree.page.facing = document.isSpread
    tree.sections[0].isSpread = document.isSpread
    return try Work(setting: tree)
  }

  @Test(arguments: documents) func tenTimesTheTextIsTenTimesTheWork(document: Growing) throws {
    let small = try work(document, parts: 40)
    let large = try work(document, parts: 400)
    large.expectTenTimes(small)
  }

  /// The highest page that a layout can have.
  @Test(arguments: documents) func onHighPagesToo(document: Growing) throws {
    let small = try work(document, parts: 40, height: 14_400)
    let large = try work(document, parts: 400, height: 14_400)
    large.expectTenTimes(small)
  }
}

import Design
import DocumentTree
import Geometry
import Testing

@testable import Typesetting

/// Ten times the text with footnotes, wherever their marks stand, is at most twelve times the work.
@Suite struct FootnoteGrowthTests {
  typealias Growing = GrowthTests.Growing

  private static let sentence = GrowthTests.sentence

  @Sendable private static func note(_ index: Int, sentences: Int) -> Inline {
    let text = Array(repeating: sentence, count: sentences).joined(separator: " ")
    return .footnote(Footnote(identifier: "n\(index)", paragraphs: [[.text(text)]]))
  }

  /// A paragraph with a note of so many sentences.
  @Sendable private static func noted(_ index: Int, sentences: Int) -> BlockNode {
    let inlines: [Inline] = [.text("\(index) \(sentence)"), note(index, sentences: sentences)]
    return Sample.node(.paragraph(Paragraph(inlines: inlines, style: Fixed.style())))
  }

  /// A short paragraph with a note, as an item or a cell has it.
  @Sendable private static func noted(_ index: Int) -> BlockNode { noted(index, sentences: 1) }

  /// One paragraph that is nothing but marks.
  @Sendable private static func marks(_ count: Int) -> [BlockNode] {
    let notes = (0..<count).map { note($0, sentences: 1) }
    return [Sample.node(.paragraph(Paragraph(inlines: notes, style: Fixed.style())))]
  }

  @Sendable private static func list(_ items: [[BlockNode]]) -> BlockNode {
    Sample.node(
      .list(List(items: items, markerStyle: Fixed.style(), indent: 12, itemSpacing: 3)))
  }

  @Sendable private static func table(_ rows: [[Table.Cell]]) -> [BlockNode] {
    var table = GrowthTests.found(0, columns: 2)
    table.rows = rows
    return [Sample.node(.table(table))]
  }

  @Sendable private static func cell(_ nodes: [BlockNode], rows: Int = 1) -> Table.Cell {
    Table.Cell(content: nodes, value: .missing, rowSpan: rows)
  }

  @Sendable private static func box(_ nodes: [BlockNode]) -> BlockNode {
    Sample.node(.box(Box(children: nodes)))
  }

  /// The text on the baseline grid, with room before it that is no multiple of its step.
  @Sendable private static func gridded(_ nodes: [BlockNode]) -> [BlockNode] {
    nodes.map { node in
      guard case .paragraph(var paragraph) = node.content else { return node }
      paragraph.style.grid = .allLines
      var copy = node
      copy.spaceBefore = 5
      copy.content = .paragraph(paragraph)
      return copy
    }
  }

  static let documents: [Growing] = [
    Growing(name: "footnotes") { count in (0..<count).map { noted($0, sentences: 1) } },
    Growing(name: "footnotes longer than a page") { count in
      (0..<count).map { noted($0, sentences: $0 % 5 == 0 ? 20 : 1) }
    },
    Growing(name: "one footnote over many pages") {
      [noted(0, sentences: $0), GrowthTests.paragraph(1)]
    },
    // The first line of a paragraph has but one beginning to be measured from, so that the marks of
    // one paragraph are only proportionate from several lines on; see below for less.
    Growing(name: "a page of nothing but footnotes", parts: 300, nodes: marks),
    Growing(name: "paragraphs of nothing but footnotes") { count in
      (0..<count / 5).flatMap { _ in marks(5) }
    },
    Growing(name: "footnotes in columns") { count in
      [GrowthTests.columns(2, balanced: true, (0..<count).map { noted($0, sentences: 1) })]
    },
    Growing(name: "footnotes in a list") { count in [list((0..<count).map { [noted($0)] })] },
    Growing(name: "footnotes in lists within lists") { count in
      (0..<count / 3).map { index in
        list([[list([[noted(3 * index)], [noted(3 * index + 1)]])], [noted(3 * index + 2)]])
      }
    },
    Growing(name: "footnotes in the cells of a table") { count in
      table((0..<count).map { [cell([noted(2 * $0)]), cell([noted(2 * $0 + 1)])] })
    },
    Growing(name: "footnotes in cells over several rows") { count in
      table(
        (0..<count).map { row in
          let text = cell([noted(2 * row)])
          return row % 3 == 0
            ? [cell([noted(2 * row + 1)], rows: min(3, count - row)), text] : [text]
        })
    },
    Growing(name: "footnotes in boxes") { count in (0..<count).map { box([noted($0)]) } },
    Growing(name: "footnotes in one box over many pages") { count in
      [box((0..<count).map(noted))]
    },
    Growing(name: "footnotes in boxes within a list") { count in
      [list((0..<count).map { [box([noted($0)])] })]
    },
    Growing(name: "footnotes in the captions of figures") { count in
      (0..<count).map { index in
        var image = DocumentTree.ImageBlock(file: "a.png", alternativeText: "words")
        image.height = 60
        return Sample.node(
          .figure(
            CaptionedFigure(content: [Sample.node(.image(image))], caption: [noted(index)], gap: 4))
        )
      }
    },
    Growing(name: "footnotes in definitions") { count in
      let entries = (0..<count).map { index in
        Definitions.Entry(term: Sample.paragraph("Term"), description: [noted(index)])
      }
      return [
        Sample.node(
          .definitions(Definitions(entries: entries, termWidth: 40, gap: 4, entrySpacing: 4)))
      ]
    },
    Growing(name: "footnotes in the cells of rows") { count in
      (0..<count).map { index in
        let cells = (0..<2).map { Row.Cell(span: 1, content: [noted(2 * index + $0)]) }
        return Sample.node(.row(Row(cells: cells, gutter: 6)))
      }
    },
    Growing(name: "footnotes below text on the baseline grid") { count in
      gridded((0..<count).map(noted))
    },
    Growing(name: "footnotes in columns on the baseline grid") { count in
      [GrowthTests.columns(2, balanced: true, gridded((0..<count).map(noted)))]
    },
    Growing(name: "balanced columns on the baseline grid") { count in
      [GrowthTests.columns(3, balanced: true, gridded(GrowthTests.paragraphs(count)))]
    },
  ]

  @Test(arguments: documents) func tenTimesTheTextIsTenTimesTheWork(document: Growing) throws {
    let small = try GrowthTests.work(document, parts: document.parts)
    let large = try GrowthTests.work(document, parts: 10 * document.parts)
    large.expectTenTimes(small)
  }

  @Test(arguments: documents) func onHighPagesToo(document: Growing) throws {
    let small = try GrowthTests.work(document, parts: document.parts, height: 14_400)
    let large = try GrowthTests.work(document, parts: 10 * document.parts, height: 14_400)
    large.expectTenTimes(small)
  }

  /// Pages of nothing but footnotes take calls of `fit` in proportion from one line of marks on.
  @Test(arguments: [300.0, 14_400]) func oneLineOfMarks(height: Double) throws {
    let document = Growing(name: "marks", nodes: Self.marks)
    let small = try GrowthTests.work(document, parts: 45, height: height)
    let large = try GrowthTests.work(document, parts: 450, height: height)
    #expect(large.fits <= 12 * small.fits, "fit: \(small.fits), then \(large.fits)")
  }
}

import DataBinding
import Design
import Diagnostics
import DocumentTree
import Languages
import SampleLayouts
import Testing

/// Tables that an author writes into a text.
@Suite struct TextTableTests {
  private func bound(_ text: String, _ more: String = "") throws -> BoundLayout {
    try BoundLayout("- text: |-\n" + SampleLayout.indented(text, by: 4) + more)
  }

  private func table(_ text: String, _ language: String = "de") throws -> Table {
    let bound = try bound(text)
    #expect(bound.diagnostics.map(\.rendered) == [])
    let nodes = try bound.nodes(language)
    guard case .table(let table)? = nodes.first?.content else {
      Issue.record("there is no table")
      return Table(
        columns: [], header: [], rows: [], rowPadding: 0, columnGap: 0,
        ruleColor: PaletteColor(""))
    }
    return table
  }

  @Test func columnsAreFoundAndAligned() throws {
    let table = try table(
      "| Ort | Art | Fläche | Anteil |\n|:--|:-:|--:|--:|\n"
        + "| Nord | Park | 12,5 ha | viel davon |\n| Süd | Platz | – | wenig |")
    #expect(table.columns.map(\.width) == Array(repeating: .content, count: 4))
    #expect(table.columns.map(\.alignment) == [.left, .center, .right, .right])
    // Flush right means flush right, of figures as well.
    #expect(!table.columns.contains { $0.isDecimal })
    #expect(table.headerRows.count == 1)
    #expect(table.rows.map(\.count) == [4, 4])
    #expect(table.rows[0].map(\.value)[2] == .text("12,5\u{A0}ha"))
    #expect(table.header[0].content.first?.language.rawValue == "de")
  }

  @Test func valuesNotesAndShortRows() throws {
    let table = try table("| *a* | b |\n|---|---|\n| x^[Note.] |\n| 1 | 2 | 3 |")
    #expect(table.rows.map(\.count) == [2, 2])
    #expect(table.rows[0][1].content.isEmpty)
    guard case .paragraph(let paragraph)? = table.rows[0][0].content.first?.content,
      case .footnote(let note)? = paragraph.inlines.last
    else {
      Issue.record("the note is not there")
      return
    }
    #expect(note.paragraphs.map(\.plainText) == ["Note."])
  }

  @Test func aTableWithoutTitlesHasNoHeader() throws {
    #expect(try table("|  |  |\n|---|---|\n| a | b |").headerRows.isEmpty)
  }

  @Test func markupInCellsIsChecked() throws {
    let problems = try bound("| a |\n|---|\n| <b>c</b> |").diagnostics
    #expect(problems.first?.message == "HTML is not part of the text")
    #expect(problems.first?.location?.line != nil)
  }
}

import DataBinding
import Design
import Diagnostics
import DocumentTree
import SampleLayouts
import Testing

/// Cells with keys of their own, headers and footers, and what is wrong with spans.
struct TableBindingTests {
  private func table(_ yaml: String) throws -> (table: Table, problems: [String]) {
    let bound = try BoundLayout(yaml)
    let tables = try bound.nodes().compactMap { node -> Table? in
      if case .table(let table) = node.content { table } else { nil }
    }
    let problems = bound.diagnostics.map { "\($0.identifier) \($0.location?.line ?? 0)" }
    return (try #require(tables.first), problems)
  }

  @Test func cellsAndColumns() throws {
    let (table, problems) = try table(
      """
      - table:
          - { title: a, width: auto, header: true }
          - { title: b, width: 20mm, align: decimal }
          - { title: c, width: 2, align: center }
        rules: all
        zebra: teal 20%
        header-background: teal
        position: middle
        width: natural
        missing: –
        content:
          - table-row: ["x", "{first(metrics).note}", { text: { de: y, en: z }, position: top, align: left }]
          - table-row: [{ text: x, span: 2, background: teal 10% }, "w"]
            background: teal 40%
          - table-row: [{ text: x, span: all }]
          - each: programmes
            as: programme
            content:
              - table-row: [{ text: "{programme.name}", rows: count(programme.metrics), if: x }, "1", "2"]
      """.replacing(", if: x", with: ""))
    #expect(table.columns.map(\.isDecimal) == [false, true, false])
    #expect(table.columns.map(\.isHeader) == [true, false, false])
    #expect(table.columns.map(\.alignment) == [.left, .right, .center])
    #expect(table.columns[0].width == .content && table.columns[2].width == .weight(2))
    #expect(table.rules == .all && table.position == .middle && !table.fillsWidth)
    #expect(table.zebra == PaletteColor("teal", tint: 0.2))
    #expect(table.rows[0].map(\.position) == [nil, nil, .top])
    #expect(table.rows[0][2].alignment == .left)
    // The value stays missing, and a dash is printed for it.
    #expect(table.rows[0][1].value == .missing && table.rows[0][1].content.count == 1)
    #expect(table.rows[1].map(\.columnSpan) == [2, 1])
    #expect(table.rows[1].map(\.background?.tint) == [0.1, 0.4])
    #expect(table.rows[2][0].columnSpan == Table.Cell.allColumns)
    // The first programme has two metrics and reaches into the row of the second.
    #expect(table.rows[3][0].rowSpan == 2)
    #expect(problems.contains { $0.hasPrefix("layout.wrong-cells") })
  }

  @Test func mergedCells() throws {
    let (table, problems) = try table(
      """
      - table: [{ title: a, merge: true }, { title: b }]
        content:
          - table-row: [x, "1"]
          - table-row: [x, "2"]
          - table-row: [y, "3"]
          - table-row: ["", "4"]
          - table-row: ["", "5"]
          - table-row: [x, "6"]
      """)
    #expect(problems == [])
    #expect(table.rows.map(\.count) == [2, 1, 2, 2, 2, 2])
    #expect(table.rows[0][0].rowSpan == 2)
  }

  @Test func mergedCellsKeepWithinTheirGroup() throws {
    let (table, _) = try table(
      """
      - table: [{ title: a, merge: true }, { title: b, merge: true }, { title: c }]
        content:
          - table-row: [x, p, "1"]
          - table-row: [x, q, "2"]
          - table-row: [y, q, "3"]
          - table-row: [y, q, "4"]
      """)
    #expect(table.rows.map(\.count) == [3, 2, 3, 1])
  }

  @Test func headerAndFooter() throws {
    let (table, problems) = try table(
      """
      - table: [{ title: "" }, { title: b }, { title: c, align: right }]
        header:
          - table-row: [{ text: a, rows: 2 }, { text: bc, span: 2 }]
        content:
          - table-row: [x, "1", "2"]
        footer:
          - table-row: [{ text: sum, span: 2 }, "3"]
        footer-style: small
      """)
    #expect(problems == [])
    #expect(table.headerRows.map(\.count) == [2, 2])
    #expect(
      table.titles.map { $0.map(\.value) } == [
        [.text("a")], [.text("bc"), .text("b")], [.text("bc"), .text("c")],
      ])
    #expect(table.footerRows[0].map(\.columnSpan) == [2, 1])
    guard case .paragraph(let sum)? = table.footerRows[0][0].content.first?.content else {
      Issue.record("there is no sum")
      return
    }
    #expect(sum.style.name == "small")
  }

  @Test func spansThatDoNotFit() throws {
    let (_, problems) = try table(
      """
      - table: [{ title: a }, { title: b }, { title: c }]
        content:
          - table-row: [{ text: x, span: count(metrics) }, { text: "2", rows: count(metrics) }]
          - table-row: [x, { text: y, rows: 2 }, z]
          - table-row: [{ text: x, span: 2 }, { text: z, rows: 9 }]
          - table-row: [{ text: x, rows: 0.5 }, y, z, w]
      """)
    // Three metrics over three columns leave none for the second cell.
    #expect(
      Set(problems) == [
        "layout.wrong-cells 11", "table.bad-span 13", "table.overlapping-spans 13",
        "layout.wrong-cells 14", "table.bad-span 14",
      ])
  }

  @Test func spansOfTheLayout() throws {
    let bound = try BoundLayout(
      """
      - table: [{ title: a }, { title: b }]
        content:
          - table-row: [{ text: x, span: 3 }]
          - table-row: [{ text: x, span: organisation.name }, y]
          - table-row: [{ span: 2 }]
          - table-row: [{ text: x, spam: 2 }]
      """)
    #expect(
      bound.diagnostics.map(\.identifier).prefix(2) == [
        "layout.missing-key", "layout.unknown-key",
      ])
    #expect(bound.diagnostics.contains { $0.identifier == "layout.wrong-type" })
    #expect(
      bound.diagnostics.contains { $0.message.hasPrefix("the row has 1 cells, which take 3") })
  }
}

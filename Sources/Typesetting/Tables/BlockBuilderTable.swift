import Design
import Diagnostics
import DisplayList
import DocumentTree

/// Tables: `Table` with `TR`, `TH` and `TD`.
extension BlockBuilder {
  /// A table; the repeated header is an artifact.
  mutating func table(_ table: Table, traits: BlockTraits) -> (any Block)? {
    reportSurplusCells(of: table, at: traits)
    let mark = element("Table", language: traits.language)
    openCaption(in: mark)
    return within(mark) { builder in
      let header = builder.part([(table.headerRows, .header)], of: table)
      // Built a second time: the first header's elements are read once, whatever is repeated.
      let repeated =
        table.headerRows.isEmpty
        ? header : builder.asArtifact { $0.part([(table.headerRows, .header)], of: table) }
      let body = builder.part([(table.rows, .body), (table.footerRows, .footer)], of: table)
      builder.setHeaders(TableHeadings(header: header, body: body).headers())
      return TableBlock(
        traits: traits, table: table, header: header, repeatedHeader: repeated, body: body)
    }
  }

  /// The rows that a part is made of.
  private enum RowKind {
    case header, body, footer
  }

  /// Cells beyond the columns have no place; the table is set without them, and the user told.
  private mutating func reportSurplusCells(of table: Table, at traits: BlockTraits) {
    for rows in [table.headerRows, table.rows, table.footerRows] {
      for case .tooManyCells(let row, _) in TableGrid(rows, columns: table.columns.count).problems {
        report(
          Diagnostic(
            "table.ragged-row",
            "a row of the table has \(rows[row].count) cells, "
              + "but there are \(table.columns.count) columns",
            at: traits.location))
        return
      }
    }
  }

  private mutating func part(_ kinds: [(rows: [[Table.Cell]], kind: RowKind)], of table: Table)
    -> TablePart
  {
    var part = TablePart(columns: table.columns.count)
    for (rows, kind) in kinds where !rows.isEmpty {
      let grid = TableGrid(rows, columns: table.columns.count)
      var cells: [[TablePart.Cell]] = []
      for (row, places) in grid.places.enumerated() {
        let mark = element("TR")
        cells.append(
          within(mark) { builder in
            var made: [TablePart.Cell] = []
            for place in places {
              made.append(builder.cell(rows[row][place.cell], at: place, kind, of: table))
            }
            return made
          })
      }
      part.append(cells, groups: grid.groups, isFooter: kind == .footer)
    }
    return part
  }

  private mutating func cell(
    _ cell: Table.Cell, at place: TableGrid.Place, _ kind: RowKind, of table: Table
  ) -> TablePart.Cell {
    let column = table.columns[place.column]
    let isTitle = kind == .header
    let isHeader = isTitle || cell.isHeader || column.isHeader
    // A heading that says nothing would be read as one.
    let isFilled = !cell.content.isEmpty
    let mark = element(
      isHeader && isFilled ? "TH" : "TD",
      table: StructureTree.CellAttributes(
        scope: isHeader && isFilled ? (isTitle ? .column : .row) : nil, columns: place.columns,
        rows: place.rows))
    // Titles over several columns of figures stand in their middle.
    let alignment =
      cell.alignment
      ?? (isTitle && place.columns > 1 && column.alignment == .right ? .center : column.alignment)
    let isFigure = cell.value.isNumber && (column.isDecimal || alignment == .right)
    let nodes = cell.content.map { $0.set(alignment, tabularFigures: isFigure) }
    let block = within(mark) { StackBlock($0.build(nodes)) }
    var figure: ParagraphBlock?
    if column.isDecimal, cell.alignment == nil, !isTitle, place.columns == 1,
      block.children.count == 1
    {
      figure = block.children.first as? ParagraphBlock
    }
    var made = TablePart.Cell(
      place: place, block: block, undividedBlock: block.undivided,
      position: cell.position ?? table.position,
      background: cell.background, figure: figure, isFilled: isFilled,
      mark: mark, isHeading: isHeader && isFilled)
    if place.rows > 1, isFilled, !isTitle {
      made.repeatedBlock = asArtifact { StackBlock($0.build(nodes)) }
    }
    return made
  }
}

extension StackBlock {
  /// The stack with paragraphs whose words are not divided.
  fileprivate var undivided: StackBlock {
    StackBlock(
      children.map { child in
        guard var paragraph = child as? ParagraphBlock, paragraph.setting.style.hyphenate else {
          return child
        }
        paragraph.setting.style.hyphenate = false
        // Paragraphs are remembered by number; no other block has one below zero.
        paragraph.traits.number = -1 - paragraph.traits.number
        return paragraph
      }, spacing: spacing)
  }
}

extension TypedValue {
  /// Whether it is a number, or the sign for a missing one.
  fileprivate var isNumber: Bool {
    switch self {
    case .quantity, .missing: true
    case .text(let text): text.contains { ("0"..."9").contains($0) }
    case .date: false
    }
  }
}

extension BlockNode {
  /// The node with an alignment, where it is a paragraph, and with figures of equal width.
  fileprivate func set(_ alignment: TextAlignment, tabularFigures: Bool) -> BlockNode {
    guard case .paragraph(var paragraph) = content else { return self }
    paragraph.style.alignment = alignment
    let features = paragraph.style.features
    if tabularFigures, !features.contains(where: { $0.tag == "tnum" || $0.tag == "pnum" }) {
      paragraph.style.features.append(FontFeature("tnum"))
    }
    var copy = self
    copy.content = .paragraph(paragraph)
    return copy
  }
}

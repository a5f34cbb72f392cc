import Design
import DocumentTree
import LayoutLanguage

/// Tables that an author writes into a text.
extension BlockBinder {
  /// A table of a text, as a layout's table looks that says no more than its columns.
  ///
  /// Columns are as wide as their content asks; `---:` sets them flush right, figures too, as
  /// wherever such tables are read.
  mutating func table(
    _ marked: MarkedTable, _ identity: BlockIdentity, below body: TextStyle, at site: BlockSite
  ) -> BlockNode {
    let cellStyle = style("table-style", of: site, otherwise: "table-cell")
    let headerStyle = style("table-header-style", of: site, otherwise: "table-header")
    var number = 0
    func cells(_ row: [[Inline]], _ style: TextStyle) -> [Table.Cell] {
      row.enumerated().map { column, inlines in
        number += 1
        guard !inlines.isBlank else { return Table.Cell(content: [], value: .missing) }
        var own = style
        own.alignment = marked.alignments[column].text
        let node = paragraphNode(
          .body, inlines, own, at: site,
          identity: BlockIdentity(
            record: identity.record, path: identity.path + ".cells", paragraph: number))
        return Table.Cell(content: [node], value: .text(inlines.plainText))
      }
    }
    let columns = marked.alignments.map { Table.Column(width: .content, alignment: $0.text) }
    let header = cells(marked.header, headerStyle)
    var table = Table(
      columns: columns, header: [], rows: marked.rows.map { cells($0, cellStyle) }, rowPadding: 3,
      columnGap: layout.page.gutter,
      ruleColor: PaletteColor(cellStyle.color.entry, tint: cellStyle.color.tint * 0.4))
    if header.contains(where: { !$0.content.isEmpty }) { table.headerRows = [header] }
    var made = node(.table(table), at: site, identity: identity)
    made.spaceBefore = body.leading * 0.5
    made.spaceAfter = body.leading * 0.5
    return made
  }
}

extension MarkedTable.Alignment? {
  /// The alignment of a column's texts; left where the table does not say.
  fileprivate var text: TextAlignment {
    switch self {
    case .left, nil: .left
    case .center: .center
    case .right: .right
    }
  }
}

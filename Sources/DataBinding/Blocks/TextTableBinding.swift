import Design
import DocumentTree
import LayoutLanguage

/// Tables that an author writes into a text.
extension BlockBinder {
  /// A table of a text, as a layout's table looks that says no more than its columns.
  ///
  /// Columns are as wide as their content asks; those that the text aligns to the right stand on
  /// their decimal separators where all of them are figures.
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
    let columns = marked.alignments.enumerated().map { column, alignment in
      let texts = marked.rows.map { $0[column] }.filter { !$0.isBlank }
      return Table.Column(
        width: .content, alignment: alignment.text,
        isDecimal: alignment == .right && texts.allSatisfy { Self.isFigure($0.plainText) })
    }
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

  /// Whether a text is a figure or the sign for a missing one, and not words with a number in them.
  private static func isFigure(_ text: String) -> Bool {
    let letters = text.count { $0.isLetter }
    let digits = text.count { $0.isNumber }
    return digits > 0 ? letters <= 8 : letters == 0
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

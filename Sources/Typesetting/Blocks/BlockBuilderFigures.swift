import Design
import Diagnostics
import DisplayList
import DocumentTree

/// Containers, tables, cards, pictures and codes.
extension BlockBuilder {
  /// A container; it only places its children and has no structure element.
  mutating func container(_ node: BlockNode, traits: BlockTraits) -> (any Block)? {
    switch node.content {
    case .stack(let nodes): return StackBlock(build(nodes), spacing: traits.spacing)
    case .row(let row):
      var cells: [RowBlock.Cell] = []
      for cell in row.cells {
        cells.append(RowBlock.Cell(span: cell.span, block: StackBlock(build(cell.content))))
      }
      return RowBlock(
        cells: cells, gutter: row.gutter, alignment: row.alignment, spacing: traits.spacing)
    case .grid(let grid):
      return GridBlock(
        children: build(grid.children), columns: min(grid.columns, 100), gutter: grid.gutter,
        rowGap: grid.rowGap, spacing: traits.spacing)
    case .columns(let columns):
      columnsDepth += 1
      defer { columnsDepth -= 1 }
      return ColumnsBlock(
        content: StackBlock(build(columns.children)), count: min(max(1, columns.count), 100),
        gutter: max(0, columns.gutter),
        isBalanced: columns.balanced && columnsDepth <= BlockBuilder.maximumBalancedDepth,
        spacing: traits.spacing)
    case .box(let box):
      return BoxBlock(traits: traits, box: box, content: StackBlock(build(box.children)))
    default: return nil
    }
  }

  /// A table: `Table` with `TR`, `TH` and `TD`; the repeated header is an artifact.
  mutating func table(_ table: Table, traits: BlockTraits) -> (any Block)? {
    // Cells beyond the columns have no place; the table is set without them, and the user told.
    for row in [table.header] + table.rows where row.count > table.columns.count {
      report(
        Diagnostic(
          "table.ragged-row",
          "a row of the table has \(row.count) cells, but there are \(table.columns.count) columns",
          at: traits.location))
      break
    }
    let mark = element("Table", language: traits.language)
    openCaption(in: mark)
    return within(mark) { builder in
      func row(_ cells: [Table.Cell], _ type: String, _ builder: inout BlockBuilder) -> [any Block]
      {
        let row = builder.element("TR")
        return builder.within(row) { builder in
          var blocks: [any Block] = []
          for (cell, column) in zip(cells, table.columns) {
            let mark = builder.element(type)
            let nodes = cell.content.map { $0.aligned(column.alignment) }
            blocks.append(builder.within(mark) { StackBlock($0.build(nodes)) })
          }
          return blocks
        }
      }
      let header = table.header.isEmpty ? [] : row(table.header, "TH", &builder)
      // Built a second time: the first header's elements are read once, whatever is repeated.
      let repeated =
        table.header.isEmpty ? [] : builder.asArtifact { row(table.header, "TH", &$0) }
      var rows: [[any Block]] = []
      for cells in table.rows { rows.append(row(cells, "TD", &builder)) }
      return TableBlock(
        traits: traits, table: table, header: header, repeatedHeader: repeated, rows: rows)
    }
  }

  /// A metric card: paragraphs for the figure, the label and the note.
  mutating func metric(_ card: MetricCard, traits: BlockTraits) -> MetricBlock {
    let mark = element("P", language: traits.language)
    var texts: [any Block] = []
    for text in [card.label, card.note].compactMap({ $0 }) {
      texts.append(
        paragraph(
          text,
          traits: self.traits(
            language: traits.language, location: traits.location,
            spacing: BlockSpacing(
              before: text.style.spaceBefore, after: text.style.spaceAfter))))
    }
    return MetricBlock(traits: traits, card: card, mark: mark, texts: StackBlock(texts))
  }

  /// A picture: `Figure` with `Alt` and, below it, `Caption`; without words for it an artifact.
  ///
  /// Licences ask for the credit, so that it is printed with or without a caption.
  mutating func picture(_ image: DocumentTree.ImageBlock, traits: BlockTraits) -> PictureBlock {
    let figure: ContentMark =
      image.alternativeText.isEmpty
      ? .artifact
      : element("Figure", language: traits.language, alternativeText: image.alternativeText)
    return within(figure) { builder in
      var texts: [any Block] = []
      // Caption and credit are one element.
      var lines: [Paragraph] = [image.caption].compactMap { $0 }
      if !image.credit.isEmpty {
        if let style = image.caption?.style ?? builder.creditStyle {
          lines.append(Paragraph(role: .caption, inlines: [.text(image.credit)], style: style))
        } else {
          builder.report(
            Diagnostic(
              "image.no-credit-style", severity: .warning,
              "the credit “\(image.credit)” is not printed, because the theme has no style “caption”",
              at: traits.location, hints: ["add the style “caption”, or give the picture a caption"]
            ))
        }
      }
      let mark = lines.isEmpty ? .artifact : builder.element("Caption")
      for line in lines {
        texts.append(
          builder.paragraph(
            line, traits: builder.traits(language: traits.language, location: traits.location),
            mark: mark))
      }
      return PictureBlock(traits: traits, image: image, mark: figure, texts: StackBlock(texts))
    }
  }

  /// A QR code: one `Figure`; an address that no code can hold is an error.
  mutating func qrCode(_ code: QRCode, traits: BlockTraits) -> (any Block)? {
    guard let modules = QRModules(code.address) else {
      report(
        code.address.isEmpty
          ? Diagnostic("qr.empty", "a QR code has no address", at: traits.location)
          : Diagnostic(
            "qr.too-long",
            "the address is too long for a QR code: \(code.address.utf8.count) bytes, at most 2331",
            at: traits.location, hints: ["use a shorter address"]))
      return nil
    }
    let mark = element(
      "Figure", language: traits.language, alternativeText: code.alternativeText)
    return QRBlock(traits: traits, code: code, modules: modules, mark: mark)
  }
}

extension BlockNode {
  /// The node with its column's alignment, where it is a paragraph.
  fileprivate func aligned(_ alignment: TextAlignment) -> BlockNode {
    guard case .paragraph(var paragraph) = content else { return self }
    paragraph.style.alignment = alignment
    var copy = self
    copy.content = .paragraph(paragraph)
    return copy
  }
}

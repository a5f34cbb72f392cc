import Design
import Diagnostics
import DisplayList
import DocumentTree

/// Containers, cards, pictures and codes.
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
    if image.height == nil, image.fit != .natural, !isInFrame {
      report(
        Diagnostic(
          "image.nothing-to-fill", severity: .warning,
          "“fit: \(image.fit.rawValue)” has no height to fill outside of a frame, so that the picture "
            + "keeps its own proportions", at: traits.location,
          hints: ["give it a “height”, or take “fit” out"]))
    }
    return within(figure) { builder in
      var texts: [any Block] = []
      // Caption and credit are one element.
      var lines: [Paragraph] = [image.caption].compactMap { $0 }
      if !image.credit.isEmpty, image.printsCredit {
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
      return PictureBlock(
        traits: traits, image: image, mark: figure, texts: StackBlock(texts),
        isInFrame: builder.isInFrame)
    }
  }

  /// Blocks on a picture: its `Figure`, then what the blocks are.
  mutating func overlay(_ overlay: Overlay, traits: BlockTraits) -> OverlayBlock {
    OverlayBlock(
      overlay: overlay, picture: picture(overlay.image, traits: traits),
      content: StackBlock(build(overlay.children)))
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

import DocumentTree
import Languages

extension [Inline] {
  /// The visible text on one line, without spaces around it.
  var line: String { plainText.line }

  /// The typed figures in the text, in order.
  var figures: [(quantity: Quantity, formatted: String)] {
    flatMap { inline -> [(quantity: Quantity, formatted: String)] in
      switch inline {
      case .quantity(let quantity, let formatted): [(quantity, formatted)]
      case .emphasis(let c), .strong(let c), .link(_, let c), .language(_, let c),
        .styled(_, let c):
        c.figures
      case .text, .code, .lineBreak, .pageField, .footnote: []
      }
    }
  }
}

extension String {
  /// The visible text on one line, without spaces around it.
  var line: String { visibleText.split(separator: " ").joined(separator: " ") }

  /// Whether it says a number.
  var hasDigit: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .decimalNumber }
  }
}

extension BlockNode {
  /// The paragraphs in the block, in reading order; data such as cards and charts have none.
  var paragraphs: [Paragraph] {
    if isDecorative { return [] }
    return switch content {
    case .paragraph(let paragraph): [paragraph]
    case .image(let image): image.caption.map { [$0] } ?? []
    default: children.flatMap(\.paragraphs)
    }
  }

  /// The blocks in the block, in reading order.
  var children: [BlockNode] {
    switch content {
    case .stack(let nodes): nodes
    case .row(let row): row.cells.flatMap(\.content)
    case .grid(let grid): grid.children
    case .columns(let columns): columns.children
    case .box(let box): box.children
    case .figure(let figure): figure.children
    case .parallel: innerNodes
    case .list(let list): list.items.flatMap { $0 }
    case .definitions(let definitions):
      definitions.entries.flatMap { [$0.term] + $0.description }
    case .table(let table): table.allRows.flatMap { $0 }.flatMap(\.content)
    case .paragraph, .metric, .chart, .image, .icon, .qrCode, .contents, .ornament, .rule, .space,
      .regionBreak:
      []
    }
  }
}

extension BlockNode {
  /// What the block says, text by text.
  fileprivate var texts: [String] {
    if isDecorative { return [] }
    return switch content {
    case .paragraph(let paragraph): [paragraph.inlines.line]
    case .image(let image): [image.caption?.inlines.line ?? "", image.credit.line]
    default: children.flatMap(\.texts)
    }
  }
}

extension [BlockNode] {
  /// What the blocks say on one line.
  var line: String { flatMap(\.texts).filter { !$0.isEmpty }.joined(separator: "; ") }

  /// The typed figures in the blocks' texts.
  var figures: [(quantity: Quantity, formatted: String)] {
    flatMap(\.paragraphs).flatMap(\.inlines.figures)
  }
}

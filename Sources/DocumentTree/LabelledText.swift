extension BlockNode {
  /// A label with what stands below it in the same box, as exporters list it; nil for other blocks.
  package var labelledText: Definitions.Entry? {
    let children: [BlockNode]
    switch content {
    case .box(let box): children = box.children
    case .stack(let nodes): children = nodes
    default: return nil
    }
    let read = children.filter { !$0.isDecorative && !$0.isEmptyRoom }
    guard let first = read.first, case .paragraph(let paragraph) = first.content,
      paragraph.role == .label, read.count > 1, read.dropFirst().allSatisfy(\.canBeLabelled)
    else { return nil }
    return Definitions.Entry(term: first, description: Array(read.dropFirst()))
  }

  private var isEmptyRoom: Bool {
    switch content {
    case .space, .rule, .ornament, .icon: true
    default: false
    }
  }

  /// Texts and single graphics; a box with headings or boxes of its own is more than one entry.
  private var canBeLabelled: Bool {
    switch content {
    case .paragraph(let paragraph):
      switch paragraph.role {
      case .heading, .label: false
      case .body, .caption, .note, .quotation, .attribution, .code: true
      }
    case .list, .chart, .image, .qrCode: true
    default: false
    }
  }
}

import DocumentTree

/// Makes inlines anew from a typed text whose scalars were changed.
struct TypedTextWriter {
  let text: TypedText
  /// In ascending order.
  let insertions: [(offset: Int, scalar: UInt32)]
  private var leaf = 0
  private var insertion = 0

  init(text: TypedText, insertions: [(offset: Int, scalar: UInt32)]) {
    self.text = text
    self.insertions = insertions
  }

  /// The inlines with the texts of their leaves, which come in the same order.
  mutating func rebuilt(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for inline in inlines {
      switch inline {
      case .text(let before):
        let after = nextText(otherwise: before)
        if !after.isEmpty { result.append(.text(after)) }
      case .code, .quantity, .pageField, .lineBreak:
        leaf += 1
        result.append(inline)
      case .footnote: result.append(inline)
      case .emphasis(let inner): result.append(.emphasis(rebuilt(inner)))
      case .strong(let inner): result.append(.strong(rebuilt(inner)))
      case .link(let target, let inner): result.append(.link(target, rebuilt(inner)))
      case .language(let tag, let inner): result.append(.language(tag, rebuilt(inner)))
      case .styled(let style, let inner): result.append(.styled(style, rebuilt(inner)))
      }
    }
    return result
  }

  private mutating func nextText(otherwise before: String) -> String {
    let leaf = text.leaves[self.leaf]
    self.leaf += 1
    guard leaf.isChanged else { return before }
    var view = String.UnicodeScalarView()
    for offset in leaf.range {
      while insertion < insertions.count, insertions[insertion].offset <= offset {
        if let scalar = Unicode.Scalar(insertions[insertion].scalar) { view.append(scalar) }
        insertion += 1
      }
      if let scalar = Unicode.Scalar(text.scalars[offset]) { view.append(scalar) }
    }
    return String(view)
  }
}

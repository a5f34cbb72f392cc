import DocumentTree

/// Running text that is put together from pieces.
extension [Inline] {
  /// Adds an inline; neighbouring texts become one, and empty ones nothing.
  mutating func append(joining inline: Inline) {
    guard case .text(let text) = inline else { return append(inline) }
    if case .text(var before)? = last {
      // Taken out first, so that a long text grows in place rather than by copies.
      self[count - 1] = .lineBreak
      before += text
      self[count - 1] = .text(before)
    } else if !text.isEmpty {
      append(inline)
    }
  }

  /// Whether nothing would be seen of it: no values, only empty emphasis and spaces.
  var isBlank: Bool {
    allSatisfy { inline in
      switch inline {
      case .text(let text), .code(let text), .quantity(_, let text):
        text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
      case .emphasis(let inner), .strong(let inner), .link(_, let inner),
        .language(_, let inner), .styled(_, let inner):
        inner.isBlank
      case .lineBreak: true
      case .pageField, .footnote: false
      }
    }
  }
}

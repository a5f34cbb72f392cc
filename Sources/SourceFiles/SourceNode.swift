package import Diagnostics

/// A value as it stands in an input file, with its place; nothing is guessed about types.
package struct SourceNode: Sendable, Hashable {
  /// The three shapes of a value.
  package enum Content: Sendable, Hashable {
    /// A text; `isQuoted` also for block text (`|`, `>`), so that only plain text can mean null.
    case scalar(String, isQuoted: Bool)
    /// A list of values.
    case sequence([SourceNode])
    /// Keys and values, in the file's order.
    case mapping([Entry])
  }

  /// One key of a mapping with its value; keys are always scalars and unique.
  package struct Entry: Sendable, Hashable {
    package var key: SourceNode
    package var value: SourceNode

    package init(key: SourceNode, value: SourceNode) {
      self.key = key
      self.value = value
    }

    /// The key's text.
    package var name: String { key.text ?? "" }
  }

  /// What the value is.
  package var content: Content
  /// Where the value begins.
  package var location: SourceLocation
  /// How a scalar is written; of no meaning for other values.
  package var style: ScalarStyle

  package init(
    _ content: Content, at location: SourceLocation, style: ScalarStyle = .plain
  ) {
    self.content = content
    self.location = location
    self.style = style
  }
}

extension SourceNode {
  /// The text of a scalar.
  package var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The values of a list.
  package var sequence: [SourceNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The entries of a mapping, in the file's order.
  package var mapping: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// Whether nothing is given: an empty plain scalar, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let text, isQuoted: false) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// Whether a scalar was written in quotes or as a text block.
  package var isQuoted: Bool {
    guard case .scalar(_, let isQuoted) = content else { return false }
    return isQuoted
  }

  /// The value under a key of a mapping; a search from the first entry on.
  package subscript(key: String) -> SourceNode? {
    mapping?.first { $0.name == key }?.value
  }

  /// What was found, for messages: `nothing`, `the text “x”`, `a list`, `keys and values`.
  package var shapeInWords: String {
    switch content {
    case .sequence: return "a list"
    case .mapping: return "keys and values"
    case .scalar(let text, _):
      if isNull { return "nothing" }
      let start = text.unicodeScalars.prefix(41)
      let shown = start.count > 40 ? String(String.UnicodeScalarView(start.dropLast())) + "…" : text
      return "the text “\(shown.split(whereSeparator: \.isNewline).joined(separator: " "))”"
    }
  }
}

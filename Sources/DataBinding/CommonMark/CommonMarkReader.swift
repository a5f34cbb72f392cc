import CCommonMark
import Diagnostics
import DocumentTree

/// Parses CommonMark with cmark-gfm into a value.
enum CommonMarkReader {
  /// The deepest nesting of lists and emphasis that is read.
  private static let maximumDepth = 24

  /// What becomes of a placeholder character that stands for a value.
  typealias Substitution = (Unicode.Scalar) -> [Inline]?

  /// Parses a text; `location` is where it stands, for problems. `substitute` replaces placeholder
  /// characters in text (and, as plain text, in addresses).
  static func read(
    _ text: String, at location: SourceLocation?, substitute: Substitution? = nil
  ) -> Diagnosed<[MarkedBlock]> {
    var walk = Walk(location: location, substitute: substitute)
    let bytes = Array(text.utf8)
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { chars in
        cmark_parse_document(chars.baseAddress, chars.count, CMARK_OPT_VALIDATE_UTF8)
      }
    }
    guard let document else { return Diagnosed([]) }
    defer { cmark_node_free(document) }
    let blocks = walk.blocks(of: document, depth: 0)
    return Diagnosed(blocks, walk.diagnostics)
  }

  private struct Walk {
    let location: SourceLocation?
    let substitute: Substitution?
    var diagnostics: [Diagnostic] = []

    mutating func report(_ message: String, hint: String, node: OpaquePointer) {
      var place = location
      let line = Int(cmark_node_get_start_line(node))
      if line > 1 { place?.line += line - 1 }
      diagnostics.append(Diagnostic("text.unsupported", message, at: place, hints: [hint]))
    }

    func children(of node: OpaquePointer) -> [OpaquePointer] {
      var children: [OpaquePointer] = []
      var next = cmark_node_first_child(node)
      while let child = next {
        children.append(child)
        next = cmark_node_next(child)
      }
      return children
    }

    func string(_ pointer: UnsafePointer<CChar>?) -> String {
      pointer.map { String(cString: $0) } ?? ""
    }

    mutating func blocks(of parent: OpaquePointer, depth: Int) -> [MarkedBlock] {
      guard depth < CommonMarkReader.maximumDepth else {
        report(
          "the text nests lists or quotations too deeply", hint: "use fewer levels", node: parent)
        return []
      }
      var blocks: [MarkedBlock] = []
      for node in children(of: parent) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: blocks.append(.paragraph(inlines(of: node, depth: 0)))
        case CMARK_NODE_HEADING:
          blocks.append(
            .heading(
              level: Int(cmark_node_get_heading_level(node)), inlines(of: node, depth: 0)))
        case CMARK_NODE_LIST:
          let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
          var items: [[MarkedBlock]] = []
          for item in children(of: node) { items.append(self.blocks(of: item, depth: depth + 1)) }
          blocks.append(
            .list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, items))
        case CMARK_NODE_BLOCK_QUOTE:
          blocks.append(.quotation(self.blocks(of: node, depth: depth + 1)))
        case CMARK_NODE_CODE_BLOCK:
          blocks.append(.paragraph([.code(string(cmark_node_get_literal(node)))]))
        case CMARK_NODE_THEMATIC_BREAK: blocks.append(.rule)
        case CMARK_NODE_HTML_BLOCK:
          report(
            "HTML is not part of the text", hint: "write CommonMark, or \\< for a sign that prints",
            node: node)
        default: break
        }
      }
      return blocks
    }

    mutating func inlines(of parent: OpaquePointer, depth: Int) -> [Inline] {
      guard depth < CommonMarkReader.maximumDepth else { return [] }
      var result: [Inline] = []
      for node in children(of: parent) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: append(string(cmark_node_get_literal(node)), to: &result)
        case CMARK_NODE_SOFTBREAK: append(" ", to: &result)
        case CMARK_NODE_LINEBREAK: result.append(.lineBreak)
        case CMARK_NODE_CODE: result.append(.code(string(cmark_node_get_literal(node))))
        case CMARK_NODE_EMPH: result.append(.emphasis(inlines(of: node, depth: depth + 1)))
        case CMARK_NODE_STRONG: result.append(.strong(inlines(of: node, depth: depth + 1)))
        case CMARK_NODE_LINK:
          let content = inlines(of: node, depth: depth + 1)
          if let target = target(string(cmark_node_get_url(node)), node: node) {
            result.append(.link(target, content))
          } else {
            result += content
          }
        case CMARK_NODE_IMAGE:
          report(
            "a picture cannot stand in running text", hint: "use an image field and an image block",
            node: node)
        case CMARK_NODE_HTML_INLINE:
          report(
            "HTML is not part of the text", hint: "write CommonMark, or \\< for a sign that prints",
            node: parent)
        default: break
        }
      }
      return result
    }

    mutating func target(_ address: String, node: OpaquePointer) -> LinkTarget? {
      var url = ""
      for scalar in address.unicodeScalars {
        if let inlines = substitute?(scalar) {
          url += inlines.plainText
        } else {
          url.unicodeScalars.append(scalar)
        }
      }
      if url.hasPrefix("#") { return .anchor(String(url.dropFirst())) }
      if url.hasPrefix("https://") || url.hasPrefix("http://") || url.hasPrefix("mailto:") {
        return .address(url)
      }
      report(
        "“\(url)” is not an address that a link can lead to",
        hint: "begin it with https://, mailto: or #", node: node)
      return nil
    }

    /// Adds text, with placeholders replaced and neighbouring texts joined.
    func append(_ text: String, to result: inout [Inline]) {
      var plain = String.UnicodeScalarView()
      func flush() {
        guard !plain.isEmpty else { return }
        if case .text(let before)? = result.last {
          result[result.count - 1] = .text(before + String(plain))
        } else {
          result.append(.text(String(plain)))
        }
        plain = String.UnicodeScalarView()
      }
      for scalar in text.unicodeScalars {
        if let inlines = substitute?(scalar) {
          flush()
          for inline in inlines {
            if case .text(let t) = inline, case .text(let before)? = result.last {
              result[result.count - 1] = .text(before + t)
            } else {
              result.append(inline)
            }
          }
        } else {
          plain.append(scalar)
        }
      }
      flush()
    }
  }
}

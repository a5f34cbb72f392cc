import CCommonMark
import Foundation

/// The parser's extensions change tables that all its parsers share, so only one may run.
private let parsing = NSLock()

/// What a GFM parser reads from a text, as a value.
struct ParsedMarkdown: Hashable {
  var kind: String
  var literal = ""
  /// The destination of a link or a picture.
  var address = ""
  var children: [ParsedMarkdown] = []

  /// Parses a document, its front matter left out, with GitHub's extensions.
  init(document: String) {
    let body =
      document.hasPrefix("---\n")
      ? document.components(separatedBy: "\n---\n").dropFirst().joined(separator: "\n---\n")
      : document
    self = parsing.withLock { Self.parse(body) }
  }

  private static func parse(_ body: String) -> ParsedMarkdown {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE) else {
      return ParsedMarkdown(kind: "no parser")
    }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tagfilter", "tasklist"] {
      guard let found = cmark_find_syntax_extension(name) else { continue }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    cmark_parser_feed(parser, body, body.utf8.count)
    guard let root = cmark_parser_finish(parser) else {
      return ParsedMarkdown(kind: "no document")
    }
    defer { cmark_node_free(root) }
    return ParsedMarkdown(node: root)
  }

  init(kind: String, literal: String = "", address: String = "", children: [ParsedMarkdown] = []) {
    self.kind = kind
    self.literal = literal
    self.address = address
    self.children = children
  }

  private init(node: OpaquePointer) {
    kind = String(cString: cmark_node_get_type_string(node))
    literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    switch kind {
    case "heading": literal = String(cmark_node_get_heading_level(node))
    case "list":
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      literal = isOrdered ? "from \(cmark_node_get_list_start(node))" : "bullets"
      if cmark_node_get_list_tight(node) == 1 { literal += ", tight" }
    default: break
    }
    var child = cmark_node_first_child(node)
    while let current = child {
      children.append(ParsedMarkdown(node: current))
      child = cmark_node_next(current)
    }
  }

  /// All text below the node; breaks are spaces.
  var text: String {
    switch kind {
    case "text", "code": literal
    case "softbreak", "linebreak": " "
    case "html_inline": literal == "<br>" ? " " : ""
    default: children.map(\.text).joined()
    }
  }

  /// The node and all below it, in order.
  var all: [ParsedMarkdown] { [self] + children.flatMap(\.all) }

  func all(_ kind: String) -> [ParsedMarkdown] { all.filter { $0.kind == kind } }

  /// The kinds of the document's blocks with their texts, one a line.
  var outline: [String] {
    children.map { child in
      let detail = child.literal.isEmpty || child.kind == "html_block" ? "" : " \(child.literal)"
      return "\(child.kind)\(detail): \(child.text)"
    }
  }
}

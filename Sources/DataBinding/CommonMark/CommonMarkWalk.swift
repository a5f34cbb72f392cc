import CCommonMark
import Diagnostics
import DocumentTree

/// Turns cmark's nodes into blocks and inlines, and reports what running text cannot hold.
struct CommonMarkWalk {
  let places: CommonMarkReader.Places
  let substitute: CommonMarkReader.Substitution?
  /// The spans that were found before parsing, with their attributes.
  let spans: BracketedSpans
  var diagnostics: [Diagnostic] = []
  /// The document's notes, those that a mark has been met of, and whether one is being read.
  let notes: [OpaquePointer]
  var met: Set<Int> = []
  var isInNote = false
  /// Whether the cell of a table is being read.
  var isInCell = false

  init(
    _ document: OpaquePointer, places: @escaping CommonMarkReader.Places,
    substitute: CommonMarkReader.Substitution?, spans: BracketedSpans
  ) {
    notes = Self.notes(of: document)
    self.places = places
    self.substitute = substitute
    self.spans = spans
    reportSpans()
  }

  private mutating func report(_ message: String, hint: String, node: OpaquePointer) {
    report("text.unsupported", message, hint: hint, node: node)
  }

  mutating func report(
    _ identifier: String, _ message: String, hint: String, node: OpaquePointer
  ) {
    // Some inline nodes have no line of their own.
    var line = 0
    var place: OpaquePointer? = node
    while line < 1, let here = place {
      line = Int(cmark_node_get_start_line(here))
      place = cmark_node_parent(here)
    }
    diagnostics.append(
      Diagnostic(identifier, message, at: places(max(1, line)), hints: [hint]))
  }

  mutating func reportHTML(_ node: OpaquePointer) {
    report(
      "HTML is not part of the text", hint: "write CommonMark, or \\< for a sign that prints",
      node: node)
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
    pointer.map { BracketedSpans.withAsterisks(String(cString: $0)) } ?? ""
  }

  // MARK: Blocks

  /// The blocks of a document, list item or quotation.
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
          .heading(level: Int(cmark_node_get_heading_level(node)), inlines(of: node, depth: 0)))
      case CMARK_NODE_LIST:
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        var items: [[MarkedBlock]] = []
        for item in children(of: node) { items.append(self.blocks(of: item, depth: depth + 1)) }
        blocks.append(
          .list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, items))
      case CMARK_NODE_BLOCK_QUOTE:
        blocks.append(.quotation(self.blocks(of: node, depth: depth + 1)))
      case CMARK_NODE_CODE_BLOCK: blocks.append(.code(code(node)))
      case CMARK_NODE_THEMATIC_BREAK: blocks.append(.rule)
      case CMARK_NODE_HTML_BLOCK: reportHTML(node)
      default: if string(cmark_node_get_type_string(node)) == "table" { blocks.append(table(node)) }
      }
    }
    return blocks
  }

  /// The lines of a code block as they were written.
  private func code(_ node: OpaquePointer) -> [Inline] {
    var inlines: [Inline] = []
    var lines = string(cmark_node_get_literal(node)).split(
      separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      if !inlines.isEmpty { inlines.append(.lineBreak) }
      inlines.append(.code(substituted(String(line))))
    }
    return inlines
  }

  /// The inlines of a document that must be one paragraph.
  mutating func paragraph(of document: OpaquePointer) -> [Inline] {
    var result: [Inline] = []
    for (index, node) in children(of: document).enumerated() {
      let found: String
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH:
        if index == 0 {
          result = inlines(of: node, depth: 0)
          continue
        }
        found = "a second paragraph"
      case CMARK_NODE_HEADING: found = "a heading"
      case CMARK_NODE_LIST: found = "a list"
      case CMARK_NODE_BLOCK_QUOTE: found = "a quotation"
      case CMARK_NODE_HTML_BLOCK:
        reportHTML(node)
        continue
      case CMARK_NODE_FOOTNOTE_DEFINITION: continue
      default: found = "a \(string(cmark_node_get_type_string(node)).replacing("_", with: " "))"
      }
      report(
        "\(found) cannot stand in running text",
        hint: "use a “text” block, or put \\ before the sign that begins it", node: node)
    }
    return result
  }

  // MARK: Inlines

  mutating func inlines(of parent: OpaquePointer, depth: Int) -> [Inline] {
    guard depth < CommonMarkReader.maximumDepth else {
      report("the text nests emphasis too deeply", hint: "use fewer levels", node: parent)
      return []
    }
    var result: [Inline] = []
    var open: [[Inline]] = []
    for node in children(of: parent) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        appendSpans(in: string(cmark_node_get_literal(node)), to: &result, &open)
      case CMARK_NODE_SOFTBREAK: append(" ", to: &result)
      case CMARK_NODE_LINEBREAK: result.append(.lineBreak)
      case CMARK_NODE_CODE: result.append(.code(substituted(string(cmark_node_get_literal(node)))))
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
        // A cell is written on one line and has no other way to break its text.
        if isInCell, Self.isLineBreak(string(cmark_node_get_literal(node))) {
          result.append(.lineBreak)
        } else {
          reportHTML(node)
        }
      case CMARK_NODE_FOOTNOTE_REFERENCE: append(footnote: node, to: &result)
      default: break
      }
    }
    closeSpans(of: &result, &open)
    return result
  }

  /// A text whose placeholders are replaced by the plain text of their values.
  private func substituted(_ text: String) -> String {
    guard let substitute else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let inlines = substitute(scalar) {
        result += inlines.plainText.withoutLicenceMarks
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private mutating func target(_ address: String, node: OpaquePointer) -> LinkTarget? {
    let url = substituted(address)
    let isWhole = !url.unicodeScalars.contains { $0.properties.isWhitespace || $0.value < 0x20 }
    if isWhole, url.hasPrefix("#"), url.utf8.count > 1 { return .anchor(String(url.dropFirst())) }
    let scheme = url.prefix(8).lowercased()
    if isWhole,
      ["https://", "http://", "mailto:"].contains(where: { prefix in
        scheme.hasPrefix(prefix) && url.utf8.count > prefix.utf8.count
      })
    {
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
    for scalar in text.unicodeScalars {
      guard let inlines = substitute?(scalar) else {
        plain.append(scalar)
        continue
      }
      result.append(joining: .text(String(plain)))
      plain = String.UnicodeScalarView()
      for inline in inlines { result.append(joining: inline) }
    }
    result.append(joining: .text(String(plain)))
  }
}

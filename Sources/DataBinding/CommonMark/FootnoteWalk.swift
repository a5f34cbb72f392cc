import CCommonMark
import Diagnostics
import DocumentTree

/// Footnotes of a CommonMark text.
extension CommonMarkWalk {
  /// The notes of a document in the order of their first marks; cmark has put them at its end.
  static func notes(of document: OpaquePointer) -> [OpaquePointer] {
    var notes: [OpaquePointer] = []
    var next = cmark_node_first_child(document)
    while let child = next {
      if cmark_node_get_type(child) == CMARK_NODE_FOOTNOTE_DEFINITION { notes.append(child) }
      next = cmark_node_next(child)
    }
    return notes
  }

  /// Reports marks without notes and notes without marks.
  mutating func report(_ source: FootnoteSource) {
    for line in source.nested {
      diagnostics.append(
        Diagnostic(
          "footnote.nested", "a footnote stands inside a footnote", at: places(line),
          hints: ["say it in the note itself"]))
    }
    for label in source.undefined {
      diagnostics.append(
        Diagnostic(
          "footnote.undefined", "there is no footnote “\(label.name)”", at: places(label.line),
          hints: [
            "write its text in a paragraph of its own: [^\(label.name)]: …; or put \\ before “[”"
          ]))
    }
    for label in source.unused {
      diagnostics.append(
        Diagnostic(
          "footnote.unused", "nothing refers to the footnote “\(label.name)”",
          at: places(label.line),
          hints: ["put its mark [^\(label.name)] into the text, or take the note out"]))
    }
  }

  /// Adds a mark to running text; the space before it goes, so that the mark is tied to its word.
  mutating func append(footnote node: OpaquePointer, to result: inout [Inline]) {
    guard let number = Int(string(cmark_node_get_literal(node))), number >= 1,
      number <= notes.count
    else { return }
    guard !isInNote else {
      report(
        "footnote.nested", "a footnote stands inside a footnote",
        hint: "say it in the note itself", node: node)
      return
    }
    if case .text(let before)? = result.last {
      let trimmed = String(before.reversed().drop { $0 == " " }.reversed())
      if trimmed.isEmpty { result.removeLast() } else { result[result.count - 1] = .text(trimmed) }
    }
    let definition = notes[number - 1]
    let paragraphs = met.insert(number).inserted ? paragraphs(of: definition) : []
    result.append(
      .footnote(
        Footnote(
          identifier: String(number), paragraphs: paragraphs,
          location: places(max(1, Int(cmark_node_get_start_line(definition)))))))
  }

  /// The paragraphs of a note; it holds nothing else.
  private mutating func paragraphs(of definition: OpaquePointer) -> [[Inline]] {
    isInNote = true
    defer { isInNote = false }
    var paragraphs: [[Inline]] = []
    for node in children(of: definition) {
      guard cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH else {
        let type = string(cmark_node_get_type_string(node)).replacing("_", with: " ")
        report(
          "text.unsupported", "a \(type) cannot stand in a footnote", hint: "write paragraphs",
          node: node)
        continue
      }
      paragraphs.append(inlines(of: node, depth: 0))
    }
    if paragraphs.isEmpty {
      report("footnote.empty", "a footnote says nothing", hint: "write its text", node: definition)
      paragraphs = [[]]
    }
    return paragraphs
  }
}

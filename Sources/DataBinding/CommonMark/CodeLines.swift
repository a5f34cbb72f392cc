import CCommonMark

/// The lines of a text that stand in code blocks, where no mark means anything.
///
/// What a block of code is depends on the lists and quotations around it, so that cmark is asked; only
/// where the text may hold one.
struct CodeLines {
  private var lines: Set<Int> = []

  init(of text: String) {
    guard Self.mayHoldCode(text) else { return }
    lines = CommonMarkReader.parsed(text, or: []) { document in
      var lines: Set<Int> = []
      guard let iterator = cmark_iter_new(document) else { return lines }
      defer { cmark_iter_free(iterator) }
      while true {
        let event = cmark_iter_next(iterator)
        if event == CMARK_EVENT_DONE { return lines }
        guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
          cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK
        else { continue }
        let first = Int(cmark_node_get_start_line(node))
        lines.formUnion(first...max(first, Int(cmark_node_get_end_line(node))))
      }
    }
  }

  /// Whether a line, counted from 1, belongs to a code block.
  func contains(_ line: Int) -> Bool { lines.contains(line) }

  /// Whether there is a mark that could matter, and a fence or an indent.
  private static func mayHoldCode(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.contains(where: { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "*") }) else {
      return false
    }
    return text.contains("    ") || text.contains("```") || text.contains("~~~")
      || bytes.contains(0x09)
  }
}

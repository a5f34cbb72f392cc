/// Writes a list with its items indented under their marks.
struct ListWriter {
  let blocks: BlockWriter
  /// `+` for `-` and `)` for `.`, so that two lists that follow each other stay two.
  let usesSecondMark: Bool

  /// The list's lines, without blank lines between its items where they need none.
  func lines(of list: MarkdownList) -> [String] {
    // Bullets without text are dropped; numbers stay, so that the others keep theirs.
    let items = list.items
      .map { (blocks: $0, paragraphs: blocks.paragraphs($0)) }
      .filter { list.start != nil || !$0.paragraphs.isEmpty }
    guard items.contains(where: { !$0.paragraphs.isEmpty }) else { return [] }
    let isTight = items.allSatisfy { needsNoBlankLine($0.blocks, paragraphs: $0.paragraphs) }
    var lines: [String] = []
    for (index, item) in items.enumerated() {
      if !isTight, index > 0 { lines.append("") }
      let mark = mark(of: list, at: index)
      let text = Array(item.paragraphs.joined(separator: isTight ? [] : [""]))
      if text.isEmpty { lines.append(mark) }
      for (number, line) in text.enumerated() {
        let indent = number == 0 ? mark + " " : String(repeating: " ", count: mark.count + 1)
        lines.append(line.isEmpty ? "" : indent + line)
      }
    }
    return lines
  }

  private func mark(of list: MarkdownList, at index: Int) -> String {
    guard let number = list.number(at: index) else { return usesSecondMark ? "+" : "-" }
    return String(number) + (usesSecondMark ? ")" : ".")
  }

  /// Whether an item needs no blank line inside: one block, or a paragraph with a list below that
  /// may interrupt it (a numbered one only if it starts at 1).
  private func needsNoBlankLine(_ item: [MarkdownBlock], paragraphs: [[String]]) -> Bool {
    if paragraphs.count == 1 { return true }
    guard paragraphs.count == 2, item.count == 2, case .paragraph = item[0] else { return false }
    switch item[1] {
    case .list(let list): return list.start == nil || list.start == 1
    default: return false
    }
  }
}

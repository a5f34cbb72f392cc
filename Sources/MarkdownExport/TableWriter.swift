import Design
import DocumentTree

/// Writes tables of GitHub-flavoured Markdown: one line for each row.
struct TableWriter {
  let inlines: InlineWriter

  /// A header row, the marks of alignment, and the rows that say anything; short rows are filled
  /// up (GFM 4.10 wants as many marks as header cells).
  func lines(of table: MarkdownTable) -> [String] {
    let count = ([table.alignments.count, table.header.count] + table.rows.map(\.count)).max() ?? 0
    let rows = table.rows.map { cells($0, count: count) }
      .filter { row in row.contains { !$0.isEmpty } }
    let header = cells(table.header, count: count)
    guard count > 0, !rows.isEmpty || header.contains(where: { !$0.isEmpty }) else { return [] }
    let marks = (0..<count).map { index in
      index < table.alignments.count ? Self.mark(table.alignments[index]) : "---"
    }
    return ([header, marks] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
  }

  private static func mark(_ alignment: TextAlignment) -> String {
    switch alignment {
    case .left, .justify: "---"
    case .center: ":---:"
    case .right: "---:"
    }
  }

  /// The cells of a row, each on one line.
  private func cells(_ row: [[MarkdownBlock]], count: Int) -> [String] {
    let texts = row.map { $0.flatMap { lines(of: $0) }.joined(separator: "<br>") }
    return texts + Array(repeating: "", count: count - texts.count)
  }

  /// What a block says within a cell, where there are no blocks: each of its lines.
  private func lines(of block: MarkdownBlock) -> [String] {
    let lines: [String] =
      switch block {
      case .paragraph(let text): [inlines.cell(text)]
      case .code(let code): code.map { inlines.cell([.code($0)]) }
      case .quotation(let quotation):
        (quotation.paragraphs + [quotation.attribution]).map { inlines.cell($0) }
      case .list(let list):
        list.items.enumerated().flatMap { index, item in
          let mark = list.number(at: index).map { "\($0). " } ?? "• "
          return item.flatMap { self.lines(of: $0) }.enumerated().map { $0 == 0 ? mark + $1 : $1 }
        }
      case .table(let table): row(of: table)
      case .metrics(let run): row(of: run.table)
      case .image(let text, let file): [BlockWriter.image(text, file: file)]
      case .contents(let entries): entries.map { inlines.cell($0.title) }
      case .languageBreak, .place: []
      // Headings in cells are strong paragraphs already.
      case .heading: []
      }
    return lines.filter { !$0.isEmpty }
  }

  /// A table in a cell: the body's rows, each on a line.
  private func row(of table: MarkdownTable) -> [String] {
    table.rows.map { row in
      row.map { $0.flatMap { lines(of: $0) }.joined(separator: " ") }
        .filter { !$0.isEmpty }
        .joined(separator: " · ")
    }
  }
}

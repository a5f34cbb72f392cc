import DocumentTree

/// Writes running text as the source of one paragraph, heading or cell.
struct InlineWriter {
  /// The destination for an anchor's name, nil where it leads nowhere.
  let destination: (String) -> String?
  /// The notes whose marks were written.
  let footnotes = FootnoteList()

  /// A paragraph's lines, more than one where it holds line breaks; empty if it says nothing.
  func paragraph(_ inlines: [Inline]) -> [String] {
    let lines = source(inlines).split(separator: "\n").map {
      MarkdownText.escapedLineStart(String($0))
    }
    // A backslash at the end of a line is a line break (CommonMark 6.7).
    return lines.enumerated().map { $0 < lines.count - 1 ? $1 + "\\" : $1 }
  }

  /// A heading's text on one line.
  func heading(_ inlines: [Inline]) -> String {
    MarkdownText.escapedHeadingEnd(source(inlines).replacing("\n", with: " "))
  }

  /// A cell's text on one line.
  func cell(_ inlines: [Inline]) -> String {
    source(inlines, inCell: true).replacing("\n", with: "<br>")
  }

  /// Whether anything is left of a text.
  func isEmpty(_ inlines: [Inline]) -> Bool { source(inlines).isEmpty }

  /// The source with line feeds for line breaks.
  private func source(_ inlines: [Inline], inCell: Bool = false) -> String {
    var flattener = InlineFlattener(destination: destination, footnotes: footnotes)
    flattener.append(inlines)
    return EmphasisWriter(flattener.tokens, inCell: inCell).source
  }
}

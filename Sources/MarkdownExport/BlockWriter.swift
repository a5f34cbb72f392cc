import DocumentTree

/// Writes blocks as lines of Markdown.
struct BlockWriter {
  let inlines: InlineWriter
  let outline: HeadingOutline
  let headings: [MarkdownHeading]

  /// The lines of each block that says anything; blank lines go between them.
  func paragraphs(_ blocks: [MarkdownBlock]) -> [[String]] {
    var result: [[String]] = []
    /// Whether the last list had the second set of marks; lists that touch must differ in theirs.
    var lastList: (isOrdered: Bool, usesSecondMark: Bool)?
    for block in blocks {
      var usesSecondMark = false
      if let list = list(from: block) {
        let isOrdered = list.start != nil
        if let lastList, lastList.isOrdered == isOrdered {
          usesSecondMark = !lastList.usesSecondMark
        }
        let lines = ListWriter(blocks: self, usesSecondMark: usesSecondMark).lines(of: list)
        guard !lines.isEmpty else { continue }
        lastList = (isOrdered, usesSecondMark)
        result.append(lines)
      } else {
        let lines = lines(of: block)
        guard !lines.isEmpty else { continue }
        lastList = nil
        result.append(lines)
      }
    }
    return result
  }

  /// The block as a list, if it is written as one.
  private func list(from block: MarkdownBlock) -> MarkdownList? {
    switch block {
    case .list(let list): list
    case .contents(let entries): ContentsList(entries).list
    default: nil
    }
  }

  /// The lines of a block that is no list.
  private func lines(of block: MarkdownBlock) -> [String] {
    switch block {
    case .heading(let index):
      let text = inlines.heading(headings[index].inlines)
      return [String(repeating: "#", count: outline.levels[index]) + " " + text]
    case .paragraph(let text): return inlines.paragraph(text)
    case .code(let code): return Self.fenced(code)
    case .quotation(let quotation): return lines(of: quotation)
    case .table(let table): return TableWriter(inlines: inlines).lines(of: table)
    case .metrics(let run): return TableWriter(inlines: inlines).lines(of: run.table)
    case .image(let text, let file): return [Self.image(text, file: file)].filter { !$0.isEmpty }
    case .place(let name): return ["<a id=\"\(name)\"></a>"]
    case .languageBreak: return ["---"]
    case .list, .contents: return []
    }
  }

  /// Lines of code between fences that are longer than any row of backticks in them (CommonMark 4.5).
  private static func fenced(_ code: [String]) -> [String] {
    var longest = 2
    for line in code {
      var row = 0
      for byte in line.utf8 {
        row = byte == UInt8(ascii: "`") ? row + 1 : 0
        longest = max(longest, row)
      }
    }
    let fence = String(repeating: "`", count: longest + 1)
    return [fence] + code + [fence]
  }

  /// A block quotation; who said it stands behind a dash in its last paragraph.
  private func lines(of quotation: Quotation) -> [String] {
    var paragraphs = quotation.paragraphs.map { inlines.paragraph($0) }
    let attribution = quotation.attribution
    if !inlines.isEmpty(attribution) {
      let hasDash = "–—―-".contains(attribution.plainText.first { !$0.isWhitespace } ?? " ")
      paragraphs.append(inlines.paragraph((hasDash ? [] : [.text("— ")]) + attribution))
    }
    let lines = paragraphs.filter { !$0.isEmpty }.joined(separator: [""])
    return lines.map { $0.isEmpty ? ">" : "> " + $0 }
  }

  /// A picture's source; nothing where it has no file.
  static func image(_ alternativeText: String, file: String) -> String {
    guard let path = MarkdownText.destination(file) else { return "" }
    let text = alternativeText.visibleText
    let surroundings = MarkdownText.Surroundings(insideLink: true)
    return "![\(MarkdownText.escaped(text, in: surroundings))](\(path))"
  }
}

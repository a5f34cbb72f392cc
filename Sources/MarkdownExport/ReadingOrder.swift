import DocumentTree
import Languages

/// Walks through a publication and collects what is to be read, in order.
struct ReadingOrder {
  private(set) var blocks: [MarkdownBlock] = []
  /// The headings that blocks refer to by index.
  private(set) var headings: [MarkdownHeading] = []
  /// For each anchor the heading that it leads to, as an index: the first one of its block, or the
  /// one that its block stands under.
  private(set) var anchors: [String: Int] = [:]
  /// The names of the places before figures, by the anchors that lead to them.
  private(set) var places: [String: String] = [:]

  /// Turns data into text.
  private let data: DataBlocks
  /// Where a picture of the workspace is found from the Markdown file.
  private let pictures: (String) -> String
  /// The anchors that something leads to.
  private let referred: Set<String>
  private var repetitions = RepeatedText()
  /// Blocks before this index are closed: nothing is joined to them.
  private var firstOpenBlock = 0
  /// How many lists, tables and definitions enclose the place; headings in them are strong text.
  private var depth = 0

  init(
    languages: LanguageCatalogue, referred: Set<String> = [],
    pictures: @escaping (String) -> String
  ) {
    data = DataBlocks(languages: languages)
    self.referred = referred
    self.pictures = pictures
  }

  /// Adds a section's frames or its flow; what a master draws on its pages is no content.
  mutating func append(_ section: PageSection) {
    firstOpenBlock = blocks.count
    repetitions.beginSection()
    switch section.kind {
    case .fixed(let frames): for frame in frames { append(frame.content) }
    case .flow(let nodes): append(nodes)
    }
  }

  /// Adds a line across: another language begins.
  mutating func appendBreak() {
    blocks.append(.languageBreak)
    firstOpenBlock = blocks.count
  }

  private mutating func append(_ nodes: [BlockNode]) {
    for node in nodes where !node.isDecorative {
      let firstHeading = headings.count
      appendPlace(of: node)
      append(node)
      guard let anchor = node.anchor, anchors[anchor] == nil, !headings.isEmpty else { continue }
      anchors[anchor] = min(firstHeading, headings.count - 1)
    }
  }

  /// Marks where a figure begins that something leads to; in items and cells there is no room.
  private mutating func appendPlace(of node: BlockNode) {
    guard depth == 0, let anchor = node.anchor, referred.contains(anchor), places[anchor] == nil,
      node.isFigure
    else { return }
    // Letters, digits and hyphens mean the same in HTML and in addresses.
    let isPlain = anchor.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
    }
    let name = isPlain ? anchor : "place-\(places.count + 1)"
    places[anchor] = name
    blocks.append(.place(name))
  }

  private mutating func append(_ node: BlockNode) {
    if let entry = node.labelledText { return append([entry]) }
    switch node.content {
    case .paragraph(let paragraph): append(paragraph, of: node)
    case .list(let list):
      let items = list.items.map { enclosed($0) }
      blocks.append(.list(MarkdownList(start: list.start, items: items)))
    case .definitions(let definitions): append(definitions.entries)
    case .table(let table): append(table)
    case .metric(let card): append(card, language: node.language)
    case .chart(let chart): blocks += data.blocks(for: chart, language: node.language)
    case .image(let image): append(image)
    case .overlay(let overlay):
      append(overlay.image)
      append(overlay.children)
    case .qrCode(let code): append(code)
    case .contents(let contents): blocks.append(.contents(contents.entries))
    case .stack(let nodes): append(nodes)
    case .row(let row): for cell in row.cells { append(cell.content) }
    case .grid(let grid): append(grid.children)
    case .columns(let columns): append(columns.children)
    case .box(let box): append(box.children)
    case .figure(let figure): append(figure.children)
    case .parallel(let parallel):
      for index in parallel.shares.indices { append(parallel.nodes(ofLanguage: index)) }
    case .icon, .ornament, .rule, .space, .regionBreak: break
    }
  }

  private mutating func append(_ paragraph: Paragraph, of node: BlockNode) {
    guard depth > 0 || !repetitions.contains(paragraph, of: node) else { return }
    switch paragraph.role {
    case .heading(let level) where depth == 0:
      guard !paragraph.inlines.plainText.visibleText.allSatisfy({ $0 == " " })
      else { return }
      blocks.append(.heading(headings.count))
      headings.append(MarkdownHeading(level: level, inlines: paragraph.inlines))
    // Markdown has no headings in cells, and in an item one would tear the list's text.
    case .heading: blocks.append(.paragraph([.strong(paragraph.inlines)]))
    case .quotation: append(quotation: paragraph.inlines, identity: node.identity)
    case .attribution: append(attribution: paragraph.inlines)
    case .code: blocks.append(.code(paragraph.codeLines))
    case .body, .caption, .label, .note: blocks.append(.paragraph(paragraph.inlines))
    }
  }

  /// The last block, if others may still be joined to it.
  private var openBlock: MarkdownBlock? { blocks.count > firstOpenBlock ? blocks.last : nil }

  /// Paragraphs from the same text of the model make one quotation.
  private mutating func append(quotation inlines: [Inline], identity: BlockIdentity) {
    if case .quotation(var quotation) = openBlock, quotation.attribution.isEmpty,
      quotation.identity.record == identity.record, quotation.identity.path == identity.path
    {
      quotation.paragraphs.append(inlines)
      blocks[blocks.count - 1] = .quotation(quotation)
    } else {
      blocks.append(
        .quotation(Quotation(identity: identity, paragraphs: [inlines], attribution: [])))
    }
  }

  /// Joins the name to the quotation before it, and what is said of the name to that.
  private mutating func append(attribution inlines: [Inline]) {
    if case .quotation(var quotation) = openBlock {
      quotation.attribution += quotation.attribution.isEmpty ? inlines : [.lineBreak] + inlines
      blocks[blocks.count - 1] = .quotation(quotation)
    } else {
      blocks.append(.paragraph(inlines))
    }
  }

  /// Joins the card to those before it.
  private mutating func append(_ card: MetricCard, language: LanguageTag) {
    if case .metrics(var run) = openBlock, run.words == data.words(language) {
      run.cards.append(card)
      blocks[blocks.count - 1] = .metrics(run)
    } else {
      blocks.append(.metrics(MetricRun(cards: [card], words: data.words(language))))
    }
  }

  /// A list with each term in strong type before its text; labelled boxes in a row make one list.
  private mutating func append(_ entries: [Definitions.Entry]) {
    let items = entries.map { entry -> [MarkdownBlock] in
      var term = enclosed([entry.term]).compactMap(\.inlines).reduce(into: []) { line, part in
        line += line.isEmpty ? part : [.text(" ")] + part
      }
      var description = enclosed(entry.description)
      guard !term.plainText.isEmpty else { return description }
      if !description.isEmpty, term.plainText.last?.isPunctuation != true { term += [.text(":")] }
      guard let first = description.first?.inlines else {
        return [.paragraph([.strong(term)])] + description
      }
      description[0] = .paragraph([.strong(term), .text(" ")] + first)
      return description
    }
    if case .list(var list) = openBlock, list.isDefinitions {
      list.items += items
      blocks[blocks.count - 1] = .list(list)
    } else {
      blocks.append(.list(MarkdownList(start: nil, items: items, isDefinitions: true)))
    }
  }

  private mutating func append(_ table: Table) {
    var titles: [[MarkdownBlock]] = []
    for cells in table.titles {
      // A title over several columns stands before that of each of them.
      let parts = cells.map { enclosed($0.content) }.filter { !$0.isEmpty }
      titles.append(
        parts.count < 2
          ? parts.first ?? []
          : [.paragraph(Self.line(of: parts))])
    }
    let rows = rows(table.rows, of: table) + rows(table.footerRows, of: table)
    blocks.append(
      .table(
        MarkdownTable(
          alignments: table.columns.map(\.alignment), header: titles, rows: rows)))
  }

  /// Blocks on one line, with dots between them.
  private static func line(of parts: [[MarkdownBlock]]) -> [Inline] {
    parts.flatMap { $0.compactMap(\.inlines) }.reduce(into: []) { line, part in
      line += line.isEmpty ? part : [.text(" · ")] + part
    }
  }

  /// The cells of some rows by column; GFM knows no spans, so that one over several rows is said in
  /// each of them, and one over several columns in the first.
  private mutating func rows(_ rows: [[Table.Cell]], of table: Table) -> [[[MarkdownBlock]]] {
    let grid = TableGrid(rows, columns: table.columns.count)
    var result: [[[MarkdownBlock]]] = []
    for row in rows.indices {
      var cells: [[MarkdownBlock]] = []
      for column in table.columns.indices {
        let place = grid[row, column].flatMap { $0.column == column ? $0 : nil }
        cells.append(place.map { enclosed(rows[$0.row][$0.cell].content) } ?? [])
      }
      result.append(cells)
    }
    return result
  }

  /// The picture, then its caption with the credit.
  private mutating func append(_ image: ImageBlock) {
    if !image.alternativeText.isEmpty {
      blocks.append(.image(alternativeText: image.alternativeText, file: pictures(image.file)))
    }
    let caption = image.caption?.inlines ?? []
    let isCredited = image.credit.isEmpty || caption.plainText.contains(image.credit)
    blocks.append(.paragraph(caption + (isCredited ? [] : [.text(" (\(image.credit))")])))
  }

  /// A code leads where a link does.
  private mutating func append(_ code: QRCode) {
    let text = code.alternativeText.isEmpty ? code.address : code.alternativeText
    blocks.append(.paragraph([.link(.address(code.address), [.text(text)])]))
  }

  /// What stands in an item or a cell, by itself.
  private mutating func enclosed(_ nodes: [BlockNode]) -> [MarkdownBlock] {
    let outside = (blocks, firstOpenBlock)
    (blocks, firstOpenBlock) = ([], 0)
    depth += 1
    append(nodes)
    depth -= 1
    let inside = blocks
    (blocks, firstOpenBlock) = outside
    return inside
  }
}

extension BlockNode {
  /// What has a caption rather than a heading.
  fileprivate var isFigure: Bool {
    switch content {
    case .figure, .image, .table, .chart: true
    default: false
    }
  }
}

extension MarkdownBlock {
  /// The text of a plain paragraph.
  fileprivate var inlines: [Inline]? {
    if case .paragraph(let inlines) = self { inlines } else { nil }
  }
}

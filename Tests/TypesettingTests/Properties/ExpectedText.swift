import Design
import DisplayList
import DocumentTree
import Languages

@testable import Typesetting

/// The texts of a document in reading order, each as it must be found on the pages.
///
/// Spaces and invisible signs are left out: lines end with them or without them.
struct ExpectedText {
  /// One paragraph, marker, entry, figure, mark of a footnote or paragraph of one.
  struct Entry {
    var text: String
    /// It stands at the foot of a page, perhaps of a later one than the text around it.
    var isInNote: Bool
  }

  /// What is known when the pages are made.
  struct Pagination {
    /// The pages of anchors.
    var pages: [String: Int] = [:]
    var numbering = FootnoteSettings.Numbering.publication
    /// The numbers that notes have on their pages, where pages count their own.
    var footnoteNumbers: [Int: Int] = [:]
  }

  private(set) var entries: [Entry] = []
  /// Entries that stand one after the other in a flow: no page of the first is behind one of the
  /// second.
  private(set) var orders: [(Range<Int>, Range<Int>)] = []
  private let pagination: Pagination
  /// The notes by their identifiers.
  private var notes: [String: (number: Int, footnote: Footnote)] = [:]
  private var noteCount = 0

  var texts: [String] { entries.map(\.text) }

  /// The visible texts of some nodes.
  init(of nodes: [BlockNode], _ pagination: Pagination = Pagination()) {
    self.pagination = pagination
    add(flow: nodes)
  }

  // MARK: Blocks

  private mutating func add(_ text: String, isInNote: Bool = false) {
    guard !text.isEmpty else { return }
    entries.append(Entry(text: text, isInNote: isInNote))
  }

  /// Adds parts that follow each other down the pages.
  private mutating func inOrder<Part>(
    _ parts: [Part], _ add: (inout ExpectedText, Part) -> Void
  ) {
    var last: Range<Int>?
    for part in parts {
      let start = entries.count
      add(&self, part)
      let range = start..<entries.count
      guard !range.isEmpty else { continue }
      if let last { orders.append((last, range)) }
      last = range
    }
  }

  private mutating func add(flow nodes: [BlockNode]) {
    inOrder(nodes.filter { !$0.isDecorative }) { $0.add($1) }
  }

  private mutating func add(_ node: BlockNode) {
    switch node.content {
    case .paragraph(let paragraph): add(paragraph)
    case .list(let list):
      inOrder(Array(list.items.enumerated())) { expected, item in
        expected.add(list.start.map { "\($0 + item.offset)." } ?? "•")
        expected.add(flow: item.element)
      }
    case .definitions(let definitions):
      inOrder(definitions.entries) { expected, entry in
        expected.add(flow: [entry.term])
        expected.add(flow: entry.description)
      }
    case .table(let table): add(table)
    case .metric(let card):
      add(card.figure + card.unitAfter)
      add(card.label)
      if let note = card.note { add(note) }
    case .image(let image): if let caption = image.caption { add(caption) }
    case .figure(let figure):
      guard figure.captionIsAbove, figure.content.count == 1,
        case .image = figure.content[0].content
      else { return add(flow: figure.children) }
      // The caption of a picture is read behind it, wherever it stands.
      add(flow: figure.content)
      add(flow: figure.caption)
    case .contents(let contents):
      inOrder(contents.entries) { expected, entry in
        let page = expected.pagination.pages[entry.anchor].map { "\($0)" } ?? ""
        expected.add(entry.title.plainText.visible + page)
      }
    case .stack(let nodes): add(flow: nodes)
    case .row(let row): for cell in row.cells { add(flow: cell.content) }
    case .grid(let grid): for child in grid.children { add(flow: [child]) }
    case .columns(let columns): add(flow: columns.children)
    case .box(let box): add(flow: box.children)
    default: break
    }
  }

  /// Rows follow each other, but for those that a cell reaches over.
  private mutating func add(_ table: Table) {
    var groups: [[[Table.Cell]]] = []
    for rows in [table.headerRows, table.rows, table.footerRows] {
      groups += TableGrid(rows, columns: table.columns.count).groups.map { Array(rows[$0]) }
    }
    inOrder(groups) { expected, rows in
      for cell in rows.joined() { expected.add(flow: cell.content) }
    }
  }

  // MARK: Texts

  private mutating func add(_ paragraph: Paragraph) {
    var walk = Walk(expected: self)
    walk.text(paragraph.inlines)
    let text = paragraph.style.uppercase ? walk.text.uppercased() : walk.text
    add(text.visible)
    for mark in walk.marks {
      let label = label(of: mark.note)
      add(label)
      guard let footnote = mark.footnote else { continue }
      add(label, isInNote: true)
      for inlines in footnote.paragraphs { add(inlines.plainText.visible, isInNote: true) }
    }
    (notes, noteCount) = (walk.expected.notes, walk.expected.noteCount)
  }

  private func label(of note: Int) -> String {
    "\(pagination.numbering == .page ? pagination.footnoteNumbers[note] ?? 0 : note)"
  }

  /// Reads the text of one paragraph, with the commas between marks, and the marks.
  private struct Walk {
    var expected: ExpectedText
    var text = ""
    var marks: [(note: Int, footnote: Footnote?)] = []
    private var follows = false

    init(expected: ExpectedText) { self.expected = expected }

    mutating func text(_ inlines: [Inline]) {
      for inline in inlines {
        switch inline {
        case .footnote(let footnote):
          if follows { text += "," }
          follows = true
          let known = footnote.isRepeated ? expected.notes[footnote.identifier] : nil
          if let known, expected.pagination.numbering != .page {
            marks.append((known.number, nil))
            continue
          }
          let whole = known?.footnote ?? footnote
          expected.noteCount += 1
          expected.notes[footnote.identifier] = (expected.noteCount, whole)
          marks.append((expected.noteCount, whole))
        case .emphasis(let inner), .strong(let inner), .language(_, let inner),
          .styled(_, let inner):
          text(inner)
        case .link(_, let inner):
          // Marks follow their link.
          let own = inner.withoutFootnotes
          text += own.plainText
          if !own.isEmpty { follows = false }
          text(inner.footnotes.map { .footnote($0) })
        case .text, .code, .lineBreak, .quantity, .pageField:
          text += [inline].plainText
          follows = false
        }
      }
    }
  }

  // MARK: What is there

  /// A text on the pages with the first and the last page, from 0, that it is on.
  struct Found {
    var text: String
    var first: Int
    var last: Int
  }

  /// What is found on the pages, by the element that owns it, in reading order.
  static func found(in drawing: PublicationDrawing) -> [Found] {
    let elements = drawing.structure.elements
    // A link within a paragraph is a part of the paragraph's text.
    func owner(_ index: Int) -> Int {
      guard elements[index].type == "Link", let parent = elements[index].parent,
        elements[parent].type != "TOCI"
      else { return index }
      return owner(parent)
    }
    var found: [Int: Found] = [:]
    for (page, drawing) in drawing.pages.enumerated() {
      for item in drawing.items {
        guard case .element(let element) = item.mark else { continue }
        for run in item.runs {
          let text = run.endsWithSoftHyphen ? String(run.text.dropLast()) : run.text
          guard !text.visible.isEmpty else { continue }
          found[owner(element), default: Found(text: "", first: page, last: page)].text +=
            text.visible
          found[owner(element)]?.last = page
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What is lost, doubled or out of order; nil where nothing is.
  func problem(of found: [Found]) -> String? {
    let texts = found.map(\.text)
    guard texts == self.texts else {
      let first = zip(texts, self.texts).enumerated().first { $0.element.0 != $0.element.1 }
      return first.map { "text \($0.offset) is “\($0.element.0)” and not “\($0.element.1)”" }
        ?? "there are \(found.count) texts and not \(entries.count)"
    }
    for (before, after) in orders {
      let last = before.filter { !entries[$0].isInNote }.map { found[$0].last }.max()
      let first = after.filter { !entries[$0].isInNote }.min { found[$0].first < found[$1].first }
      if let last, let first, found[first].first < last {
        return "“\(found[first].text)” is on page \(found[first].first + 1), "
          + "but what stands before it on page \(last + 1)"
      }
    }
    return nil
  }
}

extension String {
  /// The text without white space and without the signs that only steer line breaking.
  fileprivate var visible: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { scalar in
          !scalar.properties.isWhitespace && ![0xAD, 0x200B, 0x2060].contains(scalar.value)
        }))
  }
}

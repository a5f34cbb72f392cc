import Design
import DocumentTree
import Geometry
import Languages

@testable import Typesetting

/// Makes publications in two languages from a seed: rows of paragraphs, headings, figures, lists,
/// tables and containers of any length, in boxes or not, with notes and keeps, on pages of many
/// heights.
///
/// Each word is there once: `d12.r3c0w5` is the fifth behind the first in a cell of the German side
/// of row 12.
struct BilingualGenerator {
  /// What came of a seed.
  struct Publication {
    var tree: PublicationTree
    /// The first words of counterparts, which must stand level.
    var levels: [(german: String, english: String)] = []
    /// Every word that must be found, each only once; those of a text are one after the other.
    var words: [String] = []
  }

  private var random: DocumentGenerator
  private var publication: Publication
  private var names = 0
  private let isSpread: Bool
  private var shares = [1.0, 1.0]
  private var gutter = 0.0

  static func publication(seed: Int, isSpread: Bool) -> Publication {
    var generator = BilingualGenerator(seed: seed, isSpread: isSpread)
    return generator.made()
  }

  private init(seed: Int, isSpread: Bool) {
    random = DocumentGenerator(seed: UInt64(seed))
    publication = Publication(tree: Sample.tree())
    self.isSpread = isSpread
  }

  private mutating func made() -> Publication {
    if !isSpread { shares = [Double(random.number(3...6)), Double(random.number(3...6))] }
    gutter = Double(random.number(4...20))
    var parallel = Parallel(
      rows: (0..<random.number(3...14)).map { _ in random.chance(8) ? box() : row() },
      shares: shares, gutter: gutter)
    parallel.isSpread = isSpread
    if random.chance(2) { parallel.ruleColor = Fixed.ink }
    var tree = Sample.flow([Sample.node(.parallel(parallel))])
    tree.languages = [Fixed.german, Fixed.english]
    tree.arrangement = isSpread ? .facing : .parallel
    tree.page = PageGeometry(
      size: Size(
        width: Double(random.number(180...320)) * (isSpread ? 1 : 2),
        height: Double(random.number(240...480))),
      margins: Edges(all: 10), columns: 2, gutter: 10)
    tree.page.facing = isSpread
    tree.sections[0].isSpread = isSpread
    tree.footnotes = FootnoteSample.settings(random.chance(2) ? .page : .publication)
    publication.tree = tree
    return publication
  }

  // MARK: Rows

  private mutating func row() -> Parallel.Row {
    names += 1
    let kind = random.number(0...11)
    var sides: [BlockNode?] = []
    let keeps = random.chance(6)
    let together = random.chance(6)
    let room = Double(random.number(0...14))
    // Now and then only one language has something to say.
    let silent = random.chance(10) ? random.number(0...1) : nil
    for (index, language) in [Fixed.german, Fixed.english].enumerated() {
      guard index != silent else {
        sides.append(nil)
        continue
      }
      var node = self.node(kind: kind, name: name(language))
      node.language = language
      node.keepWithNext = kind == 0 || keeps
      node.keepTogether = together
      node.spaceAfter = room
      sides.append(node)
    }
    if silent == nil {
      for part in parts(kind) {
        publication.levels.append((name(Fixed.german) + part, name(Fixed.english) + part))
      }
    }
    return .sides(sides)
  }

  /// Rows in a box that every column has for itself.
  private mutating func box() -> Parallel.Row {
    var inner = Parallel(
      rows: (0..<random.number(1...4)).map { _ in row() }, shares: shares, gutter: gutter)
    inner.isSpread = isSpread
    var box = Box(children: [])
    box.background = Fixed.ink
    box.padding = Edges(all: Double(random.number(0...6)))
    inner.box = box
    (inner.insetLeft, inner.insetRight) = (box.padding.left, box.padding.right)
    return .whole([Sample.node(.parallel(inner))])
  }

  /// What is level within a block: the items of a list, the rows of a table.
  private func parts(_ kind: Int) -> [String] {
    switch kind {
    case 2: ["h0", "h1"] + (0..<tableRows).flatMap { ["r\($0)c0", "r\($0)c1"] }
    case 3: ["0", "1"]
    case 5: ["0", "1"]
    case 6: ["0", "1", "2"]
    // Of columns only the first block is level.
    case 7: ["0"]
    default: [""]
    }
  }

  /// Both languages have as many.
  private var tableRows: Int { 2 + names % 9 }

  /// The word with which a text of the row at hand begins: `d12.`.
  private func name(_ language: LanguageTag) -> String {
    (language == Fixed.german ? "d" : "e") + "\(names)."
  }

  private mutating func node(kind: Int, name: String) -> BlockNode {
    switch kind {
    case 0:
      return Sample.node(.paragraph(paragraph(name, words: 1...6, role: .heading(level: 2))))
    case 1:
      var image = DocumentTree.ImageBlock(file: "a.png", alternativeText: "words")
      image.height = Double(10 + names % 30)
      image.caption = paragraph(name, words: 2...9, role: .caption)
      return Sample.node(.image(image))
    case 2: return Sample.node(.table(table(name)))
    case 3:
      // Lists of one row have equally many items.
      let items = (0..<2).map { [text("\(name)\($0)", words: 1...9)] }
      return Sample.node(
        .list(List(items: items, markerStyle: Fixed.style(), indent: 12, itemSpacing: 3)))
    case 4:
      let note = Footnote(
        identifier: name, paragraphs: [paragraph(name + "n", words: 1...12).inlines])
      var noted = paragraph(name, words: 3...30)
      noted.inlines.append(.footnote(note))
      return Sample.node(.paragraph(noted))
    case 5:
      // Blocks beside each other are level where each place has one.
      let cells = (0..<2).map {
        Row.Cell(span: 1, content: [text("\(name)\($0)", words: 1...12, size: 10)])
      }
      return Sample.node(.row(Row(cells: cells, gutter: 6)))
    case 6:
      let children = (0..<3).map { text("\(name)\($0)", words: 1...9, size: 10) }
      return Sample.node(.grid(Grid(columns: 2, gutter: 4, rowGap: 4, children: children)))
    case 7:
      let children = (0..<3).map { text("\(name)\($0)", words: 1...12, size: 10) }
      return Sample.node(
        .columns(Columns(count: 2, gutter: 6, balanced: true, children: children)))
    default: return text(name, words: 1...60)
    }
  }

  private mutating func table(_ name: String) -> Table {
    let rows = (0..<tableRows).map { row in
      (0..<2).map { column in
        Table.Cell(
          content: [text("\(name)r\(row)c\(column)", words: 1...5)], value: .missing)
      }
    }
    let header = (0..<2).map { column in
      Table.Cell(content: [text("\(name)h\(column)", words: 1...2)], value: .missing)
    }
    return Table(
      columns: [.init(), .init()], header: header, rows: rows, rowPadding: 2, columnGap: 6,
      ruleColor: Fixed.ink)
  }

  private mutating func text(
    _ name: String, words: ClosedRange<Int>, size: Double? = nil
  ) -> BlockNode {
    Sample.node(.paragraph(paragraph(name, words: words, size: size)))
  }

  private mutating func paragraph(
    _ name: String, words range: ClosedRange<Int>, role: ParagraphRole = .body,
    size: Double? = nil
  ) -> Paragraph {
    let words = [name] + (1...random.number(range)).map { "\(name)w\($0)" }
    publication.words += words
    // Pictures start level; their captions do where they look alike.
    let size = size ?? (role != .caption && random.chance(3) ? 8.0 : 10)
    return Paragraph(
      role: role, inlines: [.text(words.joined(separator: " "))],
      style: Fixed.style(size: size, leading: size * 1.2))
  }
}

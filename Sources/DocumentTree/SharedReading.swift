import Languages

/// What a block that stands once says in several languages, so that none need repeat it.
///
/// Equal words in all languages (a name) are not such: they belong to each.
struct SaidWords {
  private let words: Set<Substring>
  /// The texts of its blocks, each as it is.
  private let texts: Set<[String]>

  /// The words of a block that stands once for all languages.
  init(_ node: BlockNode) {
    words = Self.words(of: node)
    texts = node.allTexts
  }

  /// What a block in another language says beyond these words; nil where that is nothing.
  ///
  /// Headings stay, since they order what follows, and figures stay as data, only without notes that
  /// tell them again.
  func unsaid(_ node: BlockNode) -> BlockNode? {
    var copy = node
    switch node.content {
    case .paragraph(let paragraph):
      if case .heading = paragraph.role { return node }
      return says(node) ? nil : node
    case .metric(var card):
      if let note = card.note, !note.inlines.hasFootnotes, !texts.contains(node.printedTexts),
        Self.words(in: note.inlines.plainText).isSubset(of: words)
      {
        card.note = nil
        copy.content = .metric(card)
      }
      return copy
    case .table, .chart, .list, .definitions: return says(node) ? nil : node
    default: return node.mappingChildren { $0.compactMap(unsaid) }
    }
  }

  private func says(_ node: BlockNode) -> Bool {
    let own = Self.words(of: node)
    return !own.isEmpty && own.isSubset(of: words) && !texts.contains(node.printedTexts)
      && !node.hasFootnotes
  }

  // MARK: Words

  fileprivate static func words(of node: BlockNode) -> Set<Substring> {
    node.printedTexts.reduce(into: []) { $0.formUnion(words(in: $1)) }
  }

  /// The words of a text without the signs around them; `c.` and other single letters are signs.
  private static func words(in text: String) -> Set<Substring> {
    Set(
      text.split { $0.isWhitespace }.compactMap { word in
        guard let first = word.firstIndex(where: \.isWordSign),
          let last = word.lastIndex(where: \.isWordSign), first < last || word[first].isNumber
        else { return nil }
        return word[first...last]
      })
  }
}

extension [BlockNode] {
  /// The words that the blocks print, without the signs around them.
  package var printedWords: Set<Substring> {
    reduce(into: []) { $0.formUnion(SaidWords.words(of: $1)) }
  }
}

extension Character {
  fileprivate var isWordSign: Bool { isLetter || isNumber }
}

extension BlockNode {
  /// What it prints, text by text; words for those who do not see a picture are not among it.
  package var printedTexts: [String] {
    let own: [String] =
      switch content {
      case .paragraph(let paragraph): [paragraph.inlines.plainText]
      case .metric(let card):
        [card.formatted, card.label.inlines.plainText, card.note?.inlines.plainText ?? ""]
      case .chart(let chart): chart.kind.texts
      case .image(let image): [image.caption?.inlines.plainText ?? "", image.credit]
      case .contents(let contents): contents.entries.map(\.title.plainText)
      default: []
      }
    return own + innerNodes.flatMap(\.printedTexts)
  }

  /// What it and the blocks in it print.
  fileprivate var allTexts: Set<[String]> {
    innerNodes.reduce(into: [printedTexts]) { $0.formUnion($1.allTexts) }
  }

  fileprivate var hasFootnotes: Bool {
    if case .paragraph(let paragraph) = content, paragraph.inlines.hasFootnotes { return true }
    return innerNodes.contains(where: \.hasFootnotes)
  }
}

extension [Inline] {
  fileprivate var hasFootnotes: Bool {
    var found = false
    _ = mapFootnotes {
      found = true
      return $0
    }
    return found
  }
}

extension Chart.Kind {
  fileprivate var texts: [String] {
    switch self {
    case .bars(let bars): bars.flatMap { [$0.label, $0.formatted] }
    case .timeline(let events): events.flatMap { [$0.formattedDate, $0.title, $0.detail] }
    case .modelDiagram(let model):
      (model.actors + model.programmes).flatMap { [$0.name, $0.detail] }
    case .locator(let locator): [locator.name, locator.scaleLabel]
    }
  }
}

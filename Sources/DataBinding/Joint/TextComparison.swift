import Diagnostics
import DocumentTree
import Languages

/// Compares a text with its translation, paragraph by paragraph and note by note.
///
/// Counterparts can only stand level where each paragraph, heading, item and footnote has one.
struct TextComparison {
  /// What a text is made of, in reading order; an item holds parts of its own.
  private struct Part {
    enum Kind: String {
      case paragraph, heading, list, item, quotation, rule, table, row, footnote
    }

    var kind: Kind
    /// How many lists and quotations enclose it.
    var depth = 0
    /// Its text, for messages.
    var text: String
    /// Where it stands, if it has a place of its own.
    var location: SourceLocation?
  }

  let key: PairedText.Key
  let languages: (LanguageTag, LanguageTag)
  let texts: (PairedText, PairedText)

  /// The error where the two texts do not have the same parts.
  var problem: Diagnostic? {
    let name = texts.0.name.map { "“\($0)”" } ?? "the text"
    let places = (texts.0.location, texts.1.location)
    let parts = (Self.parts(texts.0.blocks), Self.parts(texts.1.blocks))
    if let problem = problem(of: parts, in: name, at: places) { return problem }
    // The n-th note of one language is the counterpart of the n-th of the other.
    let notes = (texts.0.blocks.footnotes, texts.1.blocks.footnotes)
    let marks = (notes.0.map(Self.part(of:)), notes.1.map(Self.part(of:)))
    if let problem = problem(of: marks, in: name, at: places) { return problem }
    for (number, pair) in zip(notes.0, notes.1).enumerated() {
      let parts = (Self.parts(of: pair.0), Self.parts(of: pair.1))
      let places = (pair.0.location ?? places.0, pair.1.location ?? places.1)
      let note = "footnote \(number + 1) of \(name)"
      if let problem = problem(of: parts, in: note, at: places) { return problem }
    }
    return nil
  }

  /// The error where two lists of parts, which messages call by a name, differ.
  private func problem(
    of parts: ([Part], [Part]), in name: String, at places: (SourceLocation?, SourceLocation?)
  ) -> Diagnostic? {
    let isAlike =
      parts.0.count == parts.1.count
      && zip(parts.0, parts.1).allSatisfy { $0.kind == $1.kind && $0.depth == $1.depth }
    guard !isAlike else { return nil }
    guard let lonely = Self.lonely(parts) else { return nil }
    let language = lonely.isFirst ? languages.0 : languages.1
    let kind = lonely.part.kind
    let counts = (
      parts.0.count { $0.kind == kind }, parts.1.count { $0.kind == kind }
    )
    let noun = kind.rawValue + (counts.0 == 1 ? "" : "s")
    var message =
      "\(name) has \(counts.0) \(noun) in “\(languages.0)” and \(counts.1) in “\(languages.1)”"
    if counts.0 == counts.1 {
      message = "\(name) has its \(kind.rawValue)s in another order in “\(languages.1)”"
    }
    let words = Self.beginning(lonely.part.text)
    message +=
      words.isEmpty
      ? "; one in “\(language)” has no counterpart"
      : "; the \(kind.rawValue) “\(words)” in “\(language)” has no counterpart"
    var hints: [String] = []
    // Where the part itself is named, its counterpart is missing in the text of the other language.
    let isAtFirst = lonely.isFirst || lonely.part.location == nil
    let other = isAtFirst ? (languages.1, places.1) : (languages.0, places.0)
    let ends = lonely.neighbours.map { "“\(Self.beginning($0.text))”" }
    if ends.count == 2, kind != .footnote {
      let without = lonely.isFirst ? languages.1 : languages.0
      hints.append("in “\(without)” it would stand between \(ends[0]) and \(ends[1])")
    }
    if let place = other.1 { hints.append("the text in “\(other.0)” is at \(place)") }
    hints.append(
      kind == .footnote
        ? "write the note in both languages, or take it out"
        : "join or divide paragraphs so that each has its counterpart")
    var problem = Diagnostic(
      "languages.unequal", message, at: lonely.part.location ?? places.0, hints: hints)
    problem.record = key.record.isEmpty ? nil : key.record
    return problem
  }

  /// A part without a counterpart, and the parts of the other text between which it would have one.
  private struct Lonely {
    var part: Part
    var isFirst: Bool
    var neighbours: [Part]
  }

  /// The first part without a counterpart, as the two texts are most alike.
  private static func lonely(_ parts: ([Part], [Part])) -> Lonely? {
    func sizes(_ parts: [Part]) -> [PartAlignment.Part] {
      parts.map { .init(kind: "\($0.kind)\($0.depth)", length: $0.text.count) }
    }
    guard let gap = PartAlignment(sizes(parts.0), sizes(parts.1)).firstGap else { return nil }
    let (own, other) = gap.isFirst ? parts : (parts.1, parts.0)
    let neighbours = other[max(0, gap.place - 1)..<min(other.count, gap.place + 1)]
    return Lonely(part: own[gap.index], isFirst: gap.isFirst, neighbours: Array(neighbours))
  }

  private static func parts(_ blocks: [MarkedBlock], depth: Int = 0) -> [Part] {
    blocks.flatMap { block -> [Part] in
      switch block {
      case .paragraph(let inlines), .code(let inlines):
        [Part(kind: .paragraph, depth: depth, text: inlines.plainText)]
      case .heading(_, let inlines):
        [Part(kind: .heading, depth: depth, text: inlines.plainText)]
      case .rule: [Part(kind: .rule, depth: depth, text: "")]
      case .table(let table):
        [Part(kind: .table, depth: depth, text: table.header.first?.plainText ?? "")]
          + table.rows.map { row in
            Part(kind: .row, depth: depth + 1, text: row.first?.plainText ?? "")
          }
      case .quotation(let inner):
        [Part(kind: .quotation, depth: depth, text: "")] + parts(inner, depth: depth + 1)
      case .list(_, let items):
        [Part(kind: .list, depth: depth, text: "")]
          + items.flatMap { item in
            let inner = parts(item, depth: depth + 2)
            return [Part(kind: .item, depth: depth + 1, text: inner.first?.text ?? "")] + inner
          }
      }
    }
  }

  /// A note among those of its text.
  private static func part(of note: Footnote) -> Part {
    Part(kind: .footnote, text: note.paragraphs.first?.plainText ?? "", location: note.location)
  }

  private static func parts(of note: Footnote) -> [Part] {
    note.paragraphs.map { Part(kind: .paragraph, text: $0.plainText) }
  }

  /// The first words of a text.
  static func beginning(_ text: String) -> String {
    let words = text.visibleText.split(separator: " ")
    let beginning = words.prefix(6).joined(separator: " ")
    return words.count > 6 ? beginning + " …" : beginning
  }
}

extension [MarkedBlock] {
  /// The notes of a text in the order of their marks, each once.
  fileprivate var footnotes: [Footnote] {
    flatMap { block -> [Footnote] in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): inlines.footnotes
      case .list(_, let items): items.flatMap(\.footnotes)
      case .quotation(let inner): inner.footnotes
      case .table(let table): table.allRows.flatMap { $0.flatMap(\.footnotes) }
      case .rule, .code: []
      }
    }
    .filter { !$0.isRepeated }
  }
}

/// Puts tokens together, with delimiters that CommonMark will read as such.
///
/// Whether `*` or `_` opens or closes emphasis depends on the characters beside it (CommonMark 6.2).
/// Where neither would, as in `**„Stadt“**er`, the HTML element is written: GFM takes it inline.
struct EmphasisWriter {
  private let tokens: [InlineToken]
  /// Whether the source will stand in a table, where a pipe ends a cell.
  private let inCell: Bool
  /// The source of each token; of spans' ends only once their delimiter is chosen.
  private var sources: [String]

  init(_ tokens: [InlineToken], inCell: Bool) {
    self.tokens = tokens
    self.inCell = inCell
    sources = []
    sources = tokens.indices.map { plainSource(at: $0) }
    chooseDelimiters()
  }

  /// All tokens' source; line breaks are line feeds.
  var source: String { sources.joined() }

  private func plainSource(at index: Int) -> String {
    switch tokens[index] {
    case .text(let text):
      var surroundings = MarkdownText.Surroundings(insideLink: isInsideLink(index))
      if index + 1 < tokens.count, case .open(.link) = tokens[index + 1] {
        surroundings.linkFollows = true
      }
      return MarkdownText.escaped(text, in: surroundings)
    case .code(let text): return code(text)
    case .open(.link): return "["
    case .close(.link(let destination)): return "](\(destination))"
    // CommonMark has nothing for it; HTML inline has.
    case .open(.language(let tag)): return "<span lang=\"\(tag)\">"
    case .close(.language): return "</span>"
    case .open(.superscript): return "<sup>"
    case .close(.superscript): return "</sup>"
    case .open(.subscript): return "<sub>"
    case .close(.subscript): return "</sub>"
    case .lineBreak: return "\n"
    case .footnote(let number): return "[^\(number)]"
    case .open, .close: return ""
    }
  }

  /// Links do not nest, so the nearest end of one tells.
  private func isInsideLink(_ index: Int) -> Bool {
    for token in tokens[..<index].reversed() {
      if case .open(.link) = token { return true }
      if case .close(.link) = token { return false }
    }
    return false
  }

  /// A code span, fenced with more backticks than it holds; with a pipe in a table, the element.
  private func code(_ text: String) -> String {
    if inCell, text.contains("|") { return "<code>\(MarkdownText.escaped(text))</code>" }
    let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let touches = text.hasPrefix("`") || text.hasSuffix("`")
    let isPadded = text.hasPrefix(" ") && text.hasSuffix(" ")
    let padding = touches || isPadded ? " " : ""
    return fence + padding + text + padding + fence
  }

  /// Settles both ends of each span at once, since they must be the same.
  private mutating func chooseDelimiters() {
    var open: [Int] = []
    for index in tokens.indices {
      switch tokens[index] {
      case .open(.emphasis), .open(.strong): open.append(index)
      case .close(let span) where span == .emphasis || span == .strong:
        guard let start = open.popLast() else { continue }
        (sources[start], sources[index]) = delimiters(of: span, from: start, to: index)
      default: break
      }
    }
  }

  /// `**` for strong and `_` for emphasis, so that two kinds side by side never make one run;
  /// `*` for emphasis within a word, where `_` does not work.
  private func delimiters(
    of span: InlineToken.Span, from start: Int, to end: Int
  ) -> (String, String) {
    let (first, last) = (Flank(self, at: start), Flank(self, at: end))
    if span == .strong {
      let isApart = !touchesStrong(start) && !touchesStrong(end)
      if isApart, first.opens("*"), last.closes("*") { return ("**", "**") }
      return ("<strong>", "</strong>")
    }
    guard !touchesEmphasis(start), !touchesEmphasis(end) else { return ("<em>", "</em>") }
    if first.opens("_"), last.closes("_") { return ("_", "_") }
    let isApart = !touchesStrong(start) && !touchesStrong(end)
    if isApart, first.opens("*"), last.closes("*") { return ("*", "*") }
    return ("<em>", "</em>")
  }

  private func neighbours(of index: Int) -> [InlineToken] {
    [index - 1, index + 1].filter { tokens.indices.contains($0) }.map { tokens[$0] }
  }

  /// Whether a run of stars at a place would grow by a neighbour's.
  private func touchesStrong(_ index: Int) -> Bool {
    neighbours(of: index).contains { $0 == .open(.strong) || $0 == .close(.strong) }
  }

  /// Whether an underscore or star at a place would make a run with a neighbour's.
  private func touchesEmphasis(_ index: Int) -> Bool {
    neighbours(of: index).contains { $0 == .open(.emphasis) || $0 == .close(.emphasis) }
  }

  /// The character that will stand before (or behind) a token; a delimiter counts as punctuation.
  fileprivate func character(beside index: Int, behind: Bool) -> Unicode.Scalar? {
    let neighbour = behind ? index + 1 : index - 1
    guard tokens.indices.contains(neighbour) else { return nil }
    let scalars = plainSource(at: neighbour).unicodeScalars
    return (behind ? scalars.first : scalars.last) ?? "*"
  }
}

/// Whether a delimiter at a place is left-flanking or right-flanking.
private struct Flank {
  private let before: Kind
  private let after: Kind

  /// What CommonMark tells apart; `symbol` is punctuation to some of its versions.
  private enum Kind { case space, punctuation, symbol, other }

  init(_ writer: EmphasisWriter, at index: Int) {
    before = Self.kind(writer.character(beside: index, behind: false))
    after = Self.kind(writer.character(beside: index, behind: true))
  }

  private static func kind(_ scalar: Unicode.Scalar?) -> Kind {
    guard let scalar, !scalar.properties.isWhitespace else { return .space }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return .punctuation
    // ASCII symbols are punctuation to every version of CommonMark, others since 0.31.
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return scalar.isASCII ? .punctuation : .symbol
    default: return .other
    }
  }

  /// Whether a run of `*` or `_` here can begin emphasis (CommonMark 6.2, rules 1, 2, 5 and 6).
  func opens(_ delimiter: Character) -> Bool {
    holds { before, after in
      guard Self.flanks(after, outside: before) else { return false }
      return delimiter == "*" || before == .punctuation || !Self.flanks(before, outside: after)
    }
  }

  /// Whether a run of `*` or `_` here can end emphasis (rules 3, 4, 7 and 8).
  func closes(_ delimiter: Character) -> Bool {
    holds { before, after in
      guard Self.flanks(before, outside: after) else { return false }
      return delimiter == "*" || after == .punctuation || !Self.flanks(after, outside: before)
    }
  }

  /// Whether a rule holds, be symbols punctuation or not.
  private func holds(_ rule: (Kind, Kind) -> Bool) -> Bool {
    [Kind.punctuation, .other].allSatisfy { symbol in
      rule(before == .symbol ? symbol : before, after == .symbol ? symbol : after)
    }
  }

  /// A run that is not followed (or preceded) by a space, and by punctuation only where a space or
  /// punctuation stands on its other side.
  private static func flanks(_ inside: Kind, outside: Kind) -> Bool {
    inside != .space && (inside != .punctuation || outside != .other)
  }
}

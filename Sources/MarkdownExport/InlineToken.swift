import Design
import DocumentTree
import Languages

/// A piece of a paragraph in a flat sequence, so that what stands left and right of it is known.
enum InlineToken: Hashable {
  /// Normalised text; never empty.
  case text(String)
  case code(String)
  case open(Span)
  case close(Span)
  case lineBreak
  /// The mark of a note, with its number in the file.
  case footnote(Int)

  /// What encloses text.
  enum Span: Hashable {
    case emphasis, strong
    /// The source of the link's destination.
    case link(String)
    /// Text in another language, by its tag.
    case language(String)
    /// Raised and lowered text, which would read as something else on the line: m², H₂O.
    case superscript, `subscript`
  }
}

/// Flattens inlines: spans are never empty, never begin or end with a space and do not repeat
/// themselves inside; no space or line break stands at an end or beside another.
struct InlineFlattener {
  /// What was made so far.
  private(set) var tokens: [InlineToken] = []
  private let destination: (String) -> String?
  private let footnotes: FootnoteList
  /// Spans that are open but have no content yet.
  private var waiting: [InlineToken.Span] = []
  /// Spans that have content and may get more.
  private var open: [InlineToken.Span] = []
  /// A space or a line break was met and is written before the next content, if any comes.
  private var pendingSpace = false
  private var pendingBreak = false

  /// A flattener; `destination` gives that of an anchor's name, nil where it leads nowhere.
  init(destination: @escaping (String) -> String?, footnotes: FootnoteList) {
    self.destination = destination
    self.footnotes = footnotes
  }

  /// Adds running text; what differs in style alone is text like the rest.
  mutating func append(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text), .quantity(_, let text): append(text)
      case .code(let text): append(code: text)
      case .emphasis(let children): append(children, in: .emphasis)
      case .strong(let children): append(children, in: .strong)
      case .link(let target, let children): append(children, in: span(for: target))
      case .language(let tag, let children): append(children, in: .language(tag.rawValue))
      case .styled(let style, let children): append(children, in: Self.script(of: style))
      case .lineBreak: pendingBreak = true
      case .pageField: loosenEnd()
      case .footnote(let footnote): append(footnote)
      }
    }
  }

  private static func script(of style: InlineStyle) -> InlineToken.Span? {
    if style.features.contains(FontFeature("sups")) { return .superscript }
    return style.features.contains(FontFeature("subs")) ? .subscript : nil
  }

  private func span(for target: LinkTarget) -> InlineToken.Span? {
    switch target {
    case .address(let address): MarkdownText.destination(address).map { .link($0) }
    case .anchor(let name): destination(name).map { .link($0) }
    }
  }

  /// A span that leads nowhere or stands in one of its kind is dissolved.
  private mutating func append(_ children: [Inline], in span: InlineToken.Span?) {
    let all = open + waiting
    guard let span, !all.contains(where: { $0.isSameKind(as: span) }) else {
      return append(children)
    }
    waiting.append(span)
    let depth = all.count
    append(children)
    if depth < open.count {
      tokens.append(.close(span))
      open.removeLast()
    } else {
      waiting.removeLast()
    }
  }

  private mutating func append(_ text: String) {
    var core = Substring(text.visibleText)
    guard !core.isEmpty else { return }
    if core.first == " " {
      pendingSpace = true
      core = core.dropFirst()
    }
    guard !core.isEmpty else { return }
    beginContent()
    if core.last == " " {
      pendingSpace = true
      core = core.dropLast()
    }
    join(String(core))
  }

  /// A mark stands behind its word, whatever is still to be written before the next one.
  ///
  /// Brackets within a link's text would end it, so that a mark in one is left out.
  private mutating func append(_ footnote: Footnote) {
    let isInLink = (open + waiting).contains { if case .link = $0 { true } else { false } }
    guard !isInLink, let number = footnotes.number(of: footnote) else { return }
    tokens.append(.footnote(number))
  }

  private mutating func append(code text: String) {
    let core = text.visibleText
    guard core.contains(where: { $0 != " " }) else { return }
    beginContent()
    // Two spans side by side would make one run of backticks.
    if case .code(let before) = tokens.last {
      tokens[tokens.count - 1] = .code(before + core)
    } else {
      tokens.append(.code(core))
    }
  }

  /// Writes the space or line break that was met, outside the spans that begin here.
  private mutating func beginContent() {
    if pendingBreak, !tokens.isEmpty {
      tokens.append(.lineBreak)
    } else if pendingSpace, !tokens.isEmpty {
      join(" ")
    }
    (pendingBreak, pendingSpace) = (false, false)
    tokens += waiting.map { .open($0) }
    open += waiting
    waiting = []
  }

  /// Takes away the no-break space before a page's number, which has no place here.
  private mutating func loosenEnd() {
    guard case .text(let before) = tokens.last else { return }
    var text = before
    text.loosenEnd()
    guard text != before else { return }
    text.removeLast()
    pendingSpace = true
    if text.isEmpty { tokens.removeLast() } else { tokens[tokens.count - 1] = .text(text) }
  }

  /// Adds text to the text before it: whether `_` is escaped depends on both of its neighbours.
  private mutating func join(_ text: String) {
    if case .text(let before) = tokens.last {
      tokens[tokens.count - 1] = .text(before + text)
    } else {
      tokens.append(.text(text))
    }
  }
}

extension InlineToken.Span {
  fileprivate func isSameKind(as other: InlineToken.Span) -> Bool {
    if case .link = self, case .link = other { return true }
    return self == other
  }
}

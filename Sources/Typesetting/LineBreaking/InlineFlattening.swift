import Design
import Diagnostics
import DocumentTree
import Languages
import TextShaping

/// Turns a tree of inlines into one styled text.
struct InlineFlattening {
  /// Deeper trees are refused: no author nests emphasis so deep.
  static let maximumDepth = 64
  /// How many spaces a tab stands for in programs.
  private static let tabWidth = 4

  /// What the inlines around a text make of it.
  private struct Surroundings {
    var font: FontDescriptor
    var size: Double
    var color: PaletteColor
    var features: [FontFeature]
    var language: LanguageTag
    var link: Int?
    var isDivisible: Bool
    var isTied: Bool
    var isSuperior = false
  }

  /// The paragraph's style, from which runs differ only in what their inlines say.
  private let style: TextStyle
  private let context: TypesettingContext
  private let setter: ParagraphSetter
  private(set) var text = StyledText()
  /// The text so far ends with a space, a line break, or is empty: further spaces are dropped.
  private var isAfterSpace = true

  init(style: TextStyle, context: TypesettingContext) {
    self.style = style
    self.context = context
    setter = context.paragraphSetter
  }

  /// The styled text of the inlines.
  static func flatten(
    _ inlines: [Inline], style: TextStyle, language: LanguageTag, context: TypesettingContext
  ) throws(Diagnostic) -> StyledText {
    var flattening = InlineFlattening(style: style, context: context)
    let surroundings = Surroundings(
      font: style.font, size: style.size, color: style.color, features: style.features,
      language: language, link: nil, isDivisible: style.hyphenate, isTied: false)
    try flattening.add(inlines, surroundings, depth: 0)
    flattening.trimEnd()
    return flattening.text
  }

  /// Adds a tree of inlines; each kind changes the surroundings of what it holds.
  private mutating func add(
    _ inlines: [Inline], _ surroundings: Surroundings, depth: Int
  ) throws(Diagnostic) {
    guard depth < Self.maximumDepth else {
      throw Diagnostic(
        "text.too-deep", "the text nests emphasis, links and the like too deep",
        hints: ["at most \(Self.maximumDepth) levels can be set"])
    }
    for inline in inlines {
      var inner = surroundings
      switch inline {
      case .text(let string): try add(string, inner)
      case .code(let string):
        // Programs and file names must be read as they are: no hyphen may come in.
        inner.isDivisible = false
        try add(string, inner)
      case .quantity(_, let string):
        // Number and unit are never apart, whatever space stands between them.
        inner.isDivisible = false
        inner.isTied = true
        try add(string, inner)
      case .pageField(let field): try add(string(for: field, in: surroundings.language), inner)
      case .lineBreak: addLineBreak(surroundings)
      // The builder has put a link in its place.
      case .footnote: break
      case .emphasis(let content):
        // Emphasis within emphasis stands upright again, as typographers do it.
        inner.font.italic.toggle()
        try add(content, inner, depth: depth + 1)
      case .strong(let content):
        inner.font.weight = style.strongWeight
        try add(content, inner, depth: depth + 1)
      case .language(let tag, let content):
        inner.language = tag
        try add(content, inner, depth: depth + 1)
      case .link(let target, let content):
        text.links.append(StyledText.Link(target: target, title: content.plainText))
        inner.link = text.links.count - 1
        inner.color = style.linkColor
        try add(content, inner, depth: depth + 1)
      case .styled(let change, let content):
        if let font = change.font { inner.font = font }
        if let size = change.size { inner.size = size }
        if let color = change.color { inner.color = color }
        inner.features += change.features
        inner.isSuperior = inner.isSuperior || change.isSuperior
        try add(content, inner, depth: depth + 1)
      }
    }
  }

  /// What stands for a page field now; a page not yet known has the width of two digits.
  private func string(for field: PageField, in language: LanguageTag) -> String {
    switch field {
    case .pageNumber: String(context.currentPage)
    case .pageCount: Self.known(context.editionPageCounts[language] ?? context.pageCount)
    case .pageOf(let anchor): context.anchorPages[anchor].map { String($0) } ?? "00"
    case .runningHeading(let level, let kind):
      (context.otherRunningHeadings[language] ?? context.runningHeadings)
        .title(level: level, kind)
    case .footnoteNumber(let note):
      context.footnotes.pageNumbers[note].map { String($0) } ?? "1"
    }
  }

  private static func known(_ count: Int) -> String { count > 0 ? String(count) : "00" }

  /// Adds a text; where its face lacks small capitals, scaled capitals stand in for them.
  private mutating func add(
    _ string: String, _ surroundings: Surroundings
  ) throws(Diagnostic) {
    guard !string.isEmpty else { return }
    let shown = style.uppercase ? string.uppercased() : string
    guard !surroundings.features.isEmpty else { return try addRun(shown, surroundings) }
    let face = try context.shaper.face(for: surroundings.font)
    let use = FeatureUse(surroundings.features, face: face, shaper: context.shaper)
    for missing in use.missing where !text.missingFeatures.contains(missing) {
      text.missingFeatures.append(missing)
    }
    for part in use.parts(of: shown) {
      var inner = surroundings
      inner.size *= part.scale
      try addRun(part.text, inner)
    }
  }

  /// Adds a text as a run, its white space collapsed.
  private mutating func addRun(
    _ shown: String, _ surroundings: Surroundings
  ) throws(Diagnostic) {
    var (size, rise, features) = (surroundings.size, 0.0, surroundings.features)
    if surroundings.isSuperior {
      let superior = try SuperiorFigures(
        shown, font: surroundings.font, size: size, features: features, shaper: context.shaper)
      (size, rise, features) = (superior.size, superior.rise, superior.features)
    }
    let attributes = try setter.attributes(
      font: surroundings.font, size: size, color: surroundings.color, features: features,
      tracking: style.tracking, rise: rise, language: surroundings.language, context: context)
    let start = text.bytes.count
    text.bytes.reserveCapacity(start + shown.utf8.count)
    for scalar in shown.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0x0D:
        if style.isVerbatim {
          appendVerbatimSpaces(scalar.value == 0x09 ? Self.tabWidth : 1)
        } else if !isAfterSpace {
          text.bytes.append(0x20)
        }
        isAfterSpace = true
      case 0x0B, 0x0C, 0x85, 0x2028, 0x2029:
        appendLineBreak()
      case 0..<0x20, 0x7F..<0xA0:
        continue  // Other control characters have no place in a text.
      default:
        // The old no-break space of no width is today's word joiner.
        text.bytes.append(contentsOf: (scalar == "\u{FEFF}" ? "\u{2060}" : scalar).utf8)
        isAfterSpace = false
      }
    }
    guard text.bytes.count > start else { return }
    addRun(
      StyledText.Run(
        end: text.bytes.count, attributes: attributes, link: surroundings.link,
        language: surroundings.language, isDivisible: surroundings.isDivisible,
        isTied: surroundings.isTied, isSuperior: surroundings.isSuperior))
  }

  /// Adds spaces of which none is lost: a line may end at the first between two words only.
  private mutating func appendVerbatimSpaces(_ count: Int) {
    for _ in 0..<count {
      text.bytes += isAfterSpace ? [0xC2, 0xA0] : [0x20]
      isAfterSpace = true
    }
  }

  /// Adds a run, or lets the last one go on where nothing changes; tied runs stay apart.
  private mutating func addRun(_ run: StyledText.Run) {
    if var last = text.runs.last, !run.isTied {
      last.end = run.end
      if last == run {
        text.runs[text.runs.count - 1] = last
        return
      }
    }
    text.runs.append(run)
  }

  /// Adds U+2028, before which no space is left; a text does not begin with one.
  private mutating func appendLineBreak() {
    trimEnd()
    guard !text.bytes.isEmpty else { return }
    text.bytes.append(contentsOf: [0xE2, 0x80, 0xA8])
    isAfterSpace = true
  }

  /// A forced break belongs to the run before it.
  private mutating func addLineBreak(_ surroundings: Surroundings) {
    appendLineBreak()
    guard !text.runs.isEmpty else { return }
    text.runs[text.runs.count - 1].end = text.bytes.count
  }

  /// Drops a space at the end of the text, with its run where that was all of it.
  private mutating func trimEnd() {
    guard text.bytes.last == 0x20 else { return }
    text.bytes.removeLast()
    while let last = text.runs.last {
      let start = text.runs.count > 1 ? text.runs[text.runs.count - 2].end : 0
      guard start >= text.bytes.count else {
        if last.end > text.bytes.count { text.runs[text.runs.count - 1].end = text.bytes.count }
        return
      }
      text.runs.removeLast()
    }
  }
}

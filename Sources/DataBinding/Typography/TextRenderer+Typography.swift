import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage

/// Typed text as a compositor would set it; pages, Markdown and CSV have the same.
extension TextRenderer {
  /// Running text with the marks, dashes and spaces of its language.
  func composed(_ inlines: [Inline]) -> [Inline] {
    guard !typography.isEmpty else { return inlines }
    let inlines = inlines.mapFootnotes { composed($0) }
    return Compositor.compose(inlines, in: language, of: catalogue, typography)
  }

  /// Blocks of CommonMark, each paragraph composed by itself.
  func composed(_ blocks: [MarkedBlock]) -> [MarkedBlock] {
    guard !typography.isEmpty else { return blocks }
    return blocks.map { block in
      switch block {
      case .paragraph(let inlines): .paragraph(composed(inlines))
      case .heading(let level, let inlines): .heading(level: level, composed(inlines))
      case .code: block
      case .list(let start, let items): .list(start: start, items.map { composed($0) })
      case .quotation(let inner): .quotation(composed(inner))
      case .table(let table): .table(table.mapCells { composed($0) })
      case .rule: .rule
      }
    }
  }

  /// A value of the model as text for readers, without markup.
  func words(_ value: BoundValue) -> String { composed(print(value)).plainText }

  /// A template as text for readers, without markup: labels of charts, alternative texts, titles.
  func words(_ template: TextTemplate, in scope: Scope) -> String {
    var inlines: [Inline] = []
    for piece in pieces(template.parts(in: language) ?? [], in: scope) {
      switch piece {
      case .literal(let text): inlines.append(joining: .text(text))
      case .value(let value): for inline in value { inlines.append(joining: inline) }
      }
    }
    return composed(inlines).plainText
  }

  /// A text of the model that is no CommonMark, with its spans.
  func inlines(ofPlain text: String, from origin: ValueOrigin) -> [Inline] {
    guard !text.isEmpty else { return [] }
    guard PlainSpans.mayStand(in: text) else { return [.text(text)] }
    let read = PlainSpans(text)
    problems.add(
      read.problems.map { problem in
        var diagnostic = Diagnostic(
          "text.bad-span", problem.message, at: origin.location, hints: [problem.hint])
        diagnostic.record = origin.record.isEmpty ? nil : origin.record
        diagnostic.language = language.rawValue
        return diagnostic
      })
    return read.inlines
  }

  // MARK: What is not typed

  /// A printed value, marked where it is not typed text or says what a person said.
  ///
  /// Numbers, dates and figures were formatted by the program; a word without spaces may be an
  /// identifier, an address or a choice. The marks are taken out when the text is composed.
  func marked(
    _ inlines: [Inline], value: BoundValue, _ expression: Expression,
    _ filters: [TextTemplate.Filter]
  ) -> [Inline] {
    guard !typography.isEmpty else { return inlines }
    let mark: Unicode.Scalar
    switch value {
    case .localized(let text) where Self.isQuotation(text.origin): mark = TypedText.quotedMark
    case .localized, .image, .missing, .boolean, .pageField: return inlines
    case .number, .date: mark = TypedText.fixedMark
    case .text, .record, .list:
      let hasFigure = filters.contains { ["figure", "spoken", "comparator"].contains($0.name) }
      let hasSpace = inlines.contains { inline in
        if case .text(let text) = inline { text.utf8.contains(0x20) } else { true }
      }
      if !hasFigure, hasSpace || Self.isLabel(expression) { return inlines }
      mark = TypedText.fixedMark
    }
    return inlines.map { inline in
      guard case .text(let text) = inline else { return inline }
      var view = String.UnicodeScalarView()
      view.append(mark)
      view.append(contentsOf: text.unicodeScalars)
      view.append(TypedText.endMark)
      return .text(String(view))
    }
  }

  /// Whether a text is what a person said: its marks and spaces are set, its words are kept.
  private static func isQuotation(_ origin: ValueOrigin) -> Bool {
    origin.path == "quotation.text"
  }

  private static func isLabel(_ expression: Expression) -> Bool {
    if case .path(let names, _) = expression { return names.first == "label" }
    return false
  }
}

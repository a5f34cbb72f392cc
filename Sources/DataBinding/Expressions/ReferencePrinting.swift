import Diagnostics
import DocumentTree
import LayoutLanguage

/// References to figures, tables and headings by their anchors.
extension TextRenderer {
  /// Running text in which every link without a text of its own, `[](#map)`, has that of its target.
  func resolved(_ inlines: [Inline]) -> [Inline] {
    inlines.mapFootnotes { resolved($0) }.map { inline in
      switch inline {
      case .link(.anchor(let anchor), let inner) where inner.isEmpty:
        // An anchor that is not there is reported where the link is set.
        return .link(.anchor(anchor), reference(to: anchor) ?? [.text("?")])
      case .link(let target, let inner): return .link(target, resolved(inner))
      case .emphasis(let inner): return .emphasis(resolved(inner))
      case .strong(let inner): return .strong(resolved(inner))
      case .language(let tag, let inner): return .language(tag, resolved(inner))
      case .styled(let style, let inner): return .styled(style, resolved(inner))
      case .text, .code, .lineBreak, .quantity, .pageField, .footnote: return inline
      }
    }
  }

  func resolved(_ blocks: [MarkedBlock]) -> [MarkedBlock] {
    blocks.map { block in
      switch block {
      case .paragraph(let inlines): .paragraph(resolved(inlines))
      case .heading(let level, let inlines): .heading(level: level, resolved(inlines))
      case .list(let start, let items): .list(start: start, items.map { resolved($0) })
      case .quotation(let inner): .quotation(resolved(inner))
      case .table(let table): .table(table.mapCells { resolved($0) })
      case .rule, .code: block
      }
    }
  }

  /// The automatic text of a reference: a number, or else a title.
  private func reference(to anchor: String) -> [Inline]? {
    guard let target = evaluator.references.target(anchor) else { return nil }
    let text: [Inline] = target.number.isEmpty ? target.title : [.text(target.number)]
    if text.isEmpty {
      problems.add([
        Diagnostic(
          "reference.no-title", "what has the anchor “\(anchor)” has neither number nor title",
          hints: ["write the text of the link into its brackets: [see there](#\(anchor))"])
      ])
    }
    return text.isEmpty ? nil : text
  }

  /// The number or title behind an anchor for the filters of these names; nil for other filters.
  func reference(_ filter: TextTemplate.Filter, to anchor: String) -> [Inline]? {
    guard ["number", "title"].contains(filter.name) else { return nil }
    guard !anchor.isEmpty else { return [] }
    let references = evaluator.references
    guard let target = references.target(anchor) else {
      guard references.isComplete else { return [.text("?")] }
      problems.add([
        Diagnostic(
          "link.unknown-anchor", "there is nothing with the anchor “\(anchor)” to refer to",
          at: filter.location, hints: GeneratedAnchor.hints(for: anchor, among: references.names))
      ])
      return []
    }
    let text: [Inline] =
      filter.name == "title" ? target.title : target.number.isEmpty ? [] : [.text(target.number)]
    if text.isEmpty {
      problems.add([
        Diagnostic(
          "reference.no-title", "what has the anchor “\(anchor)” has no \(filter.name)",
          at: filter.location,
          hints: [
            filter.name == "title"
              ? "give it a caption, or refer to a heading"
              : "only figures with “number: true” have one; take “title” for headings"
          ])
      ])
    }
    return text
  }
}

import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage

/// Figures with captions and numbers, and lists of them.
extension BlockBinder {
  /// A numbered figure or table for the lists of them.
  struct BoundFigure {
    /// `figure`, `table`, or the layout's own word.
    var kind: String
    var title: [Inline]
    var anchor: String
  }

  mutating func figure(_ site: BlockSite) -> BlockNode? {
    let block = site.block
    var content = nodes(childSites("content", of: site))
    guard !content.isEmpty else { return nil }
    let isTable = content.count == 1 && content[0].isTable
    let given = plain("kind", of: site)
    let kind = given.isEmpty ? (isTable ? "table" : "figure") : given
    let title = inlines("caption", of: site)
    var credit = plain("credit", of: site)
    if content.count == 1, case .image(var image) = content[0].content {
      // The caption is the figure's, and the credit stands with it.
      if credit.isEmpty { (credit, image.credit) = (image.credit, "") }
      content[0].content = .image(image)
    }
    var label = ""
    if flag("number", of: block) ?? !title.isEmpty {
      figureCounts[kind, default: 0] += 1
      label = "\(word(for: kind))\u{A0}\(figureCounts[kind, default: 0])"
    }
    let captionStyle = style("caption-style", of: site, otherwise: "caption")
    var caption: [BlockNode] = []
    func add(_ inlines: [Inline]) {
      guard !inlines.isBlank else { return }
      let identity = BlockIdentity(
        record: site.record, path: site.path + ".caption", paragraph: caption.count)
      var line = paragraphNode(.caption, inlines, captionStyle, at: site, identity: identity)
      (line.spaceBefore, line.spaceAfter, line.keepWithNext) = (0, 0, false)
      caption.append(line)
    }
    add(labelled(label, title, captionStyle))
    if !credit.isEmpty { add([.text(credit)]) }
    let isAbove = choice("caption-position", of: block).map { $0 == "above" } ?? isTable
    var made = node(
      .figure(
        CaptionedFigure(
          content: content, caption: caption, captionIsAbove: isAbove,
          gap: length("gap", of: block) ?? captionStyle.leading * 0.5)), at: site)
    let own = plain("anchor", of: site)
    if !label.isEmpty || !own.isEmpty {
      figureCount += 1
      let anchor = own.isEmpty ? GeneratedAnchor.figure(figureCount) : own
      made.anchor = anchor
      let plainTitle = title.withoutFootnotes
      renderer.evaluator.references.note(anchor, .init(number: label, title: plainTitle))
      if !label.isEmpty, flag("decorative", of: block) != true {
        let listed = plainTitle.isEmpty ? [] : [.text(" ")] + plainTitle
        figures.append(BoundFigure(kind: kind, title: [.text(label)] + listed, anchor: anchor))
      }
    }
    return made
  }

  /// The word before the number: the language's for figures and tables, else the layout's own.
  private func word(for kind: String) -> String {
    switch kind {
    case "figure": renderer.rules.words[.figure] ?? kind
    case "table": renderer.rules.words[.table] ?? kind
    default: kind
    }
  }

  /// The caption behind its number, which has the theme's style `caption-number` or is strong.
  private func labelled(_ label: String, _ title: [Inline], _ style: TextStyle) -> [Inline] {
    guard !label.isEmpty else { return title }
    var number: Inline = .strong([.text(label)])
    if let own = layout.theme.styles["caption-number"] {
      number = .styled(
        InlineStyle(font: own.font, size: own.size, color: own.color, features: own.features),
        [.text(label)])
    }
    return title.isEmpty ? [number] : [number, .text(" ")] + title
  }

  /// The entries of a list of figures or tables.
  func listedFigures(_ kind: String) -> [BoundHeading] {
    listed.filter { $0.kind == kind }
      .map { BoundHeading(level: 1, inlines: $0.title, anchor: $0.anchor) }
  }
}

extension BlockNode {
  fileprivate var isTable: Bool { if case .table = content { true } else { false } }
}

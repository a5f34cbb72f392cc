import Design
import Diagnostics
import DocumentTree
import Geometry
import Languages
import LayoutLanguage
import ReportModel

/// Pictures, blocks on pictures, quotations made large.
extension BlockBinder {
  mutating func image(_ site: BlockSite) -> BlockNode? {
    guard let named = picture("image", of: site) else { return nil }
    var picture = named.picture
    let caption = inlines("caption", of: site)
    if !caption.isEmpty {
      picture.caption = Paragraph(
        role: .caption, inlines: caption,
        style: style("caption-style", of: site, otherwise: "caption"))
    }
    var made = node(.image(picture), at: site)
    made.isDecorative = named.isDecorative
    return made
  }

  /// The picture that an argument gives, with what the block says of its place.
  private mutating func picture(
    _ name: String, of site: BlockSite
  ) -> (picture: ImageBlock, isDecorative: Bool)? {
    guard case .image(let image, let alternative) = value(name, of: site) else { return nil }
    let words = renderer.words(.localized(alternative))
    var picture = ImageBlock(
      file: image.file,
      alternativeText: image.isDecorative ? words : self.alternative(words, of: site),
      credit: image.credit ?? "")
    picture.height = length("height", of: site.block)
    picture.fit =
      choice("fit", of: site.block).flatMap(ImageBlock.Fit.init(rawValue:))
      ?? (picture.height == nil ? .natural : .cover)
    picture.focus = image.focus ?? .center
    if case .focus(let point)? = site.block.arguments["focus"] { picture.focus = point }
    picture.printsCredit = choice("credit", of: site.block) != "apart"
    return (picture, image.isDecorative)
  }

  /// Blocks on a picture; without the picture they stand by themselves.
  mutating func overlay(_ site: BlockSite) -> [BlockNode] {
    let children = nodes(childSites("content", of: site))
    guard let (picture, _) = picture("overlay", of: site) else { return children }
    var overlay = Overlay(image: picture, children: children)
    if case .color(let template)? = site.block.arguments["scrim"],
      let color = color("scrim", of: site)
    {
      // A veil's share says how much it hides, not how much of its ink is printed.
      overlay.scrim = PaletteColor(color.entry)
      overlay.opacity = template.tint
    }
    overlay.padding = edges("padding", of: site.block)
    overlay.alignment =
      choice("align", of: site.block).flatMap(VerticalAlignment.init(rawValue:)) ?? .bottom
    return [node(.overlay(overlay), at: site)]
  }

  /// A quotation with its marks, who said it and where.
  mutating func pullQuote(_ site: BlockSite) -> BlockNode? {
    let block = site.block
    let text = inlines("pull-quote", of: site)
    guard !text.isEmpty else { return nil }
    var textStyle = style("style", of: site)
    let ink = color("color", of: site)
    if let ink { textStyle.color = ink }
    let gap = length("gap", of: block) ?? textStyle.leading / 2
    var quote = Paragraph(role: .quotation, inlines: text, style: textStyle)
    if flag("marks", of: block) != false { quote = quote.quoted(with: renderer.rules) }
    var parts = [paragraphNode(.quotation, quote.inlines, textStyle, at: site)]
    parts[0].content = .paragraph(quote)
    for name in ["attribution", "source"] {
      let line = inlines(name, of: site)
      guard !line.isEmpty else { continue }
      var nameStyle = style("attribution-style", of: site)
      if let ink { nameStyle.color = ink }
      var identity = BlockIdentity(record: site.record, path: site.path + ".\(name)")
      identity.paragraph = parts.count
      var part = paragraphNode(.attribution, line, nameStyle, at: site, identity: identity)
      part.spaceBefore = parts.count == 1 ? gap / 2 : 0
      parts.append(part)
    }
    if let color = color("rule", of: site) {
      let weight = length("rule-weight", of: block) ?? 0.75
      for position in [0, parts.count + 1] {
        var rule = node(.rule(Rule(weight: weight, color: color)), at: site)
        if position == 0 { rule.spaceAfter = gap } else { rule.spaceBefore = gap }
        parts.insert(rule, at: position)
      }
    }
    var made = node(.stack(parts), at: site)
    made.keepTogether = true
    made.isDecorative = flag("repeats", of: block) == true
    return made
  }
}

extension Paragraph {
  /// The text within the marks of its language, unless it has them already; quotations in it then
  /// have the marks of a quotation within another.
  fileprivate func quoted(with rules: LanguageRules) -> Paragraph {
    let marks = rules.quotationMarks
    var copy = self
    copy.hangingMark = marks.opening
    let plain = inlines.plainText
    if plain.isOneQuotation(marks) { return copy }
    // A half of the marks is the author's, the other one was forgotten.
    let isOpen = plain.hasPrefix(marks.opening) && !plain.contains(marks.closing)
    let isClosed = plain.hasSuffix(marks.closing) && !plain.contains(marks.opening)
    if !isOpen, !isClosed { copy.inlines = inlines.map { $0.inner(marks) } }
    if !isOpen { copy.inlines.insert(.text(marks.opening), at: 0) }
    if !isClosed { copy.inlines.append(.text(marks.closing)) }
    return copy
  }
}

extension String {
  /// The mark that it begins with is closed by that at its end.
  fileprivate func isOneQuotation(_ marks: QuotationMarks) -> Bool {
    guard hasPrefix(marks.opening), hasSuffix(marks.closing) else { return false }
    var depth = 0
    for (index, character) in zip(indices, self) {
      if String(character) == marks.opening { depth += 1 }
      if String(character) == marks.closing { depth -= 1 }
      if depth == 0 { return self.index(after: index) == endIndex }
    }
    return false
  }
}

extension Inline {
  /// The same with the marks of a quotation within another; text in another language keeps its own.
  fileprivate func inner(_ marks: QuotationMarks) -> Inline {
    switch self {
    case .text(let text):
      .text(
        text.replacing(marks.opening, with: marks.innerOpening)
          .replacing(marks.closing, with: marks.innerClosing))
    case .emphasis(let inlines): .emphasis(inlines.map { $0.inner(marks) })
    case .strong(let inlines): .strong(inlines.map { $0.inner(marks) })
    case .link(let target, let inlines): .link(target, inlines.map { $0.inner(marks) })
    case .styled(let style, let inlines): .styled(style, inlines.map { $0.inner(marks) })
    case .code, .lineBreak, .language, .quantity, .pageField, .footnote: self
    }
  }
}

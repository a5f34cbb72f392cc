import Design
import Diagnostics
import DisplayList
import DocumentTree
import Languages

/// Footnotes: marks become links in the text, notes become blocks for the pages' feet.
extension BlockBuilder {
  /// The text with superior numbers in place of its footnotes.
  mutating func marked(
    _ inlines: [Inline], style: TextStyle, at location: SourceLocation
  ) -> [Inline] {
    guard inlines.hasFootnote else { return inlines }
    if footnotes.settings == nil { footnotes.settings = FootnoteSettings(below: style) }
    var follows = false
    return marked(inlines, style: style, at: location, &follows)
  }

  /// `follows`: a mark ends the text so far, wherever emphasis begins or ends.
  private mutating func marked(
    _ inlines: [Inline], style: TextStyle, at location: SourceLocation, _ follows: inout Bool
  ) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch inline {
      case .footnote(let footnote):
        let mark = mark(of: footnote, style: style, at: location)
        guard !mark.isEmpty else { continue }
        // “12” would be another note than “1,2”; no line holds ever so many of them.
        if follows {
          result += [.text(Self.tie), superior([.text(",")], style), .text(Self.opening)]
        } else {
          result.append(.text(Self.tie))
        }
        result += mark
        follows = true
      case .emphasis(let inner):
        result.append(.emphasis(marked(inner, style: style, at: location, &follows)))
      case .strong(let inner):
        result.append(.strong(marked(inner, style: style, at: location, &follows)))
      case .link(let target, let inner):
        // A link within a link leads nowhere: its marks follow it.
        let text = inner.withoutFootnotes
        result.append(.link(target, text))
        if !text.isEmpty { follows = false }
        result += marked(
          inner.footnotes.map { .footnote($0) }, style: style, at: location, &follows)
      case .language(let tag, let inner):
        result.append(.language(tag, marked(inner, style: style, at: location, &follows)))
      case .styled(let change, let inner):
        result.append(.styled(change, marked(inner, style: style, at: location, &follows)))
      case .text, .code, .lineBreak, .quantity, .pageField:
        result.append(inline)
        follows = false
      }
    }
    return result
  }

  /// Between a word and its mark no line ends; between two marks it may.
  private static let tie = "\u{2060}"
  private static let opening = "\u{200B}"

  private func superior(_ content: [Inline], _ style: TextStyle) -> Inline {
    var change = footnotes.settings?.markStyle ?? InlineStyle()
    change.isSuperior = true
    // Not the colour of links: a page full of notes must not look like a list of links.
    change.color = change.color ?? style.color
    return .styled(change, content)
  }

  /// The mark, without what ties it to the word before it.
  private mutating func mark(
    of footnote: Footnote, style: TextStyle, at location: SourceLocation
  ) -> [Inline] {
    guard !buildsArtifact else {
      // A table's head that is repeated: its notes stand where it stood first.
      if let note = footnotes.note(again: footnote) {
        return [superior(footnotes.label(of: note), style)]
      }
      report(
        Diagnostic(
          "footnote.on-every-page",
          "a footnote stands in a text that is decoration or repeats on every page",
          at: footnote.location ?? location,
          hints: ["put it into the text of a flow or a frame, or take it out here"]))
      return []
    }
    guard let (note, isNew) = footnotes.add(footnote) else { return [] }
    if !isNew { footnotes.markAgain(note) }
    let name = isNew ? FootnoteName.note(note) : FootnoteName.again(note)
    return [.link(.anchor(name), [superior(footnotes.label(of: note), style)])]
  }

  /// The structure of a mark and, for the first mark of a note, the note behind it.
  ///
  /// `Reference` holds the `Link`; `Note` stands where the mark does in reading order, wherever the
  /// page shows it (ISO 32000-1, 14.8.4.4.1).
  mutating func footnoteReference(
    to name: String, _ children: [Inline], into block: inout ParagraphBlock
  ) {
    let reference = element("Reference")
    let link = within(reference) { $0.element("Link") }
    if case .element(let index) = link {
      block.links.append(
        LinkElement(target: .destination(name), title: children.plainText, element: index))
    }
    guard let waiting = footnotes.take(name) else { return }
    if waiting.label.hasPageField {
      block.readsPage = true
      notePageField(ofOwnPage: false)
    }
    let location = waiting.footnote.location ?? block.traits.location
    for anchor in [
      FootnoteName.note(waiting.note), FootnoteName.again(waiting.note),
      FootnoteName.mark(waiting.note),
    ] { define(anchor, at: location) }
    footnotes.keep(note(waiting, language: block.traits.language, at: location))
  }

  private mutating func note(
    _ waiting: FootnoteCollection.Waiting, language: LanguageTag, at location: SourceLocation
  ) -> FootnoteBlock {
    let style = (footnotes.settings ?? FootnoteSettings(below: fallbackStyle)).style
    let note = element("Note", language: language)
    return within(note) { builder in
      let label = builder.element("Lbl")
      let link = builder.within(label) { $0.element("Link") }
      var paragraphs: [any Block] = []
      for inlines in waiting.footnote.paragraphs {
        paragraphs.append(
          builder.paragraph(
            Paragraph(role: .note, inlines: inlines.withoutFootnotes, style: style),
            traits: builder.traits(language: language, location: location)))
      }
      return FootnoteBlock(
        traits: builder.traits(language: language, location: location), note: waiting.note,
        label: waiting.label, style: style, mark: link, content: StackBlock(paragraphs))
    }
  }

  private var fallbackStyle: TextStyle {
    TextStyle(
      name: "footnote", font: FontDescriptor(family: ""), size: 8, leading: 10,
      color: PaletteColor(""))
  }
}

extension [Inline] {
  /// Whether a footnote stands in the text.
  var hasFootnote: Bool { !footnotes.isEmpty }
}

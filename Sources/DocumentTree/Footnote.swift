package import Design
package import Diagnostics

/// A note at the foot of the page, as it stands in running text at the place of its mark.
package struct Footnote: Sendable, Hashable {
  /// What tells the notes of one text apart; a further mark of the same note repeats it.
  package var identifier: String
  /// The note's paragraphs; none in a further mark of a note whose first mark came before.
  package var paragraphs: [[Inline]]
  /// Where the note was written.
  package var location: SourceLocation?

  package init(identifier: String, paragraphs: [[Inline]], location: SourceLocation? = nil) {
    self.identifier = identifier
    self.paragraphs = paragraphs
    self.location = location
  }

  /// The mark belongs to a note that an earlier mark of the text has brought.
  package var isRepeated: Bool { paragraphs.isEmpty }
}

/// How a publication numbers its footnotes, and how they look.
package struct FootnoteSettings: Sendable, Hashable {
  /// Where the numbers begin anew.
  package enum Numbering: String, Sendable, Hashable, CaseIterable {
    case publication, section, page
  }

  package var numbering: Numbering
  package var style: TextStyle
  /// What a mark in the text changes of its paragraph's style, beside being superior.
  package var markStyle: InlineStyle
  package var ruleColor: PaletteColor
  /// The length and the weight of the rule above the notes, in points; a length of 0 is no rule.
  package var ruleLength: Double
  package var ruleWeight: Double
  /// The least room between the text and the rule, in points.
  package var space: Double

  /// Notes in a style; the rule has its colour, and the room above is one of its lines.
  package init(style: TextStyle) {
    self.style = style
    numbering = .publication
    markStyle = InlineStyle()
    ruleColor = style.color
    // About a quarter of a usual measure: seen as a sign, not as a border.
    ruleLength = 56
    ruleWeight = 0.5
    space = style.leading
  }

  /// Notes for a text where no style was made for them: four fifths of its size, which keeps
  /// the x-height of 9.5 point text above that of newspapers.
  package init(below text: TextStyle) {
    var style = text
    style.name = "footnote"
    style.size = max(6, text.size * 0.8)
    style.leading = max(style.size * 1.2, text.leading * 0.8)
    style.firstLineIndent = 0
    style.spaceBefore = 0
    style.spaceAfter = 0
    style.keepWithNext = false
    self.init(style: style)
  }
}

extension [Inline] {
  /// The footnotes of the text, however deep in it.
  package var footnotes: [Footnote] {
    flatMap { inline -> [Footnote] in
      switch inline {
      case .footnote(let footnote): [footnote]
      case .emphasis(let content), .strong(let content), .link(_, let content),
        .language(_, let content), .styled(_, let content):
        content.footnotes
      case .text, .code, .lineBreak, .quantity, .pageField: []
      }
    }
  }

  /// The text with each paragraph of its footnotes changed.
  package func mapFootnotes(_ change: ([Inline]) -> [Inline]) -> [Inline] {
    map { inline in
      switch inline {
      case .footnote(var note):
        note.paragraphs = note.paragraphs.map(change)
        return .footnote(note)
      case .emphasis(let inner): return .emphasis(inner.mapFootnotes(change))
      case .strong(let inner): return .strong(inner.mapFootnotes(change))
      case .link(let target, let inner): return .link(target, inner.mapFootnotes(change))
      case .language(let tag, let inner): return .language(tag, inner.mapFootnotes(change))
      case .styled(let style, let inner): return .styled(style, inner.mapFootnotes(change))
      case .text, .code, .lineBreak, .quantity, .pageField: return inline
      }
    }
  }

  /// The text without its footnotes, for where it stands a second time: contents, running heads.
  package var withoutFootnotes: [Inline] {
    compactMap { inline in
      switch inline {
      case .footnote: nil
      case .emphasis(let inner): .emphasis(inner.withoutFootnotes)
      case .strong(let inner): .strong(inner.withoutFootnotes)
      case .link(let target, let inner): .link(target, inner.withoutFootnotes)
      case .language(let tag, let inner): .language(tag, inner.withoutFootnotes)
      case .styled(let style, let inner): .styled(style, inner.withoutFootnotes)
      case .text, .code, .lineBreak, .quantity, .pageField: inline
      }
    }
  }
}

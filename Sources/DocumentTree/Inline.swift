package import Design
package import Languages

/// Running text below the paragraph.
package indirect enum Inline: Sendable, Hashable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  case link(LinkTarget, [Inline])
  case lineBreak
  /// Text in another language than its paragraph.
  case language(LanguageTag, [Inline])
  /// Text that differs from its paragraph's style in what is named.
  case styled(InlineStyle, [Inline])
  /// A figure: its typed value and its formatted text.
  case quantity(Quantity, String)
  /// A number known only when pages are made up.
  case pageField(PageField)
  /// The mark of a note, with the note.
  case footnote(Footnote)
}

/// What an inline run changes of its paragraph's style; nil leaves it.
package struct InlineStyle: Sendable, Hashable {
  package var font: FontDescriptor?
  /// Points.
  package var size: Double?
  package var color: PaletteColor?
  package var features: [FontFeature]
  /// The text stands smaller and higher, as the marks of footnotes do.
  package var isSuperior: Bool

  package init(
    font: FontDescriptor? = nil, size: Double? = nil, color: PaletteColor? = nil,
    features: [FontFeature] = [], isSuperior: Bool = false
  ) {
    self.font = font
    self.size = size
    self.color = color
    self.features = features
    self.isSuperior = isSuperior
  }
}

/// Where a link leads.
package enum LinkTarget: Sendable, Hashable {
  case address(String)
  /// A block's anchor in the same publication.
  case anchor(String)
}

/// A text that depends on the page it stands on.
package enum PageField: Sendable, Hashable {
  /// The number of the page itself.
  case pageNumber
  /// How many pages the publication has.
  case pageCount
  /// The number of the page on which an anchor stands.
  case pageOf(anchor: String)
  /// The text of the heading of a level that heads the page.
  case runningHeading(level: Int, RunningHeading = .last)
  /// The number of a footnote where each page counts its own; typesetting makes it from notes, which
  /// it counts from 1 through the publication.
  case footnoteNumber(Int)
}

/// Which of a page's headings heads it.
package enum RunningHeading: String, Sendable, Hashable, CaseIterable {
  /// The latest one on or before the page.
  case last
  /// The first one on the page, or where it has none the one that runs in from before.
  case first
  /// The one that runs in from before; none on a page on which one stands.
  case continued
}

extension [Inline] {
  /// The text without any markup; page fields and footnotes are empty, line breaks are spaces.
  package var plainText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let t), .code(let t), .quantity(_, let t): text += t
      case .emphasis(let c), .strong(let c), .link(_, let c), .language(_, let c),
        .styled(_, let c):
        text += c.plainText
      case .lineBreak: text += " "
      case .pageField: text.loosenEnd()
      case .footnote: break
      }
    }
    return text
  }
}

extension String {
  /// Makes a no-break space at the end a plain one: what it was tied to is not printed.
  package mutating func loosenEnd() {
    guard let last = unicodeScalars.last, last == "\u{A0}" || last == "\u{202F}" else { return }
    unicodeScalars.removeLast()
    self += " "
  }
}

package import Design

/// What a paragraph is, apart from how it looks.
package enum ParagraphRole: Sendable, Hashable {
  case body
  /// A heading of level 1 to 6; it goes into the outline.
  case heading(level: Int)
  case quotation
  case attribution
  case caption
  /// A small line that labels what stands beside it.
  case label
  case note
  /// Lines of a program or the like; spaces and the ends of lines count.
  case code
}

/// A paragraph with its resolved style.
package struct Paragraph: Sendable, Hashable {
  package var role: ParagraphRole
  package var inlines: [Inline]
  package var style: TextStyle
  /// The mark at its beginning that hangs outside of its edge.
  package var hangingMark: String?

  package init(role: ParagraphRole = .body, inlines: [Inline], style: TextStyle) {
    self.role = role
    self.inlines = inlines
    self.style = style
    hangingMark = nil
  }

  /// The lines of code, without the line breaks between them.
  package var codeLines: [String] {
    inlines.split(separator: .lineBreak, omittingEmptySubsequences: false).map {
      Array($0).plainText
    }
  }
}

/// A bulleted or numbered list.
package struct List: Sendable, Hashable {
  /// The first number, or nil for bullets.
  package var start: Int?
  package var items: [[BlockNode]]
  /// The style of the bullet or number; the items carry their own.
  package var markerStyle: TextStyle
  /// How far items stand to the right of the list's edge, in points.
  package var indent: Double
  /// Room between items in points.
  package var itemSpacing: Double

  package init(
    start: Int? = nil, items: [[BlockNode]], markerStyle: TextStyle, indent: Double,
    itemSpacing: Double
  ) {
    self.start = start
    self.items = items
    self.markerStyle = markerStyle
    self.indent = indent
    self.itemSpacing = itemSpacing
  }
}

/// Terms with what is said of each; a term stands to the left of its text.
package struct Definitions: Sendable, Hashable {
  /// One term with its text.
  package struct Entry: Sendable, Hashable {
    package var term: BlockNode
    package var description: [BlockNode]

    package init(term: BlockNode, description: [BlockNode]) {
      self.term = term
      self.description = description
    }
  }

  package var entries: [Entry]
  /// The width of the terms' column in points; 0 sets a term above its text.
  package var termWidth: Double
  package var gap: Double
  /// Room between entries in points.
  package var entrySpacing: Double
  /// A hairline between entries.
  package var ruleColor: PaletteColor?

  package init(
    entries: [Entry], termWidth: Double, gap: Double, entrySpacing: Double,
    ruleColor: PaletteColor? = nil
  ) {
    self.entries = entries
    self.termWidth = termWidth
    self.gap = gap
    self.entrySpacing = entrySpacing
    self.ruleColor = ruleColor
  }
}

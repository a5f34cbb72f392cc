package import Design
package import Languages

/// The same content in several languages, side by side: counterparts share a row and start level.
package struct Parallel: Sendable, Hashable {
  /// What stands at one height.
  package enum Row: Sendable, Hashable {
    /// One block for each language, in the publication's order; nil where a language has none.
    case sides([BlockNode?])
    /// A block over all columns, which stands once: the first that there is. What other languages
    /// have in its place is read by exporters.
    case whole([BlockNode?])
  }

  package var rows: [Row]
  /// The widths of the languages' columns, relative to each other.
  package var shares: [Double]
  /// Room between two columns in points.
  package var gutter: Double
  /// The hairline between columns; nil for none.
  package var ruleColor: PaletteColor?
  /// Ground, padding and borders that every column has for itself; its children are the rows.
  package var box: Box?
  /// What the boxes around take from every column at its left and right, in points.
  package var insetLeft: Double
  package var insetRight: Double
  /// The columns are the text areas of a left and a right page.
  package var isSpread: Bool

  package init(rows: [Row], shares: [Double], gutter: Double) {
    self.rows = rows
    self.shares = shares
    self.gutter = gutter
    ruleColor = nil
    box = nil
    insetLeft = 0
    insetRight = 0
    isSpread = false
  }

  /// The blocks of one language by its position in the publication's order, with those that stand
  /// once.
  package func nodes(ofLanguage index: Int) -> [BlockNode] {
    rows.compactMap { row in
      switch row {
      case .sides(let sides): sides.indices.contains(index) ? sides[index] : nil
      case .whole(let nodes):
        if nodes.indices.contains(index), nodes[index] != nil {
          nodes[index]
        } else {
          nodes.standing
        }
      }
    }
  }
}

extension [BlockNode?] {
  /// The block that stands for all languages.
  package var standing: BlockNode? { first { $0 != nil } ?? nil }
}

/// One language's part of a publication in which each has pages of its own.
package struct Edition: Sendable, Hashable {
  package var language: LanguageTag
  package var title: String
  /// The index of its first section.
  package var firstSection: Int

  package init(language: LanguageTag, title: String, firstSection: Int) {
    self.language = language
    self.title = title
    self.firstSection = firstSection
  }
}

package import Languages

/// The logical structure of a publication (ISO 32000-2, 14.7), apart from where it is drawn.
package struct StructureTree: Sendable, Hashable {
  /// One element; elements are kept in reading order, each after its parent.
  package struct Element: Sendable, Hashable {
    /// A standard structure type: `P`, `H1`, `L`, `LI`, `Lbl`, `LBody`, `Table`, `TR`, `TH`, `TD`,
    /// `Figure`, `BlockQuote`, `Caption`, `TOC`, `TOCI`, `Sect`, `Link`, `Span`.
    package var type: String
    /// The index of the parent; nil for children of the document.
    package var parent: Int?
    package var language: LanguageTag?
    package var alternativeText: String?

    package init(
      type: String, parent: Int?, language: LanguageTag? = nil, alternativeText: String? = nil
    ) {
      self.type = type
      self.parent = parent
      self.language = language
      self.alternativeText = alternativeText
    }
  }

  package var elements: [Element] = []

  package init() {}

  /// Adds an element and returns its index.
  package mutating func add(_ element: Element) -> Int {
    elements.append(element)
    return elements.count - 1
  }
}

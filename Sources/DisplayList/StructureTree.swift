package import Languages

/// The logical structure of a publication (ISO 32000-2, 14.7), apart from where it is drawn.
package struct StructureTree: Sendable, Hashable {
  /// One element; elements are kept in reading order, each after its parent.
  package struct Element: Sendable, Hashable {
    /// A standard structure type: `P`, `H1`, `L`, `LI`, `Lbl`, `LBody`, `Table`, `TR`, `TH`, `TD`,
    /// `Figure`, `BlockQuote`, `Caption`, `TOC`, `TOCI`, `Sect`, `Link`, `Code`, `Span`.
    package var type: String
    /// The index of the parent; nil for children of the document.
    package var parent: Int?
    package var language: LanguageTag?
    package var alternativeText: String?
    /// How far a cell of a table reaches and what it heads; nil for everything else.
    package var table: CellAttributes?
    /// How the items of a list are numbered; nil for everything else.
    package var listNumbering: ListNumbering?

    package init(
      type: String, parent: Int?, language: LanguageTag? = nil, alternativeText: String? = nil
    ) {
      self.type = type
      self.parent = parent
      self.language = language
      self.alternativeText = alternativeText
      table = nil
      listNumbering = nil
    }
  }

  /// The attribute of `L` (ISO 32000-2, 14.8.5.5).
  package enum ListNumbering: String, Sendable, Hashable {
    case decimal = "Decimal"
    case disc = "Disc"
    case none = "None"
  }

  /// The attributes of `TH` and `TD` (ISO 32000-2, 14.8.5.7).
  package struct CellAttributes: Sendable, Hashable {
    /// What a `TH` heads.
    package enum Scope: String, Sendable, Hashable {
      case row = "Row"
      case column = "Column"
    }

    package var scope: Scope?
    /// `ColSpan` and `RowSpan`.
    package var columns: Int
    package var rows: Int
    /// The indices of the `TH` that the cell belongs to, where its place alone does not tell them.
    package var headers: [Int] = []

    package init(scope: Scope? = nil, columns: Int = 1, rows: Int = 1) {
      self.scope = scope
      self.columns = columns
      self.rows = rows
    }
  }

  package var elements: [Element] = []

  package init() {}

  /// Says which `TH` a cell belongs to; nothing for an element that is no cell.
  package mutating func setHeaders(_ headers: [Int], of index: Int) {
    elements[index].table?.headers = headers
  }

  /// Whether an element is read by its alternative text, whatever stands in it.
  package static func isRead(asOne element: Element) -> Bool { element.alternativeText != nil }

  /// Adds an element and returns its index.
  package mutating func add(_ element: Element) -> Int {
    elements.append(element)
    return elements.count - 1
  }
}

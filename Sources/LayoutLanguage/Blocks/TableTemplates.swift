package import Design
package import Diagnostics
import Languages

/// A column of a table.
package struct TableColumnTemplate: Sendable {
  /// The width as it is written.
  package enum Width: Sendable, Hashable {
    case weight(Double)
    case fixed(LayoutLength)
    case content
  }

  package var title: TextTemplate
  package var width: Width
  package var alignment: CellAlignment
  /// Its cells name what their rows tell of.
  package var isHeader: Bool
  /// Equal cells below each other become one.
  package var mergesEqual: Bool

  package init(title: TextTemplate) {
    self.title = title
    width = .content
    alignment = .left
    isHeader = false
    mergesEqual = false
  }
}

/// How the text of a cell stands between its edges.
package enum CellAlignment: String, Sendable, Hashable, CaseIterable {
  case left, right, center
  /// On the language's decimal separator.
  case decimal

  /// The alignment of a text that has no separator to stand on.
  package var text: TextAlignment {
    switch self {
    case .left: .left
    case .center: .center
    case .right, .decimal: .right
    }
  }
}

/// A cell of a table: its text, and what it does otherwise than its column.
package struct TableCellTemplate: Sendable {
  /// How far a cell reaches.
  package enum Span: Sendable {
    case count(Expression)
    /// To the last column.
    case all
  }

  package var text: TextTemplate
  package var span: Span?
  package var rows: Expression?
  package var alignment: CellAlignment?
  /// `baseline`, `top`, `middle` or `bottom`.
  package var position: String?
  package var style: StyleName?
  package var background: ColorTemplate?
  package var isHeader: Bool?
  package var location: SourceLocation

  package init(text: TextTemplate, location: SourceLocation) {
    self.text = text
    self.location = location
    span = nil
    rows = nil
    alignment = nil
    position = nil
    style = nil
    background = nil
    isHeader = nil
  }

  /// The columns that it takes, where the layout alone says it; nil for what the data decide.
  package var fixedSpan: Int? {
    switch span {
    case nil: 1
    case .count(.number(let number, _)): Int(min(max(number.doubleValue, 0), 1e6))
    default: nil
    }
  }
}

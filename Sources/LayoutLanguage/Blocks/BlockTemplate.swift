package import Design
package import Diagnostics
package import Geometry

/// A block as the layout asks for it, not yet bound to the model.
package struct BlockTemplate: Sendable {
  package var kind: BlockKind
  /// Arguments by name; the one behind the block's own name is under that name.
  package var arguments: [String: Argument]
  package var location: SourceLocation

  package init(kind: BlockKind, arguments: [String: Argument], location: SourceLocation) {
    self.kind = kind
    self.arguments = arguments
    self.location = location
  }
}

/// The value of an argument.
package indirect enum Argument: Sendable {
  case template(TextTemplate)
  case expression(Expression)
  case length(LayoutLength)
  case edges([LayoutLength])
  case integer(Int)
  case flag(Bool)
  case choice(String)
  case color(ColorTemplate)
  case styles([StyleName])
  case content([BlockTemplate])
  case sortKeys([SortKey])
  case name(String, SourceLocation)
  case bindings([Binding])
  case tableColumns([TableColumnTemplate])
  case tableCells([TableCellTemplate])
}

/// What a parameter of a component is given.
package struct Binding: Sendable {
  package var name: String
  package var value: TextTemplate
  /// Where the name stands.
  package var location: SourceLocation

  package init(name: String, value: TextTemplate, location: SourceLocation) {
    self.name = name
    self.value = value
    self.location = location
  }
}

/// A distance as it is written: lines of the baseline grid are resolved when the page is known.
package enum LayoutLength: Sendable, Hashable {
  case absolute(Length)
  case lines(Double)

  /// Whether it reaches backwards.
  var isNegative: Bool {
    switch self {
    case .absolute(let length): length.points < 0
    case .lines(let count): count < 0
    }
  }

  /// Points on a page with this baseline grid.
  package func points(on page: PageGeometry) -> Double {
    switch self {
    case .absolute(let length): length.points
    case .lines(let count): count * page.baseline
    }
  }
}

/// A colour as it is written: the entry's name may come from the model.
package struct ColorTemplate: Sendable {
  package var entry: TextTemplate
  /// From 0 to 1.
  package var tint: Double

  package init(entry: TextTemplate, tint: Double) {
    self.entry = entry
    self.tint = tint
  }
}

/// The name of a style with its place.
package struct StyleName: Sendable, Hashable {
  package var name: String
  package var location: SourceLocation

  package init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
  }
}

/// A field to sort by.
package struct SortKey: Sendable, Hashable {
  package var path: Expression
  package var isDescending: Bool

  package init(path: Expression, isDescending: Bool) {
    self.path = path
    self.isDescending = isDescending
  }
}

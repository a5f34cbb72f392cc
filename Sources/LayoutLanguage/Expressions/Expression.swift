package import Diagnostics
package import Languages

/// What a layout asks of the model: a path, a comparison, a call.
package indirect enum Expression: Sendable, Hashable {
  /// Names joined by dots: `project.metrics`.
  case path([String], SourceLocation)
  case text(String, SourceLocation)
  case number(DecimalNumber, SourceLocation)
  case boolean(Bool, SourceLocation)
  case not(Expression)
  case and(Expression, Expression)
  case or(Expression, Expression)
  case comparison(ComparisonOperator, Expression, Expression)
  case call(String, [Expression], SourceLocation)
  /// A field of what a call gives: `first(project.links).url`; the place is the field's name.
  case field(Expression, String, SourceLocation)

  /// Where the expression begins.
  package var location: SourceLocation {
    switch self {
    case .path(_, let l), .text(_, let l), .number(_, let l), .boolean(_, let l),
      .call(_, _, let l):
      l
    case .not(let e), .and(let e, _), .or(let e, _), .comparison(_, let e, _), .field(let e, _, _):
      e.location
    }
  }
}

/// The comparisons of the expression language.
package enum ComparisonOperator: String, Sendable, Hashable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
}

import Diagnostics
import LayoutLanguage
import ReportModel

/// Comparisons, and the literals in them.
extension ExpressionChecker {
  mutating func checkComparison(
    _ sign: ComparisonOperator, _ a: Expression, _ b: Expression, in scope: TypeScope
  ) {
    let (x, y) = (type(of: a, in: scope), type(of: b, in: scope))
    let isEquality = sign == .equal || sign == .notEqual
    let isComparable: Bool
    switch (x, y) {
    case (.record, .text), (.text, .record): isComparable = isEquality
    case (.record, .record): isComparable = isEquality && x.fits(y)
    case (.date, .number), (.number, .date): isComparable = true
    case (.list, _), (_, .list), (.image, _), (_, .image), (.pageField, _), (_, .pageField):
      isComparable = false
    default: isComparable = x.fits(y)
    }
    if !isComparable {
      report(
        "layout.bad-comparison",
        "\(x.inWords) cannot be compared with \(y.inWords) by \(sign.rawValue)", at: a.location,
        hints: [isEquality ? "compare values of one kind" : "compare numbers, dates or texts"])
    }
    guard isComparable else { return }
    if case .text(let literal, let place) = b { checkLiteral(literal, of: a, at: place, in: scope) }
    if case .text(let literal, let place) = a { checkLiteral(literal, of: b, at: place, in: scope) }
  }

  /// A literal beside a field with fixed choices must be one of them; one beside another field
  /// should be the value of some record.
  private mutating func checkLiteral(
    _ literal: String, of expression: Expression, at place: SourceLocation, in scope: TypeScope
  ) {
    guard case .path(let names, _) = expression else { return }
    if let choices = choices(of: names, in: scope) {
      guard !choices.contains(literal) else { return }
      report(
        "layout.unknown-choice", "“\(names.last ?? "")” is never “\(literal)”", at: place,
        hints: Suggestion.hint(for: literal, among: choices))
    } else if let known = texts(of: names, in: scope), !known.isEmpty, !known.contains(literal) {
      var problem = Diagnostic(
        "layout.no-such-value", severity: .warning,
        "no record of the model has “\(literal)” as “\(names.joined(separator: "."))”", at: place)
      problem.hints = Suggestion.hint(for: literal, among: known)
      diagnostics.append(problem)
    }
  }

  /// The texts that the model's records have at a path, or their identifiers where the path leads
  /// to records; nil where that is not known.
  private func texts(of names: [String], in scope: TypeScope) -> Set<String>? {
    guard let values else { return nil }
    let place = SourceLocation(file: "")
    var owners = quietType(of: .path(names, place), in: scope)
    var field = "id"
    if owners == .text, names.count > 1, let last = names.last {
      owners = quietType(of: .path(Array(names.dropLast()), place), in: scope)
      field = last
    }
    guard case .record(let types) = owners else { return nil }
    return types.reduce(into: []) { texts, name in
      guard let index = schema.type(name)?.index(of: field) else { return }
      texts.formUnion(values.texts(of: index, in: name))
    }
  }

  /// The words that the field at a path can have; nil where it can have any.
  func choices(of names: [String], in scope: TypeScope) -> [String]? {
    guard names.count > 1, let last = names.last else { return nil }
    let path = Expression.path(Array(names.dropLast()), SourceLocation(file: ""))
    guard case .record(let types) = quietType(of: path, in: scope) else { return nil }
    var choices: [String]?
    for name in types.sorted() {
      guard let field = schema.type(name)?[last] else { continue }
      guard case .choice(let own) = field.type else { return nil }
      choices = (choices ?? []) + own
    }
    return choices
  }
}

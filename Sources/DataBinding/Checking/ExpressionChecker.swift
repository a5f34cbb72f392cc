import Diagnostics
import LayoutLanguage
import Languages
import ReportModel

/// Finds the static types of expressions, and reports what cannot be.
struct ExpressionChecker {
  let schema: ModelSchema
  let labels: LabelTable
  var diagnostics: [Diagnostic] = []

  /// What stands at the top beside the model's own names.
  private static let builtInRoots = ["page", "cited", "language", "edition", "label"]

  /// The functions with the number of arguments that they take.
  static let functions: [String: ClosedRange<Int>] = [
    "count": 1...1, "first": 1...1, "last": 1...1, "concat": 1...16, "missing": 1...1,
    "type": 1...1, "year": 1...1, "sources": 1...1,
  ]

  init(schema: ModelSchema, labels: LabelTable) {
    self.schema = schema
    self.labels = labels
  }

  private mutating func report(
    _ identifier: String, _ message: String, at location: SourceLocation, hints: [String] = []
  ) {
    diagnostics.append(Diagnostic(identifier, message, at: location, hints: hints))
  }

  /// The type of an expression in a scope; problems are collected.
  mutating func type(of expression: Expression, in scope: TypeScope) -> ValueType {
    switch expression {
    case .text: return .text
    case .number: return .number
    case .boolean: return .boolean
    case .not(let inner):
      _ = type(of: inner, in: scope)
      return .boolean
    case .and(let a, let b), .or(let a, let b):
      _ = type(of: a, in: scope)
      _ = type(of: b, in: scope)
      return .boolean
    case .comparison(let sign, let a, let b):
      checkComparison(sign, a, b, in: scope)
      return .boolean
    case .call(let name, let arguments, let location):
      return call(name, arguments, at: location, in: scope)
    case .path(let names, let location): return path(names, at: location, in: scope)
    }
  }

  private mutating func path(
    _ names: [String], at location: SourceLocation, in scope: TypeScope
  ) -> ValueType {
    guard let first = names.first else { return .unknown }
    var current: ValueType
    if let variable = scope[first] {
      current = variable
    } else if first == "label" {
      return label(names.dropFirst().joined(separator: "."), at: location)
    } else if let name = schema.type(ofSingleton: first)?.name {
      current = .record([name])
    } else if let name = schema.type(ofCollection: first)?.name {
      current = .list(.record([name]))
    } else if first == "page" {
      return fixed(
        names, ["number": .pageField, "count": .pageField, "heading": .pageField], location)
    } else if first == "edition" {
      return fixed(names, ["title": .localized, "author": .text, "date": .date], location)
    } else if first == "cited" {
      current = .list(.record(["source"]))
    } else if first == "language" {
      current = .text
    } else {
      let known = scope.names + schema.singletons.map(\.name) + schema.collections.map(\.name) + Self.builtInRoots
      report(
        "layout.unknown-path", "there is no “\(first)” here", at: location,
        hints: Suggestion.hint(for: first, among: Set(known)))
      return .unknown
    }
    var column = location.column + first.count + 1
    for name in names.dropFirst() {
      var place = location
      place.column = column
      current = step(current, name, from: names, at: place)
      column += name.count + 1
    }
    return current
  }

  /// Whether a label is the same words wherever it is used.
  func isFixedLabel(_ label: TextTemplate) -> Bool {
    func isFixed(_ parts: [TextTemplate.Part]) -> Bool {
      parts.allSatisfy { if case .literal = $0 { true } else { false } }
    }
    switch label.variants {
    case .all(let parts): return isFixed(parts)
    case .byLanguage(let variants): return variants.values.allSatisfy(isFixed)
    }
  }

  private mutating func label(_ name: String, at location: SourceLocation) -> ValueType {
    if labels.entries[name] == nil {
      report(
        "layout.unknown-label", "there is no label “\(name)”", at: location,
        hints: Suggestion.hint(for: name, among: labels.entries.keys))
    }
    return .localized
  }

  private mutating func fixed(
    _ names: [String], _ types: [String: ValueType], _ location: SourceLocation
  ) -> ValueType {
    if names.count == 2, let type = types[names[1]] { return type }
    report(
      "layout.unknown-path", "“\(names.joined(separator: "."))” is not known", at: location,
      hints: [
        "known here: \(types.keys.sorted().map { "\(names[0]).\($0)" }.joined(separator: ", "))"
      ])
    return .unknown
  }

  private mutating func step(
    _ type: ValueType, _ name: String, from path: [String], at location: SourceLocation
  ) -> ValueType {
    switch type {
    case .unknown: return .unknown
    case .record(let types):
      if name == "id" { return .text }
      var result: ValueType?
      var known = Set<String>(["id"])
      for typeName in types.sorted() {
        guard let definition = schema.type(typeName) else { continue }
        known.formUnion(definition.fields.map(\.name))
        if let index = definition.index(of: name) {
          let field = ValueType(definition.fields[index].type, schema: schema)
          result = result.map { $0.union(field) } ?? field
        }
      }
      if let result { return result }
      report(
        "layout.unknown-path",
        "\(types.sorted().joined(separator: " or ")) has no field “\(name)”", at: location,
        hints: Suggestion.hint(for: name, among: known))
    case .image where ["file", "alt", "credit", "licence"].contains(name):
      return name == "alt" ? .localized : .text
    case .date where name == "year": return .number
    case .list:
      report(
        "layout.unknown-path",
        "“\(path.joined(separator: "."))” goes on behind a list", at: location,
        hints: ["go through the list with “each”, or take first(…)"])
    default:
      report(
        "layout.unknown-path", "\(type.inWords) has no field “\(name)”", at: location)
    }
    return .unknown
  }

  private mutating func checkComparison(
    _ sign: ComparisonOperator, _ a: Expression, _ b: Expression, in scope: TypeScope
  ) {
    let (x, y) = (type(of: a, in: scope), type(of: b, in: scope))
    let isComparable: Bool
    switch (x, y) {
    case (.record, .text), (.text, .record): isComparable = sign == .equal || sign == .notEqual
    case (.record, .record): isComparable = (sign == .equal || sign == .notEqual) && x.fits(y)
    case (.date, .number), (.number, .date): isComparable = true
    case (.list, _), (_, .list), (.image, _), (_, .image): isComparable = false
    default: isComparable = x.fits(y)
    }
    if !isComparable {
      report(
        "layout.bad-comparison",
        "\(x.inWords) cannot be compared with \(y.inWords) by \(sign.rawValue)", at: a.location)
    }
    if case .path(let names, _) = a, names.count > 1, case .text(let literal, let place) = b {
      checkChoice(literal, of: names, at: place, in: scope)
    }
  }

  /// A literal beside a field with fixed choices must be one of them.
  private mutating func checkChoice(
    _ literal: String, of names: [String], at place: SourceLocation, in scope: TypeScope
  ) {
    var quiet = self
    let owner = quiet.type(of: .path(names.dropLast(), place), in: scope)
    guard case .record(let types) = owner, let last = names.last else { return }
    var choices: [String]?
    for name in types {
      guard let type = schema.type(name), let index = type.index(of: last) else { continue }
      guard case .choice(let own) = type.fields[index].type else { return }
      choices = (choices ?? []) + own
    }
    if let choices, !choices.contains(literal) {
      report(
        "layout.unknown-choice", "“\(last)” is never “\(literal)”", at: place,
        hints: Suggestion.hint(for: literal, among: choices))
    }
  }

  private mutating func call(
    _ name: String, _ arguments: [Expression], at location: SourceLocation, in scope: TypeScope
  ) -> ValueType {
    guard let count = Self.functions[name] else {
      report(
        "layout.unknown-function", "there is no function “\(name)”", at: location,
        hints: Suggestion.hint(for: name, among: Self.functions.keys))
      return .unknown
    }
    var types: [ValueType] = []
    for argument in arguments { types.append(type(of: argument, in: scope)) }
    guard count.contains(arguments.count) else {
      report(
        "layout.bad-call", "“\(name)” takes \(count.lowerBound) argument(s)", at: location)
      return .unknown
    }
    switch name {
    case "count": return .number
    case "missing": return .boolean
    case "type": return .text
    case "year": return .number
    case "sources": return .list(.record(["source"]))
    case "first", "last":
      if case .list(let item) = types[0] { return item }
      if types[0] != .unknown {
        report("layout.bad-call", "“\(name)” takes a list", at: location)
      }
      return .unknown
    default:
      return types.map { type -> ValueType in
        if case .list = type { type } else { .list(type) }
      }.reduce(.unknown) { $0.union($1) }
    }
  }

  // MARK: Templates

  /// Checks the values of a template.
  mutating func check(_ template: TextTemplate, in scope: TypeScope) {
    switch template.variants {
    case .all(let parts): check(parts, in: scope)
    case .byLanguage(let variants):
      for (_, parts) in variants.sorted(by: { $0.key < $1.key }) { check(parts, in: scope) }
    }
  }

  private mutating func check(_ parts: [TextTemplate.Part], in scope: TypeScope) {
    for part in parts {
      switch part {
      case .literal: continue
      case .optional(let inner): check(inner, in: scope)
      case .value(let expression, let filters):
        _ = type(of: expression, in: scope)
        for filter in filters { check(filter, in: scope) }
      }
    }
  }

  private mutating func check(_ filter: TextTemplate.Filter, in scope: TypeScope) {
    guard Filters.all[filter.name] != nil else {
      report(
        "layout.unknown-filter", "there is no filter “\(filter.name)”", at: filter.location,
        hints: Suggestion.hint(for: filter.name, among: Filters.all.keys))
      return
    }
    guard let argument = filter.argument else {
      if Filters.withArgument.contains(filter.name) {
        report(
          "layout.bad-filter", "the filter “\(filter.name)” needs an argument",
          at: filter.location, hints: ["write \(filter.name): …"])
      }
      return
    }
    switch filter.name {
    case "until":
      do {
        let path = try ExpressionParser.parse(argument, at: filter.location)
        if !type(of: path, in: scope).fits(.date) {
          report("layout.bad-filter", "“until” needs the path of a date", at: filter.location)
        }
      } catch { diagnostics.append(error) }
    case "label" where !labels.entries.keys.contains { $0.hasPrefix(argument + ".") }:
      report(
        "layout.unknown-label", "there is no group of labels “\(argument)”", at: filter.location,
        hints: Suggestion.hint(
          for: argument,
          among: Set(
            labels.entries.keys.filter { $0.contains(".") }.map { String($0.prefix { $0 != "." }) })
        ))
    default: break
    }
  }
}

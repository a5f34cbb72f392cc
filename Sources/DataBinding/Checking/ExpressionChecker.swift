import Diagnostics
import Languages
import LayoutLanguage
import ReportModel

/// Finds the static types of expressions, and reports what cannot be.
struct ExpressionChecker {
  let schema: ModelSchema
  let labels: LabelTable
  /// The model's values, for literals that none of them equals; nil where there is no model.
  let values: ModelValues?
  /// The languages that a value may print in.
  var languages: [LanguageTag] = []
  var diagnostics: [Diagnostic] = []

  /// What stands at the top beside the model's own names.
  private static let builtInRoots = ["page", "cited", "language", "edition", "label"]

  init(schema: ModelSchema, labels: LabelTable, values: ModelValues? = nil) {
    self.schema = schema
    self.labels = labels
    self.values = values
  }

  mutating func report(
    _ identifier: String, _ message: String, at location: SourceLocation, hints: [String]
  ) {
    diagnostics.append(Diagnostic(identifier, message, at: location, hints: hints))
  }

  /// The type of an expression where problems are not of interest, because they are told elsewhere.
  func quietType(of expression: Expression, in scope: TypeScope) -> ValueType {
    var quiet = ExpressionChecker(schema: schema, labels: labels)
    return quiet.type(of: expression, in: scope)
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
    case .field(let inner, let name, let location):
      return step(type(of: inner, in: scope), name, at: location)
    case .path(let names, let location): return path(names, at: location, in: scope)
    }
  }

  // MARK: Paths

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
      if PageFields.field(names) != nil { return .pageField }
      report(
        "layout.unknown-path", "“\(names.joined(separator: "."))” is not known", at: location,
        hints: [PageFields.hint])
      return .unknown
    } else if first == "edition" {
      return fixed(names, ["title": .localized, "author": .text, "date": .date], location)
    } else if first == "cited" {
      current = .list(.record(["source"]))
    } else if first == "language" {
      current = .text
    } else {
      let roots = schema.singletons.map(\.name) + schema.collections.map(\.name)
      report(
        "layout.unknown-path", "there is no “\(first)” here", at: location,
        hints: Suggestion.hint(for: first, among: Set(scope.names + roots + Self.builtInRoots)))
      return .unknown
    }
    var place = location
    place.column += first.count + 1
    for name in names.dropFirst() {
      current = step(current, name, at: place)
      place.column += name.count + 1
    }
    return current
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
    _ type: ValueType, _ name: String, at location: SourceLocation
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
        if let field = definition[name] {
          let field = ValueType(field.type, schema: schema)
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
        "layout.unknown-path", "\(type.inWords) has no field “\(name)”", at: location,
        hints: ["go through the list with “each”, or take first(…)"])
    default:
      report(
        "layout.unknown-path", "\(type.inWords) has no field “\(name)”", at: location,
        hints: ["end the path before the dot"])
    }
    return .unknown
  }

  // MARK: Calls

  /// The functions with the number of arguments that they take.
  static let functions: [String: ClosedRange<Int>] = [
    "count": 1...1, "first": 1...1, "last": 1...1, "concat": 1...16, "missing": 1...1,
    "type": 1...1, "year": 1...1, "sources": 1...1,
  ]

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
      let wanted = count.upperBound == 1 ? "one argument" : "1 to \(count.upperBound) arguments"
      report(
        "layout.bad-call", "“\(name)” takes \(wanted), and here are \(arguments.count)",
        at: location, hints: ["for example \(name)(\(count.upperBound == 1 ? "…" : "…, …"))"])
      return .unknown
    }
    return result(of: name, types, at: location)
  }

  private mutating func result(
    of name: String, _ types: [ValueType], at location: SourceLocation
  ) -> ValueType {
    func wrong(_ wanted: String) {
      report(
        "layout.bad-call", "“\(name)” takes \(wanted), and this is \(types[0].inWords)",
        at: location, hints: ["put a path to \(wanted) in the parentheses"])
    }
    switch (name, types[0]) {
    case ("count", _): return .number
    case ("missing", _): return .boolean
    case ("type", .record), ("type", .unknown): return .text
    case ("type", _):
      wrong("a record")
      return .text
    case ("year", .date), ("year", .unknown): return .number
    case ("year", _):
      wrong("a date")
      return .number
    case ("sources", .record), ("sources", .list(.record)), ("sources", .unknown):
      return .list(.record(["source"]))
    case ("sources", _):
      wrong("a record or a list of records")
      return .list(.record(["source"]))
    case ("first", .list(let item)), ("last", .list(let item)): return item
    case ("first", .unknown), ("last", .unknown): return .unknown
    case ("first", _), ("last", _):
      wrong("a list")
      return .unknown
    default:
      return types.map { type -> ValueType in
        if case .list = type { type } else { .list(type) }
      }.reduce(.unknown) { $0.union($1) }
    }
  }
}

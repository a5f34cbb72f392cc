import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel

/// The variables that an expression sees, innermost last.
struct Scope {
  private var variables: [(name: String, value: BoundValue)] = []

  subscript(name: String) -> BoundValue? { variables.last { $0.name == name }?.value }

  /// The scope with one more variable.
  func adding(_ name: String, _ value: BoundValue) -> Scope {
    var scope = self
    scope.variables.append((name, value))
    return scope
  }
}

/// Works out expressions on the model in one language; checked layouts cannot go wrong here.
struct Evaluator {
  let model: WorkspaceModel
  let language: LanguageTag
  /// The layout's fixed words.
  let labels: LabelTable
  /// The sources that the publication cites, with their numbers.
  let citations: CitationRegister
  /// What anchors are called, for references to them.
  let references = ReferenceRegister()
  /// What was read of the model so far.
  var reads: ReadLog

  /// The value of an expression; missing values stay missing through every step.
  func evaluate(_ expression: Expression, in scope: Scope) -> BoundValue {
    switch expression {
    case .text(let text, _): return .text(text)
    case .number(let number, _): return .number(number, isGrouped: true)
    case .boolean(let value, _): return .boolean(value)
    case .not(let inner): return .boolean(!holds(inner, in: scope))
    case .and(let a, let b): return .boolean(holds(a, in: scope) && holds(b, in: scope))
    case .or(let a, let b): return .boolean(holds(a, in: scope) || holds(b, in: scope))
    case .comparison(let sign, let a, let b):
      return .boolean(compare(sign, evaluate(a, in: scope), evaluate(b, in: scope)))
    case .call(let name, let arguments, _): return call(name, arguments, in: scope)
    case .field(let inner, let name, _): return step(evaluate(inner, in: scope), name)
    case .path(let names, _): return follow(names, in: scope)
    }
  }

  /// Whether an expression is true: a present value counts as true.
  func holds(_ expression: Expression, in scope: Scope) -> Bool {
    evaluate(expression, in: scope).isPresent(in: language)
  }

  private func follow(_ names: [String], in scope: Scope) -> BoundValue {
    guard let first = names.first else { return .missing }
    var value: BoundValue
    if let variable = scope[first] {
      value = variable
    } else if first == "page", names.count > 1 {
      return PageFields.field(names).map(BoundValue.pageField) ?? .missing
    } else if first == "cited" {
      value = .list(citations.listed().map(BoundValue.record))
    } else if first == "label" {
      return label(names.dropFirst().joined(separator: "."))
    } else if first == "language" {
      value = .text(language.rawValue)
    } else if first == "edition", names.count == 2 {
      return edition(names[1])
    } else {
      value = model.root(first)
      reads.note(
        allOf: (model.schema.type(ofCollection: first) ?? model.schema.type(ofSingleton: first))?
          .name)
    }
    reads.note(value)
    for name in names.dropFirst() { value = step(value, name) }
    return value
  }

  private func label(_ name: String) -> BoundValue {
    guard let parts = labels.entries[name]?.parts(in: language) else { return .missing }
    var text = ""
    for case .literal(let t) in parts { text += t }
    return .text(text)
  }

  private func edition(_ name: String) -> BoundValue {
    switch name {
    case "title":
      .localized(
        .init(
          values: model.metadata.title, isMarked: false,
          origin: ValueOrigin(record: "", path: "edition.title", location: nil)))
    case "author": .text(model.metadata.author)
    case "date": .date(model.metadata.date)
    default: .missing
    }
  }

  /// One field further; a list gives the field of each of its items.
  func step(_ value: BoundValue, _ name: String) -> BoundValue {
    switch value {
    case .record(let record):
      switch model.schema.type(record.type)?[name]?.type {
      // What is named may stand in a file that could not be read, too.
      case .backReferences(let type, _)?, .reference(let type)?, .list(.reference(let type))?:
        reads.note(allOf: type)
      default: break
      }
      let field = model.field(name, of: record)
      reads.note(field)
      return field
    case .image(let image, let alternative):
      switch name {
      case "file": return .text(image.file)
      case "alt": return .localized(alternative)
      case "credit": return .text(image.credit ?? "")
      case "licence": return .text(image.licence ?? "")
      default: return .missing
      }
    case .date(let date):
      switch name {
      case "year": return .number(DecimalNumber(significand: Int64(date.year)), isGrouped: false)
      default: return .missing
      }
    default: return .missing
    }
  }

  /// All sources that a value names anywhere inside, each once, in reading order.
  func sources(in value: BoundValue) -> [Record] {
    let sources = model.sources(in: value)
    reads.note(allOf: "source")
    reads.note(.list(sources.map(BoundValue.record)))
    return sources
  }

  // MARK: Comparisons

  private func compare(_ sign: ComparisonOperator, _ a: BoundValue, _ b: BoundValue) -> Bool {
    switch sign {
    case .equal: return isEqual(a, b)
    case .notEqual: return !isEqual(a, b)
    case .less, .greater, .lessOrEqual, .greaterOrEqual:
      guard let order = order(a, b) else { return false }
      switch sign {
      case .less: return order < 0
      case .greater: return order > 0
      case .lessOrEqual: return order <= 0
      default: return order >= 0
      }
    }
  }

  private func isEqual(_ a: BoundValue, _ b: BoundValue) -> Bool {
    switch (a, b) {
    case (.record(let x), .record(let y)): return x.type == y.type && x.id == y.id
    case (.record(let x), .text(let id)), (.text(let id), .record(let x)): return x.id == id
    case (.missing, .missing): return true
    default:
      // Texts that are sorted side by side, such as “Straße” and “strasse”, are still not the same.
      if let x = text(a), let y = text(b) { return x == y }
      return order(a, b) == 0
    }
  }

  /// −1, 0 or 1 where both are of one kind; nil where they cannot be compared.
  func order(_ a: BoundValue, _ b: BoundValue) -> Int? { order(sortable(a), sortable(b)) }

  /// A value with what puts it in order, worked out once for a whole sort.
  struct Sortable {
    var value: BoundValue
    var collationKey: String?
  }

  /// A value ready to be put in order.
  func sortable(_ value: BoundValue) -> Sortable {
    Sortable(value: value, collationKey: text(value).map(CollationKey.key))
  }

  /// −1, 0 or 1 where both are of one kind; nil where they cannot be compared.
  func order(_ a: Sortable, _ b: Sortable) -> Int? {
    func sign<T: Comparable>(_ x: T, _ y: T) -> Int { x < y ? -1 : (x > y ? 1 : 0) }
    switch (a.value, b.value) {
    case (.number(let x, _), .number(let y, _)): return sign(x, y)
    case (.date(let x), .date(let y)): return sign(x, y)
    case (.date(let x), .number(let y, _)): return sign(Double(x.year), y.doubleValue)
    case (.number(let x, _), .date(let y)): return sign(x.doubleValue, Double(y.year))
    case (.boolean(let x), .boolean(let y)): return sign(x ? 1 : 0, y ? 1 : 0)
    default:
      guard let x = a.collationKey, let y = b.collationKey else { return nil }
      return sign(x, y)
    }
  }

  private func text(_ value: BoundValue) -> String? {
    switch value {
    case .text(let t): t
    case .localized(let t): t.values[language]
    default: nil
    }
  }

  // MARK: Calls

  private func call(_ name: String, _ arguments: [Expression], in scope: Scope) -> BoundValue {
    let values = arguments.map { evaluate($0, in: scope) }
    func items(_ value: BoundValue?) -> [BoundValue] {
      switch value {
      case .list(let items): items
      case .missing, nil: []
      case .some(let single): [single]
      }
    }
    switch name {
    case "count":
      return .number(
        DecimalNumber(significand: Int64(items(values.first).count)), isGrouped: true)
    case "first": return items(values.first).first ?? .missing
    case "last": return items(values.first).last ?? .missing
    case "concat": return .list(values.flatMap(items))
    case "missing": return .boolean(!(values.first ?? .missing).isPresent(in: language))
    case "type":
      if case .record(let record)? = values.first { return .text(record.type) }
      return .missing
    case "year":
      return values.first.map { step($0, "year") } ?? .missing
    case "sources": return .list(sources(in: values.first ?? .missing).map(BoundValue.record))
    default: return .missing
    }
  }
}

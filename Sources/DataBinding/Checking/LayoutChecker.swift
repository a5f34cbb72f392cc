package import Diagnostics
import Languages
package import LayoutLanguage
package import ReportModel

/// Checks a layout against the model's schema before anything is bound: every path, function,
/// filter and component argument, also where the model has no records yet.
package struct LayoutChecker {
  private var expressions: ExpressionChecker
  private let layout: LayoutTemplate

  /// All problems of a layout, in no order.
  package static func check(_ layout: LayoutTemplate, schema: ModelSchema) -> [Diagnostic] {
    var checker = LayoutChecker(layout: layout, schema: schema)
    checker.run()
    return checker.expressions.diagnostics.map { problem in
      var problem = problem
      problem.layout = layout.name
      return problem
    }
  }

  private init(layout: LayoutTemplate, schema: ModelSchema) {
    self.layout = layout
    expressions = ExpressionChecker(schema: schema, labels: layout.labels)
  }

  private mutating func report(
    _ identifier: String, _ message: String, at location: SourceLocation, hints: [String] = []
  ) {
    expressions.diagnostics.append(Diagnostic(identifier, message, at: location, hints: hints))
  }

  private mutating func run() {
    var scope = TypeScope()
    for (name, label) in layout.labels.entries.sorted(by: { $0.key < $1.key }) {
      if !expressions.isFixedLabel(label) {
        report(
          "layout.bad-label", "the label “\(name)” has a value in it", at: label.location,
          hints: ["labels are fixed words; put values into the text that uses them"])
      }
    }
    if let iteration = layout.iteration {
      var item = ValueType.unknown
      for list in iteration.lists {
        let type = expressions.type(of: list, in: scope)
        if case .list(let element) = type {
          item = item.union(element)
        } else {
          item = item.union(type)
        }
      }
      scope = scope.adding(iteration.variable, item)
      if let condition = iteration.condition { _ = expressions.type(of: condition, in: scope) }
    }
    expressions.check(layout.title, in: scope)
    expressions.check(layout.output, in: scope)
    if let subject = layout.subject { expressions.check(subject, in: scope) }
    for (_, master) in layout.masters.sorted(by: { $0.key < $1.key }) {
      if let color = master.background { expressions.check(color.entry, in: scope) }
      for frame in master.frames { check(frame, in: scope) }
    }
    for (_, component) in layout.components.sorted(by: { $0.key < $1.key }) { check(component) }
    checkComponentCycles()
    for section in layout.sections { check(section, in: scope) }
  }

  private mutating func check(_ section: SectionTemplate, in scope: TypeScope) {
    if let condition = section.condition { _ = expressions.type(of: condition, in: scope) }
    if let color = section.background { expressions.check(color.entry, in: scope) }
    switch section.kind {
    case .fixed(let frames): for frame in frames { check(frame, in: scope) }
    case .flow(let blocks): check(blocks, in: scope)
    case .each(let list, let variable, let condition, let inner):
      guard case .expression(let expression) = list else { return }
      let inside = scope.adding(variable, item(of: expression, in: scope))
      if let condition { _ = expressions.type(of: condition, in: inside) }
      for section in inner { check(section, in: inside) }
    }
  }

  private mutating func check(_ frame: FrameTemplate, in scope: TypeScope) {
    if let condition = frame.condition { _ = expressions.type(of: condition, in: scope) }
    check(frame.content, in: scope)
  }

  /// The type of a list's items; anything but a list is reported.
  private mutating func item(of expression: Expression, in scope: TypeScope) -> ValueType {
    switch expressions.type(of: expression, in: scope) {
    case .list(let item): return item
    case .unknown: return .unknown
    case let other:
      report(
        "layout.not-a-list", "\(other.inWords) is no list", at: expression.location,
        hints: ["“each” goes through the items of a list"])
      return .unknown
    }
  }

  private mutating func check(_ blocks: [BlockTemplate], in scope: TypeScope) {
    for block in blocks { check(block, in: scope) }
  }

  private mutating func check(_ block: BlockTemplate, in scope: TypeScope) {
    var inside = scope
    if block.kind == .each, case .expression(let list)? = block.arguments["each"],
      case .name(let name, _)? = block.arguments["as"]
    {
      inside = scope.adding(name, item(of: list, in: scope))
    }
    for (name, argument) in block.arguments.sorted(by: { $0.key < $1.key }) {
      let outer = name == "if" || name == "otherwise" || (block.kind == .each && name == "each")
      check(argument, named: name, of: block, in: outer ? scope : inside)
    }
    if block.kind == .use { checkUse(block, in: scope) }
    checkTypes(of: block, in: scope)
  }

  private mutating func check(
    _ argument: Argument, named name: String, of block: BlockTemplate, in scope: TypeScope
  ) {
    switch argument {
    case .template(let template): expressions.check(template, in: scope)
    case .templates(let templates): for t in templates { expressions.check(t, in: scope) }
    case .expression(let expression) where !(block.kind == .each && name == "each"):
      _ = expressions.type(of: expression, in: scope)
    case .color(let color): expressions.check(color.entry, in: scope)
    case .content(let blocks): check(blocks, in: scope)
    case .sortKeys(let keys): for key in keys { _ = expressions.type(of: key.path, in: scope) }
    case .bindings(let bindings):
      for (_, template) in bindings.sorted(by: { $0.key < $1.key }) {
        expressions.check(template, in: scope)
      }
    case .tableColumns(let columns): for c in columns { expressions.check(c.title, in: scope) }
    default: break
    }
  }

  /// What certain arguments must be: a metric needs a number, a locator a place.
  private mutating func checkTypes(of block: BlockTemplate, in scope: TypeScope) {
    func wanted(_ argument: String, _ fields: [String], _ words: String) {
      guard case .expression(let expression)? = block.arguments[argument] else { return }
      var quiet = expressions
      let type = quiet.type(of: expression, in: scope)
      switch type {
      case .unknown: return
      case .record(let names):
        let fits = names.contains { name in
          fields.allSatisfy { expressions.schema.type(name)?.index(of: $0) != nil }
        }
        if fits { return }
      case .number where argument == "value" || argument == "stratum": return
      case .date where argument == "date" || argument == "end": return
      case .number where argument == "date" || argument == "end": return
      case .image where argument == "image": return
      default: break
      }
      report(
        "layout.wrong-type", "\(type.inWords) stands where \(words) is wanted",
        at: expression.location)
    }
    switch block.kind {
    case .metric: wanted("metric", ["label", "value"], "a metric")
    case .bar: wanted("value", ["value"], "a metric or a number")
    case .stratum: wanted("stratum", ["value"], "a metric or a number")
    case .locator: wanted("locator", ["latitude", "longitude"], "a place")
    case .event:
      wanted("date", ["\u{0}"], "a date or a year")
      wanted("end", ["\u{0}"], "a date or a year")
    case .image: wanted("image", ["\u{0}"], "an image")
    default: break
    }
  }

  // MARK: Components

  /// The type that a component's parameter declares.
  private mutating func declaredType(_ parameter: ComponentTemplate.Parameter) -> ValueType {
    var name = parameter.type
    var isList = false
    if name.hasPrefix("list of ") {
      isList = true
      name = String(name.dropFirst(8))
    }
    let simple: [String: ValueType] = [
      "text": .text, "number": .number, "boolean": .boolean, "date": .date, "image": .image,
    ]
    let names = name.split(separator: " ").filter { $0 != "or" }.map(String.init)
    var type = simple[name] ?? .unknown
    if type == .unknown {
      if names.allSatisfy({ expressions.schema.type($0) != nil }) {
        type = .record(Set(names))
      } else {
        report(
          "layout.unknown-type", "there is no type “\(name)”", at: parameter.location,
          hints: Suggestion.hint(
            for: name, among: Array(simple.keys) + expressions.schema.types.map(\.name)))
      }
    }
    return isList ? .list(type) : type
  }

  private mutating func check(_ component: ComponentTemplate) {
    var scope = TypeScope()
    for parameter in component.parameters {
      scope = scope.adding(parameter.name, declaredType(parameter))
    }
    check(component.content, in: scope)
  }

  private mutating func checkUse(_ block: BlockTemplate, in scope: TypeScope) {
    guard case .name(let name, let place)? = block.arguments["use"],
      let component = layout.components[name]
    else { return }
    var given: [String: TextTemplate] = [:]
    if case .bindings(let bindings)? = block.arguments["with"] { given = bindings }
    for (argument, template) in given.sorted(by: { $0.key < $1.key }) {
      guard let parameter = component.parameters.first(where: { $0.name == argument }) else {
        report(
          "layout.unknown-key", "the component “\(name)” has no parameter “\(argument)”",
          at: template.location,
          hints: Suggestion.hint(for: argument, among: component.parameters.map(\.name)))
        continue
      }
      var quiet = self
      let wanted = quiet.declaredType(parameter)
      let found = template.soleExpression.map { quiet.expressions.type(of: $0, in: scope) } ?? .text
      if !found.fits(wanted) {
        report(
          "layout.wrong-type",
          "“\(argument)” of “\(name)” wants \(wanted.inWords), but gets \(found.inWords)",
          at: template.location)
      }
    }
    for parameter in component.parameters where given[parameter.name] == nil {
      report(
        "layout.missing-key", "the component “\(name)” needs “\(parameter.name)”", at: place,
        hints: ["add it under “with”"])
    }
  }

  /// A component that uses itself, directly or through others, would never end.
  private mutating func checkComponentCycles() {
    var edges: [String: Set<String>] = [:]
    func uses(_ blocks: [BlockTemplate]) -> Set<String> {
      var names = Set<String>()
      for block in blocks {
        if block.kind == .use, case .name(let name, _)? = block.arguments["use"] {
          names.insert(name)
        }
        for argument in block.arguments.values {
          if case .content(let inner) = argument { names.formUnion(uses(inner)) }
        }
      }
      return names
    }
    for (name, component) in layout.components { edges[name] = uses(component.content) }
    for (name, component) in layout.components.sorted(by: { $0.key < $1.key }) {
      var reached = Set<String>()
      var open = Array(edges[name] ?? [])
      while let next = open.popLast() {
        if reached.insert(next).inserted { open += edges[next] ?? [] }
      }
      if reached.contains(name) {
        report(
          "layout.component-cycle", "the component “\(name)” uses itself", at: component.location)
      }
    }
  }
}

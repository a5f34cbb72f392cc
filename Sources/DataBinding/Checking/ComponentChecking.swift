import Diagnostics
import LayoutLanguage
import ReportModel

/// Components: their parameters, what they are given, and where their blocks come to stand.
extension LayoutChecker {
  mutating func check(_ component: ComponentTemplate) {
    var scope = TypeScope()
    for parameter in component.parameters {
      let type = declaredType(parameter)
      if type == nil { reportType(of: parameter) }
      scope = scope.adding(parameter.name, type ?? .unknown)
    }
    check(component.content, in: scope)
  }

  private static let simpleTypes: [String: ValueType] = [
    "text": .text, "number": .number, "boolean": .boolean, "date": .date, "image": .image,
  ]

  /// The type that a parameter declares: `text`, `metric`, `programme or project`, `list of …`;
  /// nil where there is no such type.
  private func declaredType(_ parameter: ComponentTemplate.Parameter) -> ValueType? {
    var name = parameter.type
    let isList = name.hasPrefix("list of ")
    if isList { name = String(name.dropFirst(8)) }
    var type = Self.simpleTypes[name]
    if type == nil {
      let names = name.split(separator: " ").filter { $0 != "or" }.map(String.init)
      guard !names.isEmpty, names.allSatisfy({ expressions.schema.type($0) != nil }) else {
        return nil
      }
      type = .record(Set(names))
    }
    return isList ? type.map { .list($0) } : type
  }

  private mutating func reportType(of parameter: ComponentTemplate.Parameter) {
    let known = Array(Self.simpleTypes.keys) + expressions.schema.types.map(\.name)
    report(
      "layout.unknown-type", "there is no type “\(parameter.type)”", at: parameter.location,
      hints: Suggestion.hint(for: parameter.type, among: known))
  }

  mutating func checkUse(_ block: BlockTemplate, in scope: TypeScope) {
    guard case .name(let name, let place)? = block.arguments["use"],
      let component = layout.components[name]
    else { return }
    var given: [Binding] = []
    if case .bindings(let bindings)? = block.arguments["with"] { given = bindings }
    for binding in given {
      guard let parameter = component.parameters.first(where: { $0.name == binding.name }) else {
        report(
          "layout.unknown-key", "the component “\(name)” has no parameter “\(binding.name)”",
          at: binding.location,
          hints: Suggestion.hint(for: binding.name, among: component.parameters.map(\.name)))
        continue
      }
      let wanted = declaredType(parameter) ?? .unknown
      let found =
        binding.value.soleExpression.map { expressions.quietType(of: $0, in: scope) } ?? .text
      if !found.fits(wanted) {
        report(
          "layout.wrong-type",
          "“\(binding.name)” of “\(name)” wants \(wanted.inWords), but gets \(found.inWords)",
          at: binding.value.location,
          hints: ["the component declares it under “parameters”"])
      }
    }
    let names = Set(given.map(\.name))
    for parameter in component.parameters where !names.contains(parameter.name) {
      report(
        "layout.missing-key", "the component “\(name)” needs “\(parameter.name)”", at: place,
        hints: ["add it under “with”"])
    }
  }

  /// A component that uses itself, directly or through others, would never end.
  mutating func checkComponentCycles() {
    let edges = layout.components.mapValues { Self.uses(in: $0.content) }
    for (name, component) in layout.components.sorted(by: { $0.key < $1.key }) {
      var reached = Set<String>()
      var open = Array(edges[name] ?? [])
      while let next = open.popLast() {
        if reached.insert(next).inserted { open += edges[next] ?? [] }
      }
      if reached.contains(name) {
        report(
          "layout.component-cycle", "the component “\(name)” uses itself", at: component.location,
          hints: ["take the “use” that leads back to it out"])
      }
    }
  }

  /// The components that blocks use, however deep inside.
  private static func uses(in blocks: [BlockTemplate]) -> Set<String> {
    var names = Set<String>()
    for block in blocks {
      if block.kind == .use, case .name(let name, _)? = block.arguments["use"] {
        names.insert(name)
      }
      for argument in block.arguments.values {
        if case .content(let inner) = argument { names.formUnion(uses(in: inner)) }
      }
    }
    return names
  }

  // MARK: Places

  /// Checks where blocks come to stand, also through components, which stand for their content.
  ///
  /// `parent` is nil in a frame or flow, where no part of another block can stand. A component's
  /// own blocks are looked into once for each kind of place that it is used in.
  mutating func checkPlaces(_ blocks: [BlockTemplate], inside parent: BlockKind?) {
    var walk = PlaceWalk(components: layout.components)
    walk.look(at: blocks, inside: parent, columns: nil)
    for problem in walk.problems where reportedPlaces.insert(problem).inserted {
      expressions.diagnostics.append(problem)
    }
  }

  /// Follows blocks through loops, conditions and components.
  private struct PlaceWalk {
    let components: [String: ComponentTemplate]
    var problems: [Diagnostic] = []
    private var seen: Set<Visit> = []
    /// Cells of the table at hand reach over several rows, so that rows may well have fewer cells.
    private var reachesDown = false

    private struct Visit: Hashable {
      var component: String
      var parent: BlockKind?
      var columns: Int?
    }

    init(components: [String: ComponentTemplate]) { self.components = components }

    mutating func look(at blocks: [BlockTemplate], inside parent: BlockKind?, columns: Int?) {
      for block in blocks { look(at: block, inside: parent, columns: columns) }
    }

    private mutating func look(
      at block: BlockTemplate, inside parent: BlockKind?, columns: Int?
    ) {
      if block.kind == .use, case .name(let name, _)? = block.arguments["use"],
        let component = components[name]
      {
        let visit = Visit(component: name, parent: parent, columns: columns)
        if seen.insert(visit).inserted {
          look(at: component.content, inside: parent, columns: columns)
        }
        return
      }
      let isTransparent = block.kind == .each || block.kind == .when
      if !isTransparent { place(block, inside: parent, columns: columns) }
      var inner = columns
      if case .tableColumns(let own)? = block.arguments["table"] {
        inner = own.count
        reachesDown = TableChecking.hasRowSpans(block, components)
      }
      for (_, argument) in block.arguments.sorted(by: { $0.key < $1.key }) {
        guard case .content(let blocks) = argument else { continue }
        look(at: blocks, inside: isTransparent ? parent : block.kind, columns: inner)
      }
    }

    private mutating func place(
      _ block: BlockTemplate, inside parent: BlockKind?, columns: Int?
    ) {
      let homes = BlockDefinitions.all[block.kind]?.onlyInside ?? []
      if parent == nil, !homes.isEmpty {
        let names = homes.map { "“\($0.rawValue)”" }.sorted().joined(separator: " and ")
        problems.append(
          Diagnostic(
            "layout.misplaced-block", "“\(block.kind.rawValue)” stands only inside \(names)",
            at: block.location, hints: ["move it there"]))
      } else if let problem = BlockDefinitions.misplaced(
        block.kind, inside: parent, at: block.location)
      {
        problems.append(problem)
      }
      guard case .tableCells(let cells)? = block.arguments["table-row"], let columns,
        let problem = TableChecking.problem(
          with: cells, columns: columns, reachesDown: reachesDown, at: block.location)
      else { return }
      problems.append(problem)
    }
  }
}

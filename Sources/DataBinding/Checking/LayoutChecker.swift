package import Diagnostics
import DocumentTree
import Languages
package import LayoutLanguage
package import ReportModel

/// Checks a layout against the model's schema before anything is bound: every path, function,
/// filter and component argument, also where the model has no records yet.
package struct LayoutChecker {
  var expressions: ExpressionChecker
  let layout: LayoutTemplate
  /// What was reported of places; a component is looked into wherever it is used.
  var reportedPlaces: Set<Diagnostic> = []

  /// All problems of a layout, in no order; with a model, also warnings of comparisons that no
  /// record can meet.
  package static func check(
    _ layout: LayoutTemplate, schema: ModelSchema, model: WorkspaceModel? = nil
  ) -> [Diagnostic] {
    var checker = LayoutChecker(layout: layout, schema: schema, model: model)
    checker.run()
    return checker.expressions.diagnostics.map { problem in
      var problem = problem
      problem.layout = layout.name
      return problem
    }
  }

  private init(layout: LayoutTemplate, schema: ModelSchema, model: WorkspaceModel?) {
    self.layout = layout
    expressions = ExpressionChecker(
      schema: schema, labels: layout.labels, values: model.map(ModelValues.init))
    expressions.languages = model?.languages ?? layout.languages.order
  }

  mutating func report(
    _ identifier: String, _ message: String, at location: SourceLocation, hints: [String]
  ) {
    expressions.report(identifier, message, at: location, hints: hints)
  }

  private mutating func run() {
    for (name, label) in layout.labels.entries.sorted(by: { $0.key < $1.key }) {
      if !expressions.isFixedLabel(label) {
        report(
          "layout.bad-label", "the label “\(name)” has a value in it", at: label.location,
          hints: ["labels are fixed words; put values into the text that uses them"])
      }
    }
    let scope = publicationScope()
    expressions.check(layout.title, in: scope)
    expressions.check(layout.output, in: scope)
    if let rule = layout.languages.rule { expressions.check(rule.entry, in: scope) }
    if let subject = layout.subject { expressions.check(subject, in: scope) }
    if let color = layout.footnotes?.rule { expressions.check(color.entry, in: scope) }
    for (_, master) in layout.masters.sorted(by: { $0.key < $1.key }) {
      if let color = master.background { expressions.check(color.entry, in: scope) }
      for frame in master.frames { check(frame, in: scope) }
    }
    for (_, component) in layout.components.sorted(by: { $0.key < $1.key }) { check(component) }
    checkComponentCycles()
    for section in layout.sections { check(section, in: scope) }
  }

  /// The scope of a whole publication: the variable of “for”, where there is one.
  private mutating func publicationScope() -> TypeScope {
    let scope = TypeScope()
    guard let iteration = layout.iteration else { return scope }
    var item = ValueType.unknown
    for list in iteration.lists {
      switch expressions.type(of: list, in: scope) {
      case .list(let element): item = item.union(element)
      case .record(let types): item = item.union(.record(types))
      case .unknown: continue
      case let other:
        report(
          "layout.not-a-list", "\(other.inWords) is no list of records", at: list.location,
          hints: ["“for” makes a publication of each record"])
      }
    }
    let inner = scope.adding(iteration.variable, item)
    if let condition = iteration.condition { _ = expressions.type(of: condition, in: inner) }
    return inner
  }

  private mutating func check(_ section: SectionTemplate, in scope: TypeScope) {
    if let condition = section.condition { _ = expressions.type(of: condition, in: scope) }
    if let color = section.background { expressions.check(color.entry, in: scope) }
    switch section.kind {
    case .fixed(let frames): for frame in frames { check(frame, in: scope) }
    case .flow(let blocks):
      check(blocks, in: scope)
      checkPlaces(blocks, inside: nil)
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
    checkPlaces(frame.content, inside: nil)
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

  // MARK: Blocks

  mutating func check(_ blocks: [BlockTemplate], in scope: TypeScope) {
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
      if block.kind == .each, name == "each" { continue }
      let isOuter = name == "if" || name == "otherwise"
      check(argument, named: name, of: block, in: isOuter ? scope : inside)
    }
    if block.kind == .use { checkUse(block, in: scope) }
    checkTypes(of: block, in: scope)
    checkTexture(of: block)
    checkQuotation(of: block)
  }

  private mutating func check(
    _ argument: Argument, named name: String, of block: BlockTemplate, in scope: TypeScope
  ) {
    switch argument {
    case .template(let template):
      expressions.check(template, in: scope)
      let definition = BlockDefinitions.all[block.kind]
      let parameter = name == block.kind.rawValue ? definition?.primary : definition?[name]
      checkMarkup(template, parameter?.type)
    case .tableCells(let cells): for cell in cells { check(cell, in: scope) }
    case .expression(let expression): _ = expressions.type(of: expression, in: scope)
    case .color(let color): expressions.check(color.entry, in: scope)
    case .content(let blocks): check(blocks, in: scope)
    case .sortKeys(let keys): for key in keys { _ = expressions.type(of: key.path, in: scope) }
    case .bindings(let bindings):
      for binding in bindings { expressions.check(binding.value, in: scope) }
    case .tableColumns(let columns):
      for column in columns {
        expressions.check(column.title, in: scope)
        checkMarkup(column.title, .runningText)
      }
    default: break
    }
  }

  /// Reports what CommonMark of the layout cannot be, whatever values come into it.
  mutating func checkMarkup(_ template: TextTemplate, _ type: ParameterType?) {
    guard type == .runningText || type == .markedText else { return }
    for wording in template.wordings {
      expressions.diagnostics += TextRenderer.markupProblems(
        of: wording, asBlocks: type == .markedText)
    }
  }

  private mutating func checkTexture(of block: BlockTemplate) {
    guard case .template(let template)? = block.arguments["texture"],
      let name = template.fixedText, !name.isEmpty, Ornament.Texture(rawValue: name) == nil
    else { return }
    report(
      "layout.unknown-choice", "there is no texture “\(name)”", at: template.location,
      hints: Suggestion.hint(for: name, among: Ornament.Texture.allCases.map(\.rawValue)))
  }

  /// A pull quote that the layout leaves empty; what the model does not have is left out silently.
  private mutating func checkQuotation(of block: BlockTemplate) {
    guard case .template(let template)? = block.arguments["pull-quote"] else { return }
    func tell(_ language: LanguageTag?) {
      var problem = Diagnostic(
        "pull-quote.empty", severity: .warning, "the pull quote has no text", at: block.location,
        hints: ["write what is quoted, or take it out"])
      problem.language = language?.rawValue
      expressions.diagnostics.append(problem)
    }
    switch template.variants {
    case .all(let wording): if wording.isBlank { tell(nil) }
    case .byLanguage(let wordings):
      let blank = wordings.filter { $0.value.isBlank }.keys.sorted()
      if blank.count == wordings.count { tell(nil) } else { blank.forEach { tell($0) } }
    }
  }

  /// What certain arguments must be: a metric needs a number, a locator a place.
  private mutating func checkTypes(of block: BlockTemplate, in scope: TypeScope) {
    for (argument, wanted) in Self.wantedTypes[block.kind] ?? [:] {
      guard case .expression(let expression)? = block.arguments[argument] else { continue }
      let type = expressions.quietType(of: expression, in: scope)
      if type == .unknown || wanted.types.contains(type) { continue }
      if case .record(let names) = type, !wanted.fields.isEmpty {
        let fits = names.contains { name in
          wanted.fields.allSatisfy { expressions.schema.type(name)?[$0] != nil }
        }
        if fits { continue }
      }
      report(
        "layout.wrong-type", "\(type.inWords) stands where \(wanted.words) is wanted",
        at: expression.location, hints: ["write a path that leads to \(wanted.words)"])
    }
  }

  /// What an argument may be: a record with these fields, or a value of these types.
  private struct WantedType {
    var fields: [String] = []
    var types: [ValueType] = []
    var words: String
  }

  private static let wantedTypes: [BlockKind: KeyValuePairs<String, WantedType>] = {
    let figure = WantedType(fields: ["value"], types: [.number], words: "a metric or a number")
    let date = WantedType(types: [.date, .number], words: "a date or a year")
    return [
      .metric: ["metric": WantedType(fields: ["label", "value"], words: "a metric")],
      .bar: ["value": figure], .stratum: ["stratum": figure],
      .locator: [
        "locator": WantedType(fields: ["latitude", "longitude"], words: "a place")
      ],
      .event: ["date": date, "end": date],
      .image: ["image": WantedType(types: [.image], words: "an image")],
      .overlay: ["overlay": WantedType(types: [.image], words: "an image")],
    ]
  }()
}

extension TextTemplate.Wording {
  /// Whatever the model says, nothing is printed.
  fileprivate var isBlank: Bool {
    parts.allSatisfy {
      if case .literal(let text) = $0 { text.allSatisfy(\.isWhitespace) } else { false }
    }
  }
}

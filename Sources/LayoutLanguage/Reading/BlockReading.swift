import Design
import Diagnostics
import Geometry
import SourceFiles

/// Blocks from their nodes, by the table of definitions.
extension LayoutReading {
  /// The deepest nesting of blocks, and of pages, that is read.
  static let maximumDepth = 24

  /// Runs a reader one level deeper; reports where that is too deep.
  mutating func deeper<Value>(
    _ what: String, at node: SourceNode, _ body: (inout LayoutReading) -> [Value]
  ) -> [Value] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      report(
        "layout.too-deep", "\(what) nest deeper than \(Self.maximumDepth) levels",
        at: node.location, hints: ["put the inner ones into a component"])
      return []
    }
    return body(&self)
  }

  /// Reads a list of blocks that stands inside `parent` (nil at the top of a frame or component).
  mutating func content(_ node: SourceNode, inside parent: BlockKind?) -> [BlockTemplate] {
    if node.isNull { return [] }
    guard let items = node.sequence else {
      wrongType(node, wanted: "a list of blocks", example: "- paragraph: …")
      return []
    }
    return deeper("blocks", at: node) { reading in
      items.compactMap { reading.block($0, inside: parent) }
    }
  }

  private mutating func block(_ node: SourceNode, inside parent: BlockKind?) -> BlockTemplate? {
    guard let mapping = node.mapping, let first = mapping.first else {
      wrongType(node, wanted: "a block", example: "paragraph: …")
      return nil
    }
    guard let kind = BlockKind(rawValue: first.name), let definition = BlockDefinitions.all[kind]
    else {
      report(
        "layout.unknown-block", "there is no block “\(first.name)”", at: first.key.location,
        hints: Suggestion.hint(for: first.name, among: BlockKind.allCases.map(\.rawValue))
          + ["the first key of a block names its kind"])
      return nil
    }
    if let problem = BlockDefinitions.misplaced(kind, inside: parent, at: first.key.location) {
      diagnostics.append(problem)
      return nil
    }
    let accepted = definition.accepted
    var arguments: [String: Argument] = [:]
    arguments[kind.rawValue] = argument(
      first.value, type: definition.primary.type, of: kind, inside: parent)
    for entry in mapping.dropFirst() {
      guard let parameter = accepted.first(where: { $0.name == entry.name }) else {
        report(
          "layout.unknown-key", "“\(kind.rawValue)” has no “\(entry.name)”",
          at: entry.key.location,
          hints: Suggestion.hint(for: entry.name, among: accepted.map(\.name)))
        continue
      }
      arguments[entry.name] = argument(entry.value, type: parameter.type, of: kind, inside: parent)
    }
    let given = Set(mapping.map(\.name))
    for parameter in definition.parameters where !given.contains(parameter.name) {
      if parameter.isRequired {
        report(
          "layout.missing-key", "“\(kind.rawValue)” needs “\(parameter.name)”", at: node.location,
          hints: [parameter.documentation])
      } else if let name = defaultStyle(of: parameter, kind, arguments) {
        requireStyle(name, for: parameter.name, of: kind, at: first.key.location)
      }
    }
    return BlockTemplate(kind: kind, arguments: arguments, location: first.key.location)
  }

  /// The style that counts where a block names none.
  private func defaultStyle(
    of parameter: ParameterDefinition, _ kind: BlockKind, _ arguments: [String: Argument]
  ) -> String? {
    // Nothing needs the style of names that are not given.
    if kind == .pullQuote, parameter.name == "attribution-style",
      arguments["attribution"] == nil, arguments["source"] == nil
    {
      return nil
    }
    guard kind == .heading, parameter.name == "style" else { return parameter.defaultStyle }
    guard case .integer(let level)? = arguments["level"] else { return "heading-1" }
    return "heading-\(level)"
  }

  private mutating func requireStyle(
    _ name: String, for parameter: String, of kind: BlockKind, at location: SourceLocation
  ) {
    usedStyles.insert(name)
    guard knowsStyles, let theme, theme.styles[name] == nil else { return }
    report(
      "layout.unknown-style", "the theme has no style “\(name)”, which “\(kind.rawValue)” uses",
      at: location, hints: ["add it to the theme, or name another one with “\(parameter): …”"])
  }

  private mutating func argument(
    _ node: SourceNode, type: ParameterType, of kind: BlockKind, inside parent: BlockKind?
  ) -> Argument? {
    switch type {
    case .template, .runningText, .markedText: return template(node).map { .template($0) }
    case .tableCells: return tableCells(node)
    case .list, .value, .condition: return expression(node).map { .expression($0) }
    case .length: return length(node).map { .length($0) }
    case .edges: return edges(node).map { .edges($0) }
    case .integer(let range): return integer(node, in: range).map { .integer($0) }
    case .flag: return flag(node).map { .flag($0) }
    case .choice(let choices): return choice(node, among: choices).map { .choice($0) }
    case .color: return color(node).map { .color($0) }
    case .focus:
      if let point = node.text.flatMap({ FocalPoint($0) }) { return .focus(point) }
      wrongType(node, wanted: "two shares, from the left and the top", example: "30% 20%")
      return nil
    case .style: return style(node).map { .styles([$0]) }
    case .styles: return list(node, of: "styles") { $0.style($1) }.map { .styles($0) }
    case .content:
      // What a loop or a condition holds stands where the loop stands.
      let transparent = kind == .each || kind == .when
      return .content(content(node, inside: transparent ? parent : kind))
    case .sortKeys: return sortKeys(node)
    case .name: return name(node).map { .name($0, node.location) }
    case .component: return component(named: node)
    case .bindings:
      return .bindings(
        entries(node, wanted: "names with values", example: "{ metric: \"{metric}\" }").compactMap {
          entry in
          template(entry.value).map {
            Binding(name: entry.name, value: $0, location: entry.key.location)
          }
        })
    case .tableColumns: return tableColumns(node)
    case .nothing:
      if !node.isNull { wrongType(node, wanted: "nothing", example: "\(kind.rawValue):") }
      return nil
    }
  }

  private mutating func list<Item>(
    _ node: SourceNode, of what: String,
    _ item: (inout LayoutReading, SourceNode) -> Item?
  ) -> [Item]? {
    guard let items = node.sequence else {
      wrongType(node, wanted: "a list of \(what)", example: "[…, …]")
      return nil
    }
    return items.compactMap { item(&self, $0) }
  }

  private mutating func component(named node: SourceNode) -> Argument? {
    guard let name = text(node, wanted: "the name of a component") else { return nil }
    guard componentNames.contains(name) else {
      report(
        "layout.unknown-component", "there is no component “\(name)”", at: node.location,
        hints: Suggestion.hint(for: name, among: componentNames))
      return nil
    }
    return .name(name, node.location)
  }

  private mutating func sortKeys(_ node: SourceNode) -> Argument? {
    var keys: [SortKey] = []
    for item in node.sequence ?? [node] {
      guard text(item, wanted: "a path to sort by") != nil else { continue }
      let placed = PlacedText(item)
      let descends = placed.scalars.first == "-"
      let path = caught { () throws(Diagnostic) in
        try ExpressionParser.parse(placed, (descends ? 1 : 0)..<placed.scalars.count)
      }
      if let path { keys.append(SortKey(path: path, isDescending: descends)) }
    }
    return .sortKeys(keys)
  }
}

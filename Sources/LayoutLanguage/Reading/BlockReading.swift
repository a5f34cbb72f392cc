import Design
import Diagnostics
import SourceFiles

/// Blocks from their nodes, by the table of definitions.
extension LayoutReading {
  /// The deepest nesting of blocks that is read.
  static let maximumDepth = 40

  /// Reads a list of blocks that stands inside `parent` (nil at the top of a frame or component).
  mutating func content(_ node: SourceNode, inside parent: BlockKind?) -> [BlockTemplate] {
    guard let items = node.sequence else {
      if node.isNull { return [] }
      wrongType(node, wanted: "a list of blocks")
      return []
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      report("layout.too-deep", "blocks are nested too deeply", at: node.location)
      return []
    }
    return items.compactMap { block($0, inside: parent) }
  }

  private mutating func block(_ node: SourceNode, inside parent: BlockKind?) -> BlockTemplate? {
    guard let mapping = node.mapping, let first = mapping.first else {
      wrongType(node, wanted: "a block such as “paragraph: …”")
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
    if !definition.onlyInside.isEmpty, let parent, !definition.onlyInside.contains(parent),
      BlockDefinitions.all[parent]?.kind != .each
    {
      let homes = definition.onlyInside.map(\.rawValue).sorted().joined(separator: ", ")
      report(
        "layout.misplaced-block", "“\(kind.rawValue)” stands only inside \(homes)",
        at: first.key.location)
      return nil
    }
    let known = definition.parameters + BlockDefinitions.shared
    var arguments: [String: Argument] = [:]
    arguments[kind.rawValue] = argument(
      first.value, type: definition.primary.type, of: kind, inside: parent)
    for entry in mapping.dropFirst() {
      guard let parameter = known.first(where: { $0.name == entry.name }) else {
        report(
          "layout.unknown-key", "“\(kind.rawValue)” has no “\(entry.name)”",
          at: entry.key.location,
          hints: Suggestion.hint(for: entry.name, among: known.map(\.name)))
        continue
      }
      arguments[entry.name] = argument(entry.value, type: parameter.type, of: kind, inside: parent)
    }
    for parameter in definition.parameters where parameter.isRequired {
      if !mapping.contains(where: { $0.name == parameter.name }) {
        report(
          "layout.missing-key", "“\(kind.rawValue)” needs “\(parameter.name)”", at: node.location,
          hints: [parameter.documentation])
      }
    }
    return BlockTemplate(kind: kind, arguments: arguments, location: first.key.location)
  }

  private mutating func argument(
    _ node: SourceNode, type: ParameterType, of kind: BlockKind, inside parent: BlockKind?
  ) -> Argument? {
    switch type {
    case .template: return template(node).map { .template($0) }
    case .templates:
      guard let items = node.sequence else {
        wrongType(node, wanted: "a list of texts")
        return nil
      }
      return .templates(items.compactMap { template($0) })
    case .list, .value, .condition: return expression(node).map { .expression($0) }
    case .length: return length(node).map { .length($0) }
    case .edges: return edges(node).map { .edges($0) }
    case .number: return number(node).map { .number($0) }
    case .integer: return integer(node).map { .integer($0) }
    case .flag: return flag(node).map { .flag($0) }
    case .choice(let choices): return choice(node, among: choices).map { .choice($0) }
    case .color: return color(node).map { .color($0) }
    case .style: return style(node).map { .styles([$0]) }
    case .styles:
      guard let items = node.sequence else {
        wrongType(node, wanted: "a list of styles")
        return nil
      }
      return .styles(items.compactMap { style($0) })
    case .content:
      // What a loop or a condition holds stands where the loop stands.
      let transparent = kind == .each || kind == .when
      return .content(content(node, inside: transparent ? parent : kind))
    case .sortKeys: return sortKeys(node)
    case .name:
      return text(node, wanted: "a name").map { .name($0, node.location) }
    case .component:
      guard let name = text(node, wanted: "the name of a component") else { return nil }
      guard componentNames.contains(name) else {
        report(
          "layout.unknown-component", "there is no component “\(name)”", at: node.location,
          hints: Suggestion.hint(for: name, among: componentNames))
        return nil
      }
      return .name(name, node.location)
    case .bindings:
      guard let mapping = node.mapping else {
        wrongType(node, wanted: "names with values")
        return nil
      }
      var bindings: [String: TextTemplate] = [:]
      for entry in mapping { bindings[entry.name] = template(entry.value) }
      return .bindings(bindings)
    case .tableColumns: return tableColumns(node)
    case .nothing:
      if !node.isNull { wrongType(node, wanted: "nothing") }
      return nil
    }
  }

  private mutating func sortKeys(_ node: SourceNode) -> Argument? {
    let items = node.sequence ?? [node]
    var keys: [SortKey] = []
    for item in items {
      guard let text = text(item, wanted: "a path to sort by") else { continue }
      let descends = text.hasPrefix("-")
      var origin = textOrigin(of: item)
      if descends { origin.column += 1 }
      let path = caught { () throws(Diagnostic) in
        try ExpressionParser.parse(String(text.dropFirst(descends ? 1 : 0)), at: origin)
      }
      if let path { keys.append(SortKey(path: path, isDescending: descends)) }
    }
    return .sortKeys(keys)
  }

  private mutating func tableColumns(_ node: SourceNode) -> Argument? {
    guard let items = node.sequence, !items.isEmpty else {
      wrongType(node, wanted: "a list of columns")
      return nil
    }
    var columns: [TableColumnTemplate] = []
    for item in items {
      let fields = fields(item, known: ["title", "width", "align"], what: "a column")
      guard let title = fields["title"].flatMap({ template($0) }) else {
        if fields["title"] == nil {
          report("layout.missing-key", "a column needs “title”", at: item.location)
        }
        continue
      }
      let weight = fields["width"].flatMap { number($0) } ?? 1
      let alignment = fields["align"].flatMap { choice($0, among: ["left", "right", "center"]) }
      columns.append(
        TableColumnTemplate(
          title: title, weight: max(0.01, weight),
          alignment: alignment.flatMap(TextAlignment.init(rawValue:)) ?? .left))
    }
    return .tableColumns(columns)
  }
}

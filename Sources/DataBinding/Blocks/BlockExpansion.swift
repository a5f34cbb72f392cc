import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel

/// A block at its place after loops, conditions and components are worked out.
struct BlockSite {
  var block: BlockTemplate
  var scope: Scope
  /// The layout path, with the number of each loop's turn.
  var path: String
  /// The record of the innermost loop, or the publication's.
  var record: String
}

/// Loops, conditions and components.
extension BlockBinder {
  /// The blocks that remain of a list once its control blocks are worked out.
  mutating func expand(
    _ blocks: [BlockTemplate], path: String, in scope: Scope, record: String
  ) -> [BlockSite] {
    var sites: [BlockSite] = []
    for (index, block) in blocks.enumerated() {
      let site = BlockSite(block: block, scope: scope, path: "\(path)[\(index)]", record: record)
      if case .expression(let condition)? = block.arguments["if"],
        !renderer.evaluator.holds(condition, in: scope)
      {
        continue
      }
      switch block.kind {
      case .each: sites += expandEach(site)
      case .when:
        let name = holds("when", of: block, in: scope) ? "content" : "otherwise"
        sites += expand(
          content(name, of: block), path: "\(site.path).\(name)", in: scope, record: record)
      case .use: sites += expandUse(site)
      default: sites.append(site)
      }
    }
    return sites
  }

  private mutating func expandEach(_ site: BlockSite) -> [BlockSite] {
    let block = site.block
    guard case .expression(let list)? = block.arguments["each"],
      case .name(let name, _)? = block.arguments["as"]
    else { return [] }
    var items = items(of: list, in: site.scope)
    if case .expression(let condition)? = block.arguments["where"] {
      items = items.filter {
        renderer.evaluator.holds(condition, in: site.scope.adding(name, $0))
      }
    }
    if case .sortKeys(let keys)? = block.arguments["sort"] {
      items = sorted(items, by: keys, variable: name, in: site.scope)
    }
    if let offset = integer("offset", of: block) { items = Array(items.dropFirst(offset)) }
    if let limit = integer("limit", of: block) { items = Array(items.prefix(limit)) }
    guard !items.isEmpty else {
      return expand(
        content("otherwise", of: block), path: "\(site.path).otherwise", in: site.scope,
        record: site.record)
    }
    var sites: [BlockSite] = []
    for (turn, item) in items.enumerated() {
      var record = site.record
      if case .record(let own) = item { record = own.id }
      sites += expand(
        content("content", of: block), path: "\(site.path).\(turn)",
        in: site.scope.adding(name, item), record: record)
    }
    return sites
  }

  /// A stable sort; items without a value come last.
  private func sorted(
    _ items: [BoundValue], by keys: [SortKey], variable: String, in scope: Scope
  ) -> [BoundValue] {
    let rows = items.enumerated().map { position, item in
      let inside = scope.adding(variable, item)
      return (position, item, keys.map { renderer.evaluator.evaluate($0.path, in: inside) })
    }
    return rows.sorted { a, b in
      for (index, key) in keys.enumerated() {
        let (x, y) = (a.2[index], b.2[index])
        let (hasX, hasY) = (x.isPresent(in: language), y.isPresent(in: language))
        if hasX != hasY { return hasX }
        guard let order = renderer.evaluator.order(x, y), order != 0 else { continue }
        return key.isDescending ? order > 0 : order < 0
      }
      return a.0 < b.0
    }.map(\.1)
  }

  private mutating func expandUse(_ site: BlockSite) -> [BlockSite] {
    guard case .name(let name, let place)? = site.block.arguments["use"],
      let component = layout.components[name]
    else { return [] }
    guard componentDepth < 20 else {
      report("layout.component-cycle", "components are nested too deeply", at: place)
      return []
    }
    var scope = Scope()
    if case .bindings(let bindings)? = site.block.arguments["with"] {
      for (argument, template) in bindings.sorted(by: { $0.key < $1.key }) {
        scope = scope.adding(argument, boundArgument(template, in: site.scope))
      }
    }
    componentDepth += 1
    defer { componentDepth -= 1 }
    return expand(
      component.content, path: "\(site.path).\(name)", in: scope, record: site.record)
  }

  /// The value of a component's argument: a record or list where the template is one value.
  private func boundArgument(_ template: TextTemplate, in scope: Scope) -> BoundValue {
    if let sole = template.soleExpression { return renderer.evaluator.evaluate(sole, in: scope) }
    return .text(renderer.plain(template, in: scope))
  }
}

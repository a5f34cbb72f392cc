import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel

/// Loops, conditions and components.
extension BlockBinder {
  /// How deep components may use components; the checker refuses circles before.
  private static let maximumComponentDepth = 20

  /// The blocks that remain of a list once its control blocks are worked out.
  mutating func expand(_ blocks: [BlockTemplate], in surroundings: Surroundings) -> [BlockSite] {
    var sites: [BlockSite] = []
    for (index, block) in blocks.enumerated() {
      guard turns <= maximumTurns else { return sites }
      let site = BlockSite(block: block, surroundings: surroundings.inside("[\(index)]"))
      if case .expression(let condition)? = block.arguments["if"],
        !renderer.evaluator.holds(condition, in: site.scope)
      {
        continue
      }
      switch block.kind {
      case .each: sites += expandEach(site)
      case .when:
        let name = holds("when", of: site) ? "content" : "otherwise"
        sites += childSites(name, of: site)
      case .use: sites += expandUse(site)
      default: sites.append(site)
      }
    }
    return sites
  }

  /// The blocks of an argument, worked out.
  mutating func childSites(_ name: String, of site: BlockSite) -> [BlockSite] {
    expand(content(name, of: site.block), in: site.surroundings.inside(".\(name)"))
  }

  /// Counts turns, and reports the first that is too many.
  mutating func take(turns count: Int, at site: BlockSite) -> Bool {
    let before = turns
    turns += count
    guard turns > maximumTurns else { return true }
    if before <= maximumTurns {
      report(
        "layout.too-large",
        "loops and components make more than \(maximumTurns) turns in one publication",
        at: site.block.location, in: site.surroundings,
        hints: ["give the loop a “limit” or a “where”"])
    }
    return false
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
    guard !items.isEmpty else { return childSites("otherwise", of: site) }
    guard take(turns: items.count, at: site) else { return [] }
    let inner = content("content", of: block)
    var sites: [BlockSite] = []
    for (turn, item) in items.enumerated() {
      sites += expand(inner, in: site.surroundings.turn(turn, name, item))
    }
    return sites
  }

  /// A stable sort; items without a value come last.
  private func sorted(
    _ items: [BoundValue], by keys: [SortKey], variable: String, in scope: Scope
  ) -> [BoundValue] {
    struct Row {
      var position: Int
      var item: BoundValue
      var keys: [(isPresent: Bool, value: Evaluator.Sortable)]
    }
    // Languages side by side show their lists in one order.
    let evaluator = ordering ?? renderer.evaluator
    let rows = items.enumerated().map { position, item in
      let inside = scope.adding(variable, item)
      return Row(
        position: position, item: item,
        keys: keys.map { key in
          let value = evaluator.evaluate(key.path, in: inside)
          return (value.isPresent(in: evaluator.language), evaluator.sortable(value))
        })
    }
    return rows.sorted { a, b in
      for (index, key) in keys.enumerated() {
        let (x, y) = (a.keys[index], b.keys[index])
        if x.isPresent != y.isPresent { return x.isPresent }
        guard let order = evaluator.order(x.value, y.value), order != 0 else { continue }
        return key.isDescending ? order > 0 : order < 0
      }
      return a.position < b.position
    }.map(\.item)
  }

  private mutating func expandUse(_ site: BlockSite) -> [BlockSite] {
    guard case .name(let name, let place)? = site.block.arguments["use"],
      let component = layout.components[name], take(turns: 1, at: site)
    else { return [] }
    guard site.surroundings.trace.count < Self.maximumComponentDepth else {
      report(
        "layout.component-cycle", "components are nested too deeply", at: place,
        in: site.surroundings, hints: ["let components use fewer others"])
      return []
    }
    var inner = site.surroundings.inside(".\(name)")
    inner.scope = Scope()
    inner.trace.insert(place, at: 0)
    if case .bindings(let bindings)? = site.block.arguments["with"] {
      for binding in bindings {
        inner.scope = inner.scope.adding(binding.name, bound(binding.value, in: site.scope))
      }
    }
    return expand(component.content, in: inner)
  }

  /// The value of a component's argument: a record or list where the template is one value.
  private func bound(_ template: TextTemplate, in scope: Scope) -> BoundValue {
    if let sole = template.soleExpression { return renderer.evaluator.evaluate(sole, in: scope) }
    return .text(renderer.plain(template, in: scope))
  }
}

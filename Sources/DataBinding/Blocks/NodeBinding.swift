import Design
import Diagnostics
import DocumentTree
import Geometry
import Languages
import LayoutLanguage

/// Document nodes from block sites.
extension BlockBinder {
  /// The nodes of a list of blocks.
  mutating func nodes(_ blocks: [BlockTemplate], in surroundings: Surroundings) -> [BlockNode] {
    nodes(expand(blocks, in: surroundings))
  }

  mutating func nodes(_ sites: [BlockSite]) -> [BlockNode] {
    var nodes: [BlockNode] = []
    for site in sites { nodes += self.nodes(site) }
    return nodes
  }

  private mutating func children(_ name: String, of site: BlockSite) -> [BlockNode] {
    nodes(childSites(name, of: site))
  }

  func node(
    _ content: BlockContent, at site: BlockSite, identity: BlockIdentity? = nil
  ) -> BlockNode {
    BlockNode(
      content, identity: identity ?? BlockIdentity(record: site.record, path: site.path),
      language: language, location: site.block.location)
  }

  /// A paragraph node with the spacing of its style.
  func paragraphNode(
    _ role: ParagraphRole, _ inlines: [Inline], _ style: TextStyle, at site: BlockSite,
    identity: BlockIdentity? = nil
  ) -> BlockNode {
    var node = node(
      .paragraph(Paragraph(role: role, inlines: inlines, style: style)), at: site,
      identity: identity)
    node.spaceBefore = style.spaceBefore
    node.spaceAfter = style.spaceAfter
    node.keepWithNext = style.keepWithNext
    return node
  }

  private mutating func nodes(_ site: BlockSite) -> [BlockNode] {
    let block = site.block
    let isShared = flag("shared", of: block) == true
    let wasPaired = isPaired
    if isShared { isPaired = false }
    defer { isPaired = wasPaired }
    var made = ownNodes(site)
    guard !made.isEmpty else { return [] }
    if let before = length("space-before", of: block) { made[0].spaceBefore = before }
    if let after = length("space-after", of: block) { made[made.count - 1].spaceAfter = after }
    for index in made.indices {
      if let keep = flag("keep-together", of: block) {
        made[index].keepTogether = keep
        // A text of several paragraphs is one thing.
        if keep, index < made.count - 1 { made[index].keepWithNext = true }
      }
      if flag("decorative", of: block) == true { made[index].isDecorative = true }
      made[index].isShared = isShared
    }
    if let keep = flag("keep-with-next", of: block) { made[made.count - 1].keepWithNext = keep }
    let anchor = plain("anchor", of: site)
    if !anchor.isEmpty {
      made[0].anchor = anchor
      renderer.evaluator.references.note(anchor, .init())
    }
    return made
  }

  private mutating func ownNodes(_ site: BlockSite) -> [BlockNode] {
    let block = site.block
    switch block.kind {
    case .heading: return heading(site).map { [$0] } ?? []
    case .paragraph: return paragraph(site).map { [$0] } ?? []
    case .text: return text(site)
    case .metric: return metric(site).map { [$0] } ?? []
    case .definitions: return definitions(site).map { [$0] } ?? []
    case .table: return table(site).map { [$0] } ?? []
    case .bars, .timeline, .diagram, .locator: return chart(site).map { [$0] } ?? []
    case .figure: return figure(site).map { [$0] } ?? []
    case .image: return image(site).map { [$0] } ?? []
    case .overlay: return overlay(site)
    case .pullQuote: return pullQuote(site).map { [$0] } ?? []
    case .icon: return icon(site).map { [$0] } ?? []
    case .qrCode: return qrCode(site).map { [$0] } ?? []
    case .contents: return [contents(site)]
    case .stack: return [node(.stack(children("stack", of: site)), at: site)]
    case .keep:
      var stack = node(.stack(children("keep", of: site)), at: site)
      stack.keepTogether = true
      return [stack]
    case .row: return [row(site)]
    case .grid:
      let grid = Grid(
        columns: max(1, integer("grid", of: block) ?? 1),
        gutter: length("gutter", of: block) ?? layout.page.gutter,
        rowGap: length("row-gap", of: block) ?? layout.page.gutter,
        children: children("content", of: site))
      return grid.children.isEmpty ? [] : [node(.grid(grid), at: site)]
    case .columns:
      let columns = Columns(
        count: max(1, integer("columns", of: block) ?? 1),
        gutter: length("gutter", of: block) ?? layout.page.gutter,
        balanced: flag("balance", of: block) ?? true, children: children("content", of: site))
      return [node(.columns(columns), at: site)]
    case .box: return [box(site)]
    case .parallel: return [parallel(site)]
    case .ornament: return [ornament(site)]
    case .rule:
      let color = colorOrInk(of: site)
      return [
        node(
          .rule(
            Rule(
              weight: length("rule", of: block) ?? 0.5, color: color,
              length: length("length", of: block))), at: site)
      ]
    case .space: return [node(.space(length("space", of: block) ?? 0), at: site)]
    case .regionBreak:
      return [
        node(
          .regionBreak(RegionBreak(rawValue: choice("break", of: block) ?? "") ?? .page), at: site)
      ]
    case .definition, .tableRow, .bar, .event, .actor, .programme, .cell, .stratum:
      // The checker refuses these where they do not belong.
      return []
    case .each, .when, .use: return []
    }
  }

  // MARK: Containers and art

  private mutating func row(_ site: BlockSite) -> BlockNode {
    var cells: [Row.Cell] = []
    for child in childSites("row", of: site) where child.block.kind == .cell {
      cells.append(
        Row.Cell(
          span: max(1, integer("cell", of: child.block) ?? 1),
          content: children("content", of: child)))
    }
    let alignment = VerticalAlignment(rawValue: choice("align", of: site.block) ?? "top") ?? .top
    return node(
      .row(
        Row(
          cells: cells, gutter: length("gutter", of: site.block) ?? layout.page.gutter,
          alignment: alignment)), at: site)
  }

  private mutating func box(_ site: BlockSite) -> BlockNode {
    let block = site.block
    var box = Box(children: children("box", of: site))
    box.background = color("background", of: site)
    box.padding = edges("padding", of: block)
    box.borderTop = length("border-top", of: block) ?? 0
    box.borderLeft = length("border-left", of: block) ?? 0
    box.borderColor = color("border-color", of: site)
    box.minHeight = length("min-height", of: block)
    return node(.box(box), at: site)
  }

  /// Room along the four edges; none where it is not given.
  func edges(_ name: String, of block: BlockTemplate) -> Edges {
    guard case .edges(let edges)? = block.arguments[name] else { return .zero }
    let points = edges.map { $0.points(on: layout.page) }
    return Edges(top: points[0], right: points[1], bottom: points[2], left: points[3])
  }

  /// The texture that a stratum or a programme of the diagram names; nil where it names none.
  mutating func texture(of site: BlockSite) -> Ornament.Texture? {
    let name = plain("texture", of: site)
    guard !name.isEmpty else { return nil }
    let texture = Ornament.Texture(rawValue: name)
    if texture == nil {
      report(
        "layout.unknown-choice", "there is no texture “\(name)”", at: site.block.location,
        in: site.surroundings,
        hints: Suggestion.hint(for: name, among: Ornament.Texture.allCases.map(\.rawValue)))
    }
    return texture
  }

  private mutating func ornament(_ site: BlockSite) -> BlockNode {
    let block = site.block
    let kindName = choice("ornament", of: block)
    let sites = childSites("content", of: site).filter { $0.block.kind == .stratum }
    noteUnused(sites.count, of: kindName, at: site)
    var strata: [Ornament.Stratum] = []
    for child in sites {
      guard let color = color("color", of: child) else { continue }
      let texture = texture(of: child)
      var value = 1.0
      switch self.value("stratum", of: child) {
      case .number(let number, _): value = number.doubleValue
      case .record(let record):
        value =
          MetricFields(record, model: renderer.evaluator.model)?.quantity.value.doubleValue ?? 1
      default: break
      }
      strata.append(Ornament.Stratum(color: color, texture: texture ?? .plain, value: value))
    }
    let kind: Ornament.Kind
    switch (kindName, strata.first) {
    case ("strata", .some): kind = .strata(strata)
    case ("texture", .some(let first)): kind = .texture(first)
    default: kind = .fill
    }
    let seed = plain("seed", of: site)
    var made = node(
      .ornament(
        Ornament(
          kind: kind, background: color("background", of: site),
          seed: seed.isEmpty ? site.path : seed, height: length("height", of: block))), at: site)
    made.isDecorative = true
    return made
  }

  /// Warns where an ornament has not as many strata as it draws.
  private mutating func noteUnused(_ count: Int, of kind: String?, at site: BlockSite) {
    let message: String
    switch (kind, count) {
    case ("strata", 0), ("texture", 0):
      message = "the ornament has no “stratum”, so that nothing but its ground is drawn"
    case ("texture", 2...):
      message = "a texture is drawn of one “stratum”, but the ornament has \(count)"
    case ("fill", 1...): message = "“fill” draws nothing but the ground, and no “stratum”"
    default: return
    }
    var problem = Diagnostic(
      "ornament.strata", severity: .warning, message, at: site.block.location,
      hints: ["for example content: [{ stratum: 1, color: ink, texture: orbits }]"])
    problem.record = site.record.isEmpty ? nil : site.record
    problem.trace = site.surroundings.trace
    diagnostics.append(problem)
  }
}

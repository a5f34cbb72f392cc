import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage

/// Headings, paragraphs, CommonMark text, definitions, contents.
extension BlockBinder {
  mutating func heading(_ site: BlockSite) -> BlockNode? {
    let inlines = inlines("heading", of: site)
    guard !inlines.isEmpty else { return nil }
    let level = min(6, max(1, integer("level", of: site.block) ?? 1))
    var style = style("style", of: site, otherwise: "heading-\(level)")
    if let color = color("color", of: site) { style.color = color }
    let isListed = flag("contents", of: site.block) ?? true
    return headingNode(
      inlines, level: level, style: style, at: site, isListed: isListed)
  }

  private mutating func headingNode(
    _ inlines: [Inline], level: Int, style: TextStyle, at site: BlockSite, isListed: Bool,
    identity: BlockIdentity? = nil
  ) -> BlockNode {
    var node = paragraphNode(
      .heading(level: level), inlines, style, at: site, identity: identity)
    let own = plain("anchor", of: site)
    headingCount += 1
    let anchor =
      own.isEmpty || (identity?.paragraph ?? 0) > 0
      ? GeneratedAnchor.heading(headingCount) : own
    node.anchor = anchor
    renderer.evaluator.references.note(anchor, .init(title: inlines.withoutFootnotes))
    node.keepWithNext = true
    if isListed, flag("decorative", of: site.block) != true {
      headings.append(BoundHeading(level: level, inlines: inlines.withoutFootnotes, anchor: anchor))
    }
    return node
  }

  mutating func paragraph(_ site: BlockSite) -> BlockNode? {
    let block = site.block
    var inlines = inlines("paragraph", of: site)
    guard !inlines.isEmpty else { return nil }
    let role: ParagraphRole =
      switch choice("role", of: block) {
      case "label": .label
      case "caption": .caption
      case "note": .note
      case "quotation": .quotation
      case "attribution": .attribution
      default: .body
      }
    var style = style("style", of: site)
    if let color = color("color", of: site) {
      style.color = color
      style.linkColor = color
    }
    let target = plain("link", of: site)
    if target.hasPrefix("#"), target.count > 1 {
      inlines = [.link(.anchor(String(target.dropFirst())), inlines)]
    } else if !target.isEmpty {
      inlines = [.link(.address(target), inlines)]
    }
    let other = plain("language", of: site)
    if !other.isEmpty, let tag = LanguageTag(other), tag != language {
      inlines = [.language(tag, inlines)]
    }
    style.dropCap = dropCap(of: style, at: site)
    return paragraphNode(role, inlines, style, at: site)
  }

  /// The initial that the block asks for, in what it does not say that of its style.
  private func dropCap(of style: TextStyle, at site: BlockSite) -> DropCap? {
    var dropCap = style.dropCap
    if let lines = integer("drop-cap", of: site.block) {
      dropCap = dropCap ?? DropCap(lines: lines)
      dropCap?.lines = lines
    }
    if case .styles(let names)? = site.block.arguments["drop-cap-style"], let name = names.first,
      let own = ownStyle(name.name)
    {
      dropCap?.font = own.font
      dropCap?.color = own.color
      dropCap?.features = own.features
    }
    return dropCap
  }

  /// CommonMark text as blocks.
  mutating func text(_ site: BlockSite) -> [BlockNode] {
    let block = site.block
    guard case .template(let template)? = block.arguments["text"] else { return [] }
    let marked = blocks(template, in: site.surroundings)
    notePaired(marked, of: template, identity: identity(template, at: site), at: site)
    var body = style("style", of: site)
    var first = body
    if case .styles(let names)? = block.arguments["first-style"], let name = names.first,
      let found = ownStyle(name.name)
    {
      first = found
    }
    if let color = color("color", of: site) {
      (body.color, body.linkColor) = (color, color)
      (first.color, first.linkColor) = (color, color)
    }
    first.dropCap = dropCap(of: first, at: site)
    var setting = TextSetting(
      body: body, first: first, topLevel: integer("level", of: block) ?? 2,
      indent: length("indent", of: block) ?? body.size * 1.4, identity: identity(template, at: site)
    )
    if case .styles(let names)? = block.arguments["heading-styles"] {
      setting.headings = names.compactMap { ownStyle($0.name) }
    }
    return nodes(of: marked, &setting, at: site)
  }

  /// What names a text: the same field of a record has one name wherever a layout puts it, in
  /// every language; a record inside another one is named by its place in the layout.
  private func identity(_ template: TextTemplate, at site: BlockSite) -> BlockIdentity {
    if let sole = template.soleExpression,
      case .localized(let text) = renderer.evaluator.evaluate(sole, in: site.scope),
      !text.origin.record.isEmpty
    {
      return BlockIdentity(record: text.origin.record, path: text.origin.path)
    }
    return BlockIdentity(record: site.record, path: site.path)
  }

  /// What the blocks of one text share.
  struct TextSetting {
    var body: TextStyle
    var first: TextStyle
    /// The styles of headings, the shallowest first; the theme's where there are none.
    var headings: [TextStyle] = []
    /// The outline level of a first-level heading of the text.
    var topLevel: Int
    var indent: Double
    /// The text's name; its paragraphs are counted on.
    var identity: BlockIdentity
    var hasParagraph = false
    /// The room between the items of the list that the blocks stand in; nil outside of lists.
    var itemSpacing: Double?
  }

  private mutating func nodes(
    of blocks: [MarkedBlock], _ setting: inout TextSetting, at site: BlockSite
  ) -> [BlockNode] {
    // The shallowest heading of the text has the first of the given levels.
    let shallowest =
      blocks.compactMap { if case .heading(let level, _) = $0 { level } else { nil } }.min() ?? 1
    var nodes: [BlockNode] = []
    for block in blocks {
      let identity = setting.identity
      setting.identity.paragraph += 1
      switch block {
      case .paragraph(let inlines):
        var style = setting.hasParagraph ? setting.body : setting.first
        setting.hasParagraph = true
        if let room = setting.itemSpacing {
          // In an item the first paragraph has no indent, and a gap tells the others.
          style.firstLineIndent = 0
          if !nodes.isEmpty { style.spaceBefore = max(style.spaceBefore, room) }
        }
        nodes.append(paragraphNode(.body, inlines, style, at: site, identity: identity))
      case .code(let inlines):
        setting.hasParagraph = true
        nodes.append(code(inlines, identity, below: setting, at: site))
      case .heading(let level, let inlines):
        let depth = level - shallowest
        let outline = min(6, setting.topLevel + depth)
        let style =
          setting.headings.isEmpty
          ? defaultStyle("heading-\(outline)", of: site)
          : setting.headings[min(depth, setting.headings.count - 1)]
        nodes.append(
          headingNode(
            inlines, level: outline, style: style, at: site, isListed: true, identity: identity))
      case .quotation(let inner):
        for node in self.nodes(of: inner, &setting, at: site) {
          var node = node
          if case .paragraph(var paragraph) = node.content, paragraph.role == .body {
            paragraph.role = .quotation
            node.content = .paragraph(paragraph)
          }
          nodes.append(node)
        }
      case .list(let start, let items):
        setting.hasParagraph = true
        let outer = setting.itemSpacing
        let room = Self.itemSpacing(of: items, in: setting.body)
        setting.itemSpacing = room
        var itemNodes: [[BlockNode]] = []
        for item in items { itemNodes.append(self.nodes(of: item, &setting, at: site)) }
        setting.itemSpacing = outer
        var list = node(
          .list(
            List(
              start: start, items: itemNodes, markerStyle: setting.body, indent: setting.indent,
              itemSpacing: room)), at: site, identity: identity)
        // A list within an item is no further from its text than the items are from each other.
        list.spaceBefore = outer ?? setting.body.leading * 0.5
        list.spaceAfter = list.spaceBefore
        nodes.append(list)
      case .table(let table):
        setting.hasParagraph = true
        nodes.append(self.table(table, identity, below: setting.body, at: site))
      case .rule:
        nodes.append(
          node(.rule(Rule(weight: 0.5, color: setting.body.color)), at: site, identity: identity))
      }
    }
    return nodes
  }

  mutating func definitions(_ site: BlockSite) -> BlockNode? {
    let block = site.block
    let term = style("term-style", of: site)
    let body = style("style", of: site)
    var entries: [Definitions.Entry] = []
    for child in childSites("content", of: site) where child.block.kind == .definition {
      let inlines = inlines("definition", of: child)
      guard case .template(let template)? = child.block.arguments["text"] else { continue }
      let marked = blocks(template, in: child.surroundings)
      notePaired(
        marked, of: template,
        identity: BlockIdentity(record: child.record, path: child.path + ".text"), at: child)
      var setting = TextSetting(
        body: body, first: body, headings: [body], topLevel: 4, indent: body.size * 1.4,
        identity: BlockIdentity(record: child.record, path: child.path + ".text"))
      let description = nodes(of: marked, &setting, at: child)
      guard !description.isEmpty else { continue }
      entries.append(
        Definitions.Entry(
          term: paragraphNode(.label, inlines, term, at: child), description: description))
    }
    guard !entries.isEmpty else { return nil }
    return node(
      .definitions(
        Definitions(
          entries: entries, termWidth: length("term-width", of: block) ?? 0,
          gap: length("gap", of: block) ?? layout.page.gutter,
          entrySpacing: length("spacing", of: block) ?? body.leading * 0.5,
          ruleColor: color("rule", of: site))), at: site)
  }

  mutating func contents(_ site: BlockSite) -> BlockNode {
    let block = site.block
    boundContents = true
    let levels = integer("levels", of: block) ?? 1
    var styles: [TextStyle] = []
    if case .styles(let names)? = block.arguments["styles"] {
      styles = names.compactMap { ownStyle($0.name) }
    }
    if styles.isEmpty { styles = [defaultStyle("body", of: site)] }
    // Without a style of its own a number looks like its title.
    let numbers =
      block.arguments["number-style"] == nil ? nil : style("number-style", of: site)
    let listed: [BoundHeading] =
      switch choice("of", of: block) {
      case "figures": listedFigures("figure")
      case "tables": listedFigures("table")
      default: contents
      }
    let indent = length("indent", of: block)
    let shown = listed.filter { $0.level <= levels }
    let top = shown.map(\.level).min() ?? 1
    let hasLevels = indent != nil || shown.contains { $0.level > top }
    let entries = shown.map { heading in
      let style = styles[min(heading.level, styles.count) - 1]
      var entry = Contents.Entry(
        level: heading.level, title: heading.inlines, anchor: heading.anchor, style: style,
        numberStyle: numbers ?? style)
      if hasLevels {
        let own = style.firstLineIndent > 0 ? style.firstLineIndent : styles[0].size * 1.5
        entry.indent = (indent ?? own) * Double(heading.level - top)
        // In a list with indents a title's second line must not look like an entry.
        entry.hanging = entry.style.size
      }
      return entry
    }
    return node(
      .contents(
        Contents(
          entries: entries, rowGap: length("gap", of: block) ?? 0,
          ruleColor: color("rule", of: site))), at: site)
  }
}

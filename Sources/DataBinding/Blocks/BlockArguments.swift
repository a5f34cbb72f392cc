import Design
import Diagnostics
import DocumentTree
import LayoutLanguage

/// The arguments of blocks, worked out.
extension BlockBinder {
  func items(of expression: Expression, in scope: Scope) -> [BoundValue] {
    switch renderer.evaluator.evaluate(expression, in: scope) {
    case .list(let items): items
    case .missing: []
    case let single: [single]
    }
  }

  // MARK: Colours and styles

  mutating func color(
    _ template: ColorTemplate, in surroundings: Surroundings
  ) -> PaletteColor? {
    let entry = renderer.plain(template.entry, in: surroundings.scope)
    if layout.theme.palette.entries[entry] != nil {
      return PaletteColor(entry, tint: template.tint)
    }
    report(
      "layout.unknown-color",
      entry.isEmpty
        ? "the colour is missing in the model" : "the palette has no colour “\(entry)”",
      at: template.entry.location, in: surroundings,
      hints: Suggestion.hint(for: entry, among: layout.theme.palette.entries.keys))
    return nil
  }

  mutating func color(_ name: String, of site: BlockSite) -> PaletteColor? {
    guard case .color(let template)? = site.block.arguments[name] else { return nil }
    return color(template, in: site.surroundings)
  }

  /// The style that the argument names, or the one of the theme that its definition names.
  mutating func style(
    _ name: String, of site: BlockSite, otherwise: String? = nil
  ) -> TextStyle {
    if case .styles(let names)? = site.block.arguments[name], let first = names.first,
      let style = ownStyle(first.name)
    {
      return style
    }
    let definition = BlockDefinitions.all[site.block.kind]
    return defaultStyle(
      otherwise ?? definition?[name]?.defaultStyle ?? "body", of: site)
  }

  mutating func defaultStyle(_ name: String, of site: BlockSite) -> TextStyle {
    if let style = ownStyle(name) { return style }
    report(
      "layout.unknown-style", "the theme has no style “\(name)”", at: site.block.location,
      in: site.surroundings, hints: ["add it to the theme, or name another style here"])
    return TextStyle(
      name: name, font: FontDescriptor(family: ""), size: 10, leading: 13,
      color: PaletteColor(layout.theme.palette.entries.keys.min() ?? ""))
  }

  /// The colour that the argument names, or that of running text.
  mutating func colorOrInk(of site: BlockSite) -> PaletteColor {
    guard site.block.arguments["color"] == nil else {
      return color("color", of: site) ?? PaletteColor("")
    }
    return defaultStyle("body", of: site).color
  }

  // MARK: Plain arguments

  func length(_ name: String, of block: BlockTemplate) -> Double? {
    guard case .length(let length)? = block.arguments[name] else { return nil }
    return length.points(on: layout.page)
  }

  func integer(_ name: String, of block: BlockTemplate) -> Int? {
    guard case .integer(let value)? = block.arguments[name] else { return nil }
    return value
  }

  func flag(_ name: String, of block: BlockTemplate) -> Bool? {
    guard case .flag(let value)? = block.arguments[name] else { return nil }
    return value
  }

  func choice(_ name: String, of block: BlockTemplate) -> String? {
    guard case .choice(let value)? = block.arguments[name] else { return nil }
    return value
  }

  func content(_ name: String, of block: BlockTemplate) -> [BlockTemplate] {
    guard case .content(let blocks)? = block.arguments[name] else { return [] }
    return blocks
  }

  // MARK: Texts and values

  /// The text of a template argument, markup untouched; empty where it is not given.
  func plain(_ name: String, of site: BlockSite) -> String {
    guard case .template(let template)? = site.block.arguments[name] else { return "" }
    return renderer.plain(template, in: site.scope)
  }

  /// The text of a template argument for readers, without markup; empty where it is not given.
  func words(_ name: String, of site: BlockSite) -> String {
    guard case .template(let template)? = site.block.arguments[name] else { return "" }
    return renderer.words(template, in: site.scope)
  }

  /// The words for readers who do not see a picture or chart; none is a problem.
  mutating func alternative(_ text: String, of site: BlockSite) -> String {
    let isBlank = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    if isBlank, flag("decorative", of: site.block) != true {
      report(
        "layout.missing-alternative-text",
        "nothing says what “\(site.block.kind.rawValue)” shows", at: site.block.location,
        in: site.surroundings,
        hints: ["readers who do not see it need words; put some that are never missing"])
    }
    return text
  }

  /// A template argument as running text; nothing where it would print nothing.
  mutating func inlines(_ name: String, of site: BlockSite) -> [Inline] {
    guard case .template(let template)? = site.block.arguments[name] else { return [] }
    let inlines = inlines(template, in: site.surroundings)
    guard !inlines.isBlank else { return [] }
    let identity = BlockIdentity(record: site.record, path: site.path + "." + name)
    notePaired([.paragraph(inlines)], of: template, identity: identity, at: site)
    return inlines
  }

  mutating func inlines(_ template: TextTemplate, in surroundings: Surroundings) -> [Inline] {
    var problems: [Diagnostic] = []
    let inlines = renderer.inlines(template, in: surroundings.scope, diagnostics: &problems)
    add(problems, in: surroundings)
    return inlines
  }

  mutating func blocks(_ template: TextTemplate, in surroundings: Surroundings) -> [MarkedBlock] {
    var problems: [Diagnostic] = []
    let blocks = renderer.blocks(template, in: surroundings.scope, diagnostics: &problems)
    add(problems, in: surroundings)
    return blocks
  }

  private mutating func add(_ problems: [Diagnostic], in surroundings: Surroundings) {
    for problem in problems {
      var problem = problem
      problem.record = surroundings.record.isEmpty ? nil : surroundings.record
      problem.trace = surroundings.trace
      diagnostics.append(problem)
    }
  }

  func value(_ name: String, of site: BlockSite) -> BoundValue {
    guard case .expression(let expression)? = site.block.arguments[name] else { return .missing }
    return renderer.evaluator.evaluate(expression, in: site.scope)
  }

  func holds(_ name: String, of site: BlockSite) -> Bool {
    value(name, of: site).isPresent(in: language)
  }
}

import Design
import Diagnostics
import DocumentTree
import Geometry
import Languages
import LayoutLanguage

/// Turns block templates into nodes of one publication; collects problems and headings on the way.
struct BlockBinder {
  let layout: LayoutTemplate
  let renderer: TextRenderer
  /// The record that the publication is about; empty for all.
  let record: String
  /// The headings that an earlier binding found, for the contents.
  let contents: [BoundHeading]
  var diagnostics: [Diagnostic] = []
  var headings: [BoundHeading] = []
  /// How many headings were bound, listed or not; names those that the layout does not name.
  var headingCount = 0
  /// A list of contents was bound.
  var boundContents = false
  /// Where components and loops were entered, for problems.
  var componentDepth = 0

  /// A heading for the contents.
  struct BoundHeading {
    var level: Int
    var inlines: [Inline]
    var anchor: String
  }

  init(layout: LayoutTemplate, renderer: TextRenderer, record: String, contents: [BoundHeading]) {
    self.layout = layout
    self.renderer = renderer
    self.record = record
    self.contents = contents
  }

  var language: LanguageTag { renderer.language }

  mutating func report(
    _ identifier: String, _ message: String, at location: SourceLocation?, hints: [String] = []
  ) {
    diagnostics.append(Diagnostic(identifier, message, at: location, hints: hints))
  }

  // MARK: Pages

  mutating func master(_ template: MasterTemplate, name: String, in scope: Scope) -> PageMaster {
    PageMaster(
      name: name, background: template.background.flatMap { color($0, in: scope) },
      frames: frames(template.frames, path: "masters.\(name)", in: scope),
      textArea: template.textArea?.resolved(on: layout.page))
  }

  mutating func sections(
    _ template: SectionTemplate, path: String, in scope: Scope
  ) -> [PageSection] {
    if let condition = template.condition, !renderer.evaluator.holds(condition, in: scope) {
      return []
    }
    let kind: PageSection.Kind
    switch template.kind {
    case .each(let list, let variable, let condition, let inner):
      guard case .expression(let expression) = list else { return [] }
      var sections: [PageSection] = []
      for item in items(of: expression, in: scope) {
        let inside = scope.adding(variable, item)
        if let condition, !renderer.evaluator.holds(condition, in: inside) { continue }
        for (index, section) in inner.enumerated() {
          sections += self.sections(section, path: "\(path).pages[\(index)]", in: inside)
        }
      }
      return sections
    case .fixed(let templates): kind = .fixed(frames(templates, path: path, in: scope))
    case .flow(let blocks): kind = .flow(nodes(blocks, path: path, in: scope))
    }
    return [
      PageSection(
        kind: kind, master: template.master,
        background: template.background.flatMap { color($0, in: scope) },
        startsOn: PageSide(rawValue: template.startsOn) ?? .both, pageCount: template.pageCount,
        location: template.location)
    ]
  }

  private mutating func frames(
    _ templates: [FrameTemplate], path: String, in scope: Scope
  ) -> [Frame] {
    var frames: [Frame] = []
    for (index, template) in templates.enumerated() {
      if let condition = template.condition, !renderer.evaluator.holds(condition, in: scope) {
        continue
      }
      frames.append(
        Frame(
          area: template.area.resolved(on: layout.page),
          alignment: VerticalAlignment(rawValue: template.alignment) ?? .top,
          content: nodes(template.content, path: "\(path).frames[\(index)]", in: scope),
          location: template.location, side: PageSide(rawValue: template.side) ?? .both))
    }
    return frames
  }

  // MARK: Arguments

  func items(of expression: Expression, in scope: Scope) -> [BoundValue] {
    switch renderer.evaluator.evaluate(expression, in: scope) {
    case .list(let items): items
    case .missing: []
    case let single: [single]
    }
  }

  mutating func color(_ template: ColorTemplate, in scope: Scope) -> PaletteColor? {
    let entry = renderer.plain(template.entry, in: scope)
    if layout.theme.palette.entries[entry] != nil {
      return PaletteColor(entry, tint: template.tint)
    }
    report(
      "layout.unknown-color", "the palette has no colour “\(entry)”", at: template.entry.location,
      hints: Suggestion.hint(for: entry, among: layout.theme.palette.entries.keys))
    return nil
  }

  mutating func color(_ name: String, of block: BlockTemplate, in scope: Scope) -> PaletteColor? {
    guard case .color(let template)? = block.arguments[name] else { return nil }
    return color(template, in: scope)
  }

  /// A style by the argument's name, or the theme's style of the role's name.
  mutating func style(_ name: String, of block: BlockTemplate, otherwise: String) -> TextStyle {
    if case .styles(let names)? = block.arguments[name], let first = names.first,
      let style = layout.theme.styles[first.name]
    {
      return style
    }
    return defaultStyle(otherwise, at: block.location)
  }

  mutating func defaultStyle(_ name: String, at location: SourceLocation) -> TextStyle {
    if let style = layout.theme.styles[name] { return style }
    report(
      "layout.unknown-style", "the theme has no style “\(name)”", at: location,
      hints: ["add it to the theme, or name another style here"])
    return TextStyle(
      name: name, font: FontDescriptor(family: "Inter"), size: 10, leading: 13,
      color: PaletteColor(layout.theme.palette.entries.keys.min() ?? ""))
  }

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

  /// The text of a template argument, markup untouched; empty where it is not given.
  func plain(_ name: String, of block: BlockTemplate, in scope: Scope) -> String {
    guard case .template(let template)? = block.arguments[name] else { return "" }
    return renderer.plain(template, in: scope)
  }

  /// A template argument as running text.
  mutating func inlines(_ name: String, of block: BlockTemplate, in scope: Scope) -> [Inline] {
    guard case .template(let template)? = block.arguments[name] else { return [] }
    return renderer.inlines(template, in: scope, diagnostics: &diagnostics)
  }

  func value(_ name: String, of block: BlockTemplate, in scope: Scope) -> BoundValue {
    guard case .expression(let expression)? = block.arguments[name] else { return .missing }
    return renderer.evaluator.evaluate(expression, in: scope)
  }

  func holds(_ name: String, of block: BlockTemplate, in scope: Scope) -> Bool {
    value(name, of: block, in: scope).isPresent(in: language)
  }
}

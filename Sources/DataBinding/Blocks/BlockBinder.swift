import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage

/// Turns block templates into nodes of one publication; collects problems and headings on the way.
struct BlockBinder {
  let layout: LayoutTemplate
  let renderer: TextRenderer
  /// The record that the publication is about; empty for all.
  let publicationRecord: String
  /// The headings that an earlier binding found, for the contents.
  let contents: [BoundHeading]
  var diagnostics: [Diagnostic] = []
  var headings: [BoundHeading] = []
  /// How many headings were bound, listed or not; names those that the layout does not name.
  var headingCount = 0
  /// A list of contents was bound.
  var boundContents = false
  /// How many turns loops have taken, and may take.
  var turns = 0
  var maximumTurns = 0

  /// A heading for the contents.
  struct BoundHeading {
    var level: Int
    var inlines: [Inline]
    var anchor: String
  }

  init(
    layout: LayoutTemplate, renderer: TextRenderer, publicationRecord: String,
    contents: [BoundHeading] = []
  ) {
    self.layout = layout
    self.renderer = renderer
    self.publicationRecord = publicationRecord
    self.contents = contents
  }

  var language: LanguageTag { renderer.language }

  /// Adds a problem of the layout, with the record and the components that led to it.
  mutating func report(
    _ identifier: String, _ message: String, at location: SourceLocation?,
    in surroundings: Surroundings, hints: [String]
  ) {
    var problem = Diagnostic(identifier, message, at: location, hints: hints)
    problem.record = surroundings.record.isEmpty ? nil : surroundings.record
    problem.trace = surroundings.trace
    diagnostics.append(problem)
  }

  // MARK: Pages

  mutating func master(
    _ template: MasterTemplate, name: String, in surroundings: Surroundings
  ) -> PageMaster {
    // What stands on every page is not listed in the contents.
    let listed = headings
    defer { headings = listed }
    let place = surroundings.inside("masters.\(name)")
    return PageMaster(
      name: name, background: template.background.flatMap { color($0, in: place) },
      frames: frames(template.frames, in: place),
      textArea: template.textArea?.resolved(on: layout.page))
  }

  mutating func sections(
    _ template: SectionTemplate, in surroundings: Surroundings
  ) -> [PageSection] {
    let evaluator = renderer.evaluator
    if let condition = template.condition, !evaluator.holds(condition, in: surroundings.scope) {
      return []
    }
    let kind: PageSection.Kind
    switch template.kind {
    case .each(let list, let variable, let condition, let inner):
      guard case .expression(let expression) = list else { return [] }
      var sections: [PageSection] = []
      for (turn, item) in items(of: expression, in: surroundings.scope).enumerated() {
        let inside = surroundings.turn(turn, variable, item)
        if let condition, !evaluator.holds(condition, in: inside.scope) { continue }
        for (index, section) in inner.enumerated() {
          sections += self.sections(section, in: inside.inside(".pages[\(index)]"))
        }
      }
      return sections
    case .fixed(let templates): kind = .fixed(frames(templates, in: surroundings))
    case .flow(let blocks): kind = .flow(nodes(blocks, in: surroundings))
    }
    return [
      PageSection(
        kind: kind, master: template.master,
        background: template.background.flatMap { color($0, in: surroundings) },
        startsOn: PageSide(rawValue: template.startsOn) ?? .both, pageCount: template.pageCount,
        location: template.location)
    ]
  }

  private mutating func frames(
    _ templates: [FrameTemplate], in surroundings: Surroundings
  ) -> [Frame] {
    var frames: [Frame] = []
    for (index, template) in templates.enumerated() {
      if let condition = template.condition,
        !renderer.evaluator.holds(condition, in: surroundings.scope)
      {
        continue
      }
      var frame = Frame(
        area: template.area.resolved(on: layout.page),
        alignment: VerticalAlignment(rawValue: template.alignment) ?? .top,
        content: nodes(template.content, in: surroundings.inside(".frames[\(index)]")),
        location: template.location, side: PageSide(rawValue: template.side) ?? .both)
      frame.copyfit = template.copyfit
      frames.append(frame)
    }
    return frames
  }
}

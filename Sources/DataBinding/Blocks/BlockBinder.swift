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
  /// The figures that this binding and an earlier one found, how many there are of each kind, and of
  /// all kinds with anchors.
  var figures: [BoundFigure] = []
  var listed: [BoundFigure] = []
  var figureCounts: [String: Int] = [:]
  var figureCount = 0
  /// A list of contents was bound.
  var boundContents = false
  /// How many turns loops have taken, and may take.
  var turns = 0
  var maximumTurns = 0
  /// Sorts lists where another language than that of the texts leads.
  var ordering: Evaluator?
  /// What is being bound stands beside the same in other languages.
  var isPaired = false
  /// The texts that stand beside their counterparts.
  var pairedTexts: [PairedText.Key: PairedText] = [:]

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
    let arrangement = layout.languages.arrangement
    // An edition leaves out what is in another language; a joint publication takes it from there.
    if !isJoined, let own = template.language, own != language { return [] }
    let isSpread = arrangement == .facing && template.language == nil
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
    case .fixed(let templates):
      kind = .fixed(frames(templates, in: surroundings, isSpread: isSpread))
    case .flow(let blocks):
      kind =
        arrangement.alignsTexts
        ? .flow([flow(blocks, in: surroundings, isSpread: isSpread)])
        : .flow(nodes(blocks, in: surroundings))
    }
    var section = PageSection(
      kind: kind, master: template.master,
      background: template.background.flatMap { color($0, in: surroundings) },
      startsOn: PageSide(rawValue: template.startsOn) ?? .both, pageCount: template.pageCount,
      location: template.location)
    section.language = template.language
    section.record = surroundings.record
    section.isSpread = isSpread
    return [section]
  }

  private mutating func frames(
    _ templates: [FrameTemplate], in surroundings: Surroundings, isSpread: Bool = false
  ) -> [Frame] {
    var frames: [Frame] = []
    for (index, template) in templates.enumerated() {
      if let condition = template.condition,
        !renderer.evaluator.holds(condition, in: surroundings.scope)
      {
        continue
      }
      if !isJoined, let own = template.language, own != language { continue }
      let place = surroundings.inside(".frames[\(index)]")
      let content =
        isSpread
        ? [flow(template.content, in: place, isSpread: true)] : nodes(template.content, in: place)
      var frame = Frame(
        area: template.area.resolved(on: layout.page),
        alignment: VerticalAlignment(rawValue: template.alignment) ?? .top, content: content,
        location: template.location, side: PageSide(rawValue: template.side) ?? .both)
      frame.language = template.language
      frame.copyfit = template.copyfit
      frames.append(frame)
    }
    return frames
  }
}

import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel
import SourceFiles

/// A text that stands beside its counterpart in another language, as it is in one of them.
struct PairedText {
  /// What names the text in every language.
  struct Key: Hashable {
    var record: String
    var path: String
  }

  var blocks: [MarkedBlock]
  /// What the layout calls it (`programme.text`); nil for text that stands in the layout itself.
  var name: String?
  /// Where the text of this language stands.
  var location: SourceLocation?
}

extension BlockBinder {
  /// Whether all languages stand in one publication, which takes from each what is its own.
  var isJoined: Bool { layout.languages.arrangement.alignsTexts }

  /// Notes a text for the comparison with its counterparts.
  mutating func notePaired(
    _ blocks: [MarkedBlock], of template: TextTemplate, identity: BlockIdentity, at site: BlockSite
  ) {
    guard isPaired else { return }
    var location: SourceLocation? = template.wording(in: language)?.text.place(ofLine: 1)
    var name: String?
    if let sole = template.soleExpression,
      case .localized(let text) = renderer.evaluator.evaluate(sole, in: site.scope)
    {
      if case .path(let names, _) = sole { name = names.joined(separator: ".") }
      location = text.origin.textPlace(in: language)?.location ?? text.origin.location
    }
    pairedTexts[PairedText.Key(record: identity.record, path: identity.path)] = PairedText(
      blocks: blocks, name: name, location: location ?? site.block.location)
  }

  /// A style by its name, or the one that takes its place in this language.
  func ownStyle(_ name: String) -> TextStyle? {
    layout.theme.styles[layout.languages.styles[language]?[name] ?? name]
  }

  // MARK: Blocks

  /// `parallel:` in one language; the others join it when all are bound.
  mutating func parallel(_ site: BlockSite) -> BlockNode {
    guard isJoined else {
      return node(.stack(nodes(childSites("parallel", of: site))), at: site)
    }
    var parallel = parallel(of: { $0.nodes($0.childSites("parallel", of: site)) })
    if let gutter = length("gutter", of: site.block) { parallel.gutter = gutter }
    if let rule = color("rule", of: site) { parallel.ruleColor = rule }
    return node(.parallel(parallel), at: site)
  }

  /// The blocks of a flow or a frame whose languages stand side by side, in one language.
  mutating func flow(
    _ blocks: [BlockTemplate], in surroundings: Surroundings, isSpread: Bool
  ) -> BlockNode {
    var parallel = parallel(of: { $0.nodes(blocks, in: surroundings) })
    parallel.isSpread = isSpread
    if let rule = layout.languages.rule { parallel.ruleColor = color(rule, in: surroundings) }
    return BlockNode(
      .parallel(parallel),
      identity: BlockIdentity(record: surroundings.record, path: surroundings.path),
      language: language, location: blocks.first?.location ?? layout.location)
  }

  private mutating func parallel(of nodes: (inout BlockBinder) -> [BlockNode]) -> Parallel {
    let wasPaired = isPaired
    isPaired = true
    defer { isPaired = wasPaired }
    let setting = layout.languages
    return Parallel(
      rows: nodes(&self).map { .sides([$0]) }, shares: setting.shares,
      gutter: setting.gutter?.points(on: layout.page) ?? layout.page.gutter)
  }
}

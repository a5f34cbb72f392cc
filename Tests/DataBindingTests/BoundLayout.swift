import DataBinding
import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel
import SampleLayouts
import Testing

/// A sample layout bound to a model in German and English.
struct BoundLayout {
  /// Problems of reading, checking, planning and binding.
  var diagnostics: [Diagnostic] = []
  /// The first publication by language.
  var trees: [LanguageTag: PublicationTree] = [:]
  var plans: [PublicationBinder.Plan] = []

  init(layout text: String, model: WorkspaceModel? = nil, turns: Int? = nil) throws {
    let model = try model ?? SampleModel.read()
    let read = SampleLayout.read(text)
    diagnostics = read.diagnostics
    let layout = try #require(read.output)
    diagnostics += LayoutChecker.check(layout, schema: model.schema)
    var binder = PublicationBinder(
      layout: layout, model: model,
      languages: LanguageCatalogue.builtIn.adding(units: model.units.forms))
    if let turns { binder.maximumTurns = turns }
    let planned = binder.plans()
    diagnostics += planned.diagnostics
    plans = planned.output ?? []
    guard let plan = plans.first else { return }
    for language in model.languages {
      let bound = binder.bind(plan, language: language)
      diagnostics += bound.diagnostics
      trees[language] = bound.output
    }
  }

  /// A flow of blocks; `more` are further keys of the layout.
  init(
    _ blocks: String, _ more: String = "", model: WorkspaceModel? = nil, turns: Int? = nil
  ) throws {
    try self.init(layout: SampleLayout.flow(blocks, more), model: model, turns: turns)
  }

  /// The blocks of the first section.
  func nodes(_ language: String = "de") throws -> [BlockNode] {
    let tag = try #require(LanguageTag(language))
    guard case .flow(let nodes)? = trees[tag]?.sections.first?.kind else { return [] }
    return nodes
  }

  /// The running text of all paragraphs of the first section, in order.
  func texts(_ language: String = "de") throws -> [String] {
    try nodes(language).flatMap(\.paragraphs).map { $0.inlines.dump }
  }
}

extension BlockNode {
  /// The blocks inside this one.
  var children: [BlockNode] {
    switch content {
    case .list(let list): list.items.flatMap { $0 }
    case .definitions(let definitions):
      definitions.entries.flatMap { [$0.term] + $0.description }
    case .table(let table): (table.header + table.rows.flatMap { $0 }).flatMap(\.content)
    case .stack(let nodes): nodes
    case .row(let row): row.cells.flatMap(\.content)
    case .grid(let grid): grid.children
    case .columns(let columns): columns.children
    case .box(let box): box.children
    default: []
    }
  }

  /// This block and all inside it.
  var all: [BlockNode] { [self] + children.flatMap(\.all) }

  var paragraphs: [Paragraph] {
    all.compactMap { if case .paragraph(let paragraph) = $0.content { paragraph } else { nil } }
  }
}

extension [Inline] {
  /// The text with its marks: `*emphasis*`, `**strong**`, `<address|text>`, `/` for a break.
  var dump: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .emphasis(let inner): "*\(inner.dump)*"
      case .strong(let inner): "**\(inner.dump)**"
      case .code(let code): "`\(code)`"
      case .link(.address(let address), let inner): "<\(address)|\(inner.dump)>"
      case .link(.anchor(let anchor), let inner): "<#\(anchor)|\(inner.dump)>"
      case .lineBreak: "/"
      case .language(let tag, let inner): "(\(tag): \(inner.dump))"
      case .styled(_, let inner): inner.dump
      case .quantity(let quantity, let text): "{\(quantity.value.plain)=\(text)}"
      case .pageField(let field): "{\(field)}"
      case .footnote(let note):
        note.isRepeated
          ? "[^\(note.identifier)]" : "[\(note.paragraphs.map(\.dump).joined(separator: " ¶ "))]"
      }
    }.joined()
  }
}

/// Checks a marked flow of blocks against the sample model's schema, and records what differs.
func expectMarks(
  _ blocks: String, _ more: String = "",
  at place: Testing.SourceLocation = #_sourceLocation
) throws {
  let marked = MarkedText(SampleLayout.flow(blocks, more))
  let read = SampleLayout.read(marked.text)
  let layout = try #require(read.output, "\(read.diagnostics)")
  let model = try SampleModel.read()
  let problems = LayoutChecker.check(layout, schema: model.schema, model: model)
  for difference in marked.differences(from: read.diagnostics + problems, in: SampleLayout.file) {
    Issue.record("\(difference)", sourceLocation: place)
  }
}

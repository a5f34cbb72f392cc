import Design
package import Diagnostics
package import DocumentTree
package import Languages
package import LayoutLanguage
package import ReportModel

/// Binds a checked layout to a model: one document tree for each publication and language.
package struct PublicationBinder: Sendable {
  package let layout: LayoutTemplate
  package let model: WorkspaceModel
  package let languages: LanguageCatalogue
  /// How many turns of loops and uses of components one publication may take: nested loops
  /// multiply, and would otherwise fill the memory.
  package var maximumTurns = 1_000_000

  package init(layout: LayoutTemplate, model: WorkspaceModel, languages: LanguageCatalogue) {
    self.layout = layout
    self.model = model
    self.languages = languages
  }

  /// A publication that the layout asks for, not yet bound.
  package struct Plan: Sendable {
    /// The record that it is about; nil where the layout makes one publication of everything.
    package var record: Record?
    /// The output's path without language and format.
    package var stem: String
  }

  /// The publications that the layout makes of this model, in the model's order.
  package func plans() -> Diagnosed<[Plan]> {
    guard let language = model.languages.first else { return Diagnosed([]) }
    let renderer = renderer(language, citations: CitationRegister())
    guard let iteration = layout.iteration else {
      let stem = renderer?.plain(layout.output, in: Scope()) ?? layout.name
      let problems = problems(ofStem: stem, record: nil)
      return Diagnosed(problems.isEmpty ? [Plan(record: nil, stem: stem)] : [], problems)
    }
    var plans: [Plan] = []
    var diagnostics: [Diagnostic] = []
    for list in iteration.lists {
      guard let renderer else { continue }
      let value = renderer.evaluator.evaluate(list, in: Scope())
      let items: [BoundValue] = if case .list(let items) = value { items } else { [value] }
      for case .record(let record) in items {
        let scope = Scope().adding(iteration.variable, .record(record))
        if let condition = iteration.condition, !renderer.evaluator.holds(condition, in: scope) {
          continue
        }
        let stem = renderer.plain(layout.output, in: scope)
        let problems = problems(ofStem: stem, record: record)
        diagnostics += problems
        if problems.isEmpty { plans.append(Plan(record: record, stem: stem)) }
      }
    }
    return Diagnosed(plans, diagnostics)
  }

  /// An output's path may name folders below the output folder, in portable characters.
  private func problems(ofStem stem: String, record: Record?) -> [Diagnostic] {
    let parts = stem.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe =
      !stem.isEmpty && stem.utf8.count <= 200
      && parts.allSatisfy { part in
        !part.isEmpty && !part.hasPrefix(".") && !part.hasSuffix(".")
          && part.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
              || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
              || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
          }
      }
    guard !isSafe else { return [] }
    var problem = Diagnostic(
      "layout.bad-output", "“\(stem)” cannot be the path of an output",
      at: layout.output.location,
      hints: ["use letters a–z, digits, “-”, “_” and “/”, and stay below the output folder"])
    problem.layout = layout.name
    problem.record = record?.id
    return [problem]
  }

  private func renderer(_ language: LanguageTag, citations: CitationRegister) -> TextRenderer? {
    languages[language].map { rules in
      TextRenderer(
        evaluator: Evaluator(
          model: model, language: language, labels: layout.labels, citations: citations,
          reads: ReadLog(model: model)),
        rules: rules, problems: TextProblems(), catalogue: languages,
        typography: layout.typography.applied(to: model.typography.applied(to: .all)))
    }
  }

  /// Binds one publication in one language.
  package func bind(_ plan: Plan, language: LanguageTag) -> Diagnosed<PublicationTree> {
    let bound = bound(plan, language: language)
    return Diagnosed(bound.tree, bound.diagnostics)
  }

  /// One publication in one language, with what joining it to another language needs.
  struct BoundPublication {
    var tree: PublicationTree?
    /// The texts that have counterparts in the other languages.
    var texts: [PairedText.Key: PairedText] = [:]
    var diagnostics: [Diagnostic]
  }

  /// Binds in one language; lists are sorted as in `leading`, where that is another one.
  func bound(
    _ plan: Plan, language: LanguageTag, sortedAs leading: LanguageTag? = nil
  ) -> BoundPublication {
    let citations = CitationRegister()
    guard let renderer = renderer(language, citations: citations) else {
      return BoundPublication(
        diagnostics: [
          Diagnostic(
            "language.unknown", "the program has no rules for the language “\(language)”",
            hints: ["it knows \(languages.tags.map(\.rawValue).joined(separator: ", "))"])
        ])
    }
    let ordering = leading.flatMap { self.renderer($0, citations: CitationRegister())?.evaluator }
    var scope = Scope()
    if let iteration = layout.iteration, let record = plan.record {
      scope = scope.adding(iteration.variable, .record(record))
    }
    var binder = BlockBinder(
      layout: layout, renderer: renderer, publicationRecord: plan.record?.id ?? "")
    binder.maximumTurns = maximumTurns
    binder.ordering = ordering
    var tree = tree(plan, scope: scope, binder: &binder)
    // Lists of what the whole publication holds are complete only in a second binding.
    let references = renderer.evaluator.references
    if citations.wasListed || binder.boundContents || references.wasRead {
      let figures = binder.figures
      references.beginAgain()
      binder = BlockBinder(
        layout: layout, renderer: renderer, publicationRecord: plan.record?.id ?? "",
        contents: binder.headings)
      binder.listed = figures
      binder.maximumTurns = maximumTurns
      binder.ordering = ordering
      tree = self.tree(plan, scope: scope, binder: &binder)
    }
    let problems = binder.diagnostics.map { problem in
      var problem = problem
      problem.layout = problem.layout ?? layout.name
      problem.record = problem.record ?? plan.record?.id
      problem.language = problem.language ?? language.rawValue
      return problem
    }
    let reads = renderer.evaluator.reads
    if reads.readFaulty {
      return BoundPublication(diagnostics: problems + [skipped(plan, language)])
    }
    for (id, record) in reads.records.sorted(by: { $0.key < $1.key }) {
      let name = renderer.words(.record(record))
      tree.records[id] = RecordSummary(type: record.type, name: name)
    }
    tree.linkPlaces = renderer.problems.linkPlaces
    // A text of the model is wrong whatever it is printed in, and is told of once for all.
    return BoundPublication(
      tree: tree, texts: binder.pairedTexts, diagnostics: problems + renderer.problems.all)
  }

  /// What shows records with errors is not made; the errors themselves are told of elsewhere.
  private func skipped(_ plan: Plan, _ language: LanguageTag) -> Diagnostic {
    var note = Diagnostic(
      "build.skipped", severity: .note,
      "“\(plan.stem)” is not built, because records that it shows have errors")
    note.layout = layout.name
    note.record = plan.record?.id
    note.language = language.rawValue
    return note
  }

  private func tree(
    _ plan: Plan, scope: Scope, binder: inout BlockBinder
  ) -> PublicationTree {
    let renderer = binder.renderer
    var tree = PublicationTree(
      layout: layout.name, outputStem: plan.stem, languages: [renderer.language],
      metadata: Metadata(
        title: renderer.words(layout.title, in: scope), author: model.metadata.author,
        subject: layout.subject.map { renderer.words($0, in: scope) } ?? "",
        date: model.metadata.date),
      theme: layout.theme, page: layout.page)
    tree.record = plan.record?.id ?? ""
    tree.pageMultiple = layout.pageMultiple
    tree.maximumPages = layout.maximumPages
    let whole = Surroundings(scope: scope, path: "", record: binder.publicationRecord)
    tree.footnotes = binder.footnoteSettings(in: whole)
    for (index, section) in layout.sections.enumerated() {
      tree.sections += binder.sections(section, in: whole.inside("pages[\(index)]"))
    }
    // Only what is used: a master may need what this publication's record does not have.
    for name in Set(tree.sections.flatMap(\.master.names)).sorted() {
      // A section that names no master has pages with nothing but its own blocks.
      tree.masters[name] =
        layout.masters[name].map { binder.master($0, name: name, in: whole) }
        ?? PageMaster(name: name)
    }
    return tree
  }
}

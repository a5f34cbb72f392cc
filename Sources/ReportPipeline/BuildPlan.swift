import DataBinding
import Design
import Diagnostics
import Languages
import LayoutLanguage
import ReportModel

/// Decides which publications a build makes.
enum BuildPlan {
  /// The publications that are asked for, in the order of layouts, records, languages.
  ///
  /// What is about a record with errors is left out, so that the rest can be built. What shows such
  /// a record is left out when it is bound: only then it is known what it shows.
  static func make(
    _ inputs: WorkspaceInputs, _ options: BuildOptions
  ) -> Diagnosed<[PublicationJob]> {
    var diagnostics: [Diagnostic] = []
    let languages = languages(inputs, options, &diagnostics)
    var jobs: [PublicationJob] = []
    var known = Set<String>()
    for layout in inputs.layouts where !options.formats(of: layout).isEmpty {
      let binder = PublicationBinder(
        layout: layout, model: inputs.model, languages: inputs.languages)
      let plans = binder.plans()
      diagnostics += plans.diagnostics
      for plan in plans.output ?? [] {
        if let record = plan.record { known.insert(record.id) }
        guard
          options.records.isEmpty || plan.record.map({ options.records.contains($0.id) }) == true
        else { continue }
        if plan.record?.isSound == false {
          diagnostics.append(skipped(plan, layout))
          continue
        }
        // Languages that stand in one publication are made together, if any of them is asked for.
        let joint = layout.languages.order
        let editions =
          layout.languages.arrangement.isJoint
          ? (joint.contains(where: languages.contains) ? [joint] : []) : languages.map { [$0] }
        for languages in editions {
          jobs.append(PublicationJob(binder: binder, plan: plan, languages: languages))
        }
      }
    }
    if !inputs.layoutsHaveErrors {
      for format in options.formats
      where !inputs.layouts.contains(where: { $0.formats.contains(format) }) {
        diagnostics.append(formatNotMade(format, inputs.layouts))
      }
    }
    if !inputs.layoutsHaveErrors {
      for edition in options.editions
      where !inputs.layouts.contains(where: { $0.editions.contains { $0.rawValue == edition } }) {
        diagnostics.append(editionNotMade(edition))
      }
    }
    // Where a layout or a record has errors, it is named already.
    if !inputs.modelHasErrors, !inputs.layoutsHaveErrors {
      for name in options.records where !known.contains(name) {
        diagnostics.append(
          Diagnostic(
            "record.unknown", "no layout makes anything of a record “\(name)”",
            hints: Suggestion.hint(for: name, among: known)))
      }
    }
    return withoutClashes(jobs, diagnostics)
  }

  private static func languages(
    _ inputs: WorkspaceInputs, _ options: BuildOptions, _ diagnostics: inout [Diagnostic]
  ) -> [LanguageTag] {
    let all = inputs.model.languages
    guard !options.languages.isEmpty else { return all }
    let wanted = options.languages.map { ($0, LanguageTag($0)) }
    for (name, tag) in wanted where tag.map(all.contains) != true {
      diagnostics.append(
        Diagnostic(
          "language.not-in-workspace", "the workspace has no language “\(name)”",
          hints: ["it has \(all.map(\.rawValue).joined(separator: ", "))"]))
    }
    return all.filter { tag in wanted.contains { $0.1 == tag } }
  }

  private static func formatNotMade(_ format: String, _ layouts: [LayoutTemplate]) -> Diagnostic {
    Diagnostic(
      "format.not-made", "no layout makes “\(format)”",
      hints: layouts.map { "\($0.name) makes \($0.formats.joined(separator: ", "))" })
  }

  private static func editionNotMade(_ edition: String) -> Diagnostic {
    Diagnostic(
      "edition.not-made", "no layout makes the edition “\(edition)”",
      hints: ["write “editions: [screen, print]” into a layout"])
  }

  private static func skipped(
    _ plan: PublicationBinder.Plan, _ layout: LayoutTemplate
  ) -> Diagnostic {
    var note = Diagnostic(
      "build.skipped", severity: .note,
      "“\(plan.stem)” is not built, because the record that it is about has errors")
    note.layout = layout.name
    note.record = plan.record?.id
    return note
  }

  /// Two publications may not have one name, nor names that differ only in case; the first stays.
  private static func withoutClashes(
    _ jobs: [PublicationJob], _ diagnostics: [Diagnostic]
  ) -> Diagnosed<[PublicationJob]> {
    var diagnostics = diagnostics
    var owners: [String: PublicationJob] = [:]
    var kept: [PublicationJob] = []
    for job in jobs {
      let key = job.stem.lowercased()
      guard let other = owners[key] else {
        owners[key] = job
        kept.append(job)
        continue
      }
      let location = job.plan.record?.location ?? job.binder.layout.location
      var problem = Diagnostic(
        "output.clash", "two publications would be written to “\(job.stem)”", at: location,
        hints: [
          "the other comes from "
            + "\(other.plan.record?.location ?? other.binder.layout.location)",
          "make “output” of the layout \(job.binder.layout.name) different for each",
        ])
      problem.layout = job.binder.layout.name
      problem.record = job.plan.record?.id
      diagnostics.append(problem)
    }
    return Diagnosed(kept, diagnostics)
  }
}

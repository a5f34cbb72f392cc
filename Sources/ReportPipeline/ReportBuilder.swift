import ReportModel
import CSVExport
import DataBinding
package import Diagnostics
import Foundation
import HarfBuzzShaping
import Languages
import LayoutLanguage
import SourceFiles
import Synchronization
import Typesetting

/// Builds a workspace: the one place where the stages are put together.
public enum ReportBuilder {
  /// What came of a build.
  public struct Outcome: Sendable {
    /// The written files, sorted by path.
    public var files: [BuiltFile] = []
    /// The printed lines of all problems, sorted by place.
    public var messages: [String] = []
    public var errorCount = 0
    public var warningCount = 0
    package var diagnostics: [Diagnostic] = []
    /// The folder that the files are in.
    public var outputFolder = ""

    init() {}

    /// Whether everything was built without an error.
    public var succeeded: Bool { errorCount == 0 }
  }

  /// Builds, or with `writesNothing` only checks.
  ///
  /// - Parameters:
  ///   - executable: The running program's path, from which its own layouts are found.
  ///   - progress: Called from worker threads, one call at a time.
  public static func build(
    _ options: BuildOptions, executable: String,
    progress: @escaping @Sendable (BuildProgress) -> Void
  ) -> Outcome {
    var outcome = Outcome()
    outcome.outputFolder = options.output ?? "\(options.workspace)/build"
    let resources = ProgramResources.find(executable: executable)
    let read = WorkspaceInputs.read(
      workspacePath: options.workspace, layoutNames: options.layouts, resources: resources)
    var diagnostics = read.diagnostics
    guard let inputs = read.output, !diagnostics.hasErrors else {
      return finished(outcome, diagnostics)
    }
    let planned = plan(inputs, options)
    diagnostics += planned.diagnostics
    let fonts = FontCatalogue.read(
      folders: [FontFolder(path: inputs.workspace.root + "/Assets/Fonts", name: "Assets/Fonts")])
    diagnostics += fonts.diagnostics
    let hyphenation = LibHyphenSource()
    for tag in inputs.languages.tags {
      if let rules = inputs.languages[tag], let problem = hyphenation.problem(in: rules) {
        diagnostics.append(problem)
      }
    }
    guard let jobs = planned.output, let catalogue = fonts.output, !diagnostics.hasErrors else {
      return finished(outcome, diagnostics)
    }
    let run = BuildRun(
      inputs: inputs, fonts: catalogue, jobs: jobs, options: options,
      folder: OutputFolder(root: outcome.outputFolder), progress: progress)
    let results = run.execute()
    outcome.files = results.files.sorted { $0.path < $1.path }
    return finished(outcome, diagnostics + results.diagnostics)
  }

  private static func finished(_ outcome: Outcome, _ diagnostics: [Diagnostic]) -> Outcome {
    var outcome = outcome
    let sorted = diagnostics.sortedForPrinting
    outcome.diagnostics = sorted
    outcome.messages = sorted.map(\.rendered)
    outcome.errorCount = sorted.count { $0.severity == .error }
    outcome.warningCount = sorted.count { $0.severity == .warning }
    return outcome
  }

  /// The publications that are asked for, in the order of layouts, records, languages.
  private static func plan(
    _ inputs: WorkspaceInputs, _ options: BuildOptions
  ) -> Diagnosed<[PublicationJob]> {
    var diagnostics: [Diagnostic] = []
    var languages = inputs.model.languages
    for name in options.languages where LanguageTag(name).map(languages.contains) != true {
      diagnostics.append(
        Diagnostic(
          "language.not-in-workspace", "the workspace has no language “\(name)”",
          hints: ["it has \(languages.map(\.rawValue).joined(separator: ", "))"]))
    }
    if !options.languages.isEmpty {
      languages = languages.filter { options.languages.contains($0.rawValue) }
    }
    var jobs: [PublicationJob] = []
    var known = Set<String>()
    for layout in inputs.layouts {
      let binder = PublicationBinder(
        layout: layout, model: inputs.model, languages: inputs.languages)
      let plans = binder.plans()
      diagnostics += plans.diagnostics
      for plan in plans.output ?? [] {
        if let record = plan.record {
          known.insert(record.id)
          if !options.records.isEmpty, !options.records.contains(record.id) { continue }
        } else if !options.records.isEmpty {
          continue
        }
        for language in languages {
          jobs.append(PublicationJob(binder: binder, plan: plan, language: language))
        }
      }
    }
    for name in options.records where !known.contains(name) {
      diagnostics.append(
        Diagnostic(
          "record.unknown", "no layout makes anything of a record “\(name)”",
          hints: Suggestion.hint(for: name, among: known)))
    }
    diagnostics += clashes(among: jobs)
    return Diagnosed(jobs, diagnostics)
  }

  /// Two publications may not have one name, nor names that differ only in case.
  private static func clashes(among jobs: [PublicationJob]) -> [Diagnostic] {
    var owners: [String: PublicationJob] = [:]
    var diagnostics: [Diagnostic] = []
    for job in jobs {
      guard let other = owners.updateValue(job, forKey: job.stem.lowercased()) else { continue }
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
    return diagnostics
  }
}

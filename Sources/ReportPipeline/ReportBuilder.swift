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
    guard let inputs = read.output else { return finished(outcome, diagnostics) }
    let planned = BuildPlan.make(inputs, options)
    diagnostics += planned.diagnostics
    let fonts = FontCatalogue.read(
      folders: [FontFolder(path: inputs.workspace.root + "/Assets/Fonts", name: "Assets/Fonts")])
    diagnostics += fonts.diagnostics
    for tag in inputs.languages.tags {
      if let rules = inputs.languages[tag], let problem = inputs.hyphenation.problem(in: rules) {
        diagnostics.append(problem)
      }
    }
    guard let jobs = planned.output, !jobs.isEmpty, let catalogue = fonts.output else {
      return finished(outcome, diagnostics)
    }
    let run = BuildRun(
      inputs: inputs, fonts: catalogue, jobs: jobs, options: options,
      folder: OutputFolder(root: outcome.outputFolder), progress: progress)
    let results = run.execute()
    // A check leaves the workspace as it is, its caches too.
    if !options.writesNothing { inputs.hyphenation.save() }
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
}

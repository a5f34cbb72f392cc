import ReportModel
import CSVExport
import DataBinding
package import Diagnostics
package import DisplayList
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
    /// How many of the problems are errors.
    public var errorCount = 0
    /// How many of them are warnings.
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
  ///   - options: What to build, from where and to where.
  ///   - executable: The running program's path, from which its own layouts are found.
  ///   - progress: Called from worker threads, one call at a time.
  /// - Returns: The written files and all problems.
  public static func build(
    _ options: BuildOptions, executable: String,
    progress: @escaping @Sendable (BuildProgress) -> Void
  ) -> Outcome {
    var outcome = Outcome()
    outcome.outputFolder = options.output ?? "\(options.workspace)/build"
    let prepared = prepare(options, resources: ProgramResources.find(executable: executable))
    guard let build = prepared.output else { return finished(outcome, prepared.diagnostics) }
    let run = BuildRun(
      inputs: build.inputs, fonts: build.fonts, jobs: build.jobs, options: options,
      folder: OutputFolder(root: outcome.outputFolder), progress: progress)
    let results = run.execute()
    outcome.files = results.files.sorted { $0.path < $1.path }
    outcome = finished(outcome, prepared.diagnostics + results.diagnostics)
    // A check leaves the workspace as it is, its caches too.
    if !options.writesNothing {
      build.inputs.hyphenation.save()
      OutputLedger(workspace: build.inputs.workspace.root, output: outcome.outputFolder).update(
        written: outcome.files.map(\.path),
        isComplete: options.selectsEverything && outcome.succeeded)
    }
    return outcome
  }

  /// The typeset pages of each publication that can be built, under its path without format.
  ///
  /// This is what `build` draws, before it is drawn: tests compare it as text.
  package static func drawings(
    _ options: BuildOptions, resources: ProgramResources
  ) -> Diagnosed<[(stem: String, drawing: PublicationDrawing)]> {
    let prepared = prepare(options, resources: resources)
    guard let build = prepared.output else { return Diagnosed(nil, prepared.diagnostics) }
    let worker = PublicationWorker(inputs: build.inputs, fonts: build.fonts)
    var diagnostics = prepared.diagnostics
    var drawings: [(stem: String, drawing: PublicationDrawing)] = []
    for job in build.jobs {
      let set = worker.set(job)
      diagnostics += set.diagnostics
      if let publication = set.output { drawings.append((job.stem, publication.drawing)) }
    }
    return Diagnosed(drawings, diagnostics)
  }

  /// What a build starts from: the workspace, the fonts, and the publications to make.
  private struct PreparedBuild {
    var inputs: WorkspaceInputs
    var fonts: FontCatalogue
    var jobs: [PublicationJob]
  }

  /// Reads the workspace and plans the build; no output where nothing is to be made.
  private static func prepare(
    _ options: BuildOptions, resources: ProgramResources
  ) -> Diagnosed<PreparedBuild> {
    let read = WorkspaceInputs.read(
      workspacePath: options.workspace, layoutNames: options.layouts, resources: resources)
    var diagnostics = read.diagnostics
    guard let inputs = read.output else { return Diagnosed(nil, diagnostics) }
    let planned = BuildPlan.make(inputs, options)
    diagnostics += planned.diagnostics
    let fonts = fonts(of: inputs.workspace)
    diagnostics += fonts.diagnostics
    for tag in inputs.model.languages {
      if let rules = inputs.languages[tag], let problem = inputs.hyphenation.problem(in: rules) {
        diagnostics.append(problem)
      }
    }
    guard let jobs = planned.output, !jobs.isEmpty, let catalogue = fonts.output else {
      return Diagnosed(nil, diagnostics)
    }
    return Diagnosed(PreparedBuild(inputs: inputs, fonts: catalogue, jobs: jobs), diagnostics)
  }

  /// The fonts of the workspace, then those of the system.
  private static func fonts(of workspace: Workspace) -> Diagnosed<FontCatalogue> {
    let name = "Assets/Fonts"
    do {
      let folder = FontFolder(path: try workspace.resolve(name), name: name)
      return FontCatalogue.read(folders: [folder])
    } catch {
      let system = FontCatalogue.read(folders: [])
      return Diagnosed(system.output, [error] + system.diagnostics)
    }
  }

  private static func finished(_ outcome: Outcome, _ diagnostics: [Diagnostic]) -> Outcome {
    var outcome = outcome
    let sorted = diagnostics.sortedForPrinting
    outcome.diagnostics = sorted
    outcome.messages = sorted.printedLines
    outcome.errorCount = sorted.count { $0.severity == .error }
    outcome.warningCount = sorted.count { $0.severity == .warning }
    return outcome
  }
}

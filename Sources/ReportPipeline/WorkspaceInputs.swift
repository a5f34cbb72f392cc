import DataBinding
import Diagnostics
import Glibc
import Languages
import LayoutLanguage
import PDFFinishing
import ReportModel
import SourceFiles
import Typesetting

/// A workspace, read and checked: model, layouts, languages.
struct WorkspaceInputs {
  var workspace: Workspace
  var resources: ProgramResources
  var model: WorkspaceModel
  /// The layouts without errors; only these are built.
  var layouts: [LayoutTemplate]
  var languages: LanguageCatalogue
  /// Divides words for all threads, and remembers them in the workspace.
  var hyphenation: LibHyphenSource
  /// Whom the print editions are for; without those of which something is missing.
  var printers: Printers
  /// Some record has errors: what could show it is not built.
  var modelHasErrors: Bool
  /// Some layout has errors: what it would make is not known.
  var layoutsHaveErrors: Bool

  /// The ICC profile of pictures in inks that have none: that of the printer, or of the program's.
  var inkProfile: [UInt8]? {
    if let known = printers.byName.min(by: { $0.key < $1.key }) { return known.value.output.bytes }
    let loader = LayoutLoader(workspace: workspace, resources: resources)
    return Printers.read("coated", at: nil, loader: loader).output?.output.bytes
  }

  /// Reads the model and the named layouts (all where none is named), and checks each layout
  /// against the model's schema.
  static func read(
    workspacePath: String, layoutNames: [String], resources: ProgramResources
  ) -> Diagnosed<WorkspaceInputs> {
    var diagnostics: [Diagnostic] = []
    let workspace: Workspace
    do { workspace = try Workspace(root: workspacePath) } catch { return Diagnosed(nil, [error]) }
    let read = ModelReader.read(workspace)
    diagnostics += read.diagnostics.map(hinting)
    let loader = LayoutLoader(workspace: workspace, resources: resources)
    let names = layoutNames.isEmpty ? loader.workspaceLayouts() : layoutNames
    if names.isEmpty {
      diagnostics.append(
        Diagnostic(
          "workspace.no-layouts", "the workspace has no layouts",
          hints: ["put one into Layouts/, or name one of the program's own"]))
    }
    // Layouts are read even where the model is not sound, so that all problems show at once.
    let tags = read.output?.languages ?? [LanguageTag("de"), LanguageTag("en")].compactMap { $0 }
    var layouts: [LayoutTemplate] = []
    for name in names {
      let layout = loader.read(name, languages: tags)
      var problems = layout.diagnostics
      if let template = layout.output, let model = read.output {
        problems += LayoutChecker.check(template, schema: model.schema, model: model)
      }
      if let template = layout.output, !problems.hasErrors { layouts.append(template) }
      diagnostics += problems.map { problem in
        var problem = problem
        problem.layout = problem.layout ?? name
        return hinting(problem)
      }
    }
    let printers = Printers.read(for: layouts, loader: loader)
    diagnostics += printers.diagnostics
    guard let model = read.output else { return Diagnosed(nil, diagnostics) }
    diagnostics += GenderSignCheck.warnings(
      model: model.genderSigns, layouts: layouts.map(\.genderSigns),
      wanted: model.typography.genderSign)
    let builtIn = LanguageCatalogue.builtIn
    var rules: [LanguageRules] = []
    for tag in model.languages {
      if let found = builtIn[tag] {
        rules.append(found.adding(units: model.units.forms[tag] ?? [:]))
      } else {
        diagnostics.append(
          Diagnostic(
            "language.unknown", "the program has no rules for the language “\(tag)”",
            at: SourceLocation(file: "Assets/workspace.yaml"),
            hints: ["it knows \(builtIn.tags.map(\.rawValue).joined(separator: ", "))"]))
      }
    }
    let exceptions = HyphenationFiles.read(workspace, languages: rules.map(\.tag))
    diagnostics += exceptions.diagnostics
    let inputs = WorkspaceInputs(
      workspace: workspace, resources: resources, model: model, layouts: layouts,
      // The workspace's come first; texts may be marked with any other.
      languages: LanguageCatalogue(rules + builtIn.tags.compactMap { builtIn[$0] }),
      hyphenation: LibHyphenSource(
        exceptions: exceptions.output ?? [:],
        remembering: HyphenationFolder(in: workspace.root)),
      printers: printers.output ?? Printers(),
      modelHasErrors: read.diagnostics.hasErrors, layoutsHaveErrors: layouts.count < names.count)
    return Diagnosed(inputs, diagnostics)
  }

  /// A problem that says where to look it up, where it says nothing better.
  private static func hinting(_ problem: Diagnostic) -> Diagnostic {
    guard problem.hints.isEmpty, problem.severity == .error else { return problem }
    var problem = problem
    for subject in ["layout", "model"] where problem.identifier.hasPrefix(subject + ".") {
      problem.hints = ["“umbruch schema \(subject)” prints what is possible here"]
    }
    return problem
  }
}

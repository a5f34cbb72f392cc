import Languages
import ReportModel
import DataBinding
import Diagnostics
import Design
import LayoutLanguage

/// Lines of text for the command line, with the problems met on the way.
public struct CommandText: Sendable {
  /// What to print on standard output.
  public var lines: [String]
  /// Printed problems.
  public var messages: [String]
  /// Whether any of the problems is an error.
  public var failed: Bool
  /// The lines as one text.
  public var text: String { lines.joined(separator: "\n") }

  init(_ lines: [String], _ diagnostics: [Diagnostic]) {
    self.lines = lines
    messages = diagnostics.sortedForPrinting.printedLines
    failed = diagnostics.hasErrors
  }
}

/// What a workspace's layouts make.
public enum WorkspaceListing {
  /// A line for each layout, with its publications below.
  public static func read(workspace: String, executable: String) -> CommandText {
    let resources = ProgramResources.find(executable: executable)
    let read = WorkspaceInputs.read(
      workspacePath: workspace, layoutNames: [], resources: resources)
    guard let inputs = read.output else { return CommandText([], read.diagnostics) }
    var diagnostics = read.diagnostics
    var lines: [String] = []
    for layout in inputs.layouts {
      let plans = PublicationBinder(
        layout: layout, model: inputs.model, languages: inputs.languages
      ).plans()
      diagnostics += plans.diagnostics
      let arrangement = layout.languages
      let languages =
        arrangement.arrangement.isJoint
        ? arrangement.order.map(\.rawValue).joined(separator: "-")
          + " \(arrangement.arrangement.rawValue)"
        : inputs.model.languages.map(\.rawValue).joined(separator: ", ")
      lines.append("\(layout.name) (\(languages); \(layout.formats.joined(separator: ", ")))")
      for plan in plans.output ?? [] { lines.append("  \(plan.stem)") }
    }
    let loader = LayoutLoader(workspace: inputs.workspace, resources: resources)
    for name in loader.programLayouts() { lines.append("\(name) (of the program, by name)") }
    return CommandText(lines, diagnostics)
  }
}

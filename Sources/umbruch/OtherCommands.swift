import ArgumentParser
import ReportPipeline

/// `umbruch list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the layouts and what each of them makes.",
    discussion: """
      Example:
        umbruch list --workspace my-report
      """)

  @Option(name: .shortAndLong, help: "The workspace's folder.")
  var workspace = "."

  func run() throws {
    let listing = WorkspaceListing.read(workspace: workspace, executable: Program.executable)
    Console.error(listing.messages)
    try Console.print(listing.lines)
    if listing.failed { throw ExitCode(1) }
  }
}

/// `umbruch schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints a JSON Schema, so that an editor completes and checks.",
    discussion: """
      Examples:
        umbruch schema layout > .umbruch/layout.schema.json
        umbruch schema model > .umbruch/model.schema.json
      """)

  /// What the schema is for.
  enum Subject: String, ExpressibleByArgument, CaseIterable, Sendable {
    case layout, model
  }

  @Argument(help: "layout or model.")
  var subject: Subject

  @Option(name: .shortAndLong, help: "The workspace whose fields, types and languages count.")
  var workspace = "."

  func run() throws {
    let schema = SchemaText.read(
      subject == .layout ? .layout : .model, workspace: workspace, executable: Program.executable)
    Console.error(schema.messages)
    try Console.print([schema.text])
    if schema.failed { throw ExitCode(1) }
  }
}

/// `umbruch inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Prints what a screen reader makes of a tagged PDF, any program's.",
    discussion: """
      Example:
        umbruch inspect build/brochure/brochure.de.pdf
      """)

  @Argument(help: "The PDF.")
  var file: String

  func run() throws {
    let inspection = FileInspection.read(path: file)
    Console.error(inspection.messages)
    try Console.print(inspection.lines)
    if inspection.failed { throw ExitCode(1) }
  }
}

/// `umbruch init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes a small workspace that builds at once.",
    discussion: """
      Example:
        umbruch init my-report && umbruch build --workspace my-report
      """)

  @Argument(help: "The new workspace's folder; it may exist if it is empty.")
  var folder: String

  func run() throws {
    let made = WorkspaceStarter.make(in: folder, executable: Program.executable)
    Console.error(made.messages)
    try Console.print(made.lines)
    if made.failed { throw ExitCode(1) }
  }
}

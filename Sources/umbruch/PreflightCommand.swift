import ArgumentParser
import ReportPipeline

/// `umbruch preflight`.
struct PreflightCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preflight",
    abstract: "Checks any PDF for the press (PDF/X-4 and a printer's limits) or for the screen.",
    discussion: """
      Without --edition a file is checked as what it claims to be. Examples:
        umbruch preflight build/brochure/brochure.de.pdf
        umbruch preflight advert.pdf --edition print --profile coated --json advert.json
      """)

  /// What a file is for.
  enum Edition: String, ExpressibleByArgument, CaseIterable, Sendable {
    case screen, print
  }

  @Argument(help: "PDF files.")
  var files: [String]

  @Option(help: "A printer's profile: a name below Layouts/printers/, or a file.")
  var profile: String?

  @Option(help: "What the files are for.")
  var edition: Edition?

  @Option(help: "Writes the report as JSON too.")
  var json: String?

  @Option(name: .shortAndLong, help: "The workspace's folder, for the profile.")
  var workspace = "."

  func run() throws {
    let result = PreflightRun.check(
      files, profile: profile, forPrint: edition.map { $0 == .print }, json: json,
      workspace: workspace, executable: Program.executable)
    Console.error(result.messages)
    try Console.print(result.lines)
    if result.failed { throw ExitCode(1) }
  }
}

import ArgumentParser
import ReportPipeline

/// The command line; all it does is call the pipeline.
@main
struct UmbruchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "umbruch",
    abstract: "Makes brochures, fact sheets and infographics from one bilingual model.",
    discussion: """
      A workspace is a folder with Assets/workspace.yaml and Layouts/. Examples:
        umbruch init my-report && umbruch build --workspace my-report
        umbruch build fact-sheet --language de --record drz
        umbruch check
      """,
    version: Program.version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ListCommand.self, SchemaCommand.self,
      InitCommand.self, InspectCommand.self, PreflightCommand.self, ImposeCommand.self,
    ])

  /// Signals are looked after before ArgumentParser, or anything else, starts a thread.
  static func main() {
    Interruption.handleSignals()
    main(nil)
  }
}

import ArgumentParser
import ReportPipeline

/// What `build` and `check` have in common.
struct SelectionOptions: ParsableArguments {
  @Argument(help: "Names of layouts; all of the workspace if none is given.")
  var layouts: [String] = []

  @Option(name: .shortAndLong, help: "The workspace's folder.")
  var workspace = "."

  @Option(
    name: .shortAndLong,
    help: "Only this language (de, en), and what holds it beside others; may be repeated.")
  var language: [String] = []

  @Option(name: .shortAndLong, help: "Only this record's publications; may be repeated.")
  var record: [String] = []

  @Option(name: .shortAndLong, help: "Worker threads; one on each core if it is left out.")
  var jobs: Int?

  @Option(help: "Progress on standard error: auto, plain or none.")
  var progress = ProgressStyle.auto

  mutating func validate() throws {
    guard (1...256).contains(jobs ?? 1) else { throw ValidationError("--jobs takes 1 to 256") }
  }

  /// The options that both commands pass on.
  var buildOptions: BuildOptions {
    var options = BuildOptions()
    options.layouts = layouts
    options.workspace = workspace
    options.languages = language
    options.records = record
    options.jobs = jobs ?? 0
    return options
  }
}

/// `umbruch build`.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds publications.",
    discussion: """
      Examples:
        umbruch build                                  everything of the workspace
        umbruch build brochure --language en           one layout, one language
        umbruch build fact-sheet --record drz --format pdf
        umbruch build brochure --edition print         the files for the press
        umbruch build --csv-dialect excel-de --report build.json
      """)

  @OptionGroup var selection: SelectionOptions

  @Option(
    name: .shortAndLong, help: "The folder for outputs; “build” in the workspace if left out.")
  var output: String?

  @Option(name: .shortAndLong, help: "Only this format: pdf, svg, png, md or csv; may be repeated.")
  var format: [OutputFormat] = []

  @Option(
    name: .shortAndLong,
    help: "Only this edition of the PDF files: screen or print; may be repeated.")
  var edition: [EditionName] = []

  @Option(help: "excel-de writes a CSV for German Excel beside the plain one.")
  var csvDialect = CSVDialectName.plain

  @Flag(help: "Puts each publication's data as CSV into its PDF, which makes it PDF/A-3a.")
  var attachData = false

  @Option(help: "Writes a report of the run as JSON to this file.")
  var report: String?

  func run() throws {
    var options = selection.buildOptions
    options.output = output
    options.formats = format.map(\.rawValue)
    options.editions = edition.map(\.rawValue)
    options.csvDialect = csvDialect.rawValue
    options.attachesData = attachData
    let display = ProgressDisplay(style: selection.progress, verb: "built")
    var outcome = ReportBuilder.build(
      options, executable: Program.executable, progress: { display.show($0) })
    display.finish()
    if let report { outcome.writeReport(to: report) }
    Console.error(outcome.messages)
    try Console.print(Summary.lines(of: outcome))
    if !outcome.succeeded { throw ExitCode(1) }
  }
}

/// `umbruch check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks model and layouts and sets every page; writes nothing.",
    discussion: """
      Example:
        umbruch check fact-sheet --language de
      """)

  @OptionGroup var selection: SelectionOptions

  func run() throws {
    var options = selection.buildOptions
    options.writesNothing = true
    let display = ProgressDisplay(style: selection.progress, verb: "checked")
    let outcome = ReportBuilder.build(
      options, executable: Program.executable, progress: { display.show($0) })
    display.finish()
    Console.error(outcome.messages)
    try Console.print([Summary.verdict(of: outcome)])
    if !outcome.succeeded { throw ExitCode(1) }
  }
}

/// The formats that can be asked for.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case pdf, svg, png, md, csv
}

/// The editions of a PDF that can be asked for.
enum EditionName: String, ExpressibleByArgument, CaseIterable, Sendable {
  case screen, print
}

/// How CSV can be written.
enum CSVDialectName: String, ExpressibleByArgument, CaseIterable, Sendable {
  case plain
  case excelDE = "excel-de"
}

import ArgumentParser
import ReportPipeline

/// `umbruch impose`.
struct ImposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impose",
    abstract: "Puts the pages of any PDF on sheets for an office printer.",
    discussion: """
      Print both sides, flipped on the short edge, fold, and staple in the fold. Example:
        umbruch impose --booklet build/brochure/brochure.de.pdf --paper A3
      """)

  @Argument(help: "A PDF file.")
  var file: String

  @Flag(help: "Two pages on each side of sheets that lie in one another.")
  var booklet = false

  @Option(help: "A4 (pages become A5) or A3 (pages become A4).")
  var paper = "A4"

  @Option(help: "Millimetres by which each sheet pushes the ones within it outwards.")
  var creep = 0.1

  @Option(name: .shortAndLong, help: "Where to write; ….booklet.pdf beside the file if left out.")
  var output: String?

  mutating func validate() throws {
    guard booklet else { throw ValidationError("say how: --booklet") }
  }

  func run() throws {
    let result = ImpositionRun.booklet(of: file, paper: paper, creep: creep, output: output)
    Console.error(result.messages)
    try Console.print(result.lines)
    if result.failed { throw ExitCode(1) }
  }
}

import Foundation
import SourceFiles

/// The benchmark's command line, as `make bench` calls it.
///
/// usage: Benchmark --folder DIR --output FILE.json [--texts FILE.json [--origin WORDS]]
/// [--python FILE] [--report FILE.md] [--workspace DIR] [--only finishing]
@main
struct BenchmarkProgram {
  /// By how much two ways to read the same lines may differ, as a share.
  private static let largestDifference = 0.01

  static func main() {
    do {
      exit(try run(arguments(CommandLine.arguments.dropFirst())) ? 0 : 1)
    } catch {
      say("benchmark: \(error)")
      exit(1)
    }
  }

  /// Values by option.
  private static func arguments(_ list: ArraySlice<String>) -> [String: String] {
    var values: [String: String] = [:]
    var rest = list
    while let name = rest.popFirst(), let value = rest.popFirst() { values[name] = value }
    return values
  }

  /// Measures and reports; false where the figures cannot be trusted, or do not show what the
  /// project claims.
  private static func run(_ options: [String: String]) throws -> Bool {
    let folder = URL(filePath: options["--folder"] ?? ".umbruch/bench")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let finishing = try FinishingBenchmark(
      workspace: options["--workspace"] ?? ".", layouts: ["brochure", "fact-sheet"])
    for line in finishing.lines { print(line) }
    if options["--only"] == "finishing" { return finishing.isWithinLimit }
    let texts =
      try options["--texts"].map { file in
        try BenchmarkTexts(reading: file, origin: options["--origin"])
      } ?? BenchmarkTexts()
    let benchmark = LineBreakingBenchmark(
      texts: texts, folder: folder, python: options["--python"])
    let result = try benchmark.run(say)
    var heldOut: LineBreakingBenchmark.Result?
    if texts.areSearched {
      say("held-out texts …")
      var again = LineBreakingBenchmark(
        texts: try BenchmarkTexts(), folder: folder.appending(path: "held-out"),
        python: options["--python"])
      again.measuresSteps = false
      heldOut = try again.run(say)
    }
    let report = LineBreakingReport(
      result: result, heldOut: heldOut, command: command(options),
      date: Date.now.formatted(.iso8601.year().month().day()))
    print(report.markdown)
    if let file = options["--report"] {
      try report.markdown.write(toFile: file, atomically: true, encoding: .utf8)
    }
    if let file = options["--output"] {
      let json = JSONWriter.text(
        .object(["line_breaking": report.json, "finishing": finishing.json]))
      try json.write(toFile: file, atomically: true, encoding: .utf8)
    }
    if let difference = result.readingDifference, difference > Self.largestDifference {
      say("benchmark: the PDF and the display list tell different lines")
      return false
    }
    guard finishing.isWithinLimit else {
      say("benchmark: finishing costs more than it may")
      return false
    }
    guard report.claimHolds else {
      say("benchmark: the claim is lost that total fit has the fewest loose lines")
      return false
    }
    say(
      result.typst == nil
        ? "The claim over first fit holds. Typst was NOT MEASURED: nothing is claimed over it."
        : "The claim over first fit and Typst holds.")
    return true
  }

  /// The line that makes the same report.
  private static func command(_ options: [String: String]) -> String {
    let values = [("TEXTS", "--texts"), ("ORIGIN", "--origin"), ("REPORT", "--report")]
    return values.reduce("make bench") { line, pair in
      guard let value = options[pair.1] else { return line }
      let isPlain = value.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
      return line + " \(pair.0)="
        + (isPlain ? value : "'" + value.replacing("'", with: "'\\''") + "'")
    }
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}

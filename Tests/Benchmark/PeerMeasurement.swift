import Foundation

/// Has Python set the texts with Typst, and read lines out of PDFs.
struct PeerMeasurement {
  /// What `peer_lines.py` is told.
  private struct Plan: Encodable {
    var texts: String
    var face: String
    var family: String
    var size: Double
    var jobs: [Job]
  }

  /// One PDF: made by Typst, or ours.
  private struct Job: Encodable {
    var engine: String
    var language: String
    var millimetres: Int
    var pdf: String
    var lines: String
  }

  /// What was read out of the PDFs.
  struct Result {
    /// Typst's version.
    var version: String
    var typst: [Measure: [[MeasuredLine]]]
    /// Our own lines, read back.
    var own: [Measure: [[MeasuredLine]]]
  }

  /// The interpreter that has the packages.
  let python: String
  /// Where PDFs and lists of lines are put.
  let folder: URL

  /// Measures the texts in a file, set in a font file at a size in points, and our own PDFs; throws
  /// when Python fails, which says why on standard error.
  func run(
    texts: URL, face: String, ownPDFs: [Measure: URL]
  ) throws -> Result {
    var jobs: [Job] = []
    for measure in Measure.all {
      jobs.append(job("typst", measure, pdf: folder.appending(path: "typst.\(measure.name).pdf")))
      if let pdf = ownPDFs[measure] { jobs.append(job("own", measure, pdf: pdf)) }
    }
    let plan = Plan(
      texts: texts.path(), face: face, family: BenchmarkSetter.family, size: BenchmarkSetter.size,
      jobs: jobs)
    let file = folder.appending(path: "jobs.json")
    try JSONEncoder().encode(plan).write(to: file)

    let process = Process()
    process.executableURL = URL(filePath: python)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "peer_lines.py")
    process.arguments = [script.path(), file.path()]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let version = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }

    var result = Result(
      version: String(decoding: version, as: UTF8.self).trimmingCharacters(in: .newlines),
      typst: [:], own: [:])
    for measure in Measure.all {
      result.typst[measure] = try lines("typst", measure)
      if ownPDFs[measure] != nil { result.own[measure] = try lines("own", measure) }
    }
    return result
  }

  private func job(_ engine: String, _ measure: Measure, pdf: URL) -> Job {
    Job(
      engine: engine, language: measure.language, millimetres: measure.millimetres,
      pdf: pdf.path(), lines: linesFile(engine, measure).path())
  }

  private func linesFile(_ engine: String, _ measure: Measure) -> URL {
    folder.appending(path: "\(engine).\(measure.name).json")
  }

  private func lines(_ engine: String, _ measure: Measure) throws -> [[MeasuredLine]] {
    let data = try Data(contentsOf: linesFile(engine, measure))
    return try JSONDecoder().decode([[MeasuredLine]].self, from: data)
  }
}

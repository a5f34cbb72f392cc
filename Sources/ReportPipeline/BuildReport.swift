import Diagnostics
import SourceFiles

extension ReportBuilder.Outcome {
  /// Writes the report of the run as JSON to a file, which appears only when it is complete.
  ///
  /// A report that cannot be written is one more error of the run.
  public mutating func writeReport(to path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    do {
      try OutputFolder(root: folder.isEmpty ? "/" : folder).write(
        Array(BuildReport.text(of: self).utf8), to: name)
    } catch {
      var problem = error
      problem.hints = ["give another path with --report, or the right to write there"]
      diagnostics.append(problem)
      messages.append(problem.rendered)
      errorCount += 1
    }
  }
}

/// The report of a run as JSON.
enum BuildReport {
  /// The whole text.
  static func text(of outcome: ReportBuilder.Outcome) -> String {
    let files = outcome.files.map { file in
      JSONValue.object([
        JSONValue.Member("path", .string(file.path)),
        JSONValue.Member("layout", .string(file.layout)),
        JSONValue.Member("record", .string(file.record)),
        JSONValue.Member("language", .string(file.language)),
        JSONValue.Member("format", .string(file.format)),
        JSONValue.Member("conformance", .array(file.conformance.map(JSONValue.string))),
        JSONValue.Member("pages", .integer(file.pages)),
        JSONValue.Member("bytes", .integer(file.bytes)),
      ])
    }
    let problems = outcome.diagnostics.map { problem in
      var fields: [JSONValue.Member] = [
        JSONValue.Member("identifier", .string(problem.identifier)),
        JSONValue.Member("severity", .string(problem.severity.rawValue)),
        JSONValue.Member("message", .string(problem.message)),
      ]
      if let place = problem.location {
        fields += [
          JSONValue.Member("file", .string(place.file)),
          JSONValue.Member("line", .integer(place.line)),
          JSONValue.Member("column", .integer(place.column)),
        ]
      }
      for (name, value) in [
        ("layout", problem.layout), ("record", problem.record), ("language", problem.language),
      ] {
        if let value { fields.append(JSONValue.Member(name, .string(value))) }
      }
      if let page = problem.page { fields.append(JSONValue.Member("page", .integer(page))) }
      fields.append(JSONValue.Member("hints", .array(problem.hints.map(JSONValue.string))))
      return JSONValue.object(fields)
    }
    return JSONWriter.text(
      .object([
        JSONValue.Member("output", .string(outcome.outputFolder)),
        JSONValue.Member("errors", .integer(outcome.errorCount)),
        JSONValue.Member("warnings", .integer(outcome.warningCount)),
        JSONValue.Member("files", .array(files)),
        JSONValue.Member("diagnostics", .array(problems)),
      ]))
  }
}

import Diagnostics
import SourceFiles

/// The report of a run as JSON.
public enum BuildReport {
  /// Why the report was not written.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Writes the report to a file, which appears only when it is complete.
  public static func write(
    _ outcome: ReportBuilder.Outcome, to path: String
  ) throws(Failure) {
    let files = outcome.files.map { file in
      JSONValue.object([
        ("path", .string(file.path)), ("layout", .string(file.layout)),
        ("record", .string(file.record)), ("language", .string(file.language)),
        ("format", .string(file.format)), ("pages", .integer(file.pages)),
        ("bytes", .integer(file.bytes)),
      ])
    }
    let problems = outcome.diagnostics.map { problem in
      var fields: [(String, JSONValue)] = [
        ("identifier", .string(problem.identifier)),
        ("severity", .string(problem.severity.rawValue)), ("message", .string(problem.message)),
      ]
      if let place = problem.location {
        fields += [
          ("file", .string(place.file)), ("line", .integer(place.line)),
          ("column", .integer(place.column)),
        ]
      }
      for (name, value) in [
        ("layout", problem.layout), ("record", problem.record), ("language", problem.language),
      ] {
        if let value { fields.append((name, .string(value))) }
      }
      fields.append(("hints", .array(problem.hints.map(JSONValue.string))))
      return JSONValue.object(fields)
    }
    let text = JSONWriter.text(
      .object([
        ("output", .string(outcome.outputFolder)), ("errors", .integer(outcome.errorCount)),
        ("warnings", .integer(outcome.warningCount)), ("files", .array(files)),
        ("diagnostics", .array(problems)),
      ]))
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    do {
      try OutputFolder(root: folder.isEmpty ? "/" : folder).write(Array(text.utf8), to: name)
    } catch { throw Failure(description: error.rendered) }
  }
}

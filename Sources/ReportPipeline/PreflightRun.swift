import Design
import Diagnostics
import Foundation
import Preflight

/// Preflight of files that a user names.
public enum PreflightRun {
  /// Checks files one after the other; the report's lines, and as JSON in a file where one is named.
  ///
  /// `forPrint` nil takes each file as what it claims to be. It has failed where a file has an error.
  public static func check(
    _ files: [String], profile: String?, forPrint: Bool?, json: String?, workspace: String,
    executable: String
  ) -> CommandText {
    var diagnostics: [Diagnostic] = []
    var reports: [PreflightReport] = []
    var printer: PrinterProfile?
    do throws(Diagnostic) {
      printer = try profile.map { name throws(Diagnostic) in
        try printerProfile(name, workspace: workspace, executable: executable)
      }
    } catch {
      return CommandText([], [error])
    }
    for file in files {
      guard forPrint ?? FilePreflight.claimsPrint(file: file) else {
        reports.append(FilePreflight.check(file: file, against: .screen))
        continue
      }
      guard let printer else {
        diagnostics.append(
          Diagnostic(
            "preflight.no-profile",
            "“\(file)” is for the press, and no printer’s profile was named",
            hints: ["say which printer it is for, as in --profile NAME"]))
        continue
      }
      reports.append(FilePreflight.check(file: file, against: .print(printer)))
    }
    if let json {
      let text = "[\n" + reports.map(\.json).joined(separator: ",\n") + "]\n"
      do {
        try Data(text.utf8).write(to: URL(fileURLWithPath: json), options: .atomic)
      } catch {
        diagnostics.append(
          Diagnostic("preflight.json", "the report could not be written to “\(json)”"))
      }
    }
    var text = CommandText(reports.map(\.text), diagnostics)
    text.failed = text.failed || reports.contains(where: \.hasErrors)
    return text
  }

  /// The printer's profile of a name or in a file: the place for the reader of
  /// `Layouts/printers/NAME.yaml`.
  private static func printerProfile(
    _ name: String, workspace: String, executable: String
  ) throws(Diagnostic) -> PrinterProfile {
    throw Diagnostic(
      "preflight.profile",
      "the printer’s profile “\(name)” cannot be read: profiles are not read yet")
  }
}

import Design
import Diagnostics
import Foundation
import LayoutLanguage
import Preflight
import SourceFiles

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
    if let profile {
      let read = printerProfile(profile, workspace: workspace, executable: executable)
      diagnostics += read.diagnostics
      guard let found = read.output else { return CommandText([], diagnostics) }
      printer = found
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

  /// The printer's profile in a file, or of a name below `Layouts/printers/`; nil with all its
  /// problems.
  private static func printerProfile(
    _ name: String, workspace: String, executable: String
  ) -> Diagnosed<PrinterProfile> {
    do {
      guard name.hasSuffix(".yaml") else {
        let loader = LayoutLoader(
          workspace: try Workspace(root: workspace),
          resources: ProgramResources.find(executable: executable))
        return loader.printer(name, at: nil)
      }
      let file = URL(fileURLWithPath: name)
      let folder = try Workspace(root: file.deletingLastPathComponent().path)
      let bytes = try folder.read(
        file.lastPathComponent, limit: 1 << 20, at: SourceLocation(file: name))
      let source = YAMLReader.read(bytes, file: name)
      guard let node = source.output else { return Diagnosed(nil, source.diagnostics) }
      let read = PrinterProfileReader.read(
        node, name: file.deletingPathExtension().lastPathComponent)
      return Diagnosed(read.output, source.diagnostics + read.diagnostics)
    } catch {
      return Diagnosed(nil, [error])
    }
  }
}

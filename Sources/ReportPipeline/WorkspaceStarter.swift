import Diagnostics
import Foundation

/// Makes a new workspace from the program's starter.
public enum WorkspaceStarter {
  /// Copies the starter into a new or empty folder.
  public static func make(in folder: String, executable: String) -> CommandText {
    let files = FileManager.default
    guard let root = ProgramResources.find(executable: executable).root else {
      return CommandText(
        [],
        [
          Diagnostic(
            "program.no-resources", "the program's own layouts and assets were not found",
            hints: ["install it with “make install”, or run it from its clone"])
        ])
    }
    let present = (try? files.contentsOfDirectory(atPath: folder)) ?? []
    guard present.isEmpty else {
      return CommandText(
        [],
        [
          Diagnostic(
            "workspace.not-empty", "the folder “\(folder)” is not empty",
            hints: ["give a new folder, so that nothing of yours is overwritten"])
        ])
    }
    do {
      let starter = root + "/Assets/starter"
      let names = try files.subpathsOfDirectory(atPath: starter).sorted()
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for name in names {
        var isFolder: ObjCBool = false
        let source = "\(starter)/\(name)"
        guard files.fileExists(atPath: source, isDirectory: &isFolder) else { continue }
        if isFolder.boolValue {
          try files.createDirectory(
            atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        } else {
          try OutputFolder(root: folder).write(
            Array(try Data(contentsOf: URL(fileURLWithPath: source))), to: name)
        }
      }
      return CommandText(
        ["made \(folder)", "next: umbruch build --workspace \(folder)"], [])
    } catch let problem as Diagnostic {
      return CommandText([], [problem])
    } catch {
      return CommandText(
        [],
        [
          Diagnostic(
            "workspace.not-made", "the folder “\(folder)” cannot be written",
            hints: ["give another folder, or the right to write there"])
        ])
    }
  }
}

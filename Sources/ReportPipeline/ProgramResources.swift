import Foundation
import SourceFiles

/// The folder with the program's own layouts and assets.
package struct ProgramResources: Sendable {
  /// The folder that holds `Layouts` and `Assets`; nil where none was found.
  package let root: String?

  package init(root: String?) { self.root = root }

  /// Looks beside the executable (`../share/umbruch`), then in the folders above it (a clone).
  package static func find(executable: String) -> ProgramResources {
    let real = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
    var folder = real.deletingLastPathComponent()
    let shared = folder.deletingLastPathComponent().appendingPathComponent("share/umbruch")
    var candidates = [shared]
    for _ in 0..<5 {
      folder = folder.deletingLastPathComponent()
      candidates.append(folder)
    }
    let found = candidates.first { candidate in
      FileManager.default.fileExists(
        atPath: candidate.appendingPathComponent("Layouts/themes").path)
        && FileManager.default.fileExists(
          atPath: candidate.appendingPathComponent("Assets/starter").path)
    }
    return ProgramResources(root: found?.path)
  }

  /// The folder that a file comes from: the workspace where it has one of that name, else the program's.
  ///
  /// A link that leads out of the workspace is one of that name, too: reading it says what is wrong.
  func folder(of path: String, in workspace: Workspace) -> Workspace? {
    guard let resolved = try? workspace.resolve(path) else { return workspace }
    if FileManager.default.fileExists(atPath: resolved) { return workspace }
    return root.flatMap { try? Workspace(root: $0) }
  }
}

import Diagnostics
import ReportModel
import SourceFiles
import TemporaryFolders
import Testing

/// A workspace of a few files in a temporary folder, and what reading it gives.
struct ModelFixture {
  let model: WorkspaceModel?
  let diagnostics: [Diagnostic]

  /// The beginning of a workspace file; entries of `model:` follow.
  static let head = """
    title: Test
    date: 2026-11-23
    languages: [de, en]
    model:

    """

  /// Reads files named relative to `Assets/`.
  init(_ files: [String: String]) throws {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: "Assets/" + name) }
    let read = ModelReader.read(try Workspace(root: folder.path))
    model = read.output
    diagnostics = read.diagnostics
  }

  /// Reads one collection of projects from a file.
  init(projects text: String, in file: String = "p.yaml", workspace more: String = "") throws {
    try self.init([
      "workspace.yaml": Self.head + "  projects: { type: project, records: \(file) }\n" + more,
      file: text,
    ])
  }

  /// The problems as `file:line:column identifier`, without the folder.
  var problems: [String] {
    diagnostics.map { "\($0.location?.description.dropFirst(7) ?? "") \($0.identifier)" }
  }
}

/// The repository, which is itself a workspace.
func repository() throws -> Workspace {
  let parts = #filePath.split(separator: "/").dropLast(3)
  return try Workspace(root: "/" + parts.joined(separator: "/"))
}

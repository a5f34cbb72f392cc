import Diagnostics
import TemporaryFolders

@testable import ReportPipeline

/// A workspace with two programmes, of which each project names one or none.
struct SampleWorkspace {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      title: { de: Probe, en: Sample }
      date: 2026-01-15
      languages: [de, en]
      model:
        programmes: { type: programme, records: model/programmes.yaml }
        projects: { type: project, records: model/projects.yaml }
      """, to: "Assets/workspace.yaml")
    try writeProgrammes(Self.programme("one") + Self.programme("two"))
    try writeProjects(Self.project("a", of: "one") + Self.project("b", of: "two"))
    try folder.write(Self.theme, to: "Layouts/themes/plain.yaml")
  }

  /// A sound programme; without `lead` it has an error.
  static func programme(_ id: String, lead: String = "lead: { de: Vorspann, en: Lead }") -> String {
    """
    - id: \(id)
      name: { de: \(id), en: \(id) }
      \(lead)
      text: { de: Text, en: Text }

    """
  }

  /// A sound project; without a programme it stands for itself.
  static func project(_ id: String, of programme: String? = nil) -> String {
    """
    - id: \(id)
      name: { de: \(id), en: \(id) }
      summary: { de: Zeile, en: Line }
      lead: { de: Vorspann, en: Lead }
      text: { de: Text, en: Text }
    \(programme.map { "  programme: \($0)" } ?? "")

    """
  }

  private static let theme = """
    theme: plain
    palette:
      ink: { screen: "#222222" }
    fonts: { text: Vollkorn }
    styles:
      body: { font: text, size: 9pt, leading: 12pt, color: ink }
    """

  func writeProgrammes(_ text: String) throws {
    try folder.write(text, to: "Assets/model/programmes.yaml")
  }

  func writeProjects(_ text: String) throws {
    try folder.write(text, to: "Assets/model/projects.yaml")
  }

  /// Writes a layout for each record of a list, or for everything.
  func writeLayout(
    _ name: String, each list: String? = nil, output: String, formats: String = "[pdf, md]",
    content: String = "text", more: String = "", to folder: TemporaryFolder? = nil
  ) throws {
    let iteration = list.map { "for: { each: \($0), as: item }\n" } ?? ""
    try (folder ?? self.folder).write(
      """
      layout: \(name)
      theme: plain
      title: \(name)
      output: "\(output)"
      formats: \(formats)
      \(iteration)\(more.isEmpty ? "" : more + "\n")page: { size: A6 }
      pages:
        - flow: all
          content:
            - paragraph: "\(content)"
      """, to: "Layouts/\(name).yaml")
  }

  /// Reads the workspace with the layouts that are named, or all.
  func inputs(
    layouts: [String] = [], resources: ProgramResources = ProgramResources(root: nil)
  ) -> Diagnosed<WorkspaceInputs> {
    WorkspaceInputs.read(
      workspacePath: folder.path, layoutNames: layouts, resources: resources)
  }
}

extension [Diagnostic] {
  /// The identifiers, sorted.
  var identifiers: [String] { map(\.identifier).sorted() }

  /// The first with an identifier.
  func first(_ identifier: String) -> Diagnostic? { first { $0.identifier == identifier } }
}

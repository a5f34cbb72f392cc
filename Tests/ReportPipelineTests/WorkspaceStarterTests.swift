import Foundation
import TemporaryFolders
import Testing

@testable import ReportPipeline

/// New workspaces.
struct WorkspaceStarterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("theme: x", to: "share/umbruch/Layouts/themes/x.yaml")
    try folder.write("title: x", to: "share/umbruch/Assets/starter/Assets/workspace.yaml")
    try folder.write("layout: y", to: "share/umbruch/Assets/starter/Layouts/y.yaml")
    try folder.write("", to: "bin/umbruch")
  }

  private func start(_ name: String) -> CommandText {
    WorkspaceStarter.make(in: folder.path(name), executable: folder.path("bin/umbruch"))
  }

  @Test func `a new folder gets all files of the starter`() throws {
    let made = start("new/report")
    #expect(!made.failed)
    #expect(made.messages == [])
    #expect(made.text.contains("umbruch build --workspace \(folder.path("new/report"))"))
    #expect(
      folder.names.filter { $0.hasPrefix("new/") } == [
        "new/report/Assets/workspace.yaml", "new/report/Layouts/y.yaml",
      ])
  }

  @Test func `a folder with something in it is left as it is`() throws {
    try folder.write("mine", to: "report/.hidden")
    let made = start("report")
    #expect(made.failed)
    #expect(made.messages.first?.contains("is not empty") == true)
    #expect(folder.names.filter { $0.hasPrefix("report/") } == ["report/.hidden"])
  }

  @Test func `a file in the place of the folder is an error with a hint`() throws {
    try folder.write("mine", to: "report")
    let made = start("report")
    #expect(made.failed)
    #expect(made.messages.first?.contains("hint: ") == true)
  }

  @Test func `without the program's files the message says how to get them`() throws {
    let made = WorkspaceStarter.make(in: folder.path("new"), executable: "/nowhere/bin/umbruch")
    #expect(made.failed)
    #expect(made.messages.first?.contains("make install") == true)
    #expect(folder.names.allSatisfy { !$0.hasPrefix("new") })
  }
}

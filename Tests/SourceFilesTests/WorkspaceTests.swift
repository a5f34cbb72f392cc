import Diagnostics
import Glibc
import SourceFiles
import TemporaryFolders
import Testing

private func identifier(_ body: () throws(Diagnostic) -> Void) -> String {
  do throws(Diagnostic) {
    try body()
    return "nothing"
  } catch {
    return error.identifier
  }
}

@Suite struct WorkspaceTests {
  let folder: TemporaryFolder
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("- id: a\n", to: "Assets/model/projects.yaml")
    try folder.write("b", to: "Assets/model/B.yaml")
    try folder.write("", to: "Assets/model/a.csv")
    try folder.write("", to: "Assets/model/.hidden.yaml")
    workspace = try Workspace(root: folder.path + "/Assets")
  }

  @Test func readsWhatIsInside() throws {
    #expect(try workspace.read("model/projects.yaml") == Array("- id: a\n".utf8))
    #expect(try workspace.read("./model/../model/projects.yaml").count == 8)
    #expect(try workspace.glob("model/*.yaml") == ["model/B.yaml", "model/projects.yaml"])
    #expect(try workspace.glob("model/B.yaml") == ["model/B.yaml"])
    #expect(workspace.exists("model"))
  }

  @Test(arguments: [
    ("/etc/passwd", "path.outside-workspace"), ("../secret", "path.outside-workspace"),
    ("model/../../secret", "path.outside-workspace"), ("", "path.empty"),
    ("a\u{0}b", "path.impossible"), ("model", "file.not-a-file"), ("model/x/y", "file.missing"),
    ("model/pipe", "file.not-a-file"), ("model/link", "path.outside-workspace"),
    ("model/folder/secret", "path.outside-workspace"),
    ("model/folder/none", "path.outside-workspace"),
    ("model/loop", "file.unreadable"),
  ])
  func refusals(path: String, expected: String) throws {
    try folder.write("s", to: "secret")
    let root = workspace.root
    mkfifo(root + "/model/pipe", 0o644)
    symlink("../../secret", root + "/model/link")
    symlink("../..", root + "/model/folder")
    symlink("loop", root + "/model/loop")
    #expect(identifier { () throws(Diagnostic) in _ = try workspace.read(path) } == expected)
  }

  @Test func linksInsideAreFollowed() throws {
    symlink("B.yaml", workspace.root + "/model/inner")
    #expect(try workspace.read("model/inner") == Array("b".utf8))
  }

  @Test func missingFilesGetASuggestion() throws {
    let place = SourceLocation(file: "workspace.yaml", line: 3, column: 9)
    for (wrong, right) in [
      ("model/project.yaml", "model/projects.yaml"), ("modle/B.yaml", "model/B.yaml"),
    ] {
      do throws(Diagnostic) {
        _ = try workspace.read(wrong, at: place)
        Issue.record("“\(wrong)” was read")
      } catch {
        #expect(error.hints == ["did you mean “\(right)”?"])
        #expect(error.location == place)
      }
    }
  }

  @Test func largeFilesAndMissingFoldersAreRefused() {
    let read = identifier { () throws(Diagnostic) in
      _ = try workspace.read("model/projects.yaml", limit: 7)
    }
    #expect(read == "file.too-large")
    let glob = identifier { () throws(Diagnostic) in _ = try workspace.glob("m*/x/*.yaml") }
    #expect(glob == "path.pattern")
    let root = identifier { () throws(Diagnostic) in _ = try Workspace(root: "/no/such/folder") }
    #expect(root == "workspace.missing")
  }
}

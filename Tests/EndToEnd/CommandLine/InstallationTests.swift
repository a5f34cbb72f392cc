import Foundation
import TemporaryFolders
import Testing

/// New workspaces, and the program outside of its clone.
struct InstallationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a new workspace builds at once`() throws {
    let program = try Program.umbruch()
    try Self.expectNewWorkspace(of: program, in: folder)
  }

  @Test func `a new workspace is not made over files`() throws {
    let program = try Program.umbruch()
    try folder.write("mine", to: "report/notes.txt")
    let run = try program.run(["init", "report"], in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("error: the folder “report” is not empty"))
    #expect(run.errors.contains("hint: "))
    #expect(Files.names(below: folder.path) == ["report/notes.txt"])
  }

  /// Makes a workspace, builds it, and uses a layout of the program in it.
  private static func expectNewWorkspace(of program: Program, in folder: TemporaryFolder) throws {
    let made = try program.run(["init", "report"], in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    let check = try program.run(["check", "--workspace", "report"], in: folder.path)
    #expect(check.status == 0, "\(check.errors)")
    let build = try program.run(
      ["build", "--workspace", "report", "--progress", "none"], in: folder.path)
    #expect(build.status == 0, "\(build.errors)")
    #expect(build.errors == "")
    let files = Files.names(below: folder.path("report/build"))
    for language in DortmundPromise.languages {
      for format in ["pdf", "md", "csv"] {
        #expect(files.contains { $0.hasSuffix(".\(language).\(format)") })
      }
    }
    #expect(files.allSatisfy { !$0.contains("/.") && !$0.hasPrefix(".") })
    let list = try program.run(["list", "--workspace", "report"], in: folder.path)
    #expect(list.output.contains("brochure (of the program, by name)"))
  }

  @Test func `the installed program works without the clone`() throws {
    _ = try Program.umbruch()  // `make install` would build it
    let prefix = folder.path("usr")
    let make = try Program.tool("make").run(
      ["-C", Repository.path(""), "install", "PREFIX=\(prefix)", "DESTDIR="], limit: 300)
    #expect(make.status == 0, "\(make.errors)")
    let installed = Files.names(below: prefix)
    #expect(installed.contains("bin/umbruch"))
    #expect(installed.contains("share/umbruch/Layouts/brochure.yaml"))
    #expect(installed.contains("share/umbruch/Assets/starter/Assets/workspace.yaml"))
    #expect(!installed.contains { $0.contains("gallery") })
    let program = Program(executable: prefix + "/bin/umbruch")
    try Self.expectNewWorkspace(of: program, in: folder)
    // The installed layouts and assets are a workspace: the same outputs as from the clone.
    let output = folder.path("brochure")
    let run = try program.run([
      "build", "brochure", "--language", "de", "--workspace", prefix + "/share/umbruch", "--output",
      output, "--progress", "none",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let file = "brochure/brochure.de.pdf"
    let isSame =
      try Files.bytes("\(output)/\(file)") == Files.bytes(DortmundOutputs.built().path(file))
    #expect(isSame)
  }
}

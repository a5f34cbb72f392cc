import Foundation
import TemporaryFolders
import Testing

/// Outputs that cannot be written: a sentence, exit status 1, and no half file anywhere.
struct OutputFailureTests {
  private let workspace: BrokenWorkspace

  init() throws { workspace = try BrokenWorkspace() }

  /// A file stands where the folder would be: this fails for root as well.
  @Test func `an output folder that cannot be made`() throws {
    try workspace.folder.write("a file", to: "build")
    let build = try workspace.build()
    try build.expectFailure(stillBuilding: [])
    #expect(
      build.errors.contains {
        $0.sentence.contains("the folder “\(workspace.output)” cannot be made")
      })
    #expect(build.errors.allSatisfy { $0.hints.contains { $0.contains("--output") } })
    #expect(try Files.text(workspace.output) == "a file")
  }

  @Test func `one folder that cannot be made, the rest is built`() throws {
    try workspace.folder.write("a file", to: "build/sheets")
    let build = try workspace.build()
    #expect(build.run.status == 1)
    #expect(build.errors.first?.sentence.contains("/build/sheets” cannot be made") == true)
    #expect(Set(build.files) == SoundOutputs.files(of: "overview").union(["sheets"]))
  }

  @Test func `a folder without the right to write`() throws {
    try FileManager.default.createDirectory(
      atPath: workspace.output, withIntermediateDirectories: true)
    // Root may write anywhere but there.
    let isRoot = getuid() == 0
    if !isRoot { chmod(workspace.output, 0o555) }
    let output = isRoot ? "/proc/umbruch" : workspace.output
    let run = try Program.umbruch().run([
      "build", "--workspace", workspace.root, "--output", output, "--progress", "none",
    ])
    chmod(workspace.output, 0o755)
    #expect(run.status == 1 && !run.endedBySignal)
    #expect(run.errors.contains("error: "))
    #expect(run.errors.contains("hint: give another folder with --output"))
    #expect(Files.names(below: workspace.output) == [])
  }

  /// The limit for the size of files stands for a full disk: a write stops in the middle of a file.
  @Test func `a disk that is full leaves no half file`() throws {
    // In blocks of 512 bytes: Markdown, CSV and PNG fit, PDF and SVG do not.
    let shell = Program(executable: "/bin/sh", leading: ["-c", "ulimit -f 24; exec \"$0\" \"$@\""])
    let run = try shell.run([
      Program.umbruch().executable, "build", "--workspace", workspace.root, "--output",
      workspace.output, "--progress", "none",
    ])
    let build = BuildRun(
      run: run, folder: workspace.folder, output: workspace.output,
      files: Files.names(below: workspace.output))
    try build.expectFailure(
      stillBuilding: SoundOutputs.everything.filter {
        !$0.hasSuffix(".pdf") && !$0.hasSuffix(".svg")
      })
    #expect(
      build.errors.contains {
        $0.sentence.contains("/overview.de.pdf” cannot be written: File too large")
      })
    #expect(build.errors.allSatisfy { $0.hints.contains { $0.contains("ulimit -f") } })
  }

  @Test func `a report that cannot be written`() throws {
    let build = try workspace.build("--report", "/dev/full/report.json")
    try build.expectFailure(stillBuilding: SoundOutputs.everything)
    #expect(build.errors.count == 1)
    #expect(build.run.errors.contains("/dev/full"))
  }

  @Test func `standard output that is full fails with a sentence`() throws {
    let run = try Program.umbruch().run(["schema", "layout"], output: "/dev/full")
    #expect(run.status == 1 && !run.endedBySignal)
    #expect(run.errors.contains("standard output cannot be written: No space left on device"))
    #expect(run.errors.contains("hint: "))
  }

  @Test func `a closed pipe is no crash`() throws {
    let bash = Program(executable: "/bin/bash", leading: ["-c"])
    let program = try Program.umbruch().executable
    let run = try bash.run([
      """
      "$0" schema layout | true; echo ${PIPESTATUS[0]}
      "$0" schema model | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}
      "$0" list --workspace "$1" >&-; echo $?
      """, program, workspace.root,
    ])
    #expect(run.output.hasPrefix("0\n0\n"))
    #expect(!run.endedBySignal)
  }
}

import Foundation
import TemporaryFolders
import Testing

/// Builds that are ended from outside, as by Ctrl-C.
struct InterruptionTests {
  /// What is there after the signal is whole, and nothing else is there.
  @Test(arguments: [SIGINT, SIGTERM, SIGHUP], [0.02, 0.1])
  func `an interrupted build leaves only whole files`(signal: Int32, delay: Double) throws {
    let whole = try DortmundOutputs.built()
    let folder = try TemporaryFolder()
    let output = folder.path("build")
    let run = try Program.umbruch().run(
      [
        "build", "--workspace", Repository.path(""), "--output", output, "--jobs", "2",
        "--progress", "none",
      ],
      started: { process in
        // From the first file on, so that the signal comes while files are being written.
        let deadline = ContinuousClock.now + .seconds(60)
        while Files.names(below: output).isEmpty, ContinuousClock.now < deadline {
          Thread.sleep(forTimeInterval: 0.002)
        }
        Thread.sleep(forTimeInterval: delay)
        kill(process, signal)
      })
    #expect(run.endedBySignal)
    #expect(run.status == signal)
    let files = Files.names(below: output)
    #expect(!files.isEmpty)
    #expect(files.count < whole.files.count)
    for file in files {
      #expect(whole.files.contains(file), "\(file)")
      let isWhole = try Files.bytes("\(output)/\(file)") == Files.bytes(whole.path(file))
      #expect(isWhole, "\(file)")
    }
  }

  /// A signal that the parent ignores, as `nohup` does, does not end the build.
  @Test func `a signal that is to be ignored is ignored`() throws {
    let workspace = try BrokenWorkspace()
    let shell = Program(
      executable: "/bin/sh", leading: ["-c", "trap '' HUP; exec \"$0\" \"$@\""])
    let run = try shell.run(
      [
        Program.umbruch().executable, "build", "--workspace", workspace.root, "--output",
        workspace.output, "--progress", "none",
      ],
      started: { process in
        for _ in 0..<200 {
          kill(process, SIGHUP)
          Thread.sleep(forTimeInterval: 0.002)
        }
      })
    // Before the shell's `trap` the signal may still end it: then nothing was built.
    #expect(run.status == 0 || (run.endedBySignal && Files.names(below: workspace.output).isEmpty))
  }
}

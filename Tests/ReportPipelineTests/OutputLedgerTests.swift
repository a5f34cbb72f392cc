import TemporaryFolders
import Testing

@testable import ReportPipeline

/// What is removed from output folders, and what is not.
struct OutputLedgerTests {
  private let folder: TemporaryFolder
  private let ledger: OutputLedger

  init() throws {
    folder = try TemporaryFolder()
    ledger = OutputLedger(workspace: folder.path("workspace"), output: folder.path("build"))
    for name in ["a.de.pdf", "b.de.pdf", "notes.txt"] {
      try folder.write(name, to: "build/" + name)
    }
  }

  /// The files of the output folder.
  private var outputs: [String] {
    folder.names.filter { $0.hasPrefix("build/") }.map { String($0.dropFirst(6)) }
  }

  @Test func `a complete build removes what an earlier one wrote and it did not`() {
    ledger.update(written: ["a.de.pdf", "b.de.pdf"], isComplete: true)
    #expect(outputs == ["a.de.pdf", "b.de.pdf", "notes.txt"])
    ledger.update(written: ["a.de.pdf"], isComplete: true)
    #expect(outputs == ["a.de.pdf", "notes.txt"])
  }

  @Test func `a build of a part, or one with errors, removes nothing`() {
    ledger.update(written: ["a.de.pdf", "b.de.pdf"], isComplete: true)
    ledger.update(written: ["a.de.pdf"], isComplete: false)
    #expect(outputs == ["a.de.pdf", "b.de.pdf", "notes.txt"])
    // It is remembered all the same for the next complete one.
    ledger.update(written: ["a.de.pdf"], isComplete: true)
    #expect(outputs == ["a.de.pdf", "notes.txt"])
  }

  @Test func `files that no build wrote stay`() {
    ledger.update(written: [], isComplete: true)
    #expect(outputs == ["a.de.pdf", "b.de.pdf", "notes.txt"])
  }

  @Test func `each output folder has its own ledger, however it is written`() {
    ledger.update(written: ["a.de.pdf", "b.de.pdf"], isComplete: true)
    OutputLedger(workspace: folder.path("workspace"), output: folder.path("other"))
      .update(written: [], isComplete: true)
    #expect(outputs == ["a.de.pdf", "b.de.pdf", "notes.txt"])
    OutputLedger(workspace: folder.path("workspace"), output: folder.path("./x/../build/"))
      .update(written: [], isComplete: true)
    #expect(outputs == ["notes.txt"])
  }

  /// A ledger is a file like any other: somebody may have written into it.
  @Test func `a ledger that was tampered with removes nothing outside of the folder`() throws {
    ledger.update(written: ["a.de.pdf"], isComplete: true)
    let file = try #require(folder.names.first { $0.hasPrefix("workspace/.umbruch/outputs/") })
    try folder.write("mine", to: "mine.pdf")
    try folder.write(
      "../mine.pdf\n\(folder.path("mine.pdf"))\nx/../../mine.pdf\nnotes.txt\n", to: file)
    ledger.update(written: [], isComplete: true)
    #expect(outputs == ["a.de.pdf", "b.de.pdf", "notes.txt"])
    #expect(folder.names.contains("mine.pdf"))
  }
}

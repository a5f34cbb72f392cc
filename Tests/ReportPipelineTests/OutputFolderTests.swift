import Diagnostics
import Foundation
import TemporaryFolders
import Testing

@testable import ReportPipeline

/// Files that appear only when they are whole.
struct OutputFolderTests {
  private let scratch: TemporaryFolder
  private let output: OutputFolder

  init() throws {
    scratch = try TemporaryFolder()
    output = OutputFolder(root: scratch.path("out"))
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: URL(filePath: scratch.path("out/" + name)), encoding: .utf8)
  }

  @Test func `folders are made, and nothing but the file is left`() throws {
    try output.write(Array("one".utf8), to: "a/b/c.pdf")
    #expect(scratch.names == ["out/a/b/c.pdf"])
    #expect(try text("a/b/c.pdf") == "one")
  }

  @Test func `a file that is there is replaced as a whole`() throws {
    try output.write(Array("a longer text".utf8), to: "c.pdf")
    try output.write(Array("short".utf8), to: "c.pdf")
    #expect(try text("c.pdf") == "short")
    try output.write([], to: "c.pdf")
    #expect(try text("c.pdf") == "")
    #expect(scratch.names == ["out/c.pdf"])
  }

  /// Who reads the old file goes on reading it: the new one is another file under its name.
  @Test func `readers of the old file are not disturbed`() throws {
    try output.write(Array("old".utf8), to: "c.pdf")
    let reader = try FileHandle(forReadingFrom: URL(filePath: scratch.path("out/c.pdf")))
    try output.write(Array("new".utf8), to: "c.pdf")
    #expect(try reader.readToEnd() == Data("old".utf8))
    #expect(try text("c.pdf") == "new")
  }

  @Test func `a file in the place of a folder is an error that names it`() throws {
    try scratch.write("file", to: "out")
    let problem = #expect(throws: Diagnostic.self) { try output.write([1], to: "a/c.pdf") }
    #expect(problem?.identifier == "output.no-folder")
    #expect(problem?.message == "the folder “\(scratch.path("out/a"))” cannot be made")
    #expect(problem?.hints.isEmpty == false)
    #expect(scratch.names == ["out"])
  }

  @Test func `a folder in the place of the file is an error, and leaves nothing behind`() throws {
    try scratch.write("inside", to: "out/c.pdf/inside")
    let problem = #expect(throws: Diagnostic.self) { try output.write([1], to: "c.pdf") }
    #expect(problem?.identifier == "output.not-written")
    #expect(problem?.message.contains("out/c.pdf") == true)
    #expect(scratch.names == ["out/c.pdf/inside"])
  }

  @Test func `names that no file can have are errors`() throws {
    let long = String(repeating: "x", count: 300)
    let problem = #expect(throws: Diagnostic.self) { try output.write([1], to: long) }
    #expect(problem?.identifier == "output.not-written")
    #expect(scratch.names == [])
  }
}

import Foundation
import TemporaryFolders
import Testing

/// The files that the repository's own workspace gives.
struct DortmundFileTests {
  @Test func `the build succeeds without a word on standard error`() throws {
    let outputs = try DortmundOutputs.built()
    #expect(outputs.run.status == 0)
    #expect(!outputs.run.endedBySignal)
    #expect(outputs.run.errors == "")
    #expect(outputs.run.output.contains("/fact-sheets: 136 pdf, 68 md, 68 csv\n"))
    #expect(outputs.run.output.contains("\(try DortmundPromise.files().count) files written"))
  }

  @Test func `all outputs are there in both languages, and nothing else`() throws {
    #expect(try DortmundPromise.programmes().count == 4)
    #expect(try DortmundPromise.projects().count == 30)
    let files = Set(try DortmundOutputs.built().files)
    let promised = Set(try DortmundPromise.files())
    #expect(promised.subtracting(files).sorted() == [], "missing")
    // Hidden files count, too: a temporary name that was left would be one.
    #expect(files.subtracting(promised).sorted() == [], "not promised")
  }

  @Test func `no file is empty`() throws {
    let outputs = try DortmundOutputs.built()
    for file in outputs.files {
      #expect(try Files.bytes("\(outputs.folder)/\(file)").count > 100, "\(file)")
    }
  }

  /// Two runs, one with two worker threads and one with one: the same bytes.
  @Test func `one job and two jobs give the same bytes`() throws {
    let two = try DortmundOutputs.built()
    let one = try DortmundOutputs(folder: "one-job", jobs: 1)
    #expect(one.files == two.files)
    #expect(one.run.output.replacing("one-job", with: "two-jobs") == two.run.output)
    #expect(one.run.errors == two.run.errors)
    for file in one.files where two.files.contains(file) {
      #expect(
        try Files.bytes("\(one.folder)/\(file)") == Files.bytes("\(two.folder)/\(file)"), "\(file)")
    }
  }

  /// A copy of the workspace elsewhere, without what an earlier build remembered: the same bytes.
  @Test func `a copy of the workspace without caches gives the same bytes`() throws {
    let copy = try TemporaryFolder()
    for root in ["Assets", "Layouts"] {
      for name in Files.names(below: Repository.path(root)) where !name.hasPrefix("gallery/") {
        try copy.write(Files.bytes(Repository.path("\(root)/\(name)")), to: "\(root)/\(name)")
      }
    }
    let first = try DortmundOutputs.built()
    let second = try DortmundOutputs(folder: "copy", jobs: 2, of: copy.path)
    #expect(first.files == second.files)
    for file in first.files where second.files.contains(file) {
      let isSame =
        try Files.bytes("\(first.folder)/\(file)") == Files.bytes("\(second.folder)/\(file)")
      #expect(isSame, "\(file)")
    }
  }

  @Test func `pictures are what their names say`() throws {
    let outputs = try DortmundOutputs.built()
    for file in outputs.files where file.hasSuffix(".png") {
      let bytes = try Files.bytes(outputs.path(file))
      #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), "\(file)")
      #expect(bytes.suffix(8).starts(with: Array("IEND".utf8)), "\(file)")
    }
    for file in outputs.files where file.hasSuffix(".svg") {
      let parser = XMLScan(try Files.bytes(outputs.path(file)))
      #expect(parser.problem == nil, "\(file)")
      #expect(parser.root == "svg", "\(file)")
    }
  }
}

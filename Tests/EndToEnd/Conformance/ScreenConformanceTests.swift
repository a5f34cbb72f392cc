import Foundation
import TemporaryFolders
import Testing

/// Every screen edition is PDF/UA-1 and PDF/A-2a, says a validator that is not ours.
struct ScreenConformanceTests {
  @Test func `all of the Dortmund workspace conforms`() throws {
    let outputs = try DortmundOutputs.built()
    let files = try outputs.pdfs.map { try outputs.path($0) }
    #expect(files.count > 80)
    #expect(try Validator.failures(of: files, profiles: ["ua1", "2a"]) == [])
  }

  /// Footnotes, merged cells, links in lists, languages facing each other, headings that skip levels.
  @Test(arguments: ReferenceCase.all) func `each case conforms`(of reference: ReferenceCase) throws
  {
    let folder = try reference.workspace(formats: ["pdf"])
    let run = try Program.umbruch().run([
      "build", "--workspace", folder.path, "--output", folder.path("build"), "--progress", "none",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let files = Files.names(below: folder.path("build"))
      .filter { !$0.hasSuffix(".print.pdf") }.map { folder.path("build/" + $0) }
    #expect(!files.isEmpty)
    for file in files {
      let check = try Program.tool("qpdf").run(["--check", file])
      #expect(check.status == 0, "\(check.output)\(check.errors)")
    }
    #expect(try Validator.failures(of: files, profiles: ["ua1", "2a"]) == [])
  }
}

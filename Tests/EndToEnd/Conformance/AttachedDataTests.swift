import Foundation
import TemporaryFolders
import Testing

/// Screen editions with their data: PDF/A-3a beside PDF/UA-1.
struct AttachedDataTests {
  /// The attached file, as a program from outside takes it out.
  private func attachment(of path: String) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let run = try Program.tool("pdfdetach").run(["-save", "1", "-o", folder.path("data"), path])
    try #require(run.status == 0, "\(path): \(run.errors)")
    return try Files.bytes(folder.path("data"))
  }

  @Test func `each edition has the bytes of its CSV, and conforms`() throws {
    let outputs = try DortmundOutputs.built()
    let folder = try TemporaryFolder()
    let arguments = ["build", "--output", folder.path, "--progress", "none", "--attach-data"]
    let run = try Program.umbruch().run(
      arguments + ["--format", "pdf", "--workspace", Repository.path("")])
    #expect(run.status == 0, "\(run.errors)")
    let names = Files.names(below: folder.path).filter { !$0.hasSuffix(".print.pdf") }
    #expect(names == outputs.pdfs)
    for name in names {
      let data = try outputs.path(name.replacing(/pdf$/, with: "csv"))
      #expect(try attachment(of: folder.path(name)) == Files.bytes(data), "\(name)")
    }
    // All kinds of publication; the rest differs in its texts alone.
    let some = names.filter { $0.contains("brochure") || $0.contains("/d") || $0.contains("/n") }
    #expect(some.count > 10)
    #expect(
      try Validator.failures(of: some.map { folder.path($0) }, profiles: ["ua1", "3a"]) == [])
  }

  @Test func `a turned publication has the data of both languages, its file for the press none`()
    throws
  {
    let workspace = try BrokenWorkspace()
    try workspace.replace(
      "pages:\n", with: "languages: turned\npages:\n", in: "Layouts/sheet.yaml")
    try workspace.replace(
      "  size: A6\n", with: "  size: A6\n  bleed: 3mm\n", in: "Layouts/sheet.yaml")
    let build = try workspace.build(
      "sheet", "--attach-data", "--record", "yard", "--csv-dialect", "excel-de")
    #expect(build.run.status == 0, "\(build.run.errors)")
    let screen = "\(build.output)/sheets/yard.de-en.pdf"
    #expect(
      try attachment(of: screen) == Files.bytes("\(build.output)/sheets/yard.de-en.csv"))
    #expect(try Validator.failures(of: [screen], profiles: ["ua1", "3a"]) == [])
    let print = try Program.tool("pdfdetach").run(
      ["-list", "\(build.output)/sheets/yard.de-en.print.pdf"])
    #expect(print.output.contains("0 embedded files"))
  }

  @Test func `the same data are the same bytes, and readers are told what they are`() throws {
    let workspace = try BrokenWorkspace()
    let first = try workspace.build("sheet", "--attach-data", "--record", "yard")
    let path = "\(first.output)/sheets/yard.de.pdf"
    let bytes = try Files.bytes(path)
    _ = try workspace.build("sheet", "--attach-data", "--record", "yard", "--jobs", "1")
    #expect(try Files.bytes(path) == bytes)
    let file = try Program.tool("qpdf").text("--qdf", "--object-streams=disable", path, "-")
    // The description has an umlaut, and so it is UTF-16: “Die D…”.
    for entry in [
      "/AFRelationship /Data", "/Desc <feff00440069006500200044",
      "/F (yard.de.csv)", "/UF (yard.de.csv)", "/Subtype /text#2fcsv", "/Type /EmbeddedFile",
    ] {
      #expect(file.contains(entry), "\(entry)")
    }
  }
}

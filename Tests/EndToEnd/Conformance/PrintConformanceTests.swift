import TemporaryFolders
import Testing

/// Every print edition is PDF/X-4, as preflight checks it, and sound, as qpdf checks it.
struct PrintConformanceTests {
  /// Preflight of files against the program's printer, from the command line.
  private func preflight(_ files: [String]) throws -> Run {
    try Program.umbruch().run(
      ["preflight", "--workspace", Repository.path(""), "--profile", "coated"] + files, limit: 600)
  }

  @Test func `all of the Dortmund workspace conforms, without a finding`() throws {
    let outputs = try DortmundOutputs.built()
    let files = try outputs.printPDFs.map { try outputs.path($0) }
    #expect(files.count == 70)
    let run = try preflight(files)
    #expect(run.status == 0, "\(run.errors)")
    let sound = run.output.matches(of: /, print, coated: 0 errors, 0 warnings, 0 notes\n/)
    #expect(sound.count == files.count, "\(run.output)")
    for file in files {
      let check = try Program.tool("qpdf").run(["--check", file])
      #expect(check.status == 0, "\(check.output)\(check.errors)")
    }
  }

  @Test func `photographs in colour, inks and grey conform`() throws {
    let folder = try ReferenceCase(name: "photographs").workspace(formats: ["pdf"])
    let build = try Program.umbruch().run([
      "build", "--workspace", folder.path, "--output", folder.path("build"), "--progress", "none",
    ])
    #expect(build.status == 0, "\(build.errors)")
    // The theme of the tests has small headings in green, which preflight warns of, and no more.
    let warnings = build.errors.split(separator: "\n").filter { $0.contains("warning:") }
    #expect(warnings.allSatisfy { $0.contains("small text (9 pt) is printed in 4 inks") })
    let files = Files.names(below: folder.path("build")).filter { $0.hasSuffix(".print.pdf") }
    #expect(files.count == 2)
    let run = try preflight(files.map { folder.path("build/" + $0) })
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.matches(of: #/ 0 errors, /#).count == 2, "\(run.output)")
    for file in files {
      #expect(try Program.tool("qpdf").run(["--check", folder.path("build/" + file)]).status == 0)
    }
  }
}

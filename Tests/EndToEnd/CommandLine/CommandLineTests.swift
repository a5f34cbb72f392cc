import Foundation
import TemporaryFolders
import Testing

/// The commands and options of the release build.
struct CommandLineTests {
  private let workspace: BrokenWorkspace

  /// The sound workspace, not broken.
  init() throws { workspace = try BrokenWorkspace() }

  private func umbruch(_ arguments: String..., in folder: String? = nil) throws -> Run {
    try Program.umbruch().run(arguments, in: folder)
  }

  // MARK: build

  @Test func `without options everything is built into the workspace`() throws {
    let run = try umbruch("build", in: workspace.root)
    #expect(run.status == 0)
    #expect(Set(Files.names(below: workspace.path("build"))) == SoundOutputs.everything)
    #expect(
      run.output == """
        ./build: 2 pdf, 2 md, 2 csv
        ./build/sheets: 4 pdf, 4 svg, 4 png, 4 md, 4 csv
        26 files written

        """)
  }

  @Test func `layouts can be chosen`() throws {
    #expect(Set(try workspace.build("overview").files) == SoundOutputs.files(of: "overview"))
    let both = try workspace.build("overview", "sheet")
    #expect(Set(both.files) == SoundOutputs.everything)
  }

  @Test func `languages, formats and records can be chosen, once and repeatedly`() throws {
    let one = try workspace.build(
      "sheet", "--language", "en", "--format", "pdf", "--record", "roof")
    #expect(one.run.status == 0)
    #expect(one.files == ["sheets/roof.en.pdf"])
    let more = try BrokenWorkspace().build(
      "--language", "en", "--language", "de", "--format", "svg", "--format", "md", "--record",
      "roof", "--record", "yard")
    #expect(
      more.files == [
        "sheets/roof.de.md", "sheets/roof.de.svg", "sheets/roof.en.md", "sheets/roof.en.svg",
        "sheets/yard.de.md", "sheets/yard.de.svg", "sheets/yard.en.md", "sheets/yard.en.svg",
      ])
  }

  @Test func `short options are the same`() throws {
    let output = workspace.folder.path("short")
    let run = try umbruch(
      "build", "-w", workspace.root, "-o", output, "-l", "de", "-f", "csv", "-r", "yard", "-j", "1")
    #expect(run.status == 0)
    #expect(Files.names(below: output) == ["sheets/yard.de.csv"])
  }

  @Test func `outputs may go anywhere, and replace what was there`() throws {
    try workspace.folder.write("old", to: "build/overview.de.pdf")
    try workspace.folder.write("mine", to: "build/notes.txt")
    let build = try workspace.build("overview")
    #expect(build.run.status == 0)
    #expect(Set(build.files) == SoundOutputs.files(of: "overview").union(["notes.txt"]))
    #expect(try Files.bytes("\(build.output)/overview.de.pdf").count > 1_000)
  }

  @Test func `what the workspace does not have is an error, and the rest is built`() throws {
    let language = try workspace.build("--language", "fr", "--language", "de")
    try language.expectFailure(
      stillBuilding: SoundOutputs.everything.filter { $0.contains(".de.") })
    #expect(language.errors.first?.sentence.contains("“fr”") == true)
    let record = try BrokenWorkspace().build("--record", "roff", "--record", "yard")
    try record.expectFailure(stillBuilding: SoundOutputs.files(of: "sheets/yard"))
    #expect(record.errors.first?.hints == ["did you mean “roof”?"])
    let layout = try BrokenWorkspace().build("overvew", "sheet")
    try layout.expectFailure(stillBuilding: SoundOutputs.sheets)
    #expect(layout.errors.first?.hints == ["did you mean “overview”?"])
    let format = try BrokenWorkspace().build("overview", "--format", "svg")
    try format.expectFailure(stillBuilding: [])
    #expect(format.errors.first?.hints == ["overview makes pdf, md, csv"])
  }

  @Test func `the report says what was built and what was wrong`() throws {
    let report = workspace.folder.path("report.json")
    try workspace.replace("height: 40mm", with: "height: 7mm", in: "Layouts/sheet.yaml")
    let build = try workspace.build("--report", report)
    #expect(build.run.status == 1)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(Files.bytes(report))) as? [String: Any])
    #expect(json["output"] as? String == workspace.output)
    #expect(json["errors"] as? Int == 4)
    #expect(json["warnings"] as? Int == 0)
    let files = try #require(json["files"] as? [[String: Any]])
    #expect(files.map { $0["path"] as? String ?? "" } == build.files)
    let pdf = try #require(files.first { $0["path"] as? String == "overview.de.pdf" })
    #expect(pdf["layout"] as? String == "overview")
    #expect(pdf["language"] as? String == "de")
    #expect(pdf["format"] as? String == "pdf")
    #expect(pdf["pages"] as? Int == (try PDFDocument("\(build.output)/overview.de.pdf").pageCount))
    #expect(pdf["bytes"] as? Int == (try Files.bytes("\(build.output)/overview.de.pdf").count))
    let problems = try #require(json["diagnostics"] as? [[String: Any]])
    #expect(problems.count == 4)
    for problem in problems {
      #expect(problem["identifier"] as? String == "frame.overfull")
      #expect(problem["severity"] as? String == "error")
      #expect(problem["file"] as? String == "Layouts/sheet.yaml")
      #expect((problem["line"] as? Int ?? 0) > 1)
      #expect(problem["layout"] as? String == "sheet")
      #expect(["roof", "yard"].contains(problem["record"] as? String))
      #expect((problem["hints"] as? [String])?.isEmpty == false)
    }
  }

  @Test func `German Excel gets its own CSV beside the plain one`() throws {
    let build = try workspace.build("overview", "--csv-dialect", "excel-de", "--format", "csv")
    #expect(
      build.files == [
        "overview.de.csv", "overview.de.excel-de.csv", "overview.en.csv",
        "overview.en.excel-de.csv",
      ])
    let plain = try Files.bytes("\(build.output)/overview.de.csv")
    #expect(plain == (try SoundOutputs.built().bytes["overview.de.csv"]))
    let excel = try Files.bytes("\(build.output)/overview.de.excel-de.csv")
    #expect(excel.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = CommaSeparatedText.rows(
      String(decoding: excel.dropFirst(3), as: UTF8.self), delimiter: ";")
    let plainRows = CommaSeparatedText.rows(String(decoding: plain, as: UTF8.self))
    #expect(rows.count == plainRows.count && rows.first == plainRows.first)
  }

  @Test func `the decimal comma is German Excel's`() throws {
    try workspace.replace("value: 1200", with: "value: 12.5", in: "Assets/model/metrics.yaml")
    let build = try workspace.build("overview", "--csv-dialect", "excel-de", "--format", "csv")
    #expect(try Files.text("\(build.output)/overview.de.csv").contains(",12.5,"))
    #expect(try Files.text("\(build.output)/overview.de.excel-de.csv").contains(";12,5;"))
  }

  @Test func `progress is plain lines, or none`() throws {
    let plain = try umbruch(
      "build", "--workspace", workspace.root, "--output", workspace.output, "--progress", "plain")
    #expect(plain.errors.hasPrefix("6 publications\n"))
    #expect(plain.errors.contains("6 of 6 built\n"))
    // Not on a terminal, the bar is plain lines as well.
    let auto = try umbruch("build", "--workspace", workspace.root, "--output", workspace.output)
    #expect(auto.errors.split(separator: "\n").count == plain.errors.split(separator: "\n").count)
    #expect(!auto.errors.contains("\u{1B}"))
    let none = try umbruch(
      "build", "--workspace", workspace.root, "--output", workspace.output, "--progress", "none")
    #expect(none.errors == "")
  }

  @Test func `any number of jobs gives the same bytes`() throws {
    for jobs in ["1", "3", "64"] {
      let build = try BrokenWorkspace().build("--jobs", jobs)
      #expect(build.run.status == 0)
      let sound = try SoundOutputs.built()
      for file in build.files {
        let isSame = try Files.bytes("\(build.output)/\(file)") == sound.bytes[file]
        #expect(isSame, "\(file)")
      }
    }
  }

  // MARK: check, list, schema

  @Test func `check writes nothing`() throws {
    let before = Files.names(below: workspace.folder.path)
    let run = try umbruch("check", "--progress", "none", in: workspace.root)
    #expect(run.status == 0)
    #expect(run.output == "no problems\n")
    #expect(run.errors == "")
    #expect(Files.names(below: workspace.folder.path) == before)
  }

  @Test func `check finds what build would find`() throws {
    try workspace.replace("height: 40mm", with: "height: 7mm", in: "Layouts/sheet.yaml")
    let before = Files.names(below: workspace.folder.path)
    let check = try umbruch("check", "--workspace", workspace.root, "--progress", "none")
    #expect(check.status == 1)
    #expect(check.output == "4 errors\n")
    #expect(Files.names(below: workspace.folder.path) == before)
    #expect(check.errors == (try workspace.build().run.errors))
    let one = try umbruch(
      "check", "sheet", "--record", "roof", "--language", "de", "--workspace", workspace.root)
    #expect(one.output == "1 error\n")
  }

  @Test func `list names layouts and what they make`() throws {
    let run = try umbruch("list", "--workspace", workspace.root)
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix(
        """
        overview (de, en; pdf, md, csv)
          overview
        sheet (de, en; pdf, svg, png, md, csv)
          sheets/yard
          sheets/roof

        """))
    // The program's own layouts can be used by name.
    #expect(run.output.contains("\nbrochure (of the program, by name)\n"))
  }

  @Test(arguments: ["layout", "model"])
  func `schemas are JSON Schemas`(subject: String) throws {
    for folder in [workspace.root, try TemporaryFolder().path] {
      let run = try umbruch("schema", subject, "--workspace", folder)
      guard FileManager.default.fileExists(atPath: folder) else {
        #expect(run.status == 1)
        continue
      }
      #expect(run.status == 0, "\(run.errors)")
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      #expect((json["$schema"] as? String)?.hasPrefix("https://json-schema.org/") == true)
      #expect(json["title"] as? String != nil || json["description"] as? String != nil)
    }
  }

  @Test func `the schema of the model knows the workspace's own fields and types`() throws {
    try workspace.write(
      Files.text(workspace.path("Assets/workspace.yaml"))
        + "fields: { project: { storeys: integer } }\ntypes: { festival: { fields: { stage: text } } }\n",
      to: "Assets/workspace.yaml")
    let run = try umbruch("schema", "model", "--workspace", workspace.root)
    #expect(run.status == 0)
    #expect(run.output.contains("\"storeys\""))
    #expect(run.output.contains("\"festival\""))
  }

  // MARK: Wrong usage and help

  @Test(
    arguments: [
      ["bild"], ["build", "--nothing"], ["build", "--format", "gif"], ["build", "--jobs", "0"],
      ["build", "--jobs", "many"], ["build", "--jobs", "257"], ["build", "--workspace"],
      ["build", "--csv-dialect", "excel-fr"], ["build", "--progress", "loud"],
      ["check", "--output", "x"], ["schema"], ["schema", "pages"], ["init"], ["init", "a", "b"],
      ["list", "extra"],
    ])
  func `wrong usage ends with 64 and shows the usage`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let run = try Program.umbruch().run(arguments, in: folder.path)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("Error: "))
    #expect(run.errors.contains("Usage: umbruch"))
    #expect(Files.names(below: folder.path) == [])
  }

  @Test(arguments: [[], ["build"], ["check"], ["list"], ["schema"], ["init"]])
  func `help has examples`(command: [String]) throws {
    let run = try Program.umbruch().run(command + ["--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("Example"))
    #expect(run.output.contains("  umbruch \(command.first ?? "build")"))
  }

  @Test func `version and shell completion are there`() throws {
    #expect(try umbruch("--version").output.contains(/^\d+\.\d+\.\d+\n$/))
    let completion = try umbruch("--generate-completion-script", "bash")
    #expect(completion.status == 0)
    #expect(completion.output.contains("umbruch"))
  }

  @Test func `a workspace that is not there`() throws {
    for command in ["build", "check", "list"] {
      let run = try umbruch(command, "--workspace", workspace.folder.path("nowhere"))
      #expect(run.status == 1)
      #expect(run.errors.contains("error: there is no folder"))
      #expect(run.errors.contains("hint: "))
      let empty = try TemporaryFolder()
      let inEmpty = try umbruch(command, in: empty.path)
      #expect(inEmpty.status == 1)
      #expect(inEmpty.errors.contains("Assets/workspace.yaml"))
      #expect(inEmpty.errors.contains("umbruch init"))
      #expect(Files.names(below: empty.path) == [])
    }
  }
}

import TemporaryFolders
import Testing

/// Editions of PDFs from the command line.
struct EditionTests {
  private let workspace: BrokenWorkspace

  init() throws {
    workspace = try BrokenWorkspace()
    try workspace.replace(
      "  size: A6\n", with: "  size: A6\n  bleed: 3mm\n", in: "Layouts/sheet.yaml")
    try workspace.replace(
      "pages:\n", with: "editions: [screen, print]\npages:\n", in: "Layouts/sheet.yaml")
  }

  @Test func `a layout makes the editions that it has, or the one that is asked for`() throws {
    let both = try workspace.build("sheet", "--record", "yard", "--language", "de")
    #expect(both.run.status == 0, "\(both.run.errors)")
    #expect(
      both.files.filter { $0.hasSuffix(".pdf") } == [
        "sheets/yard.de.pdf", "sheets/yard.de.print.pdf",
      ])
    let print = try workspace.build(
      "sheet", "--record", "yard", "--language", "de", "--edition", "print", "--report",
      workspace.path("report.json"))
    #expect(print.run.status == 0, "\(print.run.errors)")
    let report = try Files.text(workspace.path("report.json"))
    #expect(report.contains("\"conformance\": [\n        \"PDF/X-4\"\n      ]"), "\(report)")
    #expect(report.contains("yard.de.print.pdf") && !report.contains("yard.de.pdf"))
  }

  @Test func `an edition that no layout makes is an error`() throws {
    let build = try workspace.build("overview", "--edition", "print")
    #expect(build.run.status == 1)
    #expect(
      build.run.errors.contains(
        "error: no layout makes the edition “print”\n"
          + "  hint: write “editions: [screen, print]” into a layout"), "\(build.run.errors)")
  }

  @Test func `too little bleed fails the print edition with what to write`() throws {
    try workspace.replace("  bleed: 3mm\n", with: "  bleed: 1mm\n", in: "Layouts/sheet.yaml")
    let build = try workspace.build("sheet", "--record", "yard", "--language", "de")
    #expect(build.run.status == 1)
    #expect(
      build.run.errors.contains(
        "page 1 runs 1 mm over the trim, and the printer “coated” wants 3 mm"),
      "\(build.run.errors)")
    #expect(!build.files.contains { $0.hasSuffix(".print.pdf") })
  }

  @Test func `a printer's profile or a colour profile that is not there is named once`() throws {
    try workspace.replace(
      "editions: [screen, print]\n", with: "editions: [screen, print]\nprinter: coatd\n",
      in: "Layouts/sheet.yaml")
    let build = try workspace.build("sheet", "--language", "de")
    #expect(build.run.status == 1)
    #expect(
      build.run.errors.contains(
        try workspace.place(of: "coatd", in: "Layouts/sheet.yaml")
          + ": error: there is no printer's profile “coatd”\n  hint: did you mean “coated”?"),
      "\(build.run.errors)")
    #expect(build.run.errors.matches(of: /coatd/).count == 1)
    try workspace.write(
      """
      printer: coatd
      sources: [none]
      condition: { identifier: FOGRA39, name: Coated, profile: missing.icc }
      """, to: "Layouts/printers/coatd.yaml")
    let second = try workspace.build("sheet", "--language", "de")
    #expect(
      second.run.errors.contains(
        "error: the colour profile “missing.icc” of the printer “coatd” is not there"),
      "\(second.run.errors)")
    // A user's own profile wins, and is looked at.
    try workspace.write("no profile", to: "Assets/ColorProfiles/missing.icc")
    let third = try workspace.build("sheet", "--language", "de")
    #expect(
      third.run.errors.contains(
        "Assets/ColorProfiles/missing.icc:1:1: error: “Assets/ColorProfiles/missing.icc” is no ICC profile"
      ), "\(third.run.errors)")
  }
}

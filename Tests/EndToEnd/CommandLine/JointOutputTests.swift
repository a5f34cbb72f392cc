import Testing

/// Layouts that hold both languages in one publication, from the command line.
struct JointOutputTests {
  private let workspace: BrokenWorkspace

  init() throws {
    workspace = try BrokenWorkspace()
    try workspace.replace(
      "pages:\n", with: "languages: turned\npages:\n", in: "Layouts/sheet.yaml")
    try workspace.replace(
      "  size: A6\n", with: "  size: A6\n  bleed: 3mm\n", in: "Layouts/sheet.yaml")
  }

  @Test func `a turned publication has a file for the screen and one for the press`() throws {
    let build = try workspace.build("sheet", "--format", "pdf", "--record", "yard")
    #expect(build.run.status == 0, "\(build.run.errors)")
    #expect(build.files == ["sheets/yard.de-en.pdf", "sheets/yard.de-en.print.pdf"])
    let screen = try PDFDocument("\(build.output)/sheets/yard.de-en.pdf")
    #expect(screen.pageCount == 2)
    #expect(screen.pageLabels == ["1", "1"])
    #expect(screen.outline.filter { $0.level == 1 }.map { $0.page ?? 0 } == [1, 2])
    #expect(screen.outline.map(\.title).contains("Yard at the market"))
    let path = "\(build.output)/sheets/yard.de-en.print.pdf"
    let print = try PDFDocument(path)
    #expect(print.pageCount == 2)
    #expect(print.outline.isEmpty && print.links.names.isEmpty && print.links.addresses.isEmpty)
    // A6 with 3 mm on each side: 111 × 154 mm.
    #expect(try Program.tool("pdfinfo").text(path).contains(/Page size: +314\.\d+ x 436\.\d+ pts/))
    #expect(try Program.tool("qpdf").run(["--check", path]).status == 0)
    // The heading of the second half is near the foot, its last letter first from the left.
    let words = try PrintedPage.pages(of: path)[1].words.map(\.text)
    #expect(words.contains { $0.contains("Yard") })
  }

  @Test func `it is built if any of its languages is asked for, and listed with both`() throws {
    let build = try workspace.build("--language", "en", "--format", "md")
    #expect(
      build.files.filter { $0.hasPrefix("sheets/") } == [
        "sheets/roof.de-en.md", "sheets/yard.de-en.md",
      ])
    let list = try Program.umbruch().run(["list", "--workspace", workspace.root])
    #expect(list.output.contains("sheet (de-en turned; pdf, svg, png, md, csv)\n"))
  }
}

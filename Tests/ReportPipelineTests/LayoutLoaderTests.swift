import Design
import Diagnostics
import Languages
import LayoutLanguage
import SourceFiles
import TemporaryFolders
import Testing

@testable import ReportPipeline

/// Where layouts and themes come from: the workspace's own go before the program's.
struct LayoutLoaderTests {
  private let workspace: SampleWorkspace
  private let program: TemporaryFolder

  init() throws {
    workspace = try SampleWorkspace()
    program = try TemporaryFolder()
    try workspace.writeLayout("book", output: "program-book", to: program)
    try program.write("theme: plain\npalette: {}\nstyles: {}\n", to: "Layouts/themes/plain.yaml")
  }

  private func loader() throws -> LayoutLoader {
    LayoutLoader(
      workspace: try Workspace(root: workspace.folder.path),
      resources: ProgramResources(root: program.path))
  }

  private func read(_ name: String) throws -> Diagnosed<LayoutTemplate> {
    try loader().read(name, languages: LanguageCatalogue.builtIn.primaryTags)
  }

  @Test func `the workspace's layout goes before the program's of the same name`() throws {
    #expect(try loader().workspaceLayouts() == [])
    #expect(try loader().programLayouts() == ["book"])
    #expect(try read("book").output?.output.fixedText == "program-book")
    try workspace.writeLayout("book", output: "own-book")
    #expect(try loader().workspaceLayouts() == ["book"])
    #expect(try loader().programLayouts() == [])
    #expect(try read("book").output?.output.fixedText == "own-book")
  }

  @Test func `the workspace's theme goes before the program's, for a layout of either`() throws {
    let layout = try read("book")
    #expect(layout.diagnostics == [])
    #expect(layout.output?.theme.styles.keys.sorted() == ["body"])
    #expect(layout.output?.files == ["Layouts/book.yaml", "Layouts/themes/plain.yaml"])
  }

  @Test func `a layout of the workspace may use a theme of the program`() throws {
    try program.write(
      """
      theme: town
      palette: { ink: { screen: "#000000" } }
      fonts: { text: Vollkorn }
      styles: { body: { font: text, color: ink }, town: { like: body } }
      """, to: "Layouts/themes/town.yaml")
    try workspace.folder.write(
      """
      layout: own
      theme: town
      title: own
      output: own
      page: { size: A6 }
      pages: []
      """, to: "Layouts/own.yaml")
    let layout = try read("own")
    #expect(layout.diagnostics == [])
    #expect(layout.output?.theme.styles.keys.sorted() == ["body", "town"])
  }

  @Test func `the program's own folder as workspace lists nothing twice`() throws {
    let loader = LayoutLoader(
      workspace: try Workspace(root: program.path),
      resources: ProgramResources(root: program.path))
    #expect(loader.workspaceLayouts() == ["book"])
    #expect(loader.programLayouts() == [])
  }

  @Test func `a layout that is not there is an error with the nearest name`() throws {
    let layout = try read("bok")
    #expect(layout.output == nil)
    #expect(layout.diagnostics.identifiers == ["layout.missing"])
    #expect(layout.diagnostics.first?.hints == ["did you mean “book”?"])
  }

  @Test func `names cannot lead out of the folder of layouts`() throws {
    try workspace.folder.write("secret: 1", to: "secret.yaml")
    #expect(try read("../secret").diagnostics.identifiers == ["layout.missing"])
    try workspace.folder.write(
      "layout: own\ntheme: ../../secret\ntitle: t\noutput: o\npage: { size: A6 }\npages: []\n",
      to: "Layouts/own.yaml")
    let layout = try read("own")
    #expect(layout.output?.theme.styles.isEmpty == true)
    #expect(layout.diagnostics.identifiers == ["layout.missing-theme"])
    #expect(layout.diagnostics.first?.location?.description == "Layouts/own.yaml:2:8")
  }
}

import Diagnostics
import TemporaryFolders
import Testing

@testable import ReportPipeline

/// Publications that show records with errors are left out, and only those.
struct SkippedPublicationTests {
  private let workspace: SampleWorkspace

  init() throws {
    workspace = try SampleWorkspace()
    try workspace.writeLayout(
      "programme", each: "programmes", output: "programmes/{item.id}", content: "{item.lead}")
    try workspace.writeLayout(
      "sheet", each: "projects", output: "sheets/{item.id}", content: "{item.name}")
  }

  /// The publications that are set, and all problems.
  private func set() -> (stems: [String], diagnostics: [Diagnostic]) {
    var options = BuildOptions()
    options.workspace = workspace.folder.path
    options.languages = ["de"]
    let made = ReportBuilder.drawings(options, resources: ProgramResources(root: nil))
    return (made.output?.map(\.stem) ?? [], made.diagnostics)
  }

  @Test func `without errors everything is set`() {
    let made = set()
    #expect(made.diagnostics == [])
    #expect(made.stems == ["programmes/one.de", "programmes/two.de", "sheets/a.de", "sheets/b.de"])
  }

  @Test func `a record with an error is left out with what shows it`() throws {
    try workspace.writeProgrammes(
      SampleWorkspace.programme("one", lead: "lead: { de: Vorspann }")
        + SampleWorkspace.programme("two"))
    // The sheets do not show their programmes, these notes do.
    try workspace.writeLayout(
      "note", each: "projects", output: "notes/{item.id}", content: "{item.programme.name}")
    try workspace.writeLayout("book", output: "book", content: "{count(programmes)}")
    let made = set()
    #expect(made.stems == ["notes/b.de", "programmes/two.de", "sheets/a.de", "sheets/b.de"])
    let errors = made.diagnostics.filter { $0.severity == .error }
    #expect(errors.identifiers == ["model.missing-language"])
    #expect(errors.first?.location?.line == 3)
    let skipped = made.diagnostics.filter { $0.identifier == "build.skipped" }
    #expect(skipped.map(\.severity) == [.note, .note, .note])
    #expect(skipped.map { $0.layout ?? "" }.sorted() == ["book", "note", "programme"])
  }

  @Test func `a dangling reference spoils only the record that has it`() throws {
    try workspace.writeProjects(
      SampleWorkspace.project("a", of: "none") + SampleWorkspace.project("b"))
    let made = set()
    #expect(made.stems == ["programmes/one.de", "programmes/two.de", "sheets/b.de"])
    #expect(
      made.diagnostics.filter { $0.severity == .error }.identifiers == ["model.dangling-reference"])
  }

  /// A programme without the metrics that a broken file holds would be a false one.
  @Test func `what shows back references waits for all files that may name it`() throws {
    try addMetrics()
    try workspace.writeLayout(
      "figures", each: "programmes", output: "figures/{item.id}", content: "{count(item.metrics)}")
    let made = set()
    #expect(
      made.stems == ["programmes/one.de", "programmes/two.de", "sheets/a.de", "sheets/b.de"])
    #expect(made.diagnostics.identifiers == ["build.skipped", "build.skipped", "yaml.syntax"])
  }

  @Test func `a reference into a file that cannot be read is shown by nothing`() throws {
    try addMetrics()
    try workspace.writeLayout(
      "hero", each: "programmes", output: "heroes/{item.id}",
      content: "{item.name} [[{item.hero.label}]]")
    try workspace.writeProgrammes(
      SampleWorkspace.programme("one") + "  hero: trees\n" + SampleWorkspace.programme("two"))
    #expect(!set().stems.contains("heroes/one.de"))
  }

  /// Declares metrics whose file is broken.
  private func addMetrics() throws {
    try workspace.folder.write(
      try workspace.folder.text("Assets/workspace.yaml")
        + "\n  metrics: { type: metric, records: model/metrics.yaml }\n",
      to: "Assets/workspace.yaml")
    try workspace.folder.write("- id: [", to: "Assets/model/metrics.yaml")
  }
}

import Diagnostics
import Testing

@testable import ReportPipeline

/// Which publications a build makes.
struct BuildPlanTests {
  private let workspace: SampleWorkspace

  init() throws { workspace = try SampleWorkspace() }

  private func plan(
    _ change: (inout BuildOptions) -> Void = { _ in }
  ) throws -> (stems: [String], diagnostics: [Diagnostic]) {
    var options = BuildOptions()
    change(&options)
    let inputs = workspace.inputs(layouts: options.layouts)
    let plan = BuildPlan.make(try #require(inputs.output), options)
    return (plan.output?.map(\.stem) ?? [], inputs.diagnostics + plan.diagnostics)
  }

  @Test func `layouts come in the order of their names, records in the model's`() throws {
    try workspace.writeLayout("sheet", each: "projects", output: "sheets/{item.id}")
    try workspace.writeLayout("book", output: "book")
    let plan = try plan()
    #expect(plan.diagnostics == [])
    #expect(
      plan.stems == [
        "book.de", "book.en", "sheets/a.de", "sheets/a.en", "sheets/b.de", "sheets/b.en",
      ])
  }

  @Test func `languages are those asked for, in the workspace's order`() throws {
    try workspace.writeLayout("book", output: "book")
    #expect(try plan { $0.languages = ["en"] }.stems == ["book.en"])
    #expect(try plan { $0.languages = ["en", "de"] }.stems == ["book.de", "book.en"])
    #expect(try plan { $0.languages = ["EN"] }.stems == ["book.en"])
  }

  @Test func `languages in one publication are made together if one of them is asked for`() throws {
    try workspace.writeLayout("book", output: "book")
    try workspace.writeLayout("both", output: "both", more: "languages: parallel")
    #expect(try plan().stems == ["book.de", "book.en", "both.de-en"])
    #expect(try plan { $0.languages = ["en"] }.stems == ["book.en", "both.de-en"])
    #expect(try plan { $0.languages = ["fr"] }.stems == [])
  }

  @Test func `a language that the workspace lacks is an error, the others are planned`() throws {
    try workspace.writeLayout("book", output: "book")
    let plan = try plan { $0.languages = ["fr", "de"] }
    #expect(plan.stems == ["book.de"])
    #expect(plan.diagnostics.identifiers == ["language.not-in-workspace"])
    #expect(plan.diagnostics.first?.message.contains("“fr”") == true)
    #expect(plan.diagnostics.first?.hints == ["it has de, en"])
  }

  @Test func `records are those asked for`() throws {
    try workspace.writeLayout("sheet", each: "projects", output: "sheets/{item.id}")
    try workspace.writeLayout("book", output: "book")
    let plan = try plan {
      $0.records = ["b"]
      $0.languages = ["de"]
    }
    #expect(plan.stems == ["sheets/b.de"])
    #expect(plan.diagnostics == [])
  }

  @Test func `an unknown record is an error with the nearest name`() throws {
    try workspace.writeProjects(SampleWorkspace.project("gardens"))
    try workspace.writeLayout("sheet", each: "projects", output: "sheets/{item.id}")
    let plan = try plan { $0.records = ["garden"] }
    #expect(plan.stems == [])
    #expect(plan.diagnostics.identifiers == ["record.unknown"])
    #expect(plan.diagnostics.first?.hints == ["did you mean “gardens”?"])
  }

  @Test func `a format that no layout makes is an error that says what they make`() throws {
    try workspace.writeLayout("book", output: "book", formats: "[pdf, csv]")
    let plan = try plan { $0.formats = ["svg", "csv"] }
    #expect(plan.stems == ["book.de", "book.en"])
    #expect(plan.diagnostics.identifiers == ["format.not-made"])
    #expect(plan.diagnostics.first?.hints == ["book makes pdf, csv"])
  }

  @Test func `layouts that make none of the formats are not planned`() throws {
    try workspace.writeLayout("book", output: "book", formats: "[pdf]")
    try workspace.writeLayout("card", output: "card", formats: "[png]")
    let plan = try plan {
      $0.formats = ["png"]
      $0.languages = ["de"]
    }
    #expect(plan.stems == ["card.de"])
    #expect(plan.diagnostics == [])
  }

  @Test func `of two publications with one name the first stays`() throws {
    try workspace.writeLayout("sheet", each: "projects", output: "sheets/one")
    let plan = try plan { $0.languages = ["de"] }
    #expect(plan.stems == ["sheets/one.de"])
    let problem = try #require(plan.diagnostics.first("output.clash"))
    #expect(problem.record == "b")
    #expect(problem.layout == "sheet")
    #expect(problem.location?.file == "Assets/model/projects.yaml")
    #expect(problem.hints.first?.contains("Assets/model/projects.yaml:1:3") == true)
  }

  /// Some file systems hold `A.pdf` and `a.pdf` for the same.
  @Test func `names that differ only in case clash`() throws {
    try workspace.writeLayout("book", output: "Out/Book")
    try workspace.writeLayout("leaflet", output: "out/book")
    let plan = try plan { $0.languages = ["en"] }
    #expect(plan.stems == ["Out/Book.en"])
    #expect(plan.diagnostics.identifiers == ["output.clash"])
  }

  @Test func `a layout with an error is left out, the others are planned`() throws {
    try workspace.writeLayout("book", output: "book", content: "{projecs}")
    try workspace.writeLayout("card", output: "card")
    let plan = try plan { $0.languages = ["de"] }
    #expect(plan.stems == ["card.de"])
    #expect(plan.diagnostics.identifiers == ["layout.unknown-path"])
    #expect(plan.diagnostics.first?.layout == "book")
    #expect(plan.diagnostics.first?.hints == ["did you mean “projects”?"])
  }

  @Test func `outputs cannot leave their folder`() throws {
    for output in ["../book", "/book", "a//book", ".book", "a/../../book", "bücher", "a b"] {
      try workspace.writeLayout("book", output: output)
      let plan = try plan()
      #expect(plan.stems == [], "\(output)")
      #expect(plan.diagnostics.identifiers == ["layout.bad-output"], "\(output)")
    }
  }

  @Test func `a workspace without layouts says so`() throws {
    let plan = try plan()
    #expect(plan.stems == [])
    #expect(plan.diagnostics.identifiers == ["workspace.no-layouts"])
  }
}

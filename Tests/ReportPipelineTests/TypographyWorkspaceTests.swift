import Diagnostics
import Languages
import Testing

@testable import ReportPipeline

/// What a whole workspace says of its typography.
struct TypographyWorkspaceTests {
  private let workspace: SampleWorkspace

  init() throws { workspace = try SampleWorkspace() }

  private func warnings(_ text: String, wanted: String = "") throws -> [Diagnostic] {
    try workspace.folder.write(
      """
      title: { de: Probe, en: Sample }
      date: 2026-01-15
      languages: [de, en]
      \(wanted)
      model:
        projects: { type: project, records: model/projects.yaml }
      """, to: "Assets/workspace.yaml")
    try workspace.writeProjects(
      "- { id: a, name: { de: \"Bürger*innen\", en: a } }\n")
    try workspace.writeLayout("book", output: "book", content: text)
    return workspace.inputs().diagnostics
  }

  @Test func `a second gender sign is a warning with the places of both`() throws {
    let problem = try #require(try warnings("Alle Besucher:innen").first)
    #expect(problem.identifier == "text.mixed-gender-signs")
    #expect(problem.severity == .warning)
    #expect(problem.message == "the gender signs “*” and “:” are both used")
    #expect(problem.location.map { "\($0)" } == "Layouts/book.yaml:10:34")
    #expect(
      problem.hints
        == ["write “*” there, too", "“*” stands first in Assets/model/projects.yaml:1:31"])
  }

  @Test func `one sign everywhere is none`() throws {
    #expect(try warnings("Alle Besucher*innen") == [])
    #expect(try warnings("Alle Besucher*innen", wanted: "typography: { gender-sign: \"*\" }") == [])
  }

  @Test func `a workspace may ask for its sign`() throws {
    let found = try warnings("Alle Besucher:innen", wanted: "typography: { gender-sign: \":\" }")
    #expect(found.map(\.message) == ["the gender sign “*” is used"])
    #expect(found.first?.location.map { "\($0)" } == "Assets/model/projects.yaml:1:31")
    #expect(found.first?.hints.first?.contains("asks for “:”") == true)
  }

  /// The languages of a workspace may be variants, with rules of their own or of their language.
  @Test(arguments: [("en-EU", "EUR\u{A0}34.5\u{A0}million"), ("de-AT", "34,5\u{A0}Mio.\u{A0}€")])
  func `a workspace may be in a variant of a language`(tag: String, expected: String) throws {
    try workspace.folder.write(
      """
      title: { \(tag): Sample }
      date: 2026-01-15
      languages: [\(tag)]
      model:
        metrics: { type: metric, records: model/metrics.yaml }
      """, to: "Assets/workspace.yaml")
    try workspace.folder.write(
      "- { id: m, label: { \(tag): Sum }, value: 34500000, unit: EUR }\n",
      to: "Assets/model/metrics.yaml")
    try workspace.writeLayout(
      "book", output: "book", formats: "[md]", content: "Sum: {first(metrics)}")
    var options = BuildOptions()
    options.workspace = workspace.folder.path
    options.output = workspace.folder.path + "/build"
    let outcome = ReportBuilder.build(options, executable: "") { _ in }
    #expect(outcome.messages == [])
    #expect(outcome.files.map(\.path) == ["book.\(tag).md"])
    let text = try workspace.folder.text("build/book.\(tag).md")
    #expect(text.contains("Sum: \(expected)"))
  }
}

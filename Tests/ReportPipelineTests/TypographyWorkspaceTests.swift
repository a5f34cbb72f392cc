import Diagnostics
import Languages
import TemporaryFolders
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

  /// Builds one layout as Markdown in a workspace of its own, and gives what was said and written.
  private func built(
    _ content: String, workspace keys: String, languages: String = "[de]", layout more: String = "",
    edition: String = "de"
  ) throws -> (messages: [String], text: String) {
    try workspace.folder.write(
      """
      title: { de: Probe, en: Sample }
      date: 2026-01-15
      languages: \(languages)
      \(keys)
      model:
        metrics: { type: metric, records: model/metrics.yaml }
        quotations: { type: quotation, record: model/quotation.yaml }
        sources: { type: source, records: model/sources.yaml }
      """, to: "Assets/workspace.yaml")
    try workspace.folder.write(
      "- { id: m, label: { de: \"Summe z.B.\", en: \"Sum\" }, value: 34500000, unit: EUR }\n",
      to: "Assets/model/metrics.yaml")
    try workspace.folder.write(
      "{ speaker: Ada, text: { de: \"Alle Besucher:innen - ja\", en: Yes } }\n",
      to: "Assets/model/quotation.yaml")
    try workspace.folder.write(
      "- { id: s, title: \"Für Radfahrer_innen\", url: \"https://a.example.org\" }\n",
      to: "Assets/model/sources.yaml")
    try workspace.writeLayout(
      "book", output: "book", formats: "[md]", content: content, more: more)
    var options = BuildOptions()
    options.workspace = workspace.folder.path
    options.output = workspace.folder.path + "/build"
    let outcome = ReportBuilder.build(options, executable: "") { _ in }
    let text = (try? workspace.folder.text("build/book.\(edition).md")) ?? ""
    return (
      outcome.messages.map { "\($0)" },
      text.replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "^")
    )
  }

  @Test(arguments: [
    ("typography: off", "", "2018-2019 - {first(metrics).label}", "2018-2019 - Summe z.B."),
    ("typography: { dashes: false }", "", "2018-2019 - z.B.", "2018–2019 - z.^B."),
    ("typography: off", "typography: { ranges: true }", "2018-2019 - z.B.", "2018–2019 - z.B."),
    ("", "typography: { ranges: false }", "2018-2019 - z.B.", "2018-2019~– z.^B."),
  ])
  func `a workspace turns rules off, and a layout on again`(
    keys: String, more: String, typed: String, expected: String
  ) throws {
    let built = try built(typed, workspace: keys, languages: "[de, en]", layout: more)
    #expect(built.messages == [])
    #expect(built.text.contains("\n\(expected)\n"), "\(built.text)")
  }

  /// The words of a person and the titles of works keep the signs that they were written with.
  @Test func `what others wrote is no slip`() throws {
    let built = try built(
      "Bürger*innen – {quotations.text}, {first(sources).title}", workspace: "",
      languages: "[de, en]")
    #expect(built.messages == [])
    #expect(built.text.contains("Bürger\\*innen~– Alle Besucher:innen~– ja, Für Radfahrer_innen"))
  }

  @Test func `a variant takes the texts of its language`() throws {
    let built = try built(
      "{first(metrics).label} {first(metrics)}", workspace: "", languages: "[de, en-EU]",
      edition: "en-EU")
    #expect(built.messages == [])
    #expect(built.text.contains("Sum EUR~34.5~million"), "\(built.text)")
    #expect(built.text.contains("language: \"en-EU\""))
  }
}

import Diagnostics
import Languages
import ReportModel
import Testing

/// What authors type and paste into the texts of records.
@Suite struct TypedTextTests {
  private func fixture(_ text: String, _ more: String = "") throws -> ModelFixture {
    try ModelFixture(projects: text, workspace: more)
  }

  /// Control characters are told with their place, and the record is as good as before.
  @Test func windows1252() throws {
    let read = try fixture(
      "- { id: a, name: { de: \"Die \\x84Stadt\\x93\", en: City }, lead: { de: \"u\\u0308ber\", en: x } }\n"
    )
    #expect(read.problems == ["p.yaml:1:29 text.windows-1252"])
    let problem = try #require(read.diagnostics.first)
    #expect(problem.severity == .warning)
    #expect(problem.record == "a" && problem.language == "de" && !problem.hints.isEmpty)
    let model = try #require(read.model)
    let german = try #require(LanguageTag("de"))
    #expect(model["projects.a.name"]?.localized?[german] == "Die „Stadt“")
    #expect(
      model["projects.a.lead"]?.localized?[german].map { Array($0.unicodeScalars) }
        == Array("über".unicodeScalars))
    #expect(model.records(in: "projects").first?.isSound == true)
  }

  /// A spreadsheet keeps the signs of Windows-1252 as they were pasted: with `;`, a decimal comma and
  /// a mark of byte order, as German Excel saves it.
  @Test func pastedIntoASpreadsheet() throws {
    let read = try ModelFixture([
      "workspace.yaml": ModelFixture.head + "  rows: { type: row, records: rows.csv }\n"
        + "types: { row: { fields: { text: localized-text, size: number } } }\n",
      "rows.csv":
        "\u{FEFF}id;text.de;text.en;size\r\na;\u{84}Stadt\u{93} \u{96} so\u{85};x;34,5\r\n",
    ])
    #expect(read.problems == ["rows.csv:2:3 text.windows-1252"])
    let model = try #require(read.model)
    let german = try #require(LanguageTag("de"))
    #expect(model["rows.a.text"]?.localized?[german] == "„Stadt“ – so…")
    #expect(model["rows.a.size"]?.number?.plain == "34.5")
  }

  @Test func firstUsesOfGenderSigns() throws {
    let read = try fixture(
      """
      - id: a
        name: { de: A, en: "plug:in" }
        lead: { de: "Alle Bürger*innen", en: Citizens }
        text: { de: "Noch Bürger*innen,\\nBesucher:innen", en: Citizens }
      """)
    #expect(read.problems == [])
    let signs = try #require(read.model).genderSigns
    #expect(signs[.star].map { "\($0)" } == "Assets/p.yaml:3:27")
    #expect(signs[.colon].map { "\($0)" } == "Assets/p.yaml:4:44")
    #expect(signs[.underscore] == nil)
  }

  @Test(arguments: [
    ("off", ""), ("on", ""), ("{ quotes: false, gender-sign: \"*\" }", ""),
    ("{ quots: false }", "workspace.yaml:6:15 model.unknown-key"),
    ("{ quotes: maybe }", "workspace.yaml:6:23 model.wrong-type"),
    ("{ gender-sign: \"/\" }", "workspace.yaml:6:28 model.wrong-type"),
    ("sometimes", "workspace.yaml:6:13 model.wrong-type"),
    ("[a]", "workspace.yaml:6:13 model.wrong-type"),
  ])
  func workspaceKey(value: String, problem: String) throws {
    let read = try fixture("[]\n", "typography: \(value)\n")
    #expect(read.problems == (problem.isEmpty ? [] : [problem]))
    if !problem.isEmpty { #expect(read.diagnostics.allSatisfy { !$0.hints.isEmpty }) }
  }
}

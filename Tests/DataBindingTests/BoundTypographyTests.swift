import DataBinding
import Diagnostics
import DocumentTree
import Languages
import ReportModel
import Testing

/// Typography of what a layout binds: what is typed is composed, what is printed is not.
@Suite struct BoundTypographyTests {
  private static let quotation = [
    "workspace.yaml": SampleModel.workspace
      .replacing(
        "  sources: {", with: "  quotations: { type: quotation, records: q.yaml }\n  sources: {"),
    "q.yaml": """
    - { id: said, speaker: Ada, text: { de: "3 x 4 - 'z.B.' -5 \\"ja\\"...", en: "We're 3 x 4" } }
    """,
  ]

  private func texts(_ template: String, _ more: String = "", _ language: String = "de") throws
    -> String
  {
    let bound = try BoundLayout(
      "- paragraph: '\(template)'", more, model: SampleModel.read(Self.quotation))
    #expect(bound.diagnostics.map(\.rendered) == [])
    return try bound.texts(language).joined(separator: " ¶ ").replacing("\u{A0}", with: "~")
      .replacing("\u{202F}", with: "^")
  }

  @Test(arguments: [
    // The words of a person keep their letters and digits; marks and spaces are set.
    ("{first(quotations).text}", "3 x 4~– ‚z.^B.‘ -5 „ja“…"),
    ("\"{first(quotations).text}\"", "„3 x 4~– ‚z.^B.‘ -5 ‚ja‘…“"),
    // Values are context for what is typed around them.
    ("\"{first(projects).name}\" - {first(projects).number} km", "„Ähre“~– 3~km"),
    ("S. {first(projects).number}", "S.~3"), ("{first(metrics).year}-2020", "2019–2020"),
    ("{first(projects).tags | join: --}", "x--y"),
    ("{first(projects).mentor.id}-{first(projects).mentor.born}", "ada-10.~Dezember 1815"),
    ("{first(sources).url | host}...", "a.example.org…"),
  ])
  func values(template: String, expected: String) throws {
    #expect(try texts(template) == expected)
  }

  @Test(arguments: [
    ("typography: off", "\"a\" - b..."), ("typography: { quotes: false }", "\"a\"~– b…"),
    ("typography: { dashes: false, spaces: false }", "„a“ - b…"), ("typography: on", "„a“~– b…"),
  ])
  func switches(more: String, expected: String) throws {
    #expect(try texts("\"a\" - b...", more) == expected)
  }

  @Test func switchProblems() throws {
    try expectMarks(
      "- paragraph: x",
      """
      typography: { quots: false, dashes: 3 }
      #             ^ layout.unknown-key did you mean “quotes”?
      #                                   ^ layout.wrong-type { quotes: false }
      """)
    try expectMarks("- paragraph: x", "typography: never\n#           ^ layout.wrong-type")
  }

  /// Texts beside the running text have the same marks: titles, alternative texts, chart labels.
  @Test func textsForReaders() throws {
    let bound = try BoundLayout(
      """
      - bars: 'Der "Rang" - 3 x'
        content:
          - each: metrics
            as: metric
            content:
              - bar: '"{metric.label}" z.B.'
                value: metric
      """)
    let tag = try #require(LanguageTag("de"))
    #expect(bound.trees[tag]?.metadata.title.isEmpty == false)
    guard case .chart(let chart) = try #require(bound.nodes().first).content,
      case .bars(let bars) = chart.kind
    else {
      Issue.record("no chart")
      return
    }
    #expect(chart.alternativeText == "Der „Rang“\u{A0}– 3 x")
    #expect(bars.first?.label == "„Ideen“ z.\u{202F}B.")
  }

  /// Names and labels of the model may hold spans, though they are no CommonMark.
  @Test func spansOfPlainTexts() throws {
    let model = try SampleModel.read([
      "sources.yaml": """
      - { id: a, title: "*Die* [City]{lang=en} [1] a]\\\\{b}" }
      - { id: b, title: "x" }
      - { id: c, title: "x" }
      """
    ])
    let bound = try BoundLayout("- paragraph: \"{first(sources).title}\"", model: model)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(try bound.texts() == ["*Die* (en: City) [1] a]{b}"])
  }
}

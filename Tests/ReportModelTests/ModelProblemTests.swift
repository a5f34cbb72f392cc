import Diagnostics
import ReportModel
import Testing

/// Each kind of mistake is told with its place, and all of them at once.
@Suite struct ModelProblemTests {
  private static let sound = "  name: { de: A, en: A }\n"

  @Test(arguments: [
    ("  nmae: x\n", "3:3 model.unknown-key", "did you mean “name”?"),
    ("  number: four\n", "3:11 model.wrong-type", "for example 2019"),
    ("  number: 1.5\n", "3:11 model.wrong-type", "for example 2019"),
    ("  lead: plain\n", "3:9 model.wrong-type", "for example { de: …, en: … }"),
    ("  lead: { de: X }\n", "3:9 model.missing-language", "add `en: …`"),
    ("  lead: { de: X, en: ' ' }\n", "3:9 model.missing-language", "add `en: …`"),
    (
      "  lead: { de: X, en: Y, fr: Z }\n", "3:25 model.unknown-language", "its languages are de, en"
    ),
    ("  programme: nowhere\n", "3:14 model.dangling-reference", ""),
    ("  facts: x\n", "3:10 model.wrong-type", "begin each entry"),
    ("  facts: [x]\n", "3:11 model.wrong-type", "its keys are id, kind"),
    (
      "  facts: [{ kind: plce, text: { de: A, en: A } }]\n", "3:19 model.bad-value",
      "did you mean “place”?"
    ),
    ("  facts: [{ kind: place }]\n", "3:11 model.missing-field", "add it"),
    (
      "  links: [{ url: 'ftp://x', label: { de: A, en: A } }]\n", "3:18 model.wrong-type",
      "for example https"
    ),
    (
      "  links: [{ url: 'https://', label: { de: A, en: A } }]\n", "3:18 model.wrong-type",
      "for example https"
    ),
    (
      "  milestones: [{ date: 2019-02-29, text: { de: A, en: A } }]\n", "3:24 model.wrong-type",
      "for example 2018-08-24"
    ),
    (
      "  milestones: [{ date: 24.8.2018, text: { de: A, en: A } }]\n", "3:24 model.wrong-type",
      "for example 2018-08-24"
    ),
    (
      "  metrics: [{ id: m, label: { de: A, en: A }, value: 1, unit: EURO }]\n",
      "3:63 model.unknown-unit", "did you mean “EUR”?"
    ),
    (
      "  metrics: [{ id: m, label: { de: A, en: A }, value: '1.000,5' }]\n",
      "3:54 model.wrong-type", "for example 34.5"
    ),
    (
      "  metrics: [{ id: M, label: { de: A, en: A }, value: 1 }]\n", "3:19 model.bad-id",
      "use 1 to 100"
    ),
    ("  image: { file: x.png, alt: { de: A, en: A } }\n", "3:18 file.missing", ""),
    ("  image: { file: workspace.yaml }\n", "3:10 model.missing-alternative-text", "add `alt:`"),
    ("  image: { file: ../../x.png, decorative: true }\n", "3:18 path.outside-workspace", ""),
    (
      "  image: { file: workspace.yaml, decorative: true, focus: left }\n", "3:59 model.bad-value",
      "write two shares"
    ),
    ("  image: { fiel: x }\n", "3:12 model.unknown-key", "did you mean “file”?"),
  ])
  func aField(_ text: String, expected: String, hint: String) throws {
    let read = try ModelFixture(projects: "- id: a\n\(Self.sound)\(text)")
    #expect(read.problems.first == "p.yaml:" + expected)
    #expect(hint.isEmpty || read.diagnostics.first?.hints.first?.hasPrefix(hint) == true)
    #expect(read.diagnostics.allSatisfy { $0.record == "a" })
    #expect(read.model?.records(in: "projects").map(\.isSound) == [false])
  }

  @Test func allProblemsAtOnce() throws {
    let read = try ModelFixture(
      projects: """
        - id: a
          name: { de: A, en: A }
        - id: B c
          name: { de: B, en: B }
          lead: [x]
        - name: { de: C }
        - id: a
          name: { de: D, en: D }
          number: x
        - 17

        """)
    #expect(
      read.problems == [
        "p.yaml:3:7 model.bad-id", "p.yaml:5:9 model.wrong-type",
        "p.yaml:6:9 model.missing-language", "p.yaml:6:3 model.missing-field",
        "p.yaml:9:11 model.wrong-type", "p.yaml:7:7 model.duplicate-id",
        "p.yaml:10:3 model.wrong-type",
      ])
    #expect(read.diagnostics[5].hints == ["it stands before in Assets/p.yaml:1:7"])
    #expect(read.diagnostics[2].language == "en")
    #expect(read.diagnostics[2].message.contains("“name”"))
    #expect(read.model?.records(in: "projects").first?.isSound == true)
  }

  @Test func wrongTypesSayWhatWasFound() throws {
    let read = try ModelFixture(projects: "- id: a\n\(Self.sound)  number: four\n")
    #expect(
      read.diagnostics.map(\.message) == [
        "“number” wants a whole number, and this is the text “four”"
      ])
  }

  @Test func brokenFilesAreTold() throws {
    #expect(try ModelFixture(projects: "- id: [\n").problems == ["p.yaml:2:1 yaml.syntax"])
    #expect(try ModelFixture(projects: "").problems == ["p.yaml:1:1 yaml.empty"])
    #expect(try ModelFixture(projects: "text").problems == ["p.yaml:1:1 model.wrong-type"])
    #expect(try ModelFixture([:]).problems.map { $0.hasSuffix("file.missing") } == [true])
  }

  /// One cause, one problem: what follows from a file that cannot be read is not told as well.
  @Test(arguments: [
    ("- id: [\n", "2:1 yaml.syntax"), ("id,nmae.de\nx,y\n", "1:4 model.bad-column"),
    ("id,number\nx\n", "2:1 csv.ragged-row"),
  ])
  func unreadableFilesMakeNoDanglingReferences(text: String, expected: String) throws {
    let name = text.hasPrefix("-") ? "g.yaml" : "g.csv"
    let read = try ModelFixture([
      "workspace.yaml": ModelFixture.head
        + "  projects: { type: project, records: p.yaml }\n"
        + "  programmes: { type: programme, records: \(name) }\n",
      "p.yaml": "- { id: a, name: { de: A, en: A }, programme: x }\n", name: text,
    ])
    #expect(read.problems == ["\(name):\(expected)"])
  }

  @Test func computedFieldsAreNotWritten() throws {
    let read = try ModelFixture([
      "workspace.yaml": ModelFixture.head + "  programmes: { type: programme, records: p.yaml }\n",
      "p.yaml": "- id: a\n  name: { de: A, en: A }\n  metrics: [x]\n",
    ])
    #expect(read.problems == ["p.yaml:3:12 model.computed-field"])
    #expect(read.diagnostics.first?.hints == ["write `programme: …` into each metric instead"])
  }

  @Test func limits() throws {
    let long = String(repeating: "ä", count: 200_001)
    let texts = try ModelFixture(
      projects: "- id: a\n  name: { de: \(long), en: \(long.dropLast()) }\n")
    #expect(texts.problems == ["p.yaml:2:15 model.text-too-long"])
    let entries = String(repeating: "x, ", count: 100_001)
    let lists = try ModelFixture(
      projects: "- id: a\n\(Self.sound)  metrics: [{ source: [\(entries)] }]\n")
    #expect(lists.problems.contains("p.yaml:3:23 model.list-too-long"))
  }

  /// Very many problems end with a count, and cost no time that grows with their square.
  @Test func manyProblems() throws {
    var projects = ""
    var programmes = ""
    for index in 0..<20_000 {
      let record = "- { id: record-\(index), name: { de: A, en: A }"
      programmes += record + " }\n"
      projects += record + ", programme: record-\(index)x }\n"
    }
    let clock = ContinuousClock()
    let start = clock.now
    let read = try ModelFixture(
      [
        "workspace.yaml": ModelFixture.head + """
            programmes: { type: programme, records: g.yaml }
            projects: { type: project, records: p.yaml }

          """,
        "p.yaml": projects,
        "g.yaml": programmes,
      ])
    #expect(read.diagnostics.count == 1001)
    #expect(read.diagnostics.last?.identifier == "model.more-problems")
    #expect(read.diagnostics.first?.hints == ["did you mean “record-0”?"])
    #expect(clock.now - start < .seconds(60))
  }
}

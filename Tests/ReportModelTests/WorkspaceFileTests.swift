import Diagnostics
import Languages
import ReportModel
import SourceFiles
import Testing

@Suite struct WorkspaceFileTests {
  /// A workspace's own types and fields work like the built-in ones.
  @Test func ownTypesAndFields() throws {
    let read = try ModelFixture([
      "workspace.yaml": ModelFixture.head + """
          schools: { type: school, records: schools.csv }
          projects: { type: project, records: p.yaml }
          contact: { type: person, record: contact.yaml }
        types:
          school:
            description: A school.
            fields:
              name: { type: localized-text, required: true }
              pupils: number
              kind: { type: choice, choices: [primary, secondary] }
              head: { type: record, of: person }
              days: { type: list, of: date }
              projects: { type: back-references, of: project, by: school }
          person: { fields: { name: text, cup: unit } }
        fields:
          project: { district: { type: text, required: true }, school: { type: reference, to: school } }
        units: { cups: { de: Tassen, en: cups } }
        """,
      "schools.csv": """
      id,name.de,name.en,pupils,head.name,days
      s1,Schule,School,312,Ada,2019|2020-05
      s2,Andere,Other,,,

      """,
      "p.yaml": "- { id: a, name: { de: A, en: A }, district: Hörde, school: s1 }\n",
      "contact.yaml": "{ name: Ada, cup: cups }\n",
    ])
    #expect(read.diagnostics.map(\.rendered) == [])
    let model = try #require(read.model)
    #expect(model["schools.s1.pupils"]?.number == DecimalNumber("312"))
    #expect(model["schools.s1.head.name"]?.text == "Ada")
    #expect(
      model["schools.s1.days"]
        == .list([.date(PartialDate(year: 2019)), .date(PartialDate(year: 2020, month: 5))]))
    #expect(model["schools.s1.projects.1.district"]?.text == "Hörde")
    #expect(model["schools.s2.projects"] == .list([]))
    let english = try #require(LanguageTag("en"))
    #expect(model["projects.a.school.name"]?.localized?[english] == "School")
    #expect(model["contact.cup"]?.text == "cups")
    let rules = LanguageCatalogue.builtIn.adding(units: model.units.forms)
    let german = try #require(LanguageTag("de").flatMap { rules[$0] })
    let quantity = Quantity(value: DecimalNumber(significand: 5), unit: "cups")
    #expect(german.format(quantity).full == "5\u{A0}Tassen")
  }

  @Test(arguments: [
    (
      "types: { school: { fields: { x: nubmer } } }", "5:33 model.unknown-type",
      "did you mean “number”?"
    ),
    ("types: { project: { fields: {} } }", "5:10 model.duplicate-type", "add fields"),
    ("types: { School: { fields: {} } }", "5:10 model.bad-name", "begin with"),
    (
      "types: { school: { fields: { x: { type: reference, to: projct } } } }",
      "5:56 model.unknown-type", "did you mean “project”?"
    ),
    (
      "types: { school: { fields: { x: { type: list } } } }", "5:41 model.missing-key",
      "for example `of: text`"
    ),
    (
      "types: { a: { fields: { x: { type: record, of: a, required: true } } } }",
      "5:10 model.endless-record", "make one"
    ),
    (
      "types: { a: { fields: { x: { type: back-references, of: metric, by: label } } } }",
      "5:36 model.unknown-field", "known here: programme, source"
    ),
    ("fields: { project: { name: text } }", "5:22 model.duplicate-field", "choose another"),
    ("fields: { projet: { name: text } }", "5:11 model.unknown-type", "did you mean “project”?"),
    ("filds: {}", "5:1 model.unknown-key", "did you mean “fields”?"),
    ("units: [a]", "5:8 model.wrong-type", ""),
    ("units: { cups: { de: Tassen } }", "5:16 model.missing-language", "add `en: …`"),
  ])
  func schemaProblems(text: String, expected: String, hint: String) throws {
    let read = try ModelFixture([
      "workspace.yaml": "title: T\ndate: 2026\nlanguages: [de, en]\nmodel: {}\n" + text + "\n"
    ])
    #expect(read.problems == ["workspace.yaml:" + expected])
    #expect(hint.isEmpty || read.diagnostics.first?.hints.first?.hasPrefix(hint) == true)
  }

  @Test(arguments: [
    ("{ type: projet, records: p.yaml }", "5:14 model.unknown-type"),
    ("{ type: project }", "5:6 model.missing-key"),
    ("{ type: project, record: a.yaml, records: b.yaml }", "5:6 model.missing-key"),
    ("{ type: project, records: p.yml }", "5:32 file.missing"),
    ("{ type: project, records: [q/*.yaml] }", "5:33 folder.missing"),
    ("{ type: project, records: [p*.csv] }", "5:33 file.missing"),
    ("{ type: project, records: ../../p.yaml }", "5:32 path.outside-workspace"),
    ("{ type: project, records: /etc/passwd }", "5:32 path.outside-workspace"),
    ("{ type: project, records: p.yaml, lists: { metrcs: m.csv } }", "5:49 model.unknown-key"),
    ("[]", "5:6 model.wrong-type"),
  ])
  func entryProblems(text: String, expected: String) throws {
    let read = try ModelFixture([
      "workspace.yaml": ModelFixture.head + "  x: " + text + "\n",
      "p.yaml": "- { id: a, name: { de: A, en: A } }\n",
    ])
    #expect(read.problems == ["workspace.yaml:" + expected])
  }

  @Test(arguments: [
    ("languages: [de, xx]", "3:17 model.unknown-language"),
    ("languages: []", "3:12 model.wrong-type"),
    ("languages: [de, de]", "3:17 model.duplicate-language"),
  ])
  func languageProblems(text: String, expected: String) throws {
    let read = try ModelFixture(["workspace.yaml": "title: T\ndate: 2026\n\(text)\nmodel: {}\n"])
    #expect(read.problems == ["workspace.yaml:" + expected])
  }
}

import DataBinding
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel
import SampleLayouts
import Testing

/// Loops, conditions, components.
@Suite struct LoopTests {
  /// The numbers of the projects that a loop with these keys goes through.
  private func numbers(_ keys: String, _ language: String = "de") throws -> [String] {
    let bound = try BoundLayout(
      "- each: projects\n  as: project\n  content:\n    - paragraph: \"{project.number}\"\n"
        + SampleLayout.indented(keys, by: 2))
    #expect(bound.diagnostics.map(\.rendered) == [])
    return try bound.texts(language)
  }

  @Test(arguments: [
    ("", ["3", "1", "12"]), ("sort: project.number", ["1", "3", "12"]),
    ("sort: -project.number", ["12", "3", "1"]),
    ("limit: 2", ["3", "1"]), ("offset: 1", ["1", "12"]), ("offset: 3", []),
    ("sort: project.number\noffset: 1\nlimit: 1", ["3"]), ("limit: 0", []),
    ("where: project.number > 1\nsort: project.number", ["3", "12"]),
    ("where: project.number > 100\notherwise:\n  - paragraph: none", ["none"]),
    ("if: count(projects) > 3", []),
    ("if: count(projects) > 3\notherwise:\n  - paragraph: none", []),
    ("offset: 3\notherwise:\n  - paragraph: none", ["none"]),
    // Those without a value come last, whichever way it goes; equal ones keep their order.
    ("sort: project.lead", ["3", "1", "12"]), ("sort: -project.lead", ["3", "1", "12"]),
    ("sort: [project.programme.id, -project.number]", ["3", "1", "12"]),
    ("sort: [-project.programme.number, project.number]", ["12", "1", "3"]),
  ])
  func keys(keys: String, expected: [String]) throws {
    #expect(try numbers(keys) == expected)
  }

  /// German sorts Ähre beside Ahre, before Apfel, and English has other names.
  @Test func namesInTheOrderOfTheLanguage() throws {
    #expect(try numbers("sort: project.name", "de") == ["3", "12", "1"])
    #expect(try numbers("sort: project.name", "en") == ["12", "3", "1"])
  }

  @Test(arguments: [
    ("project.number == 3", ["3"]), ("project.number != 3", ["1", "12"]),
    ("project.programme == \"two\"", ["12"]), ("project.programme.id == 'two'", ["12"]),
    ("project.programme != first(programmes)", ["12"]), ("project.lead", ["3"]),
    ("missing(project.lead)", ["1", "12"]), ("not project.lead and project.number < 5", ["1"]),
    ("project.number >= 3 and project.number <= 3", ["3"]),
    ("project.mentor.born < 1900", ["3", "1"]), ("project.mentor.born.year == 1815", ["3", "1"]),
    ("project.mentor.born > 1815", []), ("project.lead == \"satz\"", []),
    ("project.lead == \"Satz\"", ["3"]), ("project.gap == project.lead", ["1", "12"]),
    ("project.gap < \"a\"", []), ("\"alpha\" == project", ["3"]),
    ("language == \"de\"", ["3", "1", "12"]),
    ("count(project.tags) == 2 or project.number == 1", ["3", "1"]),
  ])
  func conditions(condition: String, expected: [String]) throws {
    #expect(try numbers("where: |-\n  \(condition)") == expected)
  }

  @Test func conditionsChooseContent() throws {
    let bound = try BoundLayout(
      """
      - when: count(projects) > 2
        content: [{ paragraph: many }]
        otherwise: [{ paragraph: few }]
      - when: count(projects) > 3
        content: [{ paragraph: many }]
        otherwise:
          - paragraph: few
          - paragraph: left out
            if: "false"
      """)
    #expect(try bound.texts() == ["many", "few"])
  }

  @Test func backReferencesAndNestedRecords() throws {
    let bound = try BoundLayout(
      """
      - each: programmes
        as: programme
        content:
          - paragraph: "{programme.name}: {programme.projects | list}, {count(programme.metrics)}"
          - each: programme.projects
            as: project
            content:
              - each: project.facts
                as: fact
                content:
                  - paragraph: "{project.id} {fact.text}"
      - each: people
        as: person
        content:
          - paragraph: "{person.name | upper} {person.projects | list}"
      """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(
      try bound.texts() == [
        "Eins: Ähre und Zebra, 2", "alpha Erste", "alpha Zweite", "Zwei: Apfel, 1",
        "ADA [1] *X* Ähre und Zebra", "BOB ",
      ])
  }

  @Test func componentsSeeOnlyWhatTheyAreGiven() throws {
    let bound = try BoundLayout(
      """
      - each: people
        as: person
        content:
          - use: card
            with: { who: "{person}", words: "{person.id} & {organisation.name}", all: "{person.projects}" }
      """,
      """
      components:
        card:
          parameters: { who: person, words: text, all: list of project }
          content:
            - paragraph: "{who.name} {words}"
            - use: line
              with: { items: "{all}" }
        line:
          parameters: { items: list of project }
          content:
            - paragraph: "{count(items)}"
      """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    #expect(
      try bound.texts() == ["Ada [1] *x* ada & Stadt", "2", "Bob bob & Stadt", "0"])
  }

  @Test func pagesForEachRecord() throws {
    let bound = try BoundLayout(
      layout: SampleLayout.head + """
        pages:
          - each: programmes
            as: programme
            where: programme.number < 3
            pages:
              - page: one
                background: "{programmes}"
                if: "false"
              - flow: two
                content: [{ paragraph: "{programme.name}" }]
          - page: last
            if: count(programmes) == 2
        """)
    #expect(bound.diagnostics.map(\.rendered) == [])
    let german = try #require(bound.trees[SampleLayout.languages[0]])
    #expect(german.sections.count == 3)
    let records = german.sections.flatMap { section -> [String] in
      guard case .flow(let nodes) = section.kind else { return [] }
      return nodes.map(\.identity.record)
    }
    #expect(records == ["one", "two"])
  }

  // MARK: Limits

  /// A model of so many projects.
  private func model(of count: Int) throws -> WorkspaceModel {
    var text = ""
    for index in 0..<count {
      text += "- { id: p-\(index), number: \(index), name: { de: \"N\(index % 97)\", en: X } }\n"
    }
    return try SampleModel.read(["projects.yaml": text])
  }

  /// A loop is bounded by memory, not by the stack.
  @Test func longLoops() throws {
    let bound = try BoundLayout(
      """
      - each: projects
        as: project
        sort: [project.name, -project.number]
        content:
          - each: programmes
            as: programme
            content:
              - each: metrics
                as: metric
                limit: 2
                content:
                  - paragraph: "{project.number}"
      """, model: try model(of: 10_000))
    #expect(bound.diagnostics.map(\.rendered) == [])
    let texts = try bound.texts()
    #expect(texts.count == 40_000)
    #expect(texts[0] == String(9_999 / 97 * 97))
  }

  /// Loops in loops multiply; they end with an error rather than with the memory.
  @Test func loopsThatMultiply() throws {
    var blocks = ""
    for level in 0..<8 {
      let indent = String(repeating: "    ", count: level)
      blocks += "\(indent)- each: projects\n\(indent)  as: p\(level)\n\(indent)  content:\n"
    }
    let bound = try BoundLayout(
      blocks + String(repeating: "    ", count: 8) + "- space: 1mm", model: try model(of: 500),
      turns: 10_000)
    #expect(bound.diagnostics.map(\.identifier) == ["layout.too-large", "layout.too-large"])
    #expect(bound.diagnostics.map(\.language) == ["de", "en"])
  }

  @Test func componentsThatMultiply() throws {
    var components = "components:\n  c0: { content: [{ space: 1mm }] }\n"
    for level in 1..<15 {
      let uses = Array(repeating: "{ use: c\(level - 1) }", count: 10).joined(separator: ", ")
      components += "  c\(level): { content: [\(uses)] }\n"
    }
    let bound = try BoundLayout("- use: c14", components, turns: 10_000)
    #expect(bound.diagnostics.map(\.identifier) == ["layout.too-large", "layout.too-large"])
    #expect(bound.diagnostics.first?.trace.isEmpty == false)
  }
}

import DataBinding
import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel
import SampleLayouts
import Testing

/// One publication in several languages: what stands beside what.
struct JointBindingTests {
  static let parallel = "languages: parallel"

  /// The publication with all problems of reading, checking and binding.
  func joint(
    _ blocks: String, _ more: String = parallel, model: WorkspaceModel? = nil
  ) throws -> Diagnosed<PublicationTree> {
    try joint(layout: SampleLayout.flow(blocks, more), model: model)
  }

  private func joint(
    layout text: String, model: WorkspaceModel? = nil
  ) throws -> Diagnosed<PublicationTree> {
    let model = try model ?? SampleModel.read()
    let read = SampleLayout.read(text)
    let layout = try #require(read.output, "\(read.diagnostics.map(\.rendered))")
    let problems = LayoutChecker.check(layout, schema: model.schema, model: model)
    let binder = PublicationBinder(
      layout: layout, model: model,
      languages: LanguageCatalogue.builtIn.adding(units: model.units.forms))
    let plan = try #require(binder.plans().output?.first)
    let bound = binder.bind(plan, languages: layout.languages.order)
    return Diagnosed(bound.output, read.diagnostics + problems + bound.diagnostics)
  }

  /// The rows of the first flow: `Eins | One`, `= both` for what stands once.
  private func rows(_ tree: PublicationTree?) -> [String] {
    guard case .flow(let nodes)? = tree?.sections.first?.kind,
      case .parallel(let parallel)? = nodes.first?.content
    else { return [] }
    return rows(parallel)
  }

  private func rows(_ parallel: Parallel) -> [String] {
    parallel.rows.flatMap { row -> [String] in
      switch row {
      case .sides(let sides): [sides.map { $0.map(text) ?? "–" }.joined(separator: " | ")]
      case .whole(let nodes):
        if case .parallel(let inner)? = nodes.standing?.content {
          rows(inner).map { "( " + $0 + " )" }
        } else {
          ["= " + (nodes.standing.map(text) ?? "")]
        }
      }
    }
  }

  private func text(_ node: BlockNode) -> String {
    switch node.content {
    case .paragraph(let paragraph): paragraph.inlines.dump
    case .list(let list): "list of \(list.items.count)"
    case .space: "space"
    case .row(let row): row.cells.flatMap(\.content).map(text).joined(separator: ", ")
    case .parallel(let parallel): "[" + rows(parallel).joined(separator: "; ") + "]"
    default: "\(node.content)"
    }
  }

  @Test func `headings, paragraphs and each paragraph of a text stand beside their counterparts`()
    throws
  {
    let joint = try joint(
      """
      - each: programmes
        as: programme
        content:
          - heading: "{programme.name}"
          - text: "{programme.text}"
      - space: 3mm
      """)
    #expect(joint.diagnostics == [])
    #expect(
      rows(joint.output) == [
        "Eins | One", "Erst **fett**. | First **bold**.",
        "Dann <https://example.org/|Netz>. | Then <https://example.org/|web>.", "Zwei | Two",
        "= space",
      ])
    #expect(joint.output?.languages.map(\.rawValue) == ["de", "en"])
  }

  @Test func `what only one language says leaves a hole, which is told of with both counts`()
    throws
  {
    for arrangement in ["parallel", "facing"] {
      let joint = try joint(
        """
        - paragraph: a
        - paragraph: { de: "", en: translated }
        - when: language == "de"
          content:
            - paragraph: nur deutsch
        - when: language == "de"
          content:
            - rule: 1pt
            - paragraph: "{organisation.name} · {organisation.name | in: en}"
              shared: true
        - paragraph: b
        """, "languages: \(arrangement)")
      #expect(
        rows(joint.output).filter { !$0.hasPrefix("=") && !$0.hasPrefix("rule") } == [
          "a | a", "– | translated", "nur deutsch | –", "b | b",
        ])
      #expect(joint.diagnostics.map(\.identifier) == ["languages.lonely", "languages.lonely"])
      #expect(joint.diagnostics.allSatisfy { $0.severity == .warning })
      let messages = joint.diagnostics.map(\.message).sorted()
      #expect(messages.first?.hasPrefix("“nur deutsch” in “de” has no counterpart in “en”") == true)
      #expect(
        messages.last?.hasPrefix("“translated” in “en” has no counterpart in “de”: side by") == true
      )
    }
  }

  @Test func `containers whose contents cannot be level are told of, others are not`() throws {
    let level = """
      - row:
          - cell: 3
            content: [{ paragraph: a }]
          - cell: 3
            content: [{ rule: 1pt }, { paragraph: b }]
      - columns: 2
        content: [{ paragraph: c }]
      - box: [{ paragraph: d }, { paragraph: e }]
      - grid: 2
        content: [{ paragraph: f }, { paragraph: g }]
      """
    #expect(try joint(level).diagnostics == [])
    for (name, block) in [
      ("columns", "- columns: 2\n  content: [{ paragraph: a }, { paragraph: b }]"),
      (
        "row",
        "- box:\n    - row:\n        - cell: 3\n          content: [{ heading: a }, { paragraph: b }]"
      ),
      ("grid", "- grid: 2\n  content: [{ stack: [{ paragraph: a }, { paragraph: b }] }]"),
    ] {
      let joint = try joint(block)
      #expect(joint.diagnostics.map(\.identifier) == ["languages.not-level"])
      #expect(joint.diagnostics.first?.message.contains("inside “\(name)”") == true)
      #expect(joint.diagnostics.first?.location?.line ?? 0 > 0)
      #expect(try self.joint(block + "\n  shared: true").diagnostics == [])
    }
  }

  @Test func `a figure that stands once has its caption in every language`() throws {
    let figure = """
      - figure:
        content: [{ space: 20mm }]
        caption: { de: Lage, en: Where it is }
        shared: true
      """
    let below = try joint(figure)
    #expect(below.diagnostics == [])
    let rows = rows(below.output)
    #expect(rows.count == 2)
    #expect(rows.first?.hasPrefix("= figure") == true)
    #expect(rows.last?.contains("Lage | ") == true)
    #expect(rows.last?.hasSuffix("Where it is") == true)
    let above = self.rows(try joint(figure + "\n  caption-position: above").output)
    #expect(above.first?.contains("Lage | ") == true)
    #expect(above.last?.hasPrefix("= figure") == true)
  }

  @Test func `boxes and groups hold rows, shared blocks stand once and may hold both languages`()
    throws
  {
    let joint = try joint(
      """
      - box:
          - paragraph: { de: Kasten, en: box }
        padding: 3pt
      - keep:
          - paragraph: { de: A, en: B }
      - paragraph: "{organisation.name} · {organisation.name | in: en}"
        shared: true
      - row:
          - cell: 1
            content:
              - paragraph: "1"
          - cell: 5
            content:
              - parallel:
                  - paragraph: { de: links, en: right }
        shared: true
      """)
    #expect(joint.diagnostics == [])
    #expect(
      rows(joint.output) == [
        "( Kasten | box )", "( A | B )", "= Stadt · (en: City)", "= 1, [links | right]",
      ])
  }

  @Test func `labels too are read in the language that is asked for`() throws {
    let joint = try joint(
      "- paragraph: \"{label.what} · {label.what | in: en}\"\n  shared: true",
      "languages: parallel\nlabels:\n  what: { de: Wert, en: Value }")
    #expect(joint.diagnostics == [])
    #expect(rows(joint.output) == ["= Wert · (en: Value)"])
  }

  @Test func `lists keep the order of the leading language`() throws {
    let blocks = """
      - each: projects
        as: project
        sort: project.name
        content:
          - paragraph: "{project.name}"
      """
    let german = try joint(blocks)
    let english = try joint(blocks, "languages: { arrange: parallel, order: [en, de] }")
    #expect(german.diagnostics == [] && english.diagnostics == [])
    #expect(rows(german.output).allSatisfy { !$0.contains("–") })
    let turned = rows(english.output).map {
      $0.split(separator: " | ").reversed().joined(separator: " | ")
    }
    #expect(turned.sorted() == rows(german.output).sorted())
  }

  @Test func `anchors of the other language have names of their own, links of it lead to them`()
    throws
  {
    let joint = try joint(
      """
      - contents:
      - heading: { de: Eins, en: One }
      - heading: Shared
        shared: true
        anchor: both
      - paragraph: more
        link: "#both"
      """)
    #expect(joint.diagnostics == [])
    let anchors = try #require(joint.output).anchors
    #expect(anchors == ["heading-1", "heading-1.en", "both"])
    var entries: [String] = []
    func look(_ nodes: [BlockNode]) {
      for node in nodes {
        if case .contents(let contents) = node.content { entries += contents.entries.map(\.anchor) }
        look(node.innerNodes)
      }
    }
    if case .flow(let nodes)? = joint.output?.sections.first?.kind { look(nodes) }
    #expect(entries == ["heading-1", "both", "heading-1.en", "both"])
  }

  @Test func `a frame has the language that it names`() throws {
    let text =
      SampleLayout.head + """
        languages: parallel
        pages:
          - page: one
            frames:
              - frame: { columns: 1-6 }
                content:
                  - paragraph: "{organisation.name}"
              - frame: { columns: 1-6 }
                language: en
                content:
                  - paragraph: "{organisation.name}"
        """
    let joint = try joint(layout: text)
    #expect(joint.diagnostics == [])
    // Without a language, and without “parallel:” or “shared: true”, English is silently lost.
    let lost = try self.joint(layout: text.replacing("        language: en\n", with: ""))
    #expect(lost.diagnostics.map(\.identifier) == ["languages.frame", "languages.frame"])
    #expect(lost.diagnostics.first?.hints.first?.contains("“parallel:”") == true)
    let said = text.replacing("        language: en\n", with: "")
      .replacing("name}\"", with: "name} · {organisation.name | in: en}\"")
    #expect(try self.joint(layout: said).diagnostics == [])
    let shared = text.replacing("        language: en\n", with: "")
      .replacing("name}\"", with: "name}\"\n            shared: true")
    #expect(try self.joint(layout: shared).diagnostics == [])
    guard case .fixed(let frames)? = joint.output?.sections.first?.kind else {
      Issue.record("no frames")
      return
    }
    #expect(frames.flatMap(\.content).map(text(_:)) == ["Stadt", "City"])
    // An edition of its own language leaves such a frame out.
    let bound = try BoundLayout(layout: text.replacing("languages: parallel\n", with: ""))
    let german = try #require(bound.trees.first { $0.key.rawValue == "de" }).value
    guard case .fixed(let own)? = german.sections.first?.kind else { return }
    #expect(own.flatMap(\.content).map(text(_:)) == ["Stadt"])
  }

  @Test func `another style may take a style's place in one language`() throws {
    let joint = try joint(
      "- paragraph: a\n- paragraph: b\n  style: small",
      "languages: { arrange: parallel, styles: { en: { body: label } } }")
    #expect(joint.diagnostics == [])
    guard case .flow(let nodes)? = joint.output?.sections.first?.kind else { return }
    var names: [String] = []
    for node in nodes.flatMap(\.innerNodes) {
      if case .paragraph(let paragraph) = node.content { names.append(paragraph.style.name) }
    }
    #expect(names == ["body", "label", "small", "small"])
  }

  @Test func `the halves of a turned publication have masters and places of their own`() throws {
    let joint = try joint("- heading: \"{organisation.name}\"", "languages: turned")
    #expect(joint.diagnostics == [])
    let tree = try #require(joint.output)
    #expect(tree.editions.map(\.firstSection) == [0, 1])
    #expect(tree.sections.map { $0.language?.rawValue } == ["de", "en"])
    #expect(Set(tree.sections.map(\.master)).count == 2)
    #expect(tree.anchors == ["heading-1", "heading-1.en"])
  }
}

import DataBinding
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel
import SampleLayouts
import Testing

/// What only the records show to be wrong is told with its place, its record and what led there.
@Suite struct BindingProblemTests {
  @Test func aColourThatTheModelNames() throws {
    let bound = try BoundLayout(
      """
      - each: programmes
        as: programme
        content:
          - use: outer
            with: { programme: "{programme}" }
      """,
      """
      components:
        outer:
          parameters: { programme: programme }
          content:
            - use: card
              with: { color: "{programme.colour}" }
        card:
          parameters: { color: text }
          content:
            - box: []
              background: "{color} 20%"
      """)
    #expect(
      bound.diagnostics.map(\.identifier) == ["layout.unknown-color", "layout.unknown-color"])
    let problem = try #require(bound.diagnostics.first)
    #expect(problem.message == "the palette has no colour “mauve”")
    #expect(problem.location?.description == "Layouts/t.yaml:16:21")
    #expect(problem.record == "two")
    #expect(problem.layout == "t")
    #expect(problem.language == "de")
    #expect(
      problem.trace.map(\.description) == ["Layouts/t.yaml:10:14", "Layouts/t.yaml:23:18"])
    #expect(problem.hints == ["known here: ink, paper, teal"])
  }

  @Test func aColourThatIsMissing() throws {
    let model = try SampleModel.read([
      "programmes.yaml":
        "- { id: one, number: 1, name: { de: A, en: A } }\n- { id: two, number: 2, name: { de: A, en: A }, colour: teal }\n"
    ])
    let bound = try BoundLayout(
      layout: SampleLayout.head + """
        for: { each: programmes, as: programme }
        masters: { full: { background: "{programme.colour}" } }
        pages:
          - page: one
            master: full
            background: "{programme.colour}"
        """, model: model)
    #expect(
      bound.diagnostics.map { "\($0.location?.line ?? 0) \($0.record ?? "") \($0.message)" } == [
        "11 one the colour is missing in the model", "7 one the colour is missing in the model",
        "11 one the colour is missing in the model", "7 one the colour is missing in the model",
      ])
  }

  @Test func aTextureThatTheModelNames() throws {
    let bound = try BoundLayout(
      """
      - ornament: texture
        content:
          - stratum: 1
            color: teal
            texture: "{organisation.id}"
      """)
    #expect(
      bound.diagnostics.map(\.identifier) == ["layout.unknown-choice", "layout.unknown-choice"])
    #expect(bound.diagnostics.first?.location?.line == 11)
  }

  @Test func headingsOfTheModelNeedStyles() throws {
    let model = try SampleModel.read([
      "organisation.yaml":
        "{ id: city, name: { de: A, en: A }, about: { de: \"# a\\n\\n### b\", en: x } }\n"
    ])
    let bound = try BoundLayout("- text: \"{organisation.about}\"", model: model)
    #expect(bound.diagnostics.map(\.message) == ["the theme has no style “heading-4”"])
    #expect(bound.diagnostics.first?.language == "de")
  }

  /// A picture or chart that is not decorative always has words for those who do not see it.
  @Test func alternativeTexts() throws {
    let blocks = """
      - each: projects
        as: project
        where: project.id == "beta"
        content:
          - bars: "{project.lead}"
            content: [{ bar: x, value: 1 }]
          - timeline: " "
            content: [{ event: x, date: 2019 }]
          - diagram: "{project.gap}"
            content: [{ actor: x }]
          - qr-code: "https://x.org"
            alt: "{project.gap}"
      """
    let bound = try BoundLayout(blocks)
    #expect(
      bound.diagnostics.map { "\($0.location?.line ?? 0) \($0.identifier) \($0.record ?? "")" }
        .prefix(4) == [
          "13 layout.missing-alternative-text beta", "15 layout.missing-alternative-text beta",
          "17 layout.missing-alternative-text beta", "19 layout.missing-alternative-text beta",
        ])
    #expect(bound.diagnostics.count == 8)
    let decorative = blocks.replacing("    - bars", with: "    - bars").replacing(
      "content: [", with: "decorative: true\n      content: [")
    let silent = try BoundLayout(
      decorative + "\n      decorative: true")
    #expect(silent.diagnostics.map(\.rendered) == [])
  }

  /// An unsound record may lack words that the model asks for; the binder does not hide that.
  @Test func picturesOfUnsoundRecords() throws {
    let sound = try SampleModel.read()
    let type = try #require(sound.schema.type("project"))
    func project(_ image: ImageReference) throws -> Record {
      var record = try #require(sound.record(type: "project", id: "alpha"))
      record.values[try #require(type.index(of: "image"))] = .image(image)
      return record
    }
    func bound(_ image: ImageReference) throws -> BoundLayout {
      let model = WorkspaceModel(
        schema: sound.schema, languages: sound.languages, metadata: sound.metadata,
        units: sound.units, files: [], collections: ["projects": [try project(image)]],
        singletons: [:])
      return try BoundLayout(
        """
        - each: projects
          as: project
          content:
            - image: project.image
              caption: "{project.image.alt}[[ ({project.image.credit})]]"
        """, model: model)
    }
    let german = SampleLayout.languages[0]
    let whole = try bound(
      ImageReference(
        file: "a.png", alternativeText: Localized(everywhere: "Bild", in: SampleLayout.languages),
        credit: "Ada"))
    #expect(whole.diagnostics == [])
    guard case .image(let picture)? = try whole.nodes().first?.content else {
      Issue.record("no picture")
      return
    }
    #expect(picture.alternativeText == "Bild")
    #expect(picture.caption?.inlines == [.text("Bild (Ada)")])
    let half = try bound(
      ImageReference(file: "a.png", alternativeText: Localized([german: "Bild"])))
    #expect(half.diagnostics.map(\.identifier) == ["layout.missing-alternative-text"])
    #expect(half.diagnostics.map(\.language) == ["en"])
    let none = try bound(ImageReference(file: "a.png", alternativeText: nil))
    #expect(none.diagnostics.count == 2)
    let decorative = try bound(
      ImageReference(file: "a.png", alternativeText: nil, isDecorative: true))
    #expect(decorative.diagnostics == [])
    #expect(try decorative.nodes().map(\.isDecorative) == [true])
  }

  // MARK: Outputs

  @Test(arguments: [
    ("fact-sheets/{record.id}", nil), ("a/b_c/d.1", nil), ("{record.number}", nil),
    ("../{record.id}", "../alpha"), ("/tmp/x", "/tmp/x"), ("\"\"", ""), ("{record.gap}", ""),
    ("a//b", "a//b"), ("a/./b", "a/./b"), (".hidden", ".hidden"), ("a/b.", "a/b."),
    ("a b", "a b"), ("{record.name}", "Ähre"), ("a\\b", "a\\b"), ("a/", "a/"),
    ("{label.long}", String(repeating: "x", count: 201)),
  ])
  func outputs(output: String, refused: String?) throws {
    let head = SampleLayout.head.replacing(
      "output: t/t", with: "output: \(output.first == "\"" ? output : "'\(output)'")")
    let bound = try BoundLayout(
      layout: head + """
        for: { each: projects, as: record, where: record.id == "alpha" }
        labels: { long: \(String(repeating: "x", count: 201)) }
        pages: []
        """)
    guard let refused else {
      #expect(bound.diagnostics.map(\.rendered) == [])
      #expect(bound.plans.count == 1)
      return
    }
    #expect(bound.plans.isEmpty)
    #expect(bound.diagnostics.map(\.identifier) == ["layout.bad-output"])
    let problem = try #require(bound.diagnostics.first)
    #expect(problem.message == "“\(refused)” cannot be the path of an output")
    #expect(problem.location?.line == 4)
    #expect(problem.record == "alpha")
    #expect(problem.layout == "t")
  }

  @Test func unknownLanguage() throws {
    let model = try SampleModel.read()
    let layout = try #require(SampleLayout.read(SampleLayout.flow("- paragraph: x")).output)
    let binder = PublicationBinder(layout: layout, model: model, languages: .builtIn)
    let plan = try #require(binder.plans().output?.first)
    let bound = binder.bind(plan, language: try #require(LanguageTag("fr")))
    #expect(bound.output == nil)
    #expect(bound.diagnostics.map(\.identifier) == ["language.unknown"])
    #expect(bound.diagnostics.first?.hints.first?.contains("de, en") == true)
  }
}

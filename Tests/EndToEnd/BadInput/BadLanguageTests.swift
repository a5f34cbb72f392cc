import Testing

/// Languages in one publication that do not go together: told with place, the other layouts built.
struct BadLanguageTests {
  private let workspace: BrokenWorkspace
  private let sheet = "Layouts/sheet.yaml"
  private let projects = "Assets/model/projects.yaml"

  init() throws { workspace = try BrokenWorkspace() }

  /// Lets the sheets hold both languages, with the text of each project side by side.
  private func join(_ arrangement: String) throws {
    try workspace.replace("pages:\n", with: "languages: \(arrangement)\npages:\n", in: sheet)
    try workspace.replace(
      "- text: \"{project.text}\"", with: "- parallel: [{ text: \"{project.text}\" }]", in: sheet)
  }

  @Test func `an unknown arrangement`() throws {
    try join("paralel")
    try workspace.build().expectOneError(
      at: workspace.place(of: "paralel", in: sheet),
      saying: ["“paralel” is not possible here", "did you mean “parallel”?"],
      stillBuilding: SoundOutputs.files(of: "overview"))
  }

  /// The one error of a build that leaves out the sheet of the yard and makes that of the roof.
  private func expectUnequal(_ words: [String]) throws {
    try join("parallel")
    let run = try workspace.build()
    #expect(run.run.status == 1)
    let error = try #require(run.errors.first, "\(run.run.errors)")
    #expect(run.errors.count == 1)
    #expect(error.place == (try workspace.place(of: "\"Im Jahr", in: projects)))
    let text = error.sentence + "\n" + error.hints.joined(separator: "\n")
    for word in words + ["record yard", "the text in “en” is at \(projects):6"] {
      #expect(text.contains(word), "\(text)")
    }
    #expect(run.files.contains("sheets/roof.de-en.pdf"))
    #expect(!run.files.contains { $0.hasPrefix("sheets/yard") })
  }

  @Test func `a paragraph without a counterpart`() throws {
    try workspace.replace(
      "die ersten Bäume.\"", with: "die ersten Bäume.\\n\\nDann die Bänke.\"", in: projects)
    try expectUnequal([
      "“project.text” has 2 paragraphs in “de” and 1 in “en”",
      "the paragraph “Dann die Bänke.” in “de” has no counterpart",
    ])
  }

  @Test func `an item of a list without a counterpart`() throws {
    try workspace.replace(
      "die ersten Bäume.\"", with: "die ersten Bäume:\\n\\n- eine Linde\\n- eine Eiche\"",
      in: projects)
    try workspace.replace(
      "The first trees come in 2025.\"", with: "The first trees:\\n\\n- a lime\"", in: projects)
    try expectUnequal([
      "“project.text” has 2 items in “de” and 1 in “en”", "the item “eine Eiche” in “de”",
    ])
  }

  @Test func `a workspace with one language`() throws {
    try join("turned")
    try workspace.replace(
      "languages: [de, en]", with: "languages: [de]", in: "Assets/workspace.yaml")
    let run = try workspace.build()
    let place = try workspace.place(of: "turned", in: sheet)
    let error = try #require(run.errors.first { $0.place == place }, "\(run.run.errors)")
    #expect(error.sentence.contains("“turned” needs two languages, but there is only “de”"))
    #expect(error.hints.first?.contains("Assets/workspace.yaml") == true)
    #expect(!run.files.contains { $0.hasPrefix("sheets/") })
  }
}

import Testing

/// Layouts and themes with something wrong: told before anything is drawn, the other layouts built.
struct BadLayoutTests {
  private let workspace: BrokenWorkspace
  private let sheet = "Layouts/sheet.yaml"
  private let overview = "Layouts/overview.yaml"
  private let theme = "Layouts/themes/plain.yaml"

  init() throws { workspace = try BrokenWorkspace() }

  @Test func `an empty layout`() throws {
    try workspace.write("", to: overview)
    try workspace.build().expectOneError(
      at: "\(overview):1:1", saying: ["the file is empty", "layout overview"],
      stillBuilding: SoundOutputs.sheets)
  }

  @Test func `an unknown key`() throws {
    try workspace.replace("gutter: 3mm", with: "guter: 3mm", in: overview)
    try workspace.build().expectOneError(
      at: workspace.place(of: "guter", in: overview),
      saying: ["unknown key “guter”", "did you mean “gutter”?"],
      stillBuilding: SoundOutputs.sheets)
  }

  @Test func `an unknown path`() throws {
    try workspace.replace("{programme.lead}", with: "{programme.laed}", in: overview)
    try workspace.build().expectOneError(
      at: workspace.place(of: "laed", in: overview),
      saying: ["programme has no field “laed”", "did you mean “lead”?"],
      stillBuilding: SoundOutputs.sheets)
  }

  @Test func `an unknown style`() throws {
    try workspace.replace("style: small", with: "style: smal", in: sheet)
    try workspace.build().expectOneError(
      at: workspace.place(of: "smal", in: sheet),
      saying: ["there is no style “smal”", "did you mean “small”?"],
      stillBuilding: SoundOutputs.files(of: "overview"))
  }

  @Test func `an unknown colour`() throws {
    try workspace.replace("color: green, hyphenate", with: "color: gren, hyphenate", in: theme)
    let build = try workspace.build()
    try build.expectFailure(stillBuilding: [])
    // Both layouts use the theme, of which it is said once.
    #expect(build.errors.count == 1)
    let error = try #require(build.errors.first)
    #expect(try error.place == workspace.place(of: "gren,", in: theme))
    #expect(error.sentence.hasSuffix("[layout overview and 1 more layout]"))
    #expect(error.hints == ["did you mean “green”?"])
  }

  @Test func `an unknown unit of length`() throws {
    try workspace.replace("height: 40mm", with: "height: 40em", in: sheet)
    try workspace.build().expectOneError(
      at: workspace.place(of: "40em", in: sheet), saying: ["12mm, 9.5pt or 2 lines"],
      stillBuilding: SoundOutputs.files(of: "overview"))
  }

  @Test func `a label without a language`() throws {
    try workspace.replace("{ de: Programm, en: Programme }", with: "{ de: Programm }", in: sheet)
    try workspace.build().expectOneError(
      at: workspace.place(of: "{ de: Programm }", in: sheet),
      saying: ["this text has no “en”", "add “en: …”"],
      stillBuilding: SoundOutputs.files(of: "overview"))
  }

  @Test func `a theme that is not there`() throws {
    try workspace.replace("theme: plain", with: "theme: plane", in: overview)
    try workspace.build().expectOneError(
      at: workspace.place(of: "plane", in: overview),
      saying: ["there is no theme “plane”", "did you mean “plain”?"],
      stillBuilding: SoundOutputs.sheets)
  }

  @Test func `a component that uses itself`() throws {
    try workspace.replace(
      "      - heading: \"{programme.name}\"",
      with: "      - use: entry\n        with: { programme: \"{programme}\" }", in: overview)
    try workspace.build().expectOneError(
      at: workspace.place(of: "parameters: { programme", in: overview),
      saying: ["the component “entry” uses itself"], stillBuilding: SoundOutputs.sheets)
  }

  @Test func `text that does not fit its frame`() throws {
    try workspace.replace("height: 40mm", with: "height: 7mm", in: sheet)
    let build = try workspace.build()
    try build.expectFailure(stillBuilding: SoundOutputs.files(of: "overview"))
    #expect(build.errors.count == 4)
    for record in ["yard", "roof"] {
      for language in ["de", "en"] {
        let error = try #require(
          build.errors.first {
            $0.sentence.hasSuffix("[layout sheet, record \(record), language \(language), page 1]")
          })
        #expect(
          try error.place == workspace.place(of: "frame: { columns: 1-6, top: 10mm", in: sheet))
        // The excess is a number in millimetres, and what sticks out is named.
        #expect(error.sentence.contains(/the content is \d+\.\d mm higher than its frame/))
        #expect(error.sentence.contains(/: 1 line, about \d0 characters too long; from/))
        #expect(error.sentence.contains(/; from “.+” on it does not fit/))
      }
    }
  }

  @Test func `only the record whose text is too long is left out`() throws {
    let long = Array(repeating: "Der Hof bekommt Bäume und Beete.", count: 40)
    try workspace.replace(
      "Der Hof bekommt Bäume.", with: long.joined(separator: " "), in: "Assets/model/projects.yaml")
    let rest = SoundOutputs.everything.filter { !$0.hasPrefix("sheets/yard.de.") }
    try workspace.build().expectOneError(
      at: workspace.place(of: "frame: { columns: 1-6, top: 10mm", in: sheet),
      saying: ["[layout sheet, record yard, language de, page 1]", " mm higher than its frame"],
      stillBuilding: rest)
  }

  @Test func `a missing font family`() throws {
    try workspace.replace("text: Vollkorn", with: "text: Volkorn", in: theme)
    let build = try workspace.build()
    try build.expectFailure(stillBuilding: [])
    for error in build.errors {
      #expect(error.sentence.contains("the font family “Volkorn” (weight 400)"))
      #expect(error.sentence.contains("is neither in the workspace nor on this system"))
      #expect(error.hints.first == "did you mean “Vollkorn”?")
    }
  }

  /// Which character, in which font, in which text of which record and language.
  @Test func `a missing glyph`() throws {
    let projects = "Assets/model/projects.yaml"
    try workspace.replace("Lettuce grows", with: "Lettuce 生 grows", in: projects)
    let build = try workspace.build()
    try build.expectFailure(
      stillBuilding: SoundOutputs.everything.filter { !$0.hasPrefix("sheets/roof.en.") })
    #expect(build.errors.count == 1)
    for word in ["生", "Vollkorn", "Lettuce", "record roof", "language en"] {
      #expect(build.errors.first?.sentence.contains(word) == true, "\(word): \(build.run.errors)")
    }
  }
}

import TemporaryFolders
import Testing

/// Model files with something wrong: a sentence with place and hint, the rest built, exit status 1.
///
/// The rest is what shows no record that has errors: the overview shows no projects, the sheets no
/// metrics and no sources.
struct BadModelTests {
  private let workspace: BrokenWorkspace
  private let file = "Assets/workspace.yaml"
  private let projects = "Assets/model/projects.yaml"
  private let metrics = "Assets/model/metrics.yaml"
  private let sources = "Assets/model/sources.yaml"

  init() throws { workspace = try BrokenWorkspace() }

  @Test func `the sound workspace builds everything`() throws {
    #expect(Set(try SoundOutputs.built().bytes.keys) == SoundOutputs.everything)
  }

  @Test func `an empty file`() throws {
    try workspace.write("", to: sources)
    try workspace.build().expectOneError(
      at: "\(sources):1:1", saying: ["the file is empty"], stillBuilding: SoundOutputs.sheets)
  }

  @Test func `an empty workspace file`() throws {
    try workspace.write("", to: file)
    try workspace.build().expectOneError(
      at: "\(file):1:1", saying: ["the file is empty"], stillBuilding: [])
  }

  @Test func `broken YAML`() throws {
    try workspace.replace(" en: \"New trees\" }", with: " en: \"New trees\"", in: metrics)
    try workspace.build().expectOneError(
      at: workspace.place(of: "value:", in: metrics), saying: ["}"],
      stillBuilding: SoundOutputs.sheets)
  }

  @Test func `a wrong type`() throws {
    try workspace.replace("number: 2", with: "number: [2]", in: projects)
    try workspace.build().expectOneError(
      at: workspace.place(of: "[2]", in: projects),
      saying: ["“number” wants a whole number", "a list", "for example"],
      stillBuilding: SoundOutputs.files(of: "overview", "sheets/yard"))
  }

  @Test func `an unknown key`() throws {
    try workspace.replace("  number: 2", with: "  numbr: 2", in: projects)
    try workspace.build().expectOneError(
      at: workspace.place(of: "numbr", in: projects),
      saying: ["a project has no field “numbr”", "did you mean “number”?"],
      stillBuilding: SoundOutputs.files(of: "overview", "sheets/yard"))
  }

  @Test func `a duplicate key`() throws {
    try workspace.replace("number: 1", with: "number: 1\n  number: 3", in: projects)
    try workspace.build().expectOneError(
      at: workspace.place(of: "number: 3", in: projects),
      saying: ["the key “number” comes twice", "line 2, column 3"],
      stillBuilding: SoundOutputs.files(of: "overview"))
  }

  @Test func `a duplicate identifier`() throws {
    try workspace.replace("id: roof", with: "id: yard", in: projects)
    try workspace.build().expectOneError(
      at: "\(projects):8:7",
      saying: ["the project “yard” comes twice", "it stands before in \(projects):1:7"],
      stillBuilding: SoundOutputs.files(of: "overview", "sheets/yard"))
  }

  @Test func `an alias bomb`() throws {
    var bomb = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "- &a\(level) [\(aliases)]\n"
    }
    try workspace.write(bomb, to: metrics)
    let build = try workspace.build()
    try build.expectFailure(stillBuilding: SoundOutputs.sheets)
    #expect(build.run.duration < 10)
    let first = try #require(build.problems.first)
    #expect(first.place == "\(metrics):1:3")
    #expect(first.sentence.contains("anchors and aliases are not allowed here"))
    // One problem for each of them would be a bomb, too.
    #expect(build.problems.count <= 110)
  }

  @Test func `a missing language`() throws {
    try workspace.replace(", en: \"Lettuce grows on the roof.\"", with: "", in: projects)
    try workspace.build().expectOneError(
      at: workspace.place(of: "{ de: \"Auf dem Dach", in: projects),
      saying: ["“lead” has no text in “en”", "record roof", "add `en: …`"],
      stillBuilding: SoundOutputs.files(of: "overview", "sheets/yard"))
  }

  @Test func `a dangling reference`() throws {
    try workspace.replace("programme: green", with: "programme: gren", in: projects)
    try workspace.build().expectOneError(
      at: workspace.place(of: "gren", in: projects),
      saying: ["names the programme “gren”, which does not exist", "did you mean “green”?"],
      stillBuilding: SoundOutputs.files(of: "overview", "sheets/roof"))
  }

  @Test func `a file that is not there`() throws {
    try workspace.replace("model/sources.yaml", with: "model/source.yaml", in: file)
    try workspace.build().expectOneError(
      at: workspace.place(of: "model/source.yaml", in: file),
      saying: ["there is no file “Assets/model/source.yaml”", "did you mean “\(sources)”?"],
      stillBuilding: SoundOutputs.sheets)
  }

  @Test func `bytes that are no UTF-8`() throws {
    var bytes = try Files.bytes(workspace.path(sources))
    bytes.replace(Array("Bericht".utf8), with: [0x42, 0xE4, 0x72])
    try workspace.write(bytes, to: sources)
    try workspace.build().expectOneError(
      at: "\(sources):2:18", saying: ["UTF-8"], stillBuilding: SoundOutputs.sheets)
  }

  @Test func `a table with a quote that never ends`() throws {
    try workspace.replace("model/sources.yaml", with: "model/sources.csv", in: file)
    try workspace.write(
      "id,title.de,title.en\nreport,\"Bericht der Stadt,Town report\n",
      to: "Assets/model/sources.csv")
    try workspace.build().expectOneError(
      at: "Assets/model/sources.csv:2:8", saying: ["a quoted field never ends"],
      stillBuilding: SoundOutputs.sheets)
  }

  @Test func `a row with a field too few`() throws {
    try workspace.replace("model/sources.yaml", with: "model/sources.csv", in: file)
    try workspace.write(
      "id,title.de,title.en\nreport,Bericht der Stadt\n", to: "Assets/model/sources.csv")
    try workspace.build().expectOneError(
      at: "Assets/model/sources.csv:2:1", saying: ["the row has 2 fields, and the header has 3"],
      stillBuilding: SoundOutputs.sheets)
  }
}

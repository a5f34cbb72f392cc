import Foundation
import TemporaryFolders
import Testing

/// Pictures and fonts that are missing, broken or somewhere else.
struct BadPictureTests {
  private let workspace: BrokenWorkspace
  private let projects = "Assets/model/projects.yaml"
  /// What does not show the first project.
  private let rest = SoundOutputs.files(of: "overview", "sheets/roof")

  /// The workspace with a place for a picture on each sheet.
  init() throws {
    workspace = try BrokenWorkspace()
    try workspace.replace(
      "          - text: \"{project.text}\"",
      with: "          - text: \"{project.text}\"\n          - image: project.image",
      in: "Layouts/sheet.yaml")
  }

  /// Gives the first project a picture.
  private func usePicture(_ file: String) throws {
    try workspace.replace(
      "  programme: green",
      with: "  programme: green\n  image: { file: \(file), alt: { de: Hof, en: Yard } }",
      in: projects)
  }

  @Test func `a missing picture`() throws {
    try workspace.write("x", to: "Assets/pictures/yard.png")
    try usePicture("pictures/yart.png")
    try workspace.build().expectOneError(
      at: workspace.place(of: "pictures/yart.png", in: projects),
      saying: [
        "there is no file “Assets/pictures/yart.png”", "did you mean “Assets/pictures/yard.png”?",
      ], stillBuilding: rest)
  }

  @Test(arguments: ["yard.png", "yard.jpg", "yard.svg"])
  func `a picture that is none`(name: String) throws {
    try workspace.write("This is no picture at all.\n", to: "Assets/pictures/" + name)
    try usePicture("pictures/" + name)
    try expectPictureError(name)
  }

  /// The beginning is right, and the rest is not there.
  @Test(arguments: ["yard.png", "yard.jpg", "yard.svg"])
  func `a picture that is cut off`(name: String) throws {
    let beginnings: [String: [UInt8]] = [
      "yard.png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
        + [0x49, 0x48, 0x44, 0x52, 0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0, 0x4B, 0x6D, 0x29, 0xDC],
      "yard.jpg": [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1]
        + [0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0],
      "yard.svg": Array(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><g>".utf8),
    ]
    try workspace.write(try #require(beginnings[name]), to: "Assets/pictures/" + name)
    try usePicture("pictures/" + name)
    try expectPictureError(name)
  }

  /// An error for each language, with a place, the picture and the record.
  private func expectPictureError(_ name: String) throws {
    let build = try workspace.build()
    try build.expectFailure(stillBuilding: rest)
    #expect((1...2).contains(build.errors.count), "\(build.run.errors)")
    for error in build.errors {
      #expect(!error.place.isEmpty, "\(build.run.errors)")
      #expect(
        (error.place + error.sentence).contains("Assets/pictures/" + name), "\(build.run.errors)")
      #expect(error.sentence.contains("record yard"), "\(build.run.errors)")
    }
  }

  @Test func `an unreadable font`() throws {
    try workspace.write("This is no font.\n", to: "Assets/Fonts/House-Regular.ttf")
    try workspace.write("A licence is no font, and says so.\n", to: "Assets/Fonts/LICENSE.txt")
    try workspace.build().expectOneError(
      at: "Assets/Fonts/House-Regular.ttf:1:1", saying: ["this file is no font, or a broken one"],
      stillBuilding: SoundOutputs.everything)
  }

  @Test func `a font that is cut off`() throws {
    let font = try Program.tool("fc-match").text("-f", "%{file}", "Inter")
    try workspace.write(Array(try Files.bytes(font).prefix(2_000)), to: "Assets/Fonts/Inter.otf")
    try workspace.build().expectOneError(
      at: "Assets/Fonts/Inter.otf:1:1", saying: ["this file is no font, or a broken one"],
      stillBuilding: SoundOutputs.everything)
  }

  // MARK: Ways out of the workspace

  @Test func `a picture outside of the workspace`() throws {
    try workspace.folder.write("secret", to: "secret.png")
    try usePicture("../../secret.png")
    try workspace.build().expectOneError(
      at: workspace.place(of: "../../secret.png", in: projects),
      saying: ["leaves the workspace", "keep the file inside the workspace"], stillBuilding: rest)
  }

  @Test func `an absolute path`() throws {
    try usePicture("/etc/hostname")
    try workspace.build().expectOneError(
      at: workspace.place(of: "/etc/hostname", in: projects),
      saying: ["is absolute", "write it relative to the workspace"], stillBuilding: rest)
  }

  @Test func `a symbolic link that leads out`() throws {
    try workspace.folder.write("secret", to: "secret/yard.png")
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("Assets/pictures"),
      withDestinationPath: workspace.folder.path("secret"))
    try usePicture("pictures/yard.png")
    try workspace.build().expectOneError(
      at: workspace.place(of: "pictures/yard.png", in: projects),
      saying: ["leaves the workspace by a symbolic link"], stillBuilding: rest)
  }

  @Test(arguments: ["../../secret.yaml", "/etc/hostname"])
  func `records from outside`(path: String) throws {
    let file = "Assets/workspace.yaml"
    try workspace.folder.write("- id: secret", to: "secret.yaml")
    try workspace.replace("model/sources.yaml", with: path, in: file)
    try workspace.build().expectOneError(
      at: workspace.place(of: path, in: file), saying: [path], stillBuilding: SoundOutputs.sheets)
  }

  @Test func `a layout behind a symbolic link`() throws {
    let layout = "Layouts/overview.yaml"
    try workspace.folder.write(Files.bytes(workspace.path(layout)), to: "overview.yaml")
    try FileManager.default.removeItem(atPath: workspace.path(layout))
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path(layout), withDestinationPath: workspace.folder.path("overview.yaml"))
    try workspace.build().expectOneError(
      at: "\(layout):1:1", saying: ["“\(layout)” leaves the workspace by a symbolic link"],
      stillBuilding: SoundOutputs.sheets)
  }

  @Test func `a folder of fonts behind a symbolic link`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: workspace.path("Assets/Fonts"), withDestinationPath: "/usr/share/fonts")
    try workspace.build().expectOneError(
      at: "", saying: ["“Assets/Fonts” leaves the workspace by a symbolic link"],
      stillBuilding: SoundOutputs.everything)
  }
}

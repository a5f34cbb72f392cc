import Foundation
import TemporaryFolders
import Testing

@testable import ReportPipeline

/// The way from an output to a picture.
struct PicturePathsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(output: String, from stem: String) -> String {
    PicturePaths(workspace: folder.path("town"), output: output)
      .path(of: "Assets/pictures/yard.png", from: stem)
  }

  @Test func `outputs in the workspace lead up and down`() {
    #expect(path(output: folder.path("town/build"), from: "a.de") == "../Assets/pictures/yard.png")
    #expect(
      path(output: folder.path("town/build"), from: "sheets/a.de")
        == "../../Assets/pictures/yard.png")
    #expect(path(output: folder.path("town"), from: "a.de") == "Assets/pictures/yard.png")
  }

  @Test func `outputs elsewhere lead into the workspace`() {
    #expect(
      path(output: folder.path("out/today"), from: "sheets/a.de")
        == "../../../town/Assets/pictures/yard.png")
  }

  @Test func `links and steps upward in the output's path are followed`() throws {
    try folder.write("", to: "town/Assets/x")
    try folder.write("", to: "far/away/x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("near"), withDestinationPath: folder.path("far/away"))
    // Neither “build” nor “new” is there yet.
    #expect(
      path(output: folder.path("near/build"), from: "a.de")
        == "../../../town/Assets/pictures/yard.png")
    #expect(
      path(output: folder.path("town/new/../build"), from: "a.de") == "../Assets/pictures/yard.png")
  }
}

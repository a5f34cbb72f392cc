import Foundation
import TemporaryFolders
import Testing

@testable import ReportPipeline

/// Where the program finds its own layouts and assets.
struct ProgramResourcesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func make(_ root: String) throws {
    try folder.write("theme: x", to: root + "/Layouts/themes/x.yaml")
    try folder.write("title: x", to: root + "/Assets/starter/Assets/workspace.yaml")
  }

  @Test func `an installed program finds them beside its folder`() throws {
    try make("usr/share/umbruch")
    try folder.write("", to: "usr/bin/umbruch")
    let found = ProgramResources.find(executable: folder.path("usr/bin/umbruch"))
    #expect(found.root == folder.path("usr/share/umbruch"))
  }

  @Test func `a link to the program leads to the same place`() throws {
    try make("opt/share/umbruch")
    try folder.write("", to: "opt/bin/umbruch")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("opt/bin/umbruch"))
    let found = ProgramResources.find(executable: folder.path("link"))
    #expect(found.root == folder.path("opt/share/umbruch"))
  }

  @Test func `a build finds them in its clone`() throws {
    try make("clone")
    try folder.write("", to: "clone/.build/x86_64-unknown-linux-gnu/release/umbruch")
    let found = ProgramResources.find(
      executable: folder.path("clone/.build/x86_64-unknown-linux-gnu/release/umbruch"))
    #expect(found.root == folder.path("clone"))
  }

  @Test func `installed ones go before those of a clone around them`() throws {
    try make("clone")
    try make("clone/usr/share/umbruch")
    try folder.write("", to: "clone/usr/bin/umbruch")
    let found = ProgramResources.find(executable: folder.path("clone/usr/bin/umbruch"))
    #expect(found.root == folder.path("clone/usr/share/umbruch"))
  }

  @Test func `a folder with layouts alone is not the program's`() throws {
    try folder.write("theme: x", to: "Layouts/themes/x.yaml")
    try folder.write("", to: "bin/umbruch")
    #expect(ProgramResources.find(executable: folder.path("bin/umbruch")).root == nil)
    #expect(ProgramResources.find(executable: "").root == nil)
  }
}

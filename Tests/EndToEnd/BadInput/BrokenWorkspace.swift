import Foundation
import TemporaryFolders
import Testing

/// The small sound workspace of `Base`, to be broken in one place.
struct BrokenWorkspace {
  let folder: TemporaryFolder
  /// Outputs stand beside the workspace, not in it.
  var output: String { folder.path("build") }
  var root: String { folder.path("workspace") }

  init() throws {
    folder = try TemporaryFolder()
    for name in Files.names(below: Repository.testPath("Base")) {
      try write(Files.bytes(Repository.testPath("Base/" + name)), to: name)
    }
  }

  /// The absolute path of a file of the workspace.
  func path(_ name: String) -> String { "\(root)/\(name)" }

  func write(_ bytes: [UInt8], to name: String) throws {
    try folder.write(bytes, to: "workspace/" + name)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Replaces the first occurrence of a text, which must be there.
  func replace(_ old: String, with new: String, in name: String) throws {
    let text = try Files.text(path(name))
    let range = try #require(text.range(of: old), "\(name) holds no “\(old)”")
    try write(text.replacingCharacters(in: range, with: new), to: name)
  }

  /// The place of the first occurrence of a text in a file, as `file:line:column`.
  func place(of text: String, in name: String) throws -> String {
    let whole = try Files.text(path(name))
    let range = try #require(whole.range(of: text), "\(name) holds no “\(text)”")
    let before = whole[..<range.lowerBound].split(
      separator: "\n", omittingEmptySubsequences: false)
    return "\(name):\(before.count):\((before.last?.unicodeScalars.count ?? 0) + 1)"
  }

  /// Runs the release build's `build` on the workspace.
  func build(_ arguments: String...) throws -> BuildRun {
    let run = try Program.umbruch().run(
      ["build", "--workspace", root, "--output", output, "--progress", "none"] + arguments)
    return BuildRun(
      run: run, folder: folder, output: output, files: Files.names(below: output))
  }
}

package import Foundation

/// A folder of its own for one test, removed when the test lets go of it.
package final class TemporaryFolder: Sendable {
  /// The absolute path, without symbolic links.
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "umbruch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package var url: URL { URL(filePath: path) }

  /// The absolute path of a name within.
  package func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and the folders above it, and returns its path.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Writes a text file, and the folders above it.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Copies what is in a folder over what is here.
  package func copy(contentsOf folder: String) throws {
    for name in Files.names(below: folder) {
      try write(Files.bytes("\(folder)/\(name)"), to: name)
    }
  }

  /// A text file of the folder.
  package func text(_ name: String) throws -> String { try Files.text(path(name)) }

  /// The paths of all files within, hidden ones too, sorted.
  package var names: [String] { Files.names(below: path) }
}

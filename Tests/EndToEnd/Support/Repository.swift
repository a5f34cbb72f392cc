import Foundation

/// The repository that these tests are a part of; it is itself the workspace of Dortmund.
enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The absolute path of a name below the root.
  static func path(_ name: String) -> String { root.appending(path: name).path }

  /// The absolute path of a name in the folder of these tests.
  static func testPath(_ name: String) -> String { path("Tests/EndToEnd/" + name) }
}

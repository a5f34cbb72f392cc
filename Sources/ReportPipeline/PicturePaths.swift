import Foundation

/// Where pictures of the workspace are found from files in the output folder.
///
/// Output folders hold no copies of pictures: Markdown leads to those of the workspace, relative to
/// its own place, so that it renders wherever both lie as they did when it was built.
struct PicturePaths: Sendable {
  /// The components of absolute paths without symbolic links.
  private let workspace: [Substring]
  private let output: [Substring]

  init(workspace: String, output: String) {
    self.workspace = Self.components(of: workspace)
    self.output = Self.components(of: output)
  }

  /// The path of a file of the workspace, relative to the folder of an output.
  func path(of file: String, from stem: String) -> String {
    let folder = output + stem.split(separator: "/").dropLast()
    let target = workspace + file.split(separator: "/")
    let shared = zip(folder, target).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + target[shared...])
      .joined(separator: "/")
  }

  /// The components of a path of which the end need not exist yet.
  private static func components(of path: String) -> [Substring] {
    var parent = path.split(separator: "/", omittingEmptySubsequences: true)[...]
    var rest: [Substring] = []
    let root = path.hasPrefix("/") ? "/" : "./"
    while true {
      if let real = realpath(root + parent.joined(separator: "/"), nil) {
        defer { free(real) }
        var found = String(cString: real).split(separator: "/")
        for component in rest where component != "." {
          if component == ".." { _ = found.popLast() } else { found.append(component) }
        }
        return found
      }
      guard let last = parent.popLast() else { return rest }
      rest.insert(last, at: 0)
    }
  }
}

package import Diagnostics
import Glibc

/// A folder of input files; nothing outside it is ever read.
package struct Workspace: Sendable, Hashable {
  /// The folder's absolute path, without symbolic links.
  package let root: String

  /// The largest text file that is read, in bytes.
  package static let sizeLimit = 64 << 20
  /// How many files a pattern may match.
  package static let fileLimit = 100_000

  /// Opens the folder at `path`.
  package init(root path: String) throws(Diagnostic) {
    guard let real = Self.realPath(path) else {
      throw Diagnostic(
        "workspace.missing", "there is no folder “\(path)”",
        hints: ["`umbruch init \(path)` makes a workspace there"])
    }
    guard Self.kind(of: real) == S_IFDIR else {
      throw Diagnostic(
        "workspace.not-a-folder", "“\(path)” is not a folder",
        hints: ["give the folder that holds Assets/workspace.yaml"])
    }
    root = real
  }

  /// The absolute path of a file named relative to the root, which need not exist.
  ///
  /// Absolute paths, `..` that climb out and symbolic links that lead out are refused.
  package func resolve(
    _ relativePath: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> String {
    // Every way out of the workspace is the same problem.
    func refuse(_ message: String, _ hint: String) -> Diagnostic {
      Diagnostic("path.outside-workspace", message, at: location, hints: [hint])
    }
    guard !relativePath.isEmpty else {
      throw Diagnostic(
        "path.empty", "the path is empty", at: location,
        hints: ["write it relative to the workspace"])
    }
    guard !relativePath.utf8.contains(0), relativePath.utf8.count <= 4096 else {
      throw Diagnostic(
        "path.impossible", "no file can have this path", at: location,
        hints: ["write it in at most 4096 bytes, none of which is zero"])
    }
    guard relativePath.utf8.first != UInt8(ascii: "/") else {
      throw refuse(
        "the path “\(relativePath)” is absolute", "write it relative to the workspace")
    }
    // First by the letters of the path, so that the message does not depend on what exists.
    var components: [Substring] = []
    for component in relativePath.split(separator: "/") where component != "." {
      if component != ".." {
        components.append(component)
      } else if components.popLast() == nil {
        throw refuse(
          "the path “\(relativePath)” leaves the workspace", "keep the file inside the workspace")
      }
    }
    let path = ([Substring(root)] + components).joined(separator: "/")
    // Then by what is there: a symbolic link may lead anywhere.
    if let real = Self.realPath(path) {
      guard contains(real) else {
        throw refuse(
          "the path “\(relativePath)” leaves the workspace by a symbolic link",
          "copy the file into the workspace")
      }
      return real
    }
    // What does not exist has no real path: its nearest folder that exists decides.
    while components.popLast() != nil {
      let folder = ([Substring(root)] + components).joined(separator: "/")
      guard let real = Self.realPath(folder) else { continue }
      guard contains(real) else {
        throw refuse(
          "the path “\(relativePath)” leaves the workspace by a symbolic link",
          "keep the file inside the workspace")
      }
      break
    }
    return path
  }

  /// The bytes of a file named relative to the root, at most `limit` of them.
  package func read(
    _ relativePath: String, limit: Int = sizeLimit, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> [UInt8] {
    let path = try resolve(relativePath, at: location)
    // Without O_NONBLOCK the opening of a pipe would wait for its writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw cannotOpen(relativePath, errno, at: location) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw cannotOpen(relativePath, errno, at: location)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let what = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "no ordinary file"
      throw Diagnostic(
        "file.not-a-file", "“\(relativePath)” is \(what)", at: location,
        hints: ["name a file"])
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw tooLarge(relativePath, limit, at: location) }
    // The size may change while the file is read: one byte more tells.
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      count = 0
      while count < buffer.count, let start = buffer.baseAddress {
        let got = Glibc.read(descriptor, start + count, buffer.count - count)
        if got < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        if got == 0 { return }
        count += got
      }
    }
    guard failure == 0 else { throw cannotOpen(relativePath, failure, at: location) }
    guard bytes.count <= size else {
      throw Diagnostic(
        "file.changed", "“\(relativePath)” grew while it was read", at: location,
        hints: ["build again when nothing writes to it any more"])
    }
    return bytes
  }

  /// Makes sure that a path names an ordinary file inside the workspace, without reading it.
  package func requireFile(
    _ relativePath: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) {
    switch Self.kind(of: try resolve(relativePath, at: location)) {
    case S_IFREG: return
    case nil: throw cannotOpen(relativePath, ENOENT, at: location)
    default:
      throw Diagnostic(
        "file.not-a-file", "“\(relativePath)” is no file", at: location, hints: ["name a file"])
    }
  }

  /// Whether a file or folder with this path exists inside the workspace.
  package func exists(_ relativePath: String) -> Bool {
    guard let path = try? resolve(relativePath) else { return false }
    return Self.kind(of: path) != nil
  }

  /// Whether a real path lies in the workspace; “/root-2” does not lie in “/root”.
  private func contains(_ real: String) -> Bool {
    real == root || root == "/" || real.hasPrefix(root + "/")
  }

  /// The problem of a file above its limit.
  private func tooLarge(_ path: String, _ limit: Int, at location: SourceLocation?) -> Diagnostic {
    Diagnostic(
      "file.too-large", "“\(path)” is larger than \(limit) bytes", at: location,
      hints: ["split it into several files"])
  }

  /// The problem that the system's error number stands for.
  private func cannotOpen(
    _ path: String, _ code: Int32, at location: SourceLocation?
  ) -> Diagnostic {
    switch code {
    case ENOENT, ENOTDIR:
      Diagnostic(
        "file.missing", "there is no file “\(path)”", at: location,
        hints: nearby(path).map { ["did you mean “\($0)”?"] } ?? [])
    case EACCES, EPERM:
      Diagnostic(
        "file.unreadable", "“\(path)” may not be read", at: location,
        hints: ["give your user the right to read it"])
    default:
      Diagnostic(
        "file.unreadable", "“\(path)” cannot be read: \(String(cString: strerror(code)))",
        at: location, hints: ["look after the disk that it is on"])
    }
  }

  /// The path with its first missing component replaced by the name most like it.
  private func nearby(_ path: String) -> String? {
    let components = path.split(separator: "/").map(String.init)
    for (index, name) in components.enumerated() {
      let parent = components[..<index].joined(separator: "/")
      guard !exists(parent.isEmpty ? name : parent + "/" + name) else { continue }
      guard let names = try? list(parent.isEmpty ? "." : parent),
        let near = Suggestion.nearest(to: name, among: names)
      else { return nil }
      let whole = components[..<index] + [near] + components[(index + 1)...]
      return whole.joined(separator: "/")
    }
    return nil
  }

  /// The real path of what exists, in which no component is a symbolic link.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The file type bits of what exists at an absolute path.
  static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }
}

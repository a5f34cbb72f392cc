import Diagnostics
import Glibc

/// A folder of font files that a workspace brings along.
package struct FontFolder: Sendable, Hashable {
  /// The folder's absolute path; it need not exist.
  package var path: String
  /// What diagnostics call it: its path within the workspace (`Assets/Fonts`).
  package var name: String

  package init(path: String, name: String) {
    self.path = path
    self.name = name
  }

  /// File names that claim to be fonts; all else in the folder (licences, notes) is let be.
  private static let endings = [".ttf", ".otf", ".ttc", ".otc"]
  /// Folders within folders, and files in all, that are looked at: a folder that was put there by
  /// mistake must not hold up the run.
  private static let deepest = 8
  private static let mostFiles = 2_000
  /// The largest font file that is read, in bytes: the largest CJK collections have about 120 MiB.
  private static let largestFile = 128 << 20

  /// Reads the faces of all font files below the folder, and says what is wrong with the others.
  func read() -> (faces: [CataloguedFace], diagnostics: [Diagnostic]) {
    guard let root = Self.resolved(path) else { return ([], []) }
    var diagnostics: [Diagnostic] = []
    var faces: [CataloguedFace] = []
    for file in fontFiles(below: "", depth: 0, &diagnostics).sorted() {
      do throws(Diagnostic) {
        faces += try read(file, root: root)
      } catch {
        diagnostics.append(error)
      }
    }
    return (faces, diagnostics)
  }

  /// The faces of one file, named by its path within the folder.
  private func read(_ file: String, root: String) throws(Diagnostic) -> [CataloguedFace] {
    let location = SourceLocation(file: "\(name)/\(file)")
    func problem(_ identifier: String, _ message: String, _ hint: String) -> Diagnostic {
      Diagnostic(identifier, message, at: location, hints: [hint])
    }
    let absolute = "\(path)/\(file)"
    guard let real = Self.resolved(absolute), real.hasPrefix(root + "/") else {
      throw problem(
        "font.outside-folder", "this font is a link that leads out of \(name)",
        "copy the font file into the folder")
    }
    guard let descriptor = Self.open(absolute) else {
      throw problem(
        "font.unreadable", "this font file cannot be read", "check the file's permissions")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= Self.largestFile
    else {
      throw problem(
        "font.unreadable", "this is no regular file of at most 128 MiB",
        "put a static TrueType or OpenType font here, or remove the file")
    }
    guard let set = FontconfigFontSet() else { return [] }
    set.read(file: absolute)
    let patterns = set.patterns
    guard !patterns.isEmpty else {
      throw problem(
        "font.broken", "this file is no font, or a broken one",
        "get the file anew, or remove it")
    }
    if let obstacle = patterns.lazy.compactMap(\.obstacle).first {
      throw problem(
        "font.unusable", "this is \(obstacle.rawValue), which cannot be set",
        "use the static TrueType or OpenType fonts of the family")
    }
    return patterns.compactMap(\.face)
  }

  /// Paths of the font files within the folder, relative to it.
  private func fontFiles(
    below relative: String, depth: Int, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    guard let stream = opendir("\(path)/\(relative)") else {
      diagnostics.append(
        Diagnostic(
          "font.unreadable", "the folder of fonts cannot be read",
          at: SourceLocation(file: relative.isEmpty ? name : "\(name)/\(relative)"),
          hints: ["check the folder's permissions"]))
      return []
    }
    defer { closedir(stream) }
    var files: [String] = []
    var folders: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let inner = relative.isEmpty ? name : "\(relative)/\(name)"
      var status = stat()
      guard lstat("\(path)/\(inner)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        folders.append(inner)
      } else if Self.endings.contains(where: name.lowercased().hasSuffix) {
        files.append(inner)
      }
    }
    if depth < Self.deepest {
      for folder in folders.sorted() where files.count < Self.mostFiles {
        files += fontFiles(below: folder, depth: depth + 1, &diagnostics)
      }
    }
    return Array(files.sorted().prefix(Self.mostFiles))
  }

  /// The path without links; nil where there is nothing.
  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// A descriptor for reading; never waits, as opening a named pipe otherwise would.
  private static func open(_ path: String) -> Int32? {
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    return descriptor >= 0 ? descriptor : nil
  }
}

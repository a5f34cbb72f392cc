package import Diagnostics
import Glibc

/// Finding files by folder and pattern, the same on every file system and in every locale.
extension Workspace {
  /// The names in a folder, without hidden ones, sorted bytewise.
  package func list(
    _ folder: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> [String] {
    let path = try resolve(folder, at: location)
    guard let stream = opendir(path) else {
      throw Diagnostic(
        "folder.missing", "there is no folder “\(folder)”", at: location,
        hints: ["make it, or correct its path"])
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      names.append(name)
      guard names.count <= Self.fileLimit else {
        throw Diagnostic(
          "folder.too-many-files", "“\(folder)” holds more than \(Self.fileLimit) files",
          at: location, hints: ["spread them over several folders"])
      }
    }
    // `String`’s own order is that of Unicode canonical equivalence; files are sorted by their bytes.
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The files that match a pattern with at most one `*`, in its last component, sorted bytewise.
  package func glob(
    _ pattern: String, at location: SourceLocation? = nil
  ) throws(Diagnostic) -> [String] {
    guard let star = pattern.firstIndex(of: "*") else { return [pattern] }
    // Only the last component may have a star: a search through folders would find files by surprise.
    let slash = pattern[..<star].lastIndex(of: "/")
    let folder = slash.map { String(pattern[..<$0]) } ?? ""
    let prefix = String(
      pattern[(slash.map { pattern.index(after: $0) } ?? pattern.startIndex)..<star])
    let suffix = String(pattern[pattern.index(after: star)...])
    guard !suffix.contains("/"), !suffix.contains("*") else {
      throw Diagnostic(
        "path.pattern", "the pattern “\(pattern)” cannot be matched", at: location,
        hints: ["use one “*” in the file’s name, as in “model/projects/*.yaml”"])
    }
    // Beginning and end must not overlap: “ab*ba” does not match “aba”.
    let least = prefix.utf8.count + suffix.utf8.count
    return try list(folder.isEmpty ? "." : folder, at: location)
      .filter { $0.utf8.count >= least && $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }
      .map { folder.isEmpty ? $0 : folder + "/" + $0 }
  }
}

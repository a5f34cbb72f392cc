import Design
import Diagnostics
import Foundation
import Languages
import LayoutLanguage
import SourceFiles

/// Finds layouts and themes: the workspace's own first, then the program's.
struct LayoutLoader {
  let workspace: Workspace
  let resources: ProgramResources

  /// The names of the workspace's layouts, sorted.
  func workspaceLayouts() -> [String] { Self.names(in: workspace.root + "/Layouts") }

  /// The names of the program's layouts that the workspace does not have itself, sorted.
  func programLayouts() -> [String] {
    guard let root = resources.root, root != workspace.root else { return [] }
    let own = Set(workspaceLayouts())
    return Self.names(in: root + "/Layouts").filter { !own.contains($0) }
  }

  private static func names(in folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
      .map { String($0.dropLast(5)) }.sorted()
  }

  /// Reads a layout with its theme.
  func read(_ name: String, languages: [LanguageTag]) -> Diagnosed<LayoutTemplate> {
    let file = "Layouts/\(name).yaml"
    let known = workspaceLayouts() + programLayouts()
    guard known.contains(name) else {
      return Diagnosed(
        nil,
        [
          Diagnostic(
            "layout.missing", "there is no layout “\(name)”",
            hints: Suggestion.hint(for: name, among: known))
        ])
    }
    let source = node(file)
    guard let node = source.output else { return Diagnosed(nil, source.diagnostics) }
    var files = [file]
    var read = LayoutReader.read(node, name: name, languages: languages) { theme, location in
      let path = "Layouts/themes/\(theme).yaml"
      files.append(path)
      guard theme.utf8.allSatisfy({ Self.isNameByte($0) }), self.exists(path) else {
        return Diagnosed(
          nil,
          [
            Diagnostic(
              "layout.missing-theme", "there is no theme “\(theme)”", at: location,
              hints: Suggestion.hint(for: theme, among: self.themes()))
          ])
      }
      return self.node(path)
    }
    read.output?.files = files
    return Diagnosed(read.output, source.diagnostics + read.diagnostics)
  }

  /// Reads a printer's profile; `location` is where it is named.
  func printer(_ name: String, at location: SourceLocation?) -> Diagnosed<PrinterProfile> {
    let path = "Layouts/printers/\(name).yaml"
    guard name.utf8.allSatisfy({ Self.isNameByte($0) }), exists(path) else {
      let known =
        Self.names(in: workspace.root + "/Layouts/printers")
        + (resources.root.map { Self.names(in: $0 + "/Layouts/printers") } ?? [])
      return Diagnosed(
        nil,
        [
          Diagnostic(
            "layout.missing-printer", "there is no printer's profile “\(name)”", at: location,
            hints: Suggestion.hint(for: name, among: known))
        ])
    }
    let source = node(path)
    guard let node = source.output else { return Diagnosed(nil, source.diagnostics) }
    let read = PrinterProfileReader.read(node, name: name)
    return Diagnosed(read.output, source.diagnostics + read.diagnostics)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  private func themes() -> [String] {
    Self.names(in: workspace.root + "/Layouts/themes")
      + (resources.root.map { Self.names(in: $0 + "/Layouts/themes") } ?? [])
  }

  private func exists(_ path: String) -> Bool { folder(of: path)?.exists(path) == true }

  /// The workspace if it has the file, else the program's folder.
  private func folder(of path: String) -> Workspace? { resources.folder(of: path, in: workspace) }

  private func node(_ path: String) -> Diagnosed<SourceNode> {
    do {
      let bytes = try (folder(of: path) ?? workspace).read(
        path, limit: 4 << 20, at: SourceLocation(file: path))
      return YAMLReader.read(bytes, file: path)
    } catch { return Diagnosed(nil, [error]) }
  }
}

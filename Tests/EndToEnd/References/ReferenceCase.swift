import Diagnostics
import DisplayList
import Foundation
import ReportPipeline
import TemporaryFolders
import Testing

/// A folder of `Cases`: a small workspace, and under `Expected` what it must give.
///
/// The theme comes from `Base`. Beside the files that a build writes, there is a display list for each
/// publication: every placed glyph, line and link as text, as it is before it is drawn.
struct ReferenceCase: CustomTestStringConvertible, Sendable {
  let name: String
  var testDescription: String { name }

  /// All folders of `Cases`.
  static var all: [ReferenceCase] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path("")).sorted()) ?? []
    return names.map { ReferenceCase(name: $0) }
  }

  private static func path(_ name: String) -> String { Repository.testPath("Cases/" + name) }

  /// The folder with the references.
  var expected: String { Self.path(name + "/Expected") }

  /// A copy of the workspace with the theme; with `formats` all layouts are built in these.
  func workspace(formats: [String]? = nil) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for root in ["Assets", "Layouts"] {
      for file in Files.names(below: Self.path("\(name)/\(root)")) {
        var bytes = try Files.bytes(Self.path("\(name)/\(root)/\(file)"))
        if let formats, file.hasSuffix(".yaml") {
          let list = "formats: [\(formats.joined(separator: ", "))]"
          bytes = Array(
            String(decoding: bytes, as: UTF8.self)
              .replacing(/(?m)^formats: .*$/, with: list).utf8)
        }
        try folder.write(bytes, to: "\(root)/\(file)")
      }
    }
    let theme = "Layouts/themes/plain.yaml"
    try folder.write(Files.bytes(Repository.testPath("Base/" + theme)), to: theme)
    return folder
  }

  /// What the case gives: the files of the release build, and the display lists of its stages.
  func outputs() throws -> [String: [UInt8]] {
    let folder = try workspace()
    let run = try Program.umbruch().run([
      "build", "--workspace", folder.path, "--output", folder.path("build"), "--progress", "none",
    ])
    // Notes and warnings are printed, and so they are among what is compared.
    #expect(run.status == 0, "\(run.errors)")
    var outputs: [String: [UInt8]] = [:]
    if !run.errors.isEmpty { outputs["notes.txt"] = Array(run.errors.utf8) }
    for file in Files.names(below: folder.path("build")) {
      outputs[file] = try Files.bytes(folder.path("build/" + file))
    }
    var options = BuildOptions()
    options.workspace = folder.path
    let drawings = ReportBuilder.drawings(
      options, resources: ProgramResources(root: Repository.path("")))
    for (stem, drawing) in drawings.output ?? [] {
      // Pictures are named by their absolute paths.
      let dump = DisplayListDump(drawing).description.replacing(folder.path + "/", with: "")
      outputs[stem + ".displaylist"] = Array(dump.utf8)
    }
    return outputs
  }
}

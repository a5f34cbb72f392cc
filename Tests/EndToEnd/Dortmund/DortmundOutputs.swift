import Foundation
import TemporaryFolders
import Testing

/// What the release build makes of the repository's own workspace, once for all tests.
struct DortmundOutputs {
  /// The outputs of two worker threads.
  static func built() throws -> DortmundOutputs { try shared.get() }

  private static let shared = Result { try DortmundOutputs(folder: "two-jobs", jobs: 2) }

  /// The absolute path of the folder; it stays for a look at it until the next run.
  let folder: String
  let run: Run
  /// The paths of all files in the folder, hidden ones too.
  let files: [String]

  init(
    folder name: String, jobs: Int, of workspace: String = Repository.path("")
  ) throws {
    folder = Repository.path(".umbruch/end-to-end/" + name)
    if FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.removeItem(atPath: folder)
    }
    run = try Program.umbruch().run([
      "build", "--workspace", workspace, "--output", folder, "--jobs", String(jobs),
      "--progress", "none",
    ])
    files = Files.names(below: folder)
  }

  /// The absolute path of an output; fails the test where it is not there.
  func path(_ name: String) throws -> String {
    try #require(files.contains(name), "\(name) was not built; \(run.errors)")
    return "\(folder)/\(name)"
  }

  /// The PDFs that are read on screen, as paths within the folder.
  var pdfs: [String] { files.filter { $0.hasSuffix(".pdf") && !$0.hasSuffix(".print.pdf") } }

  /// The PDFs for the press.
  var printPDFs: [String] { files.filter { $0.hasSuffix(".print.pdf") } }
}

/// What the issue promises for the Dortmund workspace.
enum DortmundPromise {
  static let languages = ["de", "en"]

  /// The identifiers of programmes and projects, read from the model's files by their form alone.
  static func identifiers(in files: String...) throws -> [String] {
    try files.flatMap { file in
      try Files.text(Repository.path("Assets/model/" + file))
        .matches(of: /(?m)^- id: ([a-z0-9-]+)$/).map { String($0.output.1) }
    }
  }

  static func programmes() throws -> [String] { try identifiers(in: "programmes.yaml") }

  static func projects() throws -> [String] {
    try identifiers(in: "projects/01-10.yaml", "projects/11-20.yaml", "projects/21-30.yaml")
  }

  /// The publications with their formats, without language.
  static func publications() throws -> [(stem: String, formats: [String])] {
    let sheets = try (programmes() + projects()).map { "fact-sheets/" + $0 }
    let infographics = try (programmes() + ["dortmunder-modell"]).map { "infographics/" + $0 }
    return [("brochure/brochure", ["pdf", "print.pdf", "md", "csv"])]
      + sheets.map { ($0, ["pdf", "print.pdf", "md", "csv"]) }
      + infographics.map { ($0, ["pdf", "svg", "png", "md", "csv"]) }
  }

  /// The publications that hold both languages.
  static let joint = [(stem: "brochure-parallel/brochure-parallel", formats: ["pdf", "md", "csv"])]

  /// The paths of all files, sorted.
  static func files() throws -> [String] {
    let editions = try publications().flatMap { publication in
      languages.flatMap { language in
        publication.formats.map { "\(publication.stem).\(language).\($0)" }
      }
    }
    let both = joint.flatMap { publication in
      publication.formats.map {
        "\(publication.stem).\(languages.joined(separator: "-")).\($0)"
      }
    }
    return (editions + both).sorted()
  }
}

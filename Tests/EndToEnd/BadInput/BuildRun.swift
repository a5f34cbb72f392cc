import TemporaryFolders
import Testing

/// A build that ended, with what it left behind.
struct BuildRun {
  /// A problem as it is printed.
  struct Problem {
    /// `file:line:column`; empty where there is none.
    var place: String
    var severity: String
    var sentence: String
    var hints: [String]
  }

  let run: Run
  /// Keeps the outputs there as long as the build is looked at.
  let folder: TemporaryFolder
  let output: String
  /// The paths of all files in the output folder, hidden ones too.
  let files: [String]

  /// The problems that were printed.
  var problems: [Problem] {
    var problems: [Problem] = []
    for line in run.errors.split(separator: "\n") {
      if line.hasPrefix("  hint: ") {
        if !problems.isEmpty {
          problems[problems.count - 1].hints.append(String(line.dropFirst(8)))
        }
      } else if let match = line.wholeMatch(of: /(?:(\S+:\d+:\d+): )?(error|warning|note): (.*)/) {
        problems.append(
          Problem(
            place: match.output.1.map(String.init) ?? "", severity: String(match.output.2),
            sentence: String(match.output.3), hints: []))
      }
    }
    return problems
  }

  /// The problems that make the build fail.
  var errors: [Problem] { problems.filter { $0.severity == "error" } }

  /// Fails the test unless the build ended as bad input must end it.
  ///
  /// One error with this place, these words and a hint; exit status 1; the promised files and no others,
  /// each with the bytes that the sound workspace gives.
  func expectOneError(
    at place: String, saying words: [String], stillBuilding rest: Set<String>,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expectFailure(stillBuilding: rest, sourceLocation: sourceLocation)
    #expect(errors.count == 1, "\(run.errors)", sourceLocation: sourceLocation)
    for error in errors.prefix(1) {
      #expect(error.place == place, "\(run.errors)", sourceLocation: sourceLocation)
      for word in words {
        #expect(
          (error.sentence + "\n" + error.hints.joined(separator: "\n")).contains(word),
          "\(run.errors)", sourceLocation: sourceLocation)
      }
    }
  }

  /// The exit status is 1 without a crash, each error has a hint, and these files are there, whole.
  func expectFailure(
    stillBuilding rest: Set<String>, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(!run.endedBySignal, "signal \(run.status)", sourceLocation: sourceLocation)
    #expect(run.status == 1, "\(run.errors)", sourceLocation: sourceLocation)
    #expect(run.output.contains("error"), "\(run.output)", sourceLocation: sourceLocation)
    #expect(!errors.isEmpty, "\(run.errors)", sourceLocation: sourceLocation)
    for error in errors {
      #expect(!error.hints.isEmpty, "no hint: \(error.sentence)", sourceLocation: sourceLocation)
    }
    let present = Set(files)
    #expect(rest.subtracting(present).sorted() == [], "not built", sourceLocation: sourceLocation)
    #expect(present.subtracting(rest).sorted() == [], "left over", sourceLocation: sourceLocation)
    let sound = try SoundOutputs.built()
    for file in files {
      let isSound = try Files.bytes("\(output)/\(file)") == sound.bytes[file]
      #expect(isSound, "\(file)", sourceLocation: sourceLocation)
    }
  }
}

/// What the sound workspace gives, built once.
struct SoundOutputs {
  static func built() throws -> SoundOutputs { try shared.get() }
  private static let shared = Result { try SoundOutputs() }

  /// The bytes of each file.
  let bytes: [String: [UInt8]]

  private init() throws {
    let workspace = try BrokenWorkspace()
    let build = try workspace.build()
    try #require(build.run.status == 0 && build.run.errors == "", "\(build.run.errors)")
    var bytes: [String: [UInt8]] = [:]
    for file in build.files { bytes[file] = try Files.bytes("\(build.output)/\(file)") }
    self.bytes = bytes
  }

  static let sheets = files(of: "sheets/yard", "sheets/roof")
  static let everything = sheets.union(files(of: "overview"))

  /// The files of some publications: `overview`, `sheets/yard`, `sheets/roof`.
  static func files(of stems: String...) -> Set<String> {
    var files = Set<String>()
    for stem in stems {
      let formats = ["pdf", "md", "csv"] + (stem.hasPrefix("sheets/") ? ["svg", "png"] : [])
      for format in formats { files.formUnion(["\(stem).de.\(format)", "\(stem).en.\(format)"]) }
    }
    return files
  }
}

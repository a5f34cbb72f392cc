import Foundation
import Testing

/// The independent validator of PDF/UA and PDF/A, `page-validation` from PyPI.
enum Validator {
  /// What a file fails: a rule with a sentence.
  struct Failure: Hashable, CustomStringConvertible {
    var profile: String
    var file: String
    var rule: String
    var sentence: String

    var description: String { "\(file): \(profile) \(rule): \(sentence)" }
  }

  /// What is wrong with some files by some profiles, such as `ua1` and `2a`.
  static func failures(of files: [String], profiles: [String]) throws -> [Failure] {
    let python = Repository.path(".umbruch/validators/bin/python")
    try #require(
      FileManager.default.isExecutableFile(atPath: python),
      "there is no validator at \(python): run “make setup-tests”, or “make test”, which does it")
    let program = Program(
      executable: python,
      leading: [Repository.testPath("Conformance/validate.py"), profiles.joined(separator: ",")])
    let run = try program.run(files, limit: 600)
    try #require(run.status == 0, "\(run.errors)")
    var lines = run.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    // Said at the end: a validator that stopped has found nothing wrong either.
    let last = lines.popLast()
    try #require(
      last == ["validated", "\(files.count * profiles.count)"], "\(run.output.suffix(500))")
    return lines.map { Failure(profile: $0[0], file: $0[1], rule: $0[2], sentence: $0[3]) }
  }
}

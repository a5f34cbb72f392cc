import Foundation

/// The targets that Package.swift declares, read from its text.
///
/// `swift package dump-package` would tell the same, but it wants the build folder that the running
/// tests hold.
struct PackageManifest {
  /// One target and what it may import.
  struct Target {
    /// The functions of Package.swift that declare targets.
    enum Kind: String, CaseIterable {
      case library, stage, support, tests, endToEndTests, benchmark
      case executable = ".executableTarget"
    }

    var kind: Kind
    var name: String
    var dependencies: [String]

    /// Its folder below the repository.
    var folder: String {
      switch kind {
      case .library, .stage, .executable: "Sources/\(name)"
      case .support, .tests, .benchmark: "Tests/\(name)"
      case .endToEndTests: "Tests/EndToEnd"
      }
    }
  }

  /// In the order of the file.
  let targets: [Target]

  init(_ source: String) {
    let body = source.components(separatedBy: "\n  targets: [\n").dropFirst().joined()
    // A declaration stands at the beginning of a line, four spaces in.
    let declarations = body.matches(of: /(?m)^ {4}([.a-zA-Z]+)\(/)
    targets = declarations.compactMap { match in
      guard let kind = Target.Kind(rawValue: String(match.output.1)) else { return nil }
      let arguments = Self.arguments(body[match.range.upperBound...])
        // Where a product comes from is no module.
        .replacing(/package: "[^"]*"/, with: "")
      let names = arguments.matches(of: /"([^"]*)"/).map { String($0.output.1) }
      guard let name = names.first else { return nil }
      return Target(
        kind: kind, name: name, dependencies: kind == .library ? [] : Array(names.dropFirst()))
    }
  }

  /// Everything up to the parenthesis that closes a call.
  private static func arguments(_ rest: Substring) -> Substring {
    var depth = 1
    return rest.prefix { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth > 0
    }
  }
}

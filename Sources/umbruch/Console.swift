import Foundation

/// Lines for people: results on standard output, problems on standard error.
enum Console {
  static func print(_ lines: [String]) { write(lines, to: .standardOutput) }
  static func error(_ lines: [String]) { write(lines, to: .standardError) }

  private static func write(_ lines: [String], to handle: FileHandle) {
    guard !lines.isEmpty else { return }
    // A reader that went away (a closed pipe) is no failure of the build.
    try? handle.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
  }
}

/// What the program knows of itself.
enum Program {
  static let version = "0.1.0"

  /// The path of the running executable.
  static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? ""
  }
}

import Foundation

/// What the program knows of itself.
enum Program {
  static let version = "0.1.0"

  /// The path of the running executable.
  static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? ""
  }
}

import Foundation
import Testing

/// The shape of the source files.
struct SourceFileTests {
  private static let longest = 400

  /// Files that may be longer, each with its reason; there are none.
  private static let longFiles: [String: String] = [:]

  @Test func noFileIsTooLong() throws {
    let files = Repository.swiftFiles(below: "Sources")
    #expect(files.count > 100)
    for file in files where Self.longFiles[file] == nil {
      let lines = try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count - 1 <= Self.longest, "\(file) has \(lines.count - 1) lines")
    }
  }

  @Test func noPlaceholderIsLeft() {
    let files = Repository.swiftFiles(below: "Sources").filter {
      $0.hasSuffix("/Placeholder.swift")
    }
    #expect(files.isEmpty)
  }
}

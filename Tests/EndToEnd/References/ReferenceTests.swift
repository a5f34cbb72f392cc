import Foundation
import TemporaryFolders
import Testing

/// The cases give what their references say; `UPDATE_REFERENCES=1` accepts what they give now.
struct ReferenceTests {
  private static let largestPicture = 20 << 10
  private static let accepts = ProcessInfo.processInfo.environment["UPDATE_REFERENCES"] == "1"

  @Test func `there are cases`() { #expect(ReferenceCase.all.count >= 10) }

  @Test(arguments: ReferenceCase.all)
  func `the outputs are as expected`(reference: ReferenceCase) throws {
    let outputs = try reference.outputs()
    #expect(!outputs.isEmpty)
    if Self.accepts { try accept(outputs, for: reference) }
    let expected = Set(Files.names(below: reference.expected))
    #expect(expected.subtracting(outputs.keys).sorted() == [], "nothing gives these references")
    #expect(Set(outputs.keys).subtracting(expected).sorted() == [], "there are no references")
    for file in expected.intersection(outputs.keys).sorted() {
      try compare(file, outputs[file] ?? [], for: reference)
    }
  }

  private func compare(_ file: String, _ bytes: [UInt8], for reference: ReferenceCase) throws {
    let expected = try Files.bytes("\(reference.expected)/\(file)")
    if file.hasSuffix(".png") { #expect(expected.count <= Self.largestPicture, "\(file)") }
    guard bytes != expected else { return }
    let now = ".umbruch/end-to-end/cases/\(reference.name)/\(file)"
    let url = URL(filePath: Repository.path(now))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    Issue.record(
      """
      \(file) differs\(Self.firstDifference(expected, bytes)); compare Tests/EndToEnd/Cases/\
      \(reference.name)/Expected/\(file) with \(now), and accept with UPDATE_REFERENCES=1
      """)
  }

  /// The first line that differs, where both are text.
  private static func firstDifference(_ expected: [UInt8], _ actual: [UInt8]) -> String {
    guard !expected.contains(0), !actual.contains(0) else { return "" }
    let lines = [expected, actual].map { $0.split(separator: 10, omittingEmptySubsequences: false) }
    let index = zip(lines[0], lines[1]).enumerated().first { $1.0 != $1.1 }?.offset
    let line = index ?? min(lines[0].count, lines[1].count)
    func text(_ side: Int) -> String {
      line < lines[side].count ? String(decoding: lines[side][line], as: UTF8.self) : "the end"
    }
    return " from line \(line + 1) on: “\(text(0))” has become “\(text(1))”"
  }

  /// Writes the outputs as references, and removes those that nothing gives.
  private func accept(_ outputs: [String: [UInt8]], for reference: ReferenceCase) throws {
    for file in Files.names(below: reference.expected) where outputs[file] == nil {
      try FileManager.default.removeItem(atPath: "\(reference.expected)/\(file)")
    }
    for (file, bytes) in outputs {
      let url = URL(filePath: "\(reference.expected)/\(file)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
  }
}

import Foundation
import TemporaryFolders
import Testing

/// A program that looks at a finished PDF from outside.
enum Tool {
  /// Runs a program on a PDF (`@` among the arguments stands for its file) and returns what it
  /// prints; fails the test where the program is not content.
  static func run(_ name: String, _ arguments: String..., on bytes: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let file = try folder.write(bytes, to: "document.pdf")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments.map { $0 == "@" ? file : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(name): \(output)")
    return output
  }
}

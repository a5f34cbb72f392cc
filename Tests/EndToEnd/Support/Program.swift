import Foundation
import TemporaryFolders
import Testing

/// A program that was run to its end.
struct Run {
  /// The exit status, or the number of the signal that ended it.
  var status: Int32
  /// Whether it ended by a signal: a crash, unless the test sent it.
  var endedBySignal: Bool
  /// What it wrote to standard output and standard error.
  var output: String
  var errors: String
  /// How long it ran, in seconds.
  var duration: Double
}

/// A program outside of the tests.
struct Program {
  var executable: String
  /// Arguments that come before those of each run.
  var leading: [String] = []

  /// The release build of Umbruch.
  static func umbruch() throws -> Program {
    let path = Repository.path(".build/release/umbruch")
    try #require(
      FileManager.default.isExecutableFile(atPath: path),
      "there is no release build at \(path): run “make build”, or “make test”, which does it first")
    return Program(executable: path)
  }

  /// A program on the search path, such as `qpdf`.
  static func tool(_ name: String) -> Program {
    Program(executable: "/usr/bin/env", leading: [name])
  }

  /// Runs the program to its end.
  ///
  /// Without `folder` it works in a temporary one. After `limit` seconds it is killed, and the
  /// test fails: a hang. `started` is called with the process identifier while it runs.
  func run(
    _ arguments: [String], in folder: String? = nil, output: String? = nil, limit: Double = 120,
    started: (Int32) -> Void = { _ in }
  ) throws -> Run {
    // Into files, because nobody reads a pipe while its other end is waited for.
    let scratch = try TemporaryFolder()
    let streams = try ["output", "errors"].map { name in
      try scratch.write("", to: name)
      return try FileHandle(forWritingTo: URL(filePath: scratch.path(name)))
    }
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = leading + arguments
    process.currentDirectoryURL = URL(filePath: folder ?? scratch.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput =
      try output.map { try FileHandle(forWritingTo: URL(filePath: $0)) } ?? streams[0]
    process.standardError = streams[1]
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    let start = ContinuousClock.now
    try process.run()
    started(process.processIdentifier)
    if ended.wait(timeout: .now() + limit) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      Issue.record("\(executable) \(arguments.joined(separator: " ")) did not end in \(limit) s")
    }
    let duration = (ContinuousClock.now - start) / .seconds(1)
    return Run(
      status: process.terminationStatus,
      endedBySignal: process.terminationReason == .uncaughtSignal,
      output: String(decoding: try Files.bytes(scratch.path("output")), as: UTF8.self),
      errors: String(decoding: try Files.bytes(scratch.path("errors")), as: UTF8.self),
      duration: duration)
  }

  /// Runs a program that must be content, and returns what it says.
  func text(_ arguments: String..., in folder: String? = nil) throws -> String {
    let run = try run(arguments, in: folder)
    try #require(
      run.status == 0 && !run.endedBySignal,
      "\(leading.first ?? executable) \(arguments.joined(separator: " ")): \(run.errors)")
    return run.output
  }
}

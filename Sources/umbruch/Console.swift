import ArgumentParser
import Foundation

/// Lines for people: results on standard output, problems on standard error.
enum Console {
  /// Prints results; what was asked for and cannot be printed is a failure, with its reason.
  static func print(_ lines: [String]) throws {
    let code = write(lines, to: STDOUT_FILENO)
    // A reader that went away, as in `umbruch list | head`, has what it wanted.
    guard code != 0, code != EPIPE else { return }
    error([
      "error: standard output cannot be written: \(String(cString: strerror(code)))",
      "  hint: look at where it is redirected to",
    ])
    throw ExitCode(1)
  }

  /// Prints problems; where nobody can read them, the exit status still tells.
  static func error(_ lines: [String]) { _ = write(lines, to: STDERR_FILENO) }

  /// Writes lines to a descriptor; returns the system's error number, 0 for none.
  private static func write(_ lines: [String], to descriptor: Int32) -> Int32 {
    guard !lines.isEmpty else { return 0 }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 { offset += count } else if errno != EINTR { return errno }
    }
    return 0
  }
}

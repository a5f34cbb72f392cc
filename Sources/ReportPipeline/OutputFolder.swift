import Diagnostics
import Foundation
import Glibc

/// Writes finished files: each to a temporary name first, then renamed, so that none is ever half.
struct OutputFolder: Sendable {
  let root: String

  /// Writes a file at a path below the folder, and the folders above it.
  func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    let target = root + "/" + path
    let folder = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Diagnostic(
        "output.no-folder", "the folder “\(folder)” cannot be made",
        hints: ["give another folder with --output, or the right to write there"])
    }
    let temporary = "\(folder)/.\(path.split(separator: "/").last ?? "file").\(getpid()).part"
    UnfinishedFiles.begin(temporary)
    defer { UnfinishedFiles.end(temporary) }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw problem(path, errno) }
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count, let start = buffer.baseAddress {
        let count = Glibc.write(descriptor, start + offset, buffer.count - offset)
        if count < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        offset += count
      }
    }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary, target) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw problem(path, failure)
    }
  }

  private func problem(_ path: String, _ code: Int32) -> Diagnostic {
    let hint =
      switch code {
      case ENOSPC, EDQUOT: "make room on the disk and build again: what is finished stays"
      case EFBIG: "raise the limit for the size of files (ulimit -f), or write to another disk"
      default: "give another folder with --output, or the right to write there"
      }
    return Diagnostic(
      "output.not-written",
      "“\(root)/\(path)” cannot be written: \(String(cString: strerror(code)))",
      hints: [hint])
  }
}

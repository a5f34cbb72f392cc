import Diagnostics
import Glibc

/// Reads whole files, up to a limit.
enum FileBytes {
  /// The bytes of a regular file; `name` is what a diagnostic calls it.
  static func read(_ path: String, name: String, limit: Int) throws(Diagnostic) -> [UInt8] {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      let isMissing = errno == ENOENT || errno == ENOTDIR
      throw isMissing
        ? Diagnostic(
          "image.missing", "there is no such picture", at: SourceLocation(file: name),
          hints: ["check the path, which counts from the workspace"])
        : Diagnostic(
          "image.unreadable", "the picture cannot be read", at: SourceLocation(file: name),
          hints: ["check the file's permissions"])
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Diagnostic("image.unreadable", "this is no file", at: SourceLocation(file: name))
    }
    guard status.st_size <= limit else {
      throw Diagnostic(
        "image.too-large", "the picture's file is larger than \(limit >> 20) MiB",
        at: SourceLocation(file: name), hints: ["save it smaller or more compressed"])
    }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if got <= 0 { break }
        count += got
      }
    }
    guard bytes.count == size else {
      throw Diagnostic(
        "image.unreadable", "the picture could not be read to its end",
        at: SourceLocation(file: name))
    }
    return bytes
  }
}

import Glibc

/// A file with a list of words that was found, not yet loaded.
struct WordListFile: Hashable, Sendable {
  /// Larger files are no lists of one language's words.
  private static let maximumSize = 64 << 20

  let path: String
  /// Name, size in bytes and time of the last change in seconds since 1970: another list, another
  /// version.
  let version: String
  private let size: Int

  /// Looks at a file; nil where there is none that could be a list.
  init?(_ name: String, in directory: String) {
    path = "\(directory)/\(name)"
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= Self.maximumSize
    else { return nil }
    size = Int(status.st_size)
    version = "\(name)-\(status.st_size)-\(status.st_mtim.tv_sec)"
  }

  /// The file's bytes; none where it cannot be read any more.
  func read() -> [UInt8] {
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }
}

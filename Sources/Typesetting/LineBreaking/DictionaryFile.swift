import Glibc

/// A file with a libhyphen dictionary that was found, not yet loaded.
struct DictionaryFile: Hashable, Sendable {
  /// Why a file cannot be used.
  enum Failure: Error {
    case missing
    case charset(String)
  }

  /// Larger files are not dictionaries.
  private static let maximumSize = 32 << 20

  let path: String
  let charset: HyphenCharset
  /// Name, size in bytes and time of the last change in seconds since 1970: another dictionary,
  /// another version.
  let version: String

  /// Looks at a file and reads its first line, which names the character set.
  init(_ name: String, in directory: String) throws(Failure) {
    path = "\(directory)/\(name)"
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= Self.maximumSize, let file = fopen(path, "re")
    else { throw .missing }
    defer { fclose(file) }
    let start = [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
      count = fread(buffer.baseAddress, 1, 64, file)
    }
    let declared = String(decoding: start.prefix { $0 > 0x20 }, as: UTF8.self)
    guard let charset = HyphenCharset(dictionaryName: declared) else { throw .charset(declared) }
    self.charset = charset
    let stem = name.hasSuffix(".dic") ? String(name.dropLast(4)) : name
    version = "\(stem)-\(status.st_size)-\(status.st_mtim.tv_sec)"
  }
}

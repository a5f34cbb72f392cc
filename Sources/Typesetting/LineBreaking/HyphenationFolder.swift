import Glibc

/// The folder of a workspace in which divided words are kept between builds.
///
/// It only saves time: whatever cannot be read or written is passed over without a word. No part
/// of its path below the workspace may be a symbolic link, so nothing outside is read or written.
package struct HyphenationFolder: Sendable {
  /// Longer files are none that the program wrote.
  private static let maximumSize = 64 << 20
  /// How often another run's lock is tried, and how long is waited between, in microseconds.
  private static let attempts = 100
  private static let pause: UInt32 = 10_000

  private let workspace: String
  private let components: [String]

  /// The folder at a path below a workspace's root, made when something is first kept in it.
  package init(_ path: String = ".umbruch/hyphenation", in workspace: String) {
    self.workspace = workspace
    components = path.split(separator: "/").map(String.init)
  }

  /// The bytes of a file; nil where there is none that can be read.
  func read(_ name: String) -> [UInt8]? {
    guard let folder = open(making: false) else { return nil }
    defer { close(folder) }
    return Self.read(name, in: folder)
  }

  /// Replaces a file by what `change` makes of its bytes, one run after the other.
  func replace(_ name: String, _ change: ([UInt8]?) -> [UInt8]) {
    guard let folder = open(making: true) else { return }
    // Closing the folder unlocks it.
    defer { close(folder) }
    guard Self.lock(folder) else { return }
    let bytes = change(Self.read(name, in: folder))
    // Under the lock nobody else has this name; what an interrupted run left goes.
    let temporary = ".\(name).part"
    unlinkat(folder, temporary, 0)
    let file = openat(
      folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    let isWritten = Self.write(bytes, to: file)
    guard close(file) == 0, isWritten, renameat(folder, temporary, folder, name) == 0 else {
      unlinkat(folder, temporary, 0)
      return
    }
  }

  /// Opens the folder component by component, none of them by a symbolic link.
  private func open(making: Bool) -> CInt? {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    var folder = Glibc.open(workspace, flags)
    for component in components where folder >= 0 {
      let parent = folder
      if component == ".." {
        folder = -1
      } else {
        if making { mkdirat(parent, component, 0o755) }
        folder = openat(parent, component, flags | O_NOFOLLOW)
      }
      close(parent)
    }
    return folder >= 0 ? folder : nil
  }

  private static func lock(_ folder: CInt) -> Bool {
    for _ in 0..<attempts {
      if flock(folder, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      usleep(pause)
    }
    return false
  }

  private static func read(_ name: String, in folder: CInt) -> [UInt8]? {
    // Without O_NONBLOCK the opening of a pipe would wait for its writer.
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= maximumSize
    else { return nil }
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = 0
      while count < buffer.count, let start = buffer.baseAddress {
        let got = Glibc.read(file, start + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return }
        count += got
      }
    }
  }

  private static func write(_ bytes: [UInt8], to file: CInt) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count, let start = buffer.baseAddress {
        let count = Glibc.write(file, start + offset, buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        offset += count
      }
      return true
    }
  }
}

import Glibc
import Synchronization

/// The temporary files that threads are writing, so that an interrupted run can take them away.
enum UnfinishedFiles {
  private static let paths = Mutex<Set<String>>([])

  /// Notes a file before it is made.
  static func begin(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  /// Forgets a file that was renamed or removed.
  static func end(_ path: String) { paths.withLock { _ = $0.remove(path) } }

  /// Removes all of them and then ends the process; no thread can begin another one meanwhile.
  static func remove(thenEnd end: () -> Never) -> Never {
    paths.withLock { paths -> Never in
      for path in paths { unlink(path) }
      end()
    }
  }
}

import Synchronization

/// What a process has made of files; each is loaded once and kept to the end.
final class LoadedFiles<File: Hashable & Sendable, Content: Sendable>: Sendable {
  /// A file's place, with a lock of its own: who needs another file does not wait.
  private final class Place: Sendable {
    let state = Mutex(State.untried)
  }

  private enum State: Sendable {
    case untried
    case tried(Content?)
  }

  private let places = Mutex<[File: Place]>([:])

  /// What is in a file, loaded at the first call; nil where it could not be.
  func content(of file: File, load: (File) -> Content?) -> Content? {
    let place = places.withLock { places in
      if let known = places[file] { return known }
      let new = Place()
      places[file] = new
      return new
    }
    return place.state.withLock { state in
      if case .tried(let content) = state { return content }
      let content = load(file)
      state = .tried(content)
      return content
    }
  }

  /// Whether a file was loaded.
  func hasLoaded(_ file: File) -> Bool {
    guard let place = places.withLock({ $0[file] }) else { return false }
    return place.state.withLock { state in
      if case .tried(.some) = state { true } else { false }
    }
  }
}

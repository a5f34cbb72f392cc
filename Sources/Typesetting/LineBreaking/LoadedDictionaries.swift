import Synchronization

/// The dictionaries that the process has loaded; each is loaded once and kept to the end.
enum LoadedDictionaries {
  /// A dictionary's place, with a lock of its own: who needs another language does not wait.
  private final class Place: Sendable {
    enum State: Sendable {
      case untried
      case tried(HyphenDictionary?)
    }

    let state = Mutex(State.untried)
  }

  private static let places = Mutex<[DictionaryFile: Place]>([:])

  /// The dictionary in a file, loaded at the first call; nil where it cannot be opened any more.
  static func dictionary(in file: DictionaryFile) -> HyphenDictionary? {
    let place = places.withLock { places in
      if let known = places[file] { return known }
      let new = Place()
      places[file] = new
      return new
    }
    return place.state.withLock { state in
      if case .tried(let dictionary) = state { return dictionary }
      let dictionary = HyphenDictionary(file: file.path, charset: file.charset)
      state = .tried(dictionary)
      return dictionary
    }
  }

  /// Whether a file's dictionary was loaded.
  static func hasLoaded(_ file: DictionaryFile) -> Bool {
    guard let place = places.withLock({ $0[file] }) else { return false }
    return place.state.withLock { state in
      if case .tried(.some) = state { true } else { false }
    }
  }
}

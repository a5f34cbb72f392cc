import Synchronization

/// The words that were divided by one dictionary, remembered over builds; serves all threads.
///
/// Where all of a build's words are known, neither its dictionary nor its list of words is loaded.
final class DividedWords: Sendable {
  /// How many words are remembered.
  static let maximumCount = 200_000

  private struct State {
    var words: [DividedWord: [Division]] = [:]
    /// Those that are not in the folder yet.
    var added: [DividedWord: [Division]] = [:]
    var isRead = false
  }

  private let source: WordSource
  private let folder: HyphenationFolder?
  private let limit: Int
  private let state = Mutex(State())

  /// Remembers so many words in memory, and in a folder where one is given.
  init(
    _ source: WordSource, folder: HyphenationFolder?, limit: Int = DividedWords.maximumCount
  ) {
    self.source = source
    self.folder = folder
    self.limit = limit
  }

  /// The name of the file that keeps the words; the last part is the version of its format, which grows
  /// also where words are divided otherwise than before.
  var fileName: String { "\(source.version)-v4.txt" }

  /// Where the dictionary divides a word, its own minima kept.
  func divisions(of word: DividedWord) -> [Division] {
    let known: [Division]? = state.withLock { state in
      if !state.isRead {
        state.isRead = true
        if let text = folder?.read(fileName) {
          state.words = DividedWordsText.words(in: text, limit: limit)
        }
      }
      return state.words[word]
    }
    if let known { return known }
    // Outside the lock: who finds a word here does not wait for the dictionary.
    guard let letters = word.letters, let division = source.division else { return [] }
    let found = division.divisions(of: letters)
    state.withLock { state in
      guard state.words.count < limit else { return }
      state.words[word] = found
      state.added[word] = found
    }
    return found
  }

  /// Adds the new words to the folder, beside those that another run added meanwhile.
  func save() {
    guard let folder else { return }
    let added = state.withLock { state in
      defer { state.added = [:] }
      return state.added
    }
    if added.isEmpty { return }
    folder.replace(fileName) { old in
      var words = DividedWordsText.words(in: old ?? [], limit: limit)
      words.merge(added) { _, new in new }
      // Full: begin anew with the words of today; the next build adds what it misses.
      return DividedWordsText.text(of: words.count <= limit ? words : added)
    }
  }
}

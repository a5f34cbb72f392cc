/// The dictionaries and lists of words that the process has loaded.
enum LoadedDictionaries {
  private static let dictionaries = LoadedFiles<DictionaryFile, HyphenDictionary>()
  private static let wordSets = LoadedFiles<WordListFile, WordSet>()

  /// The dictionary in a file, loaded at the first call; nil where it cannot be opened any more.
  static func dictionary(in file: DictionaryFile) -> HyphenDictionary? {
    dictionaries.content(of: file) { HyphenDictionary(file: $0.path, charset: $0.charset) }
  }

  /// The words in a file, loaded at the first call.
  static func words(in file: WordListFile) -> WordSet? {
    wordSets.content(of: file) { WordSet(lines: $0.read()) }
  }

  /// Whether a file's dictionary was loaded.
  static func hasLoaded(_ file: DictionaryFile) -> Bool { dictionaries.hasLoaded(file) }

  /// Whether a file's words were loaded.
  static func hasLoaded(_ file: WordListFile) -> Bool { wordSets.hasLoaded(file) }
}

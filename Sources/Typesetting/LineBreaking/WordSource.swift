import Languages

/// The files by which a language's words are divided.
struct WordSource: Hashable, Sendable {
  let dictionary: DictionaryFile
  /// The words of which compounds are made, and how; nil where the language has none.
  let wordList: WordListFile?
  let compounds: CompoundRules?

  /// Other files, another version.
  var version: String {
    wordList.map { "\(dictionary.version)+\($0.version)" } ?? dictionary.version
  }

  /// What the files say, loaded where they are not yet; nil where the dictionary cannot be opened.
  var division: WordDivision? {
    guard let dictionary = LoadedDictionaries.dictionary(in: dictionary) else { return nil }
    guard let wordList, let compounds, let words = LoadedDictionaries.words(in: wordList) else {
      return WordDivision(dictionary: dictionary, compounds: nil)
    }
    return WordDivision(dictionary: dictionary, compounds: (words, compounds))
  }
}

package import Diagnostics
package import Languages
import Synchronization

/// Divides words by libhyphen and its dictionaries, as Debian's hyphen-… packages bring them.
///
/// What the user has written down comes first, and compounds are found with lists of words, as
/// Debian's dictionary packages bring them. One source serves all threads of a build.
package final class LibHyphenSource: HyphenationSource, Sendable {
  /// What became of looking for a language's dictionary.
  private enum Found {
    case words(DividedWords)
    /// All words are alike, as the list of them is missing.
    case alike(DividedWords, Diagnostic)
    case problem(Diagnostic)
    /// The language names no dictionary.
    case none
  }

  /// Languages asked for, and the words of each file: languages may share one.
  private struct State {
    var languages: [LanguageTag: Found] = [:]
    var sources: [WordSource: DividedWords] = [:]
  }

  private let directories: [String]
  private let wordListDirectories: [String]
  private let exceptions: [LanguageTag: HyphenationExceptions]
  private let folder: HyphenationFolder?
  private let state = Mutex(State())

  /// Looks for dictionaries and lists of words in these directories, the first first, and remembers
  /// divided words in a folder where one is given; exceptions are never remembered.
  package init(
    directories: [String] = ["/usr/share/hyphen"],
    wordListDirectories: [String] = ["/usr/share/dict"],
    exceptions: [LanguageTag: HyphenationExceptions] = [:],
    remembering folder: HyphenationFolder? = nil
  ) {
    self.directories = directories
    self.wordListDirectories = wordListDirectories
    self.exceptions = exceptions
    self.folder = folder
  }

  package func divisions(of word: String, in language: LanguageRules) -> [Division] {
    let exceptions = exceptions[language.tag]
    if let written = exceptions?.divisions(of: word) { return written }
    let rules = language.hyphenation
    var divisions: [Division] = []
    switch find(language) {
    case .words(let found), .alike(let found, _):
      let word = DividedWord(Array(word.utf8))
      divisions = word.keeping(
        found.divisions(of: word), before: rules.minimumPrefix, after: rules.minimumSuffix)
    case .problem, .none: break
    }
    guard let exceptions, let compounds = rules.compounds else { return divisions }
    return exceptions.inherited(by: word, divided: divisions, compounds)
  }

  package func problem(in language: LanguageRules) -> Diagnostic? {
    switch find(language) {
    case .alike(_, let diagnostic), .problem(let diagnostic): diagnostic
    case .words, .none: nil
    }
  }

  /// Writes words that are new into the folder.
  package func save() {
    for words in state.withLock({ Array($0.sources.values) }) { words.save() }
  }

  // MARK: - Dictionaries

  /// The words of the language's dictionary, which need not be loaded yet.
  private func find(_ language: LanguageRules) -> Found {
    state.withLock { state in
      if let known = state.languages[language.tag] { return known }
      let found: Found
      switch file(for: language) {
      case .success(let file?):
        let list = wordList(for: language)
        let source = WordSource(
          dictionary: file, wordList: list, compounds: language.hyphenation.compounds)
        let words = state.sources[source] ?? DividedWords(source, folder: folder)
        state.sources[source] = words
        found = noWordList(language, list).map { .alike(words, $0) } ?? .words(words)
      case .success(nil): found = .none
      case .failure(let problem): found = .problem(problem)
      }
      state.languages[language.tag] = found
      return found
    }
  }

  /// Looks for each of the language's files in each directory, the best file first.
  private func file(for language: LanguageRules) -> Result<DictionaryFile?, Diagnostic> {
    let names = language.hyphenation.dictionaries
    guard let wanted = names.first else { return .success(nil) }
    for name in names {
      for directory in directories {
        do throws(DictionaryFile.Failure) {
          return .success(try DictionaryFile(name, in: directory))
        } catch {
          guard case .charset(let charset) = error else { continue }
          return .failure(
            Self.problem(
              language,
              "the hyphenation dictionary “\(directory)/\(name)” is in the character set "
                + "“\(charset)”",
              hint: "use one in UTF-8 or ISO 8859-1"))
        }
      }
    }
    return .failure(
      Self.problem(
        language, "there is no hyphenation dictionary “\(wanted)” for \(language.name)",
        hint: "install the Debian package \(Self.package(for: wanted)), looked in "
          + directories.joined(separator: ", ")))
  }

  /// Looks for each of the language's lists of words in each directory, the best list first.
  private func wordList(for language: LanguageRules) -> WordListFile? {
    for name in language.hyphenation.compounds?.wordLists ?? [] {
      for directory in wordListDirectories {
        if let file = WordListFile(name, in: directory) { return file }
      }
    }
    return nil
  }

  /// The problem of a list that the language wants and that was not found.
  private func noWordList(_ language: LanguageRules, _ found: WordListFile?) -> Diagnostic? {
    guard found == nil, let compounds = language.hyphenation.compounds,
      let wanted = compounds.wordLists.first
    else { return nil }
    var diagnostic = Diagnostic(
      "language.no-word-list",
      "there is no list of words “\(wanted)” to find the parts of compounds in \(language.name)",
      hints: [
        "install the Debian package \(compounds.package), looked in "
          + wordListDirectories.joined(separator: ", ")
      ])
    diagnostic.language = language.tag.rawValue
    return diagnostic
  }

  private static func problem(
    _ language: LanguageRules, _ sentence: String, hint: String
  ) -> Diagnostic {
    var diagnostic = Diagnostic("language.no-dictionary", sentence, hints: [hint])
    diagnostic.language = language.tag.rawValue
    return diagnostic
  }

  /// The Debian package of a dictionary: `hyphen-de` of `hyph_de_DE.dic`; English and Portuguese
  /// come by region (`hyphen-en-gb`).
  private static func package(for file: String) -> String {
    let parts = (file.split(separator: ".").first ?? "").split(separator: "_").dropFirst()
      .map { $0.lowercased() }
    guard let language = parts.first else { return "hyphen-data" }
    return (["en", "pt"].contains(language) ? ["hyphen"] + parts.prefix(2) : ["hyphen", language])
      .joined(separator: "-")
  }
}

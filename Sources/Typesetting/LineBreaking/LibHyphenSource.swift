package import Diagnostics
package import Languages
import Synchronization

/// Divides words by libhyphen and its dictionaries, as Debian's hyphen-… packages bring them.
///
/// One source serves all threads of a build.
package final class LibHyphenSource: HyphenationSource, Sendable {
  /// What became of looking for a language's dictionary.
  private enum Found {
    case words(DividedWords)
    case problem(Diagnostic)
    /// The language names no dictionary.
    case none
  }

  /// Languages asked for, and the words of each file: languages may share one.
  private struct State {
    var languages: [LanguageTag: Found] = [:]
    var files: [DictionaryFile: DividedWords] = [:]
  }

  private let directories: [String]
  private let folder: HyphenationFolder?
  private let state = Mutex(State())

  /// Looks for dictionaries in these directories, the first first, and remembers divided words in a
  /// folder where one is given.
  package init(
    directories: [String] = ["/usr/share/hyphen"], remembering folder: HyphenationFolder? = nil
  ) {
    self.directories = directories
    self.folder = folder
  }

  package func divisions(of word: String, in language: LanguageRules) -> [Int] {
    guard case .words(let words) = find(language) else { return [] }
    let word = DividedWord(Array(word.utf8))
    let rules = language.hyphenation
    return word.keeping(
      words.divisions(of: word), before: rules.minimumPrefix, after: rules.minimumSuffix)
  }

  package func problem(in language: LanguageRules) -> Diagnostic? {
    guard case .problem(let diagnostic) = find(language) else { return nil }
    return diagnostic
  }

  /// Writes words that are new into the folder.
  package func save() {
    for words in state.withLock({ Array($0.files.values) }) { words.save() }
  }

  // MARK: - Dictionaries

  /// The words of the language's dictionary, which need not be loaded yet.
  private func find(_ language: LanguageRules) -> Found {
    state.withLock { state in
      if let known = state.languages[language.tag] { return known }
      let found: Found
      switch file(for: language) {
      case .success(let file?):
        let words = state.files[file] ?? DividedWords(file, folder: folder)
        state.files[file] = words
        found = .words(words)
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

package import Diagnostics
package import Languages

/// Divides words by the dictionaries of libhyphen, as Debian's hyphen-… packages bring them.
package final class LibHyphenSource: HyphenationSource {
  /// Words with fewer letters are not divided.
  static let minimumLetters = 5
  /// Nor are words in capitals up to this length: they are read letter by letter.
  static let maximumAcronym = 6
  /// Nor are longer ones: no word of a language, but a bound on the work.
  static let maximumLetters = 100
  private static let maximumWords = 60_000

  private struct WordKey: Hashable {
    var word: String
    var language: LanguageTag
  }

  /// What became of looking for a language's dictionary.
  private enum Loaded {
    case dictionary(HyphenDictionary)
    case problem(Diagnostic)
    /// The language names no dictionary.
    case none
  }

  private let directories: [String]
  /// Languages asked for, files read (languages may share one), and words divided so far.
  private var loaded: [LanguageTag: Loaded] = [:]
  private var files: [String: HyphenDictionary] = [:]
  private var words: [WordKey: [Int]] = [:]

  /// Looks for dictionaries in these folders, the first first.
  package init(directories: [String] = ["/usr/share/hyphen"]) {
    self.directories = directories
  }

  package func divisions(of word: String, in language: LanguageRules) -> [Int] {
    guard case .dictionary(let dictionary) = load(language) else { return [] }
    let key = WordKey(word: word, language: language.tag)
    if let known = words[key] { return known }
    let found = Self.divisions(of: word, dictionary, language.hyphenation)
    if words.count >= Self.maximumWords { words.removeAll(keepingCapacity: true) }
    words[key] = found
    return found
  }

  package func problem(in language: LanguageRules) -> Diagnostic? {
    guard case .problem(let diagnostic) = load(language) else { return nil }
    return diagnostic
  }

  /// The divisions of a word that was not asked for before.
  private static func divisions(
    of word: String, _ dictionary: HyphenDictionary, _ rules: HyphenationRules
  ) -> [Int] {
    let scalars = Array(word.unicodeScalars)
    guard (minimumLetters...maximumLetters).contains(scalars.count),
      scalars.allSatisfy({ Letters.isLetter($0.value) })
    else { return [] }
    if scalars.count <= maximumAcronym,
      scalars.allSatisfy({ Letters.isUppercase($0.value) })
    {
      return []
    }
    // The patterns are in small letters; only mappings of one letter to one keep the places.
    let lowercase = scalars.map { scalar in
      let mapped = scalar.properties.lowercaseMapping.unicodeScalars
      return mapped.count == 1 ? mapped.first ?? scalar : scalar
    }
    let fewestBefore = max(rules.minimumPrefix, dictionary.minimumPrefix)
    let fewestAfter = max(rules.minimumSuffix, dictionary.minimumSuffix)
    var offsets: [Int] = []
    var offset = 0
    var before = 0
    for division in dictionary.divisions(of: lowercase)
    where division >= fewestBefore && scalars.count - division >= fewestAfter {
      offset += scalars[before..<division].reduce(0) { $0 + $1.utf8.count }
      before = division
      offsets.append(offset)
    }
    return offsets
  }

  // MARK: - Dictionaries

  /// The language's dictionary, read at the first word.
  private func load(_ language: LanguageRules) -> Loaded {
    if let known = loaded[language.tag] { return known }
    let result = find(language)
    loaded[language.tag] = result
    return result
  }

  /// Looks for each of the language's files in each folder, the best file first.
  private func find(_ language: LanguageRules) -> Loaded {
    let names = language.hyphenation.dictionaries
    guard let wanted = names.first else { return .none }
    for name in names {
      for directory in directories {
        let file = "\(directory)/\(name)"
        if let dictionary = files[file] { return .dictionary(dictionary) }
        do throws(HyphenDictionary.Failure) {
          let dictionary = try HyphenDictionary(file: file)
          files[file] = dictionary
          return .dictionary(dictionary)
        } catch {
          if case .charset(let charset) = error {
            return .problem(
              Self.problem(
                language,
                "the hyphenation dictionary “\(file)” is in the character set “\(charset)”",
                hint: "use one in UTF-8 or ISO 8859-1"))
          }
        }
      }
    }
    return .problem(
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

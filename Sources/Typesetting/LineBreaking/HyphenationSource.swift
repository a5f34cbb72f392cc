package import Languages

/// Finds where words may be divided; belongs to one thread.
package protocol HyphenationSource: AnyObject {
  /// The UTF-8 offsets in `word` before which it may be divided, ascending, prefix and suffix minima
  /// of the language already kept; empty where the language has no dictionary.
  func divisions(of word: String, in language: LanguageRules) -> [Int]
}

package import Diagnostics
package import Languages

/// Finds where words may be divided.
package protocol HyphenationSource: AnyObject {
  /// The UTF-8 offsets in `word` before which it may be divided, ascending, prefix and suffix minima
  /// of the language already kept; empty where the language has no dictionary.
  func divisions(of word: String, in language: LanguageRules) -> [Int]

  /// What keeps words of a language from being divided, such as a dictionary that is not there.
  func problem(in language: LanguageRules) -> Diagnostic?
}

extension HyphenationSource {
  package func problem(in language: LanguageRules) -> Diagnostic? { nil }
}

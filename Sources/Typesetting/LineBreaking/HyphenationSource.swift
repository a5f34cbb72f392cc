package import Diagnostics
package import Languages

/// Finds where words may be divided.
package protocol HyphenationSource: AnyObject {
  /// The places where `word` may be divided, ascending, prefix and suffix minima of the rules
  /// already kept; empty where the language has no dictionary.
  func divisions(of word: String, in language: LanguageRules) -> [Division]

  /// What keeps words of a language from being divided, such as a dictionary that is not there.
  func problem(in language: LanguageRules) -> Diagnostic?
}

extension HyphenationSource {
  package func problem(in language: LanguageRules) -> Diagnostic? { nil }
}

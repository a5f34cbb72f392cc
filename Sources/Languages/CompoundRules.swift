/// How a language puts words together, so that compounds are divided between their parts first.
package struct CompoundRules: Sendable, Hashable {
  /// File names of lists of words, one a line, the best first; and the Debian package of the first.
  package var wordLists: [String]
  package var package: String
  /// What may stand between a noun and the next part („Forschung-s-politik“).
  package var linkingElements: [String]
  /// What nouns and verbs lose as a first part („Schul-e“, „wohn-en“).
  package var droppedNounEndings: [String]
  package var droppedVerbEndings: [String]
  /// Other endings that stems of verbs take, by which they are told from words that end alike.
  package var verbEndings: [String]
  /// Parts that may stand before others although they are short and no nouns.
  package var prefixes: Set<String>
  /// Words that are no last parts: endings that happen to be words, too.
  package var endings: Set<String>

  package init(
    wordLists: [String], package: String, linkingElements: [String],
    droppedNounEndings: [String] = [], droppedVerbEndings: [String] = [],
    verbEndings: [String] = [], prefixes: Set<String> = [], endings: Set<String> = []
  ) {
    self.wordLists = wordLists
    self.package = package
    self.linkingElements = linkingElements
    self.droppedNounEndings = droppedNounEndings
    self.droppedVerbEndings = droppedVerbEndings
    self.verbEndings = verbEndings
    self.prefixes = prefixes
    self.endings = endings
  }
}

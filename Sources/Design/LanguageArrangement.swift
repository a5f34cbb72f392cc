/// How the languages of a publication stand to each other.
package enum LanguageArrangement: String, Sendable, Hashable, CaseIterable {
  /// An edition for each language.
  case separate
  /// Columns beside each other on every page, counterparts level.
  case parallel
  /// The left page in one language, the right page in the other, counterparts level.
  case facing
  /// Bound head to tail: each half has its own front cover.
  case turned

  /// All languages stand in one publication.
  package var isJoint: Bool { self != .separate }

  /// Counterparts start level, so that the texts must have equally many paragraphs.
  package var alignsTexts: Bool { self == .parallel || self == .facing }
}

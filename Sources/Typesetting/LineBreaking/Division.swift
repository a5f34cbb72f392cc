/// A place where a word may be divided, with how good a place it is.
package struct Division: Sendable, Hashable {
  /// What kind of place in the word it is.
  package enum Grade: Sendable, Hashable, CaseIterable {
    /// In a word that is no compound as far as is known.
    case simple
    /// Between the parts of a compound („Forschungs-politik“).
    case joint
    /// Between the parts of a part („Hauptstadt-büro“: „Haupt-stadtbüro“).
    case innerJoint
    /// Elsewhere in a compound, and so near a joint that the joint is missed.
    case insidePart
    case besideJoint
  }

  /// The UTF-8 offset in the word before which it is divided.
  package var offset: Int
  package var grade: Grade

  package init(offset: Int, grade: Grade = .simple) {
    self.offset = offset
    self.grade = grade
  }
}

/// The words that the program itself may print; every complete language has all of them.
package enum BuiltInWord: String, Sendable, Hashable, CaseIterable {
  // How sure a figure is.
  case planned, expected, announced, approved
  case appliedFor = "applied-for"
  // What a fact tells.
  case partner, funding, period, place, owner, note
  case source, sources, page, contents
  // Before the numbers of captions.
  case figure, table
  /// Before the year of a figure (`Stand 2019`, `as of 2019`).
  case asOf = "as-of"
}

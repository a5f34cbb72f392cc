/// The parts of a figure in one language, and the whole.
package struct FormattedQuantity: Sendable, Hashable {
  /// The comparator with the no-break space behind it (`> `); empty for an exact figure.
  package var comparator: String
  /// The digits: `34,5`.
  package var number: String
  /// What stands before the digits: `€` in English.
  package var unitBefore: String
  /// What stands behind the digits: `Mio. €`, `million`, `ha`.
  package var unitAfter: String
  /// Everything, in one unbreakable piece where it is short: `> 34,5 Mio. €`.
  package var full: String
  /// For alternative and running text: `more than €34.5 million`.
  package var spoken: String

  /// What a card prints large: the digits, with the comparator unless `leading` has it.
  package var figure: String { unitBefore.isEmpty ? comparator + number : number }
  /// What a card prints small before the figure: comparator and currency (`> €`), or nothing.
  package var leading: String { unitBefore.isEmpty ? "" : comparator + unitBefore }
}

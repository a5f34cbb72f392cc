/// How a unit prints in one language.
package struct UnitForm: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The sign or name: `€`, `ha`, `people/km²`; empty where only the label names it.
  package var symbol: String
  /// Whether it stands where the language puts its currency sign.
  package var isCurrency: Bool
  /// Whether no space stands between number and sign, as in English `45.7%`.
  package var isAttached: Bool
  /// What follows behind everything, as in `€2.3 million a year`.
  package var period: String

  package init(
    _ symbol: String, isCurrency: Bool = false, isAttached: Bool = false, period: String = ""
  ) {
    self.symbol = symbol
    self.isCurrency = isCurrency
    self.isAttached = isAttached
    self.period = period
  }

  package init(stringLiteral symbol: String) { self.init(symbol) }
}

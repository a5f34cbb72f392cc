/// Which kinds of rule are applied to typed text; a workspace and each layout may turn them off.
package struct TypographySwitches: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Straight quotation marks and apostrophes become the language's.
  package static let quotes = TypographySwitches(rawValue: 1 << 0)
  /// `...` becomes an ellipsis.
  package static let ellipses = TypographySwitches(rawValue: 1 << 1)
  /// Hyphens that stand for dashes become dashes.
  package static let dashes = TypographySwitches(rawValue: 1 << 2)
  /// `2018-2019` gets its en dash.
  package static let ranges = TypographySwitches(rawValue: 1 << 3)
  /// Minus and multiplication signs.
  package static let signs = TypographySwitches(rawValue: 1 << 4)
  /// The spaces inside abbreviations.
  package static let abbreviations = TypographySwitches(rawValue: 1 << 5)
  /// No-break spaces, and doubled ones.
  package static let spaces = TypographySwitches(rawValue: 1 << 6)

  package static let all: TypographySwitches = [
    .quotes, .ellipses, .dashes, .ranges, .signs, .abbreviations, .spaces,
  ]

  /// The switches by the names that files give them, in the order in which messages name them.
  package static let named: KeyValuePairs<String, TypographySwitches> = [
    "quotes": .quotes, "ellipses": .ellipses, "dashes": .dashes, "ranges": .ranges,
    "signs": .signs, "abbreviations": .abbreviations, "spaces": .spaces,
  ]
}

/// What a workspace or a layout says of the typography of its texts.
package struct TypographyChoice: Sendable, Hashable {
  /// The kinds of rule that are turned on, and those that are turned off.
  package private(set) var on: TypographySwitches = []
  package private(set) var off: TypographySwitches = []
  /// The gender sign that the house has chosen.
  package private(set) var genderSign: GenderSign?

  package init() {}

  /// The keys of a mapping, in the order in which messages name them.
  package static let keys = TypographySwitches.named.map(\.key) + ["gender-sign"]

  /// What can be said without keys.
  package static let words = ["on", "off"]

  /// What is applied, where so much was before.
  package func applied(to switches: TypographySwitches) -> TypographySwitches {
    switches.union(on).subtracting(off)
  }

  /// Turns everything on or off; false if the word says neither.
  package mutating func set(_ word: String) -> Bool {
    guard let flag = Self.flag(word) else { return false }
    turn(.all, flag)
    return true
  }

  /// Sets one of the keys; nil where it is set, else what is wanted in words.
  package mutating func set(_ key: String, to word: String) -> String? {
    if key == "gender-sign" {
      guard let sign = GenderSign(rawValue: word) else {
        return "one of the signs “*”, “:” and “_”"
      }
      genderSign = sign
      return nil
    }
    guard let kind = TypographySwitches.named.first(where: { $0.key == key })?.value,
      let flag = Self.flag(word)
    else { return "true or false" }
    turn(kind, flag)
    return nil
  }

  private mutating func turn(_ kinds: TypographySwitches, _ flag: Bool) {
    on = flag ? on.union(kinds) : on.subtracting(kinds)
    off = flag ? off.subtracting(kinds) : off.union(kinds)
  }

  private static func flag(_ word: String) -> Bool? {
    switch word {
    case "on", "true": true
    case "off", "false": false
    default: nil
    }
  }
}

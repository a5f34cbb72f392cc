/// How a comparator prints before a figure and is said in running text.
package struct ComparatorForm: Sendable, Hashable {
  /// On cards and in tables, without space: `>`, `ca.`.
  package var sign: String
  /// In alternative and running text: `more than`.
  package var spoken: String

  package init(_ sign: String, _ spoken: String) {
    self.sign = sign
    self.spoken = spoken
  }
}

extension Comparator {
  /// The mathematical sign, for a language that says nothing better.
  var mathematicalSign: String {
    switch self {
    case .equal: ""
    case .more: ">"
    case .atLeast: "≥"
    case .less: "<"
    case .atMost: "≤"
    case .about: "≈"
    }
  }
}

import DocumentTree

/// What a publication's anchors are called, for references from its texts.
///
/// A class for the same reason as `CitationRegister`. References may lead forward, so that texts read
/// what the binding before found; a publication that has references is bound twice.
final class ReferenceRegister {
  /// What stands at an anchor.
  struct Target {
    /// The word and number of a figure or table (“Table 3”); empty for others.
    var number = ""
    /// The text of a heading or caption.
    var title: [Inline] = []
  }

  private var known: [String: Target] = [:]
  private var found: [String: Target] = [:]
  /// Some text refers to an anchor.
  private(set) var wasRead = false
  /// This binding is not the first, so that an anchor that is not known is not there.
  private(set) var isComplete = false

  /// Begins a further binding, which reads what this one has found.
  func beginAgain() {
    (known, found) = (found, [:])
    isComplete = true
  }

  func note(_ anchor: String, _ target: Target) {
    // The first block of the name is the one that links lead to.
    if found[anchor] == nil { found[anchor] = target }
  }

  /// What stands at an anchor; nil in the first binding, and where there is none of the name.
  func target(_ anchor: String) -> Target? {
    wasRead = true
    return known[anchor]
  }

  /// The names of all anchors.
  var names: [String] { known.keys.sorted() }
}

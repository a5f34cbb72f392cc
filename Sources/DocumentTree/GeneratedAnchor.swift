import Diagnostics

/// The anchors of headings and figures to which the layout gives none of its own.
package enum GeneratedAnchor {
  package static func heading(_ number: Int) -> String { "heading-\(number)" }
  package static func figure(_ number: Int) -> String { "figure-\(number)" }

  /// Whether a name was made here, where `.de` may follow in publications of several languages.
  static func isOwn(_ name: String) -> Bool {
    for prefix in ["heading-", "figure-"] where name.hasPrefix(prefix) {
      let number = name.dropFirst(prefix.count).prefix { $0 != "." }
      return Int(number) != nil
    }
    return false
  }

  /// What helps where there is no anchor of a name: the one that was meant, or those that the layout
  /// gives and how it gives one.
  ///
  /// Numbers that change with each heading are no names to refer to.
  package static func hints(for name: String, among anchors: some Sequence<String>) -> [String] {
    let given = anchors.filter { !isOwn($0) }
    if Suggestion.nearest(to: name, among: given) != nil {
      return Suggestion.hint(for: name, among: given)
    }
    let known = given.isEmpty ? [] : Suggestion.hint(for: name, among: given)
    return known + ["give the block that is meant “anchor: \(name)”"]
  }
}

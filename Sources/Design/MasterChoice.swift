/// Which page master each page of a section has.
///
/// The first page's comes before those of the sides, and these before that of all other pages. Where
/// pages do not face each other, all are right ones. An empty name stands for pages with nothing but
/// the section's own blocks.
package struct MasterChoice: Sendable, Hashable, ExpressibleByStringLiteral {
  package var first: String?
  package var left: String?
  package var right: String?
  package var other: String

  /// One master for all pages, or others for those that are named.
  package init(
    _ other: String, first: String? = nil, left: String? = nil, right: String? = nil
  ) {
    self.first = first
    self.left = left
    self.right = right
    self.other = other
  }

  package init(stringLiteral name: String) { self.init(name) }

  /// The master of one page.
  package func name(isFirst: Bool, isLeft: Bool) -> String {
    if isFirst, let first { return first }
    return (isLeft ? left : right) ?? other
  }

  /// The choice with other names for the masters.
  package func renamed(_ name: (String) -> String) -> MasterChoice {
    MasterChoice(
      name(other), first: first.map(name), left: left.map(name), right: right.map(name))
  }

  /// The masters that pages can have; that of all other pages is none of them where both sides have
  /// their own.
  package var names: [String] {
    var names = [first, left, right].compactMap { $0 }
    if left == nil || right == nil { names.append(other) }
    return names
  }
}

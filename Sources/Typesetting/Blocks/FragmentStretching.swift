import Geometry

extension Fragment {
  /// The fragment made higher, where it may be: the gain goes to the parts that fill.
  ///
  /// Blocks are set once; cards of a row get their common height here, so that nesting does not
  /// multiply the work.
  func stretched(to height: Double) -> Fragment {
    guard stretch != .never, height.isFinite, height > size.height else { return self }
    // The parts that are stretched, and those below them, were found when the parent placed them.
    var gain = height - size.height
    // Text on the page's grid below what grows moves by whole steps, and so art grows by as many.
    for child in children where child.growth == .moves(1) {
      gain = min(gain, child.fragment.following(height - size.height))
    }
    var copy = self
    copy.size.height = height
    for index in copy.children.indices {
      switch copy.children[index].growth {
      case .moves(let share):
        copy.children[index].offset.y += children[index].fragment.following(gain * share)
      case .stretches:
        let part = copy.children[index].fragment
        copy.children[index].fragment = part.stretched(to: part.size.height + gain)
      }
    }
    return copy
  }
}

/// The room a block is offered, in points.
package struct Region: Sendable, Hashable {
  package var width: Double
  /// The height that is left.
  package var remaining: Double
  /// The height of the whole region; infinite for measuring.
  package var full: Double
  /// Nothing has been set into the region yet.
  package var isFresh: Bool

  package init(width: Double, remaining: Double, full: Double, isFresh: Bool) {
    self.width = width
    self.remaining = remaining
    self.full = full
    self.isFresh = isFresh
  }

  /// A region without end, for measuring the natural height at a width.
  package static func unbounded(width: Double) -> Region {
    Region(width: width, remaining: .infinity, full: .infinity, isFresh: true)
  }
}

import Geometry

/// The room a block is offered, in points.
package struct Region: Sendable, Hashable {
  package var width: Double
  /// The height that is left.
  package var remaining: Double
  /// The height of the whole region; infinite for measuring.
  package var full: Double
  /// Nothing has been set into the region yet.
  package var isFresh: Bool
  /// Where the region's head stands on the page's baseline grid; nil where its place is not known
  /// (measuring, cells of tables) or there is no grid.
  package var grid: BaselineGrid?
  /// The text areas of the two pages that the region reaches over, where languages face each other;
  /// nil for any other region, and for parts of its width.
  var pages: ParallelColumns?

  package init(
    width: Double, remaining: Double, full: Double, isFresh: Bool, grid: BaselineGrid? = nil
  ) {
    self.width = width
    self.remaining = remaining
    self.full = full
    self.isFresh = isFresh
    self.grid = grid
  }

  /// A region without end, for measuring the natural height at a width.
  package static func unbounded(width: Double, grid: BaselineGrid? = nil) -> Region {
    Region(width: width, remaining: .infinity, full: .infinity, isFresh: true, grid: grid)
  }
}

extension Region {
  /// What rounding may add up to, in points; less than any eye sees.
  static let tolerance = 0.01

  /// Whether so much height is left.
  func holds(_ height: Double) -> Bool { height <= remaining + Region.tolerance }

  /// The room below `used` points of this region, at another width where one is given.
  ///
  /// Who keeps room free below what it sets, and not only above, says so by the region's `grid`.
  func below(_ used: Double, isFresh: Bool, width: Double? = nil) -> Region {
    var room = Region(
      width: max(0, width ?? self.width), remaining: max(0, remaining - used), full: full,
      isFresh: isFresh, grid: grid?.below(used))
    if width == nil { room.pages = pages }
    return room
  }

  /// The answer of a block that cannot be broken: it stands here, over the edge of a fresh region if
  /// need be, or waits for the next region.
  func fit(unbreakable fragment: Fragment, called name: String) -> Fit {
    isFresh || holds(fragment.size.height)
      ? .whole(fragment) : .nothing(BreakReason("the \(name) is higher than the room that is left"))
  }
}

import Diagnostics
import Geometry

/// Empty room; it does not go over to the next region.
struct SpaceBlock: Block {
  /// Points.
  let height: Double

  var spacing: BlockSpacing { .none }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    // What does not fit is dropped: the break that follows is room enough.
    guard token == nil, height > 0, region.isFresh || region.holds(height) else { return .empty }
    return .whole(Fragment(size: Size(width: region.width, height: min(height, region.remaining))))
  }
}

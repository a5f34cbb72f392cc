import Diagnostics
import DocumentTree
import Geometry

/// A forced break; in a region into which nothing has been set yet it does nothing.
struct RegionBreakBlock: Block {
  let kind: RegionBreak

  var spacing: BlockSpacing { .none }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil, !region.isFresh else { return .empty }
    var fragment = Fragment(size: Size(width: region.width, height: 0))
    fragment.endsPage = kind == .page
    return .part(fragment, resume: BreakToken(index: 1))
  }
}

import Diagnostics
import DocumentTree
import Geometry

/// A forced break; in a region into which nothing has been set yet it does nothing.
///
/// It is a block of no height that always goes on in the next region. Columns tell a page break
/// from a column break by the fragment's `endsPage`.
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

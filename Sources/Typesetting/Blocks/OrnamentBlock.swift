import Diagnostics
import DocumentTree
import Geometry

/// Art made by the program; without a height of its own it fills what its parent has left.
struct OrnamentBlock: Block {
  let traits: BlockTraits
  let ornament: Ornament

  var spacing: BlockSpacing { traits.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil else { return .empty }
    var height = max(0, ornament.height ?? 0)
    // Art has no natural height: in a region of its own it takes no more than there is.
    if region.isFresh { height = min(height, region.remaining) }
    var fragment = Fragment(size: Size(width: region.width, height: height))
    fragment.location = traits.location
    fragment.ground = .ornament(ornament)
    fragment.stretch = ornament.height == nil ? .anywhere : .never
    return region.fit(unbreakable: fragment, called: "ornament")
  }
}

import Diagnostics
import DisplayList
import Geometry

/// A block that links and page references can lead to; it adds nothing but the destination.
struct AnchorBlock: Block {
  let name: String
  let content: any Block

  var spacing: BlockSpacing { content.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fit(into: region, resumingAt: token, reusing: KnownChildren(), in: context)
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let fit = try content.countedFit(
      into: region, resumingAt: token, reusing: known, in: context)
    // The place to go to is where the block begins.
    guard token == nil else { return fit }
    switch fit {
    case .whole(let fragment): return .whole(marked(fragment))
    case .part(let fragment, let resume): return .part(marked(fragment), resume: resume)
    // A block without content is still a place to go to.
    case .empty: return .whole(marked(Fragment(size: Size(width: region.width, height: 0))))
    case .nothing: return fit
    }
  }

  private func marked(_ fragment: Fragment) -> Fragment {
    var copy = fragment
    copy.destinations.append(Destination(name: name, point: .zero))
    return copy
  }
}

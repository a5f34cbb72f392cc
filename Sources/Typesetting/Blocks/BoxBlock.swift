import Diagnostics
import DocumentTree
import Geometry

/// Children on a ground with padding; broken over regions, each part has its ground.
struct BoxBlock: Block {
  let traits: BlockTraits
  /// The box's ground, padding and borders; its children are `content`.
  let box: Box
  let content: StackBlock

  /// A heading on a ground of its own stays with what follows as any other.
  var spacing: BlockSpacing {
    var spacing = traits.spacing
    spacing.keepWithNext = spacing.keepWithNext || content.spacing.keepWithNext
    return spacing
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fit(into: region, resumingAt: token, reusing: KnownChildren(), in: context)
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    // A negative padding would set content outside of the ground.
    let padding = Edges(
      top: max(0, box.padding.top), right: max(0, box.padding.right),
      bottom: max(0, box.padding.bottom), left: max(0, box.padding.left))
    let vertical = padding.top + padding.bottom
    var room = region.below(
      vertical, isFresh: region.isFresh, width: region.width - padding.left - padding.right)
    room.full = max(0, region.full - vertical)
    room.grid = region.grid?.below(padding.top)
    switch try content.countedFit(into: room, resumingAt: token, reusing: known, in: context)
    {
    case .nothing(let reason): return .nothing(reason)
    case .part(let inner, let resume):
      return .part(
        part(inner, padding, width: region.width, isFirst: token == nil), resume: resume)
    case .empty:
      guard token == nil, isVisible else { return .empty }
      return whole(Fragment(size: Size(width: room.width, height: 0)), padding, region)
    case .whole(let inner):
      if token != nil {
        return .whole(part(inner, padding, width: region.width, isFirst: false))
      }
      return whole(inner, padding, region)
    }
  }

  /// Something of the box shows even without content.
  private var isVisible: Bool {
    box.background != nil || box.minHeight != nil || (box.borderColor != nil && box.borderTop > 0)
  }

  /// The box around all of its content, as high as it asks to be.
  private func whole(_ inner: Fragment, _ padding: Edges, _ region: Region) -> Fit {
    let vertical = padding.top + padding.bottom
    var height = max(inner.size.height + vertical, box.minHeight ?? 0)
    // A wish for more than a whole region is met as far as the region goes.
    if region.isFresh, !region.holds(height) {
      height = max(inner.size.height + vertical, region.remaining)
    }
    var result = part(
      inner.stretched(to: height - vertical), padding, width: region.width, isFirst: true)
    result.size.height = height
    // A box with a height of its own keeps it; any other grows with its row or frame.
    if box.minHeight == nil { result.stretch = max(inner.stretch, .last) }
    return region.fit(unbreakable: result, called: "box")
  }

  /// The ground, borders and padding around what one region holds of the content.
  private func part(_ inner: Fragment, _ padding: Edges, width: Double, isFirst: Bool) -> Fragment {
    var result = Fragment(
      size: Size(width: width, height: inner.size.height + padding.top + padding.bottom))
    result.location = traits.location
    result.endsPage = inner.endsPage
    result.firstBaseline = inner.firstBaseline.map { $0 + padding.top }
    result.lastBaseline = inner.lastBaseline.map { $0 + padding.top }
    if box.background != nil || box.borderColor != nil {
      result.ground = .box(
        fill: box.background, top: isFirst ? box.borderTop : 0, left: box.borderLeft,
        stroke: box.borderColor)
    }
    result.children = [
      Fragment.Child(
        offset: Point(x: padding.left, y: padding.top), fragment: inner,
        growth: inner.stretch == .never ? .moves(0) : .stretches)
    ]
    return result
  }
}

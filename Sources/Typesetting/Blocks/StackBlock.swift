import Diagnostics
import Geometry

/// Children below each other.
///
/// Between two children the larger of their rooms counts, at a region's edges none. A child that
/// keeps with the next one moves with it, as long as something else stays behind.
///
/// A token's `index` is the child to go on with, and its `inner` holds at most one token, that of
/// this child.
struct StackBlock: Block {
  let children: [any Block]
  var spacing: BlockSpacing

  /// A stack of blocks with its own spacing, which those of its first and last child may exceed.
  init(_ children: [any Block], spacing: BlockSpacing = .none) {
    self.children = children
    var merged = spacing
    merged.before = max(merged.before, children.first?.spacing.before ?? 0)
    merged.after = max(merged.after, children.last?.spacing.after ?? 0)
    merged.keepWithNext = merged.keepWithNext || children.last?.spacing.keepWithNext ?? false
    self.spacing = merged
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fill(StackFilling(stack: self, region: region), resumingAt: token, in: context) { _ in
      false
    }
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let filling = StackFilling(stack: self, region: region, known: known)
    return try fill(filling, resumingAt: token, in: context) { _ in false }
  }

  /// Fits as `fit` does, but ends behind the child at which `isFull` answers that there is no room
  /// for what it brings, so that nobody looks at all the text after it; it gets each child at its
  /// place.
  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext, until isFull: (Fragment.Child) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> Fit {
    context.fitCalls += 1
    let filling = StackFilling(stack: self, region: region, known: known)
    return try fill(filling, resumingAt: token, in: context, until: isFull)
  }

  private func fill(
    _ empty: StackFilling, resumingAt token: BreakToken?, in context: TypesettingContext,
    until isFull: (Fragment.Child) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> Fit {
    var filling = empty
    let region = empty.region
    // Only the first child of a region can be one that was begun before.
    var inner = token?.inner.first ?? nil
    for index in (token?.index ?? 0)..<max(token?.index ?? 0, children.count) {
      let child = children[index]
      // Empty room at the head of a region that the text goes on in would be a hole; behind a break
      // that the layout asks for it is asked for, too.
      if filling.isEmpty, token != nil, child is SpaceBlock,
        index == 0 || !(children[index - 1] is RegionBreakBlock)
      {
        continue
      }
      switch try filling.add(child, index: index, resumingAt: inner, in: context) {
      case .goOn: inner = nil
      case .stop(.nothing(let reason)):
        if region.isFresh, let first = filling.firstBehindSpace {
          // Empty room alone is no page: without it what follows has the region to itself.
          let token = BreakToken(index: first)
          return try countedFit(into: region, resumingAt: token, reusing: empty.known, in: context)
        }
        return try filling.broken(before: index, reason)
      case .stop(let fit): return fit
      }
      if index + 1 < children.count, let last = filling.last, try isFull(last) {
        return .part(filling.fragment(isWhole: false), resume: BreakToken(index: index + 1))
      }
    }
    return filling.isEmpty ? .empty : .whole(filling.fragment(isWhole: true))
  }
}

extension Diagnostic {
  /// The error for a block that does not go on: without it the program would not end.
  static func standstill(of block: any Block) -> Diagnostic {
    Diagnostic(
      "typesetting.standstill",
      "a block does not go on over a break (\(type(of: block))); this is a mistake of the program")
  }
}

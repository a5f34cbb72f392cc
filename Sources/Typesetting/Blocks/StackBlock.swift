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
  let spacing: BlockSpacing

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
    var filling = Filling(stack: self, region: region)
    // Only the first child of a region can be one that was begun before.
    var inner = token?.inner.first ?? nil
    for index in (token?.index ?? 0)..<max(token?.index ?? 0, children.count) {
      let child = children[index]
      // Empty room at the head of a region that the text goes on in would be a hole.
      if filling.isEmpty, token != nil, child is SpaceBlock { continue }
      switch try filling.add(child, index: index, resumingAt: inner, in: context) {
      case .goOn: inner = nil
      case .stop(.nothing(let reason)):
        if region.isFresh, let first = filling.firstBehindSpace {
          // Empty room alone is no page: without it what follows has the region to itself.
          return try fit(into: region, resumingAt: BreakToken(index: first), in: context)
        }
        return try filling.broken(before: index, reason)
      case .stop(let fit): return fit
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

/// The children of a stack that have found their place in one region.
private struct Filling {
  /// A child with its place, in points from the region's head.
  struct Placed {
    var index: Int
    var top: Double
    var fragment: Fragment
  }

  let stack: StackBlock
  let region: Region
  private var placed: [Placed] = []

  init(stack: StackBlock, region: Region) {
    self.stack = stack
    self.region = region
  }

  /// Nothing has been placed yet: the next child stands at the region's head, without room before.
  var isEmpty: Bool { placed.isEmpty }

  /// The place of the next child, the room before it included.
  func top(of child: any Block) -> Double {
    guard let last = placed.last else { return 0 }
    return last.top + last.fragment.size.height
      + max(stack.children[last.index].spacing.after, child.spacing.before)
  }

  /// What comes of setting one child.
  enum Step {
    case goOn
    /// The region is full; `.nothing` where the child did not go into it at all.
    case stop(Fit)
  }

  /// Sets a child below those that are there.
  mutating func add(
    _ child: any Block, index: Int, resumingAt inner: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Step {
    let top = top(of: child)
    let room = region.below(top, isFresh: region.isFresh && isEmpty)
    switch try child.countedFit(into: room, resumingAt: inner, in: context) {
    case .empty: return .goOn
    case .nothing(let reason): return .stop(.nothing(reason))
    case .whole(let fragment):
      // A block that takes no heed of its region is treated like one that said it does not fit.
      guard room.isFresh || room.holds(fragment.size.height) else {
        return .stop(.nothing(BreakReason("it is higher than the room that is left")))
      }
      place(fragment, of: index, at: top)
      return .goOn
    case .part(let fragment, let resume):
      guard resume != inner else { throw .standstill(of: child) }
      // A block that goes on from the region before is broken already. Behind nothing but headings
      // at the head of a region no other region would have more room for it.
      if child.spacing.keepTogether, inner == nil, !room.isFresh, !isChainOfFreshRegion {
        return .stop(.nothing(BreakReason("it is kept together")))
      }
      var broken = fragment
      if child.spacing.tellsBreak, inner == nil, !fragment.endsPage {
        broken.warnings.append(.brokenKeep(at: fragment.firstLocation))
      }
      place(broken, of: index, at: top)
      return .stop(
        .part(self.fragment(isWhole: false), resume: BreakToken(index: index, inner: [resume])))
    }
  }

  /// Places a child.
  ///
  /// The room that brings it to the baseline grid goes above the headings that stay with it, so that
  /// they stand as near to it as they should; not where they begin the region.
  private mutating func place(_ fragment: Fragment, of index: Int, at top: Double) {
    if fragment.gridRoom > 0, case let chain = beforeChain, chain > 0 {
      let room = placed[chain...].reduce(fragment.gridRoom) { min($0, $1.fragment.following($0)) }
      for position in chain..<placed.count { placed[position].top += room }
    }
    placed.append(Placed(index: index, top: top, fragment: fragment))
  }

  /// The first child behind empty room at the region's head, where a break now would leave nothing
  /// but that room in the region.
  var firstBehindSpace: Int? {
    let spaces = placed.prefix { stack.children[$0.index] is SpaceBlock }.count
    guard spaces > 0, beforeChain <= spaces, let last = placed[..<spaces].last else { return nil }
    return last.index + 1
  }

  /// The number of placed children before the chain that must stay with what follows.
  ///
  /// The chain is made of the last children as long as each keeps with the next one; empty room
  /// between them does not part them. A line stays with what it stands above, a heading or its text.
  private var beforeChain: Int {
    var cut = placed.count
    var probe = placed.count
    while probe > 0 {
      let block = stack.children[placed[probe - 1].index]
      probe -= 1
      if block.spacing.keepWithNext || block is RuleBlock {
        cut = probe
      } else if !(block is SpaceBlock) {
        break
      }
    }
    return cut
  }

  /// The whole region holds nothing but a chain, so that moving it on would not help.
  private var isChainOfFreshRegion: Bool { region.isFresh && beforeChain == 0 }

  /// The answer where a child does not fit any more: a break before it or before its chain.
  func broken(before index: Int, _ reason: BreakReason) throws(Diagnostic) -> Fit {
    var cut = beforeChain
    if cut == 0 {
      // The chain is all there is: it moves on as a whole, or, where it has the region to itself,
      // stays without what it should keep with.
      guard region.isFresh else { return .nothing(reason) }
      cut = placed.count
    }
    guard cut > 0 else { throw .standstill(of: stack.children[index]) }
    let next = cut == placed.count ? index : placed[cut].index
    var kept = self
    kept.placed.removeSubrange(cut...)
    return .part(kept.fragment(isWhole: false), resume: BreakToken(index: next))
  }

  /// The placed children as one fragment; only a whole one may be stretched later.
  func fragment(isWhole: Bool) -> Fragment {
    var result = Fragment(size: Size(width: region.width, height: 0))
    result.children.reserveCapacity(placed.count)
    let filler = isWhole ? self.filler : nil
    for (position, part) in placed.enumerated() {
      let growth: Fragment.Growth =
        switch filler {
        case position?: .stretches
        case let filler?: .moves(position > filler ? 1 : 0)
        case nil: .moves(0)
        }
      result.children.append(
        Fragment.Child(
          offset: Point(x: 0, y: part.top), fragment: part.fragment, growth: growth))
      result.size.height = max(result.size.height, part.top + part.fragment.size.height)
      if position == 0 { result.gridRoom = part.fragment.gridRoom }
      result.endsPage = part.fragment.endsPage
      if result.firstBaseline == nil, let baseline = part.fragment.firstBaseline {
        result.firstBaseline = part.top + baseline
      }
      if let baseline = part.fragment.lastBaseline { result.lastBaseline = part.top + baseline }
    }
    let dangling = danglingText(isWhole: isWhole)
    if result.endsPage || placed.last.map({ stack.children[$0.index] is RegionBreakBlock }) == true
    {
      result.warnings += dangling.map { [.dangling(at: $0)] } ?? []
    } else {
      result.danglingText = dangling
    }
    if let filler { result.stretch = placed[filler].fragment.stretch }
    return result
  }

  /// The place of text at the foot that should stay with what comes next, where something else
  /// stands above it.
  private func danglingText(isWhole: Bool) -> SourceLocation? {
    var above = self
    if let last = above.placed.last, stack.children[last.index] is RegionBreakBlock {
      above.placed.removeLast()
    } else if !isWhole {
      return nil
    }
    let chain = above.beforeChain
    guard chain < above.placed.count else { return above.placed.last?.fragment.danglingText }
    guard chain > 0 else { return nil }
    return above.placed[chain...]
      .first { stack.children[$0.index].spacing.keepWithNext }?.fragment.firstLocation
  }

  /// The child that takes height left over: the last art that fills, else a ground at the end.
  private var filler: Int? {
    if let art = placed.lastIndex(where: { $0.fragment.stretch == .anywhere }) { return art }
    return placed.last?.fragment.stretch == .last ? placed.count - 1 : nil
  }
}

import Diagnostics
import Geometry

/// The children of a stack that have found their place in one region.
struct StackFilling {
  /// A child with its place, in points from the region's head.
  struct Placed {
    var index: Int
    var top: Double
    var fragment: Fragment
  }

  let stack: StackBlock
  let region: Region
  /// What other attempts have set already; nil where there is only one.
  let known: KnownChildren?
  private var placed: [Placed] = []

  init(stack: StackBlock, region: Region, known: KnownChildren? = nil) {
    self.stack = stack
    self.region = region
    self.known = known
  }

  /// Nothing has been placed yet: the next child stands at the region's head, without room before.
  var isEmpty: Bool { placed.isEmpty }

  /// The last child that is placed.
  var last: Fragment.Child? {
    placed.last.map { Fragment.Child(offset: Point(x: 0, y: $0.top), fragment: $0.fragment) }
  }

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
    if inner == nil, let fragment = known?.fragment(of: child, index: index, in: room) {
      place(fragment, of: index, at: top)
      return .goOn
    }
    switch try child.countedFit(
      into: room, resumingAt: inner,
      reusing: child.isRigid ? nil : known?.parts(of: index), in: context)
    {
    case .empty: return .goOn
    case .nothing(let reason): return .stop(.nothing(reason))
    case .whole(let fragment):
      // A block that takes no heed of its region is treated like one that said it does not fit.
      guard room.isFresh || room.holds(fragment.size.height) else {
        return .stop(.nothing(BreakReason("it is higher than the room that is left")))
      }
      if inner == nil { known?.remember(fragment, index: index, in: room) }
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
    result.isParallelRow = !placed.isEmpty && placed.allSatisfy(\.fragment.isParallelRow)
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

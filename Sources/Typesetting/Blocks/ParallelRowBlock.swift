import Diagnostics
import Geometry

/// Counterparts in several languages beside each other: they start level, and what follows them
/// starts below the longest.
///
/// The row may break as soon as each side that is not whole may: orphans and widows count for every
/// language. Each side then goes on with a token of its own, and a finished one leaves its column
/// empty.
struct ParallelRowBlock: Block {
  /// One block for each language; nil where a language has nothing here.
  let sides: [(any Block)?]
  let columns: ParallelColumns
  var spacing: BlockSpacing

  /// A row with the largest room, and the strictest keeping, of its sides.
  init(sides: [(any Block)?], columns: ParallelColumns) {
    self.sides = sides
    self.columns = columns
    var merged = BlockSpacing.none
    for side in sides.compactMap({ $0?.spacing }) {
      merged.before = max(merged.before, side.before)
      merged.after = max(merged.after, side.after)
      merged.keepWithNext = merged.keepWithNext || side.keepWithNext
      merged.keepTogether = merged.keepTogether || side.keepTogether
      merged.tellsBreak = merged.tellsBreak || side.tellsBreak
    }
    self.spacing = merged
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
    let tokens = token?.inner ?? [BreakToken?](repeating: nil, count: sides.count)
    var setting = try set(into: region, tokens, shifts: [], reusing: known, in: context)
    // First lines are level, even where the languages' styles differ.
    if token == nil, setting.reason == nil, let shifts = setting.shifts {
      let shifted = try set(
        into: region, tokens, shifts: shifts, reusing: known, in: context)
      // To fit counts for more than to be level.
      if shifted.reason == nil,
        region.isFresh || shifted.height <= region.remaining + Region.tolerance
      {
        setting = shifted
      } else if !region.isFresh {
        return .nothing(shifted.reason ?? BreakReason("its lines are not level in the room left"))
      }
    }
    if let reason = setting.reason { return .nothing(reason) }
    if setting.parts.isEmpty { return .empty }
    let fragment = fragment(of: setting, in: region, isWhole: token == nil && !setting.isPart)
    return setting.isPart
      ? .part(fragment, resume: BreakToken(index: 0, inner: setting.tokens)) : .whole(fragment)
  }

  /// What came of setting all sides into one region.
  private struct Setting {
    struct Part {
      var x: Double
      var y: Double
      var fragment: Fragment
    }

    var tokens: [BreakToken?]
    var parts: [Part] = []
    /// The side of each part.
    var indices: [Int] = []
    var isPart = false
    /// Why a side did not fit.
    var reason: BreakReason?

    init(tokens: [BreakToken?]) { self.tokens = tokens }

    var height: Double { parts.reduce(0) { max($0, $1.y + $1.fragment.size.height) } }

    /// How far down each side must go for all first lines to be level; nil where they are.
    var shifts: [Double]? {
      let baselines = parts.map(\.fragment.firstBaseline)
      guard let level = baselines.compactMap({ $0 }).max() else { return nil }
      var shifts = [Double](repeating: 0, count: tokens.count)
      for (index, baseline) in zip(indices, baselines) {
        shifts[index] = baseline.map { level - $0 } ?? 0
      }
      return shifts.contains { $0 > Region.tolerance } ? shifts : nil
    }
  }

  private func set(
    into region: Region, _ tokens: [BreakToken?], shifts: [Double],
    reusing known: KnownChildren, in context: TypesettingContext
  ) throws(Diagnostic) -> Setting {
    let places = columns.placed(in: region).inner(width: region.width)
    var setting = Setting(tokens: tokens)
    for (index, side) in sides.enumerated() where tokens[index] != CellRow.finished {
      guard let side, places.indices.contains(index) else {
        setting.tokens[index] = CellRow.finished
        continue
      }
      let shift = shifts.isEmpty ? 0 : shifts[index]
      let room = region.below(shift, isFresh: region.isFresh, width: places[index].width)
      let fragment: Fragment
      switch try side.countedFit(
        into: room, resumingAt: tokens[index], reusing: known.parts(of: index), in: context)
      {
      case .empty:
        setting.tokens[index] = CellRow.finished
        continue
      case .nothing(let reason):
        setting.reason = reason
        return setting
      case .whole(let whole):
        guard room.isFresh || room.holds(whole.size.height) else {
          setting.reason = BreakReason("a language is longer than the room that is left")
          return setting
        }
        setting.tokens[index] = CellRow.finished
        fragment = whole
      case .part(let part, let resume):
        guard resume != tokens[index] else { throw .standstill(of: side) }
        if spacing.keepTogether, tokens[index] == nil, !region.isFresh {
          setting.reason = BreakReason("it is kept together")
          return setting
        }
        setting.tokens[index] = resume
        setting.isPart = true
        fragment = part
      }
      setting.parts.append(Setting.Part(x: places[index].x, y: shift, fragment: fragment))
      setting.indices.append(index)
    }
    return setting
  }

  /// The sides at their places; cards of a whole row are equally high.
  private func fragment(of setting: Setting, in region: Region, isWhole: Bool) -> Fragment {
    var result = Fragment(size: Size(width: region.width, height: setting.height))
    result.isParallelRow = true
    for (part, side) in zip(setting.parts, setting.indices) {
      var child = Fragment.Child(offset: Point(x: part.x, y: part.y), fragment: part.fragment)
      if isWhole, part.fragment.stretch != .never {
        child.fragment = part.fragment.stretched(to: setting.height - part.y)
        child.growth = .stretches
        if part.fragment.stretch == .anywhere { result.stretch = .anywhere }
      }
      child.fragment.side = side
      result.endsPage = result.endsPage || part.fragment.endsPage
      if let baseline = part.fragment.firstBaseline {
        result.firstBaseline = min(result.firstBaseline ?? .infinity, part.y + baseline)
      }
      if let baseline = part.fragment.lastBaseline {
        result.lastBaseline = max(result.lastBaseline ?? 0, part.y + baseline)
      }
      result.children.append(child)
    }
    return result
  }
}

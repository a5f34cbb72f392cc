import Diagnostics
import Geometry

/// Blocks beside each other: the common part of rows, table rows, entries and list items.
///
/// All cells are offered the same height. Each goes on in the next region where it has to, and the
/// row ends when the last of its cells does.
struct CellRow {
  /// A block with its place across the region, in points.
  struct Cell {
    var x: Double
    var width: Double
    var block: any Block
  }

  /// How cells of different heights stand to each other.
  enum Alignment {
    case top, middle, bottom
    /// The first baselines are level, as far as the region has room for it.
    case baseline

    /// The share of the height left over that goes above a cell.
    var share: Double {
      switch self {
      case .top, .baseline: 0
      case .middle: 0.5
      case .bottom: 1
      }
    }
  }

  /// Stands in a token for a cell that is set to its end; no block has so many children or lines.
  static let finished = BreakToken(index: .max)

  let cells: [Cell]
  let alignment: Alignment

  /// Sets all cells into the region; a token's `inner` has one token for each cell.
  ///
  /// Of `known` each cell has the part of its number.
  func fit(
    into region: Region, resumingAt inner: [BreakToken?], reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    var tokens = inner.isEmpty ? [BreakToken?](repeating: nil, count: cells.count) : inner
    var parts: [(cell: Cell, fragment: Fragment)] = []
    var isPart = false
    for (index, cell) in cells.enumerated() where tokens[index] != CellRow.finished {
      let room = region.below(0, isFresh: region.isFresh, width: cell.width)
      switch try cell.block.countedFit(
        into: room, resumingAt: tokens[index], reusing: known.parts(of: index), in: context)
      {
      case .empty: tokens[index] = CellRow.finished
      case .whole(let fragment):
        guard region.isFresh || region.holds(fragment.size.height) else {
          return .nothing(BreakReason("a cell is higher than the room that is left"))
        }
        tokens[index] = CellRow.finished
        parts.append((cell, fragment))
      case .part(let fragment, let resume):
        guard resume != tokens[index] else { throw .standstill(of: cell.block) }
        tokens[index] = resume
        isPart = true
        parts.append((cell, fragment))
      case .nothing(let reason):
        guard !region.isFresh else { throw .standstill(of: cell.block) }
        return .nothing(reason)
      }
    }
    if parts.isEmpty { return .empty }
    // A row that goes on or is to go on has no height of its own to align its cells in.
    let isWhole = inner.isEmpty && !isPart
    let fragment = fragment(of: parts, in: region, isWhole: isWhole)
    return isPart ? .part(fragment, resume: BreakToken(index: 0, inner: tokens)) : .whole(fragment)
  }

  /// How far cells are lowered to the lowest first baseline; cells without text stay at the top.
  ///
  /// Text on the page's grid goes down by whole steps, and text that is not follows it.
  private func shiftsToOneBaseline(_ cells: [Fragment]) -> [Double] {
    let lowest = cells.reduce(0) { max($0, $1.firstBaseline ?? 0) }
    let level = cells.reduce(lowest) { level, cell in
      guard let first = cell.firstBaseline else { return level }
      return max(level, first + cell.following(lowest - first, roundedUp: true))
    }
    return cells.map { cell in cell.firstBaseline.map { cell.following(level - $0) } ?? 0 }
  }

  /// The cells at their places; only a row that is not broken is aligned and stretched.
  private func fragment(
    of parts: [(cell: Cell, fragment: Fragment)], in region: Region, isWhole: Bool
  ) -> Fragment {
    var tops = [Double](repeating: 0, count: parts.count)
    let natural = parts.reduce(0) { max($0, $1.fragment.size.height) }
    var height = natural
    if isWhole, alignment == .baseline {
      // Cells are lowered to the lowest first baseline; cells without text stay at the top.
      let shifts = shiftsToOneBaseline(parts.map(\.fragment))
      let shifted = zip(parts, shifts).reduce(0) { max($0, $1.0.fragment.size.height + $1.1) }
      // To fit counts for more than to be level.
      if region.holds(shifted) {
        tops = shifts
        height = shifted
      }
    }
    var result = Fragment(size: Size(width: region.width, height: height))
    let heads = zip(parts, tops).map { part, top in
      part.fragment.firstBaseline == nil ? .infinity : top + part.fragment.gridRoom
    }
    result.gridRoom = heads.min().flatMap { $0.isFinite ? $0 : nil } ?? 0
    for (index, part) in parts.enumerated() {
      var child = Fragment.Child(
        offset: Point(x: part.cell.x, y: tops[index]), fragment: part.fragment)
      if isWhole, part.fragment.stretch != .never {
        child.fragment = part.fragment.stretched(to: height - tops[index])
        child.growth = .stretches
        // Cards are as high as their row; only art makes the row itself fill its frame.
        if part.fragment.stretch == .anywhere { result.stretch = .anywhere }
      } else if isWhole {
        child.offset.y += part.fragment.following(
          (height - part.fragment.size.height) * alignment.share)
        child.growth = .moves(alignment.share)
      }
      result.endsPage = result.endsPage || part.fragment.endsPage
      if let baseline = part.fragment.firstBaseline {
        result.firstBaseline = min(result.firstBaseline ?? .infinity, child.offset.y + baseline)
      }
      if let baseline = part.fragment.lastBaseline {
        result.lastBaseline = max(result.lastBaseline ?? 0, child.offset.y + baseline)
      }
      result.children.append(child)
    }
    return result
  }
}

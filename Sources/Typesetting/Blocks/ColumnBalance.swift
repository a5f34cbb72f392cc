import Diagnostics
import Geometry

/// The search for the height of columns; what several of its trials would set alike is set once.
struct ColumnBalance {
  let content: StackBlock
  let column: Region
  let context: TypesettingContext
  let known: KnownChildren

  /// As much of the content as goes into columns of a region, one after another.
  func filling(
    _ column: Region, from token: BreakToken?, columns count: Int
  ) throws(Diagnostic) -> ColumnFilling {
    var filling = ColumnFilling()
    var resume = token
    while filling.columns.count < count {
      switch try content.countedFit(into: column, resumingAt: resume, reusing: known, in: context) {
      case .whole(let fragment):
        filling.columns.append(fragment)
        filling.resumes.append(nil)
        return filling
      case .part(let fragment, let next):
        guard next != resume else { throw .standstill(of: content) }
        filling.columns.append(fragment)
        filling.resumes.append(next)
        resume = next
        if fragment.endsPage { return filling }
      case .empty:
        // Only a forced break was left.
        if !filling.resumes.isEmpty { filling.resumes[filling.resumes.count - 1] = nil }
        return filling
      case .nothing:
        // Behind a column with content the rest waits for the next region.
        filling.isStuck = filling.columns.isEmpty
        return filling
      }
    }
    return filling
  }

  /// All that is left, in columns as low as can be; nil where it only fits over the region's edge.
  ///
  /// First the least height that holds everything is found, then the columns after the first are
  /// made as low as they can be, and so on: ten lines in three columns are 4, 3, 3 and not 4, 4, 2.
  func balanced(
    from token: BreakToken?, columns count: Int, limit: Double
  ) throws(Diagnostic) -> ColumnFilling? {
    guard var rest = try lowest(from: token, columns: count, limit: limit) else { return nil }
    var result = ColumnFilling()
    // The first column is settled; what follows it is searched anew, and is never higher.
    while rest.columns.count > 1 {
      result.columns.append(rest.columns.removeFirst())
      result.resumes.append(rest.resumes.removeFirst())
      let left = count - result.columns.count
      guard left > 1, let start = result.resumes.last ?? nil,
        let lower = try lowest(from: start, columns: left, limit: rest.height)
      else { break }
      rest = lower
    }
    result.columns += rest.columns
    result.resumes += rest.resumes
    return result
  }

  /// The filling of least height; nil where `limit` is too low.
  ///
  /// The search begins at an equal share of the text and goes from it in steps that double. How many
  /// it takes depends on what must not be parted there and not on how much text there is: columns
  /// within columns would else look at long texts more often than at short ones.
  private func lowest(
    from token: BreakToken?, columns: Int, limit: Double
  ) throws(Diagnostic) -> ColumnFilling? {
    guard var best = try trial(from: token, columns: columns, height: limit) else { return nil }
    let share = best.columns.reduce(0) { $0 + $1.size.height } / Double(columns)
    var (low, hasLower) = (0.0, false)
    var (height, step) = (min(share, best.height - 0.5), 2.0)
    // A quarter of a point is less than any line; the count is a bound for heights beyond reason.
    for _ in 0..<32 where best.height - low > 0.25 {
      let isBetweenTrials = hasLower && low > 0
      if isBetweenTrials || height <= low || height >= best.height {
        height = (low + best.height) / 2
      }
      if let lower = try trial(from: token, columns: columns, height: height) {
        (best, hasLower) = (lower, true)
        height = best.height - step
      } else {
        low = height
        height = low + step
      }
      step *= 2
    }
    return best
  }

  /// A filling of columns of one height that holds everything, or nil.
  private func trial(
    from token: BreakToken?, columns: Int, height: Double
  ) throws(Diagnostic) -> ColumnFilling? {
    // Not fresh: nothing is set over the edge only to be within reach of the search.
    let region = Region(
      width: column.width, remaining: height, full: column.full, isFresh: false,
      grid: column.grid)
    let filling = try filling(region, from: token, columns: columns)
    return filling.isEnd && region.holds(filling.height) ? filling : nil
  }
}

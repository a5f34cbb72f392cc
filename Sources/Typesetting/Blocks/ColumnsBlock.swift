import Diagnostics
import Geometry

/// Children that flow through columns of equal width, column by column.
///
/// A token is that of the content: the columns of the next region go on with it.
struct ColumnsBlock: Block {
  let content: StackBlock
  /// The number of columns, from 1.
  let count: Int
  /// Points.
  let gutter: Double
  /// Where the content ends, its columns are made about equally high.
  let isBalanced: Bool
  let spacing: BlockSpacing

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let width = max(0, (region.width - gutter * Double(count - 1)) / Double(count))
    let column = Region(
      width: width, remaining: region.remaining, full: region.full, isFresh: region.isFresh,
      grid: region.grid)
    // Filling to the full height first tells whether the content ends here. Only then it is
    // balanced, so that no page looks at more than its own content.
    var filling = try ColumnFilling(content, column, from: token, columns: count, in: context)
    if isBalanced, count > 1, filling.isEnd,
      let balanced = try balanced(column, token, limit: filling.height, in: context)
    {
      filling = balanced
    }
    if filling.isStuck { return .nothing(BreakReason("its beginning does not fit")) }
    if filling.columns.isEmpty { return .empty }
    let fragment = filling.fragment(columnWidth: width, gutter: gutter, width: region.width)
    guard let resume = filling.resumes.last ?? nil else { return .whole(fragment) }
    return .part(fragment, resume: resume)
  }

  /// All that is left, in columns as low as can be; nil where it only fits over the region's edge.
  ///
  /// First the least height that holds everything is found, then the columns after the first are
  /// made as low as they can be, and so on: ten lines in three columns are 4, 3, 3 and not 4, 4, 2.
  private func balanced(
    _ column: Region, _ token: BreakToken?, limit: Double, in context: TypesettingContext
  ) throws(Diagnostic) -> ColumnFilling? {
    guard
      var rest = try lowest(column, from: token, columns: count, limit: limit, in: context)
    else { return nil }
    var result = ColumnFilling()
    // The first column is settled; what follows it is searched anew, and is never higher.
    while rest.columns.count > 1 {
      result.columns.append(rest.columns.removeFirst())
      result.resumes.append(rest.resumes.removeFirst())
      let left = count - result.columns.count
      guard left > 1, let start = result.resumes.last ?? nil,
        let lower = try lowest(
          column, from: start, columns: left, limit: rest.height, in: context)
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
    _ column: Region, from token: BreakToken?, columns: Int, limit: Double,
    in context: TypesettingContext
  ) throws(Diagnostic) -> ColumnFilling? {
    guard var best = try trial(column, from: token, columns: columns, height: limit, in: context)
    else { return nil }
    let share = best.columns.reduce(0) { $0 + $1.size.height } / Double(columns)
    var (low, hasLower) = (0.0, false)
    var (height, step) = (min(share, best.height - 0.5), 2.0)
    // A quarter of a point is less than any line; the count is a bound for heights beyond reason.
    for _ in 0..<32 where best.height - low > 0.25 {
      let isBetweenTrials = hasLower && low > 0
      if isBetweenTrials || height <= low || height >= best.height {
        height = (low + best.height) / 2
      }
      if let lower = try trial(column, from: token, columns: columns, height: height, in: context) {
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
    _ column: Region, from token: BreakToken?, columns: Int, height: Double,
    in context: TypesettingContext
  ) throws(Diagnostic) -> ColumnFilling? {
    // Not fresh: nothing is set over the edge only to be within reach of the search.
    let region = Region(
      width: column.width, remaining: height, full: column.full, isFresh: false,
      grid: column.grid)
    let filling = try ColumnFilling(content, region, from: token, columns: columns, in: context)
    return filling.isEnd && region.holds(filling.height) ? filling : nil
  }
}

/// Some columns filled one after the other.
private struct ColumnFilling {
  var columns: [Fragment] = []
  /// Where the content goes on after each column; nil at its end.
  var resumes: [BreakToken?] = []
  /// Not even the beginning fits.
  var isStuck = false

  /// The content ends in these columns, of which there is at least one.
  var isEnd: Bool { !columns.isEmpty && resumes.last == .some(nil) }

  /// The height of the highest column.
  var height: Double { columns.reduce(0) { max($0, $1.size.height) } }

  init() {}

  init(
    _ content: StackBlock, _ column: Region, from token: BreakToken?, columns count: Int,
    in context: TypesettingContext
  ) throws(Diagnostic) {
    var resume = token
    while columns.count < count {
      switch try content.countedFit(into: column, resumingAt: resume, in: context) {
      case .whole(let fragment):
        columns.append(fragment)
        resumes.append(nil)
        return
      case .part(let fragment, let next):
        guard next != resume else { throw .standstill(of: content) }
        columns.append(fragment)
        resumes.append(next)
        resume = next
        if fragment.endsPage { return }
      case .empty:
        // Only a forced break was left.
        if !resumes.isEmpty { resumes[resumes.count - 1] = nil }
        return
      case .nothing:
        // Behind a column with content the rest waits for the next region.
        isStuck = columns.isEmpty
        return
      }
    }
  }

  /// The columns side by side; the reading order is theirs.
  func fragment(columnWidth: Double, gutter: Double, width: Double) -> Fragment {
    var result = Fragment(size: Size(width: width, height: height))
    for (index, column) in columns.enumerated() {
      let x = min(Double(index) * (columnWidth + gutter), max(0, width - columnWidth))
      result.children.append(Fragment.Child(offset: Point(x: x, y: 0), fragment: column))
      result.endsPage = result.endsPage || column.endsPage
    }
    result.danglingText = columns.last?.danglingText
    result.firstBaseline = columns.first?.firstBaseline
    result.gridRoom = columns.lazy.map(\.gridRoom).min() ?? 0
    result.lastBaseline = columns.compactMap(\.lastBaseline).max()
    return result
  }
}

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
    try fit(into: region, resumingAt: token, reusing: KnownChildren(), in: context)
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let width = max(0, (region.width - gutter * Double(count - 1)) / Double(count))
    let column = Region(
      width: width, remaining: region.remaining, full: region.full, isFresh: region.isFresh,
      grid: region.grid)
    let balance = ColumnBalance(
      content: content, column: column, context: context, known: known)
    // Filling to the full height first tells whether the content ends here. Only then it is
    // balanced, so that no page looks at more than its own content.
    var filling = try balance.filling(column, from: token, columns: count)
    if isBalanced, count > 1, filling.isEnd,
      let balanced = try balance.balanced(from: token, columns: count, limit: filling.height)
    {
      filling = balanced
    }
    if token == nil, !region.isFresh, filling.isScanty(of: count) {
      return .nothing(BreakReason("only the beginning of its columns fits"))
    }
    if filling.isStuck { return .nothing(BreakReason("its beginning does not fit")) }
    if filling.columns.isEmpty { return .empty }
    let fragment = filling.fragment(columnWidth: width, gutter: gutter, width: region.width)
    guard let resume = filling.resumes.last ?? nil else { return .whole(fragment) }
    return .part(fragment, resume: resume)
  }
}

/// Some columns filled one after the other.
struct ColumnFilling {
  var columns: [Fragment] = []
  /// Where the content goes on after each column; nil at its end.
  var resumes: [BreakToken?] = []
  /// Not even the beginning fits.
  var isStuck = false

  /// The content ends in these columns, of which there is at least one.
  var isEnd: Bool { !columns.isEmpty && resumes.last == .some(nil) }

  /// What goes on elsewhere begins here with so few lines that they do not look like columns: one in
  /// each, or up to three beside empty ones.
  func isScanty(of count: Int) -> Bool {
    guard !columns.isEmpty, !isEnd, !columns.contains(where: \.endsPage) else { return false }
    let limit = columns.count < count ? 3 : 1
    return columns.allSatisfy { $0.hasLines(upTo: limit) }
  }

  /// The height of the highest column.
  var height: Double { columns.reduce(0) { max($0, $1.size.height) } }

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

extension Fragment {
  /// Nothing but text of at most so many lines.
  fileprivate func hasLines(upTo limit: Int) -> Bool {
    var tops: Set<Double> = []
    func isText(_ fragment: Fragment, at top: Double) -> Bool {
      if fragment.lineDepth != nil {
        tops.insert(top)
        return tops.count <= limit
      }
      return fragment.items.isEmpty && fragment.ground == nil
        && fragment.children.allSatisfy { isText($0.fragment, at: top + $0.offset.y) }
    }
    return isText(self, at: 0) && !tops.isEmpty
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

/// Rows of languages side by side, below each other; each column may have a ground of its own.
///
/// A token is that of the rows.
struct ParallelBlock: Block {
  let traits: BlockTraits
  let rows: StackBlock
  let columns: ParallelColumns
  /// The columns' languages.
  let languages: [LanguageTag]
  /// The hairline between columns; nil for none.
  let ruleColor: PaletteColor?
  /// Ground, padding and borders of every column; nil for none.
  let box: Box?

  var spacing: BlockSpacing {
    guard box == nil else { return traits.spacing }
    return BlockSpacing(
      before: max(traits.spacing.before, rows.spacing.before),
      after: max(traits.spacing.after, rows.spacing.after),
      keepWithNext: traits.spacing.keepWithNext || rows.spacing.keepWithNext,
      keepTogether: traits.spacing.keepTogether)
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
    guard let box else {
      switch try rows.countedFit(into: region, resumingAt: token, reusing: known, in: context) {
      case .whole(let fragment): return .whole(ruled(fragment))
      case .part(let fragment, let resume): return .part(ruled(fragment), resume: resume)
      case let other: return other
      }
    }
    let (top, bottom) = (max(0, box.padding.top), max(0, box.padding.bottom))
    var room = region.below(top + bottom, isFresh: region.isFresh)
    room.full = max(0, region.full - top - bottom)
    room.grid = region.grid?.below(top)
    switch try rows.countedFit(into: room, resumingAt: token, reusing: known, in: context) {
    case .empty: return .empty
    case .nothing(let reason): return .nothing(reason)
    case .whole(let inner):
      var height = inner.size.height + top + bottom
      if token == nil { height = max(height, box.minHeight ?? 0) }
      if !region.holds(height) { height = inner.size.height + top + bottom }
      let fragment = boxed(inner, box, height: height, isFirst: token == nil, in: region)
      return region.fit(unbreakable: fragment, called: "box")
    case .part(let inner, let resume):
      let height = inner.size.height + top + bottom
      let fragment = boxed(inner, box, height: height, isFirst: token == nil, in: region)
      return .part(fragment, resume: resume)
    }
  }

  /// The rows over a ground for each column.
  private func boxed(
    _ inner: Fragment, _ box: Box, height: Double, isFirst: Bool, in region: Region
  ) -> Fragment {
    var result = Fragment(size: Size(width: inner.size.width, height: height))
    result.isParallelRow = true
    result.location = traits.location
    result.endsPage = inner.endsPage
    let top = max(0, box.padding.top)
    result.firstBaseline = inner.firstBaseline.map { $0 + top }
    result.lastBaseline = inner.lastBaseline.map { $0 + top }
    // The ground of a box begins where those around it leave off.
    var around = columns.placed(in: region)
    around.insetLeft -= max(0, box.padding.left)
    around.insetRight -= max(0, box.padding.right)
    for column in around.inner(width: inner.size.width) {
      var ground = Fragment(size: Size(width: column.width, height: height))
      ground.ground = .box(
        fill: box.background, top: isFirst ? box.borderTop : 0, left: box.borderLeft,
        stroke: box.borderColor)
      result.children.append(
        Fragment.Child(
          offset: Point(x: column.x, y: 0), fragment: ground, growth: .stretches))
    }
    result.children.append(
      Fragment.Child(offset: Point(x: 0, y: top), fragment: inner))
    return result
  }

  /// The rows with hairlines between the columns, as far as rows follow each other.
  private func ruled(_ fragment: Fragment) -> Fragment {
    var result = fragment
    result.isParallelRow = true
    guard let ruleColor else { return result }
    var runs: [(top: Double, bottom: Double)] = []
    var isOpen = false
    for child in fragment.children {
      let (top, bottom) = (child.offset.y, child.offset.y + child.fragment.size.height)
      guard child.fragment.isParallelRow else {
        // Empty room does not end a run; what stands over all columns does.
        isOpen = isOpen && child.fragment.isEmptyRoom
        continue
      }
      if isOpen { runs[runs.count - 1].bottom = bottom } else { runs.append((top, bottom)) }
      isOpen = true
    }
    for run in runs {
      for x in columns.middles(width: fragment.size.width) {
        let rect = Rect(x: x - 0.175, y: run.top, width: 0.35, height: run.bottom - run.top)
        result.items.append(DisplayItem(.shape(Shape(path: Path(rect: rect), fill: ruleColor))))
      }
    }
    return result
  }
}

extension Fragment {
  /// Nothing is drawn in it.
  fileprivate var isEmptyRoom: Bool { items.isEmpty && children.isEmpty && ground == nil }
}

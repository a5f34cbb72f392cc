import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// A table; it breaks between rows and repeats its header, and splits rows only where those that
/// belong together are higher than a region.
///
/// A token's `index` is the row to go on with, and its `inner` is empty where no cell from above
/// reaches into that row and it has not been begun, else it holds a token for each of its cells.
struct TableBlock: Block {
  let traits: BlockTraits
  /// The table's columns, room and colours; its cells are blocks already.
  let table: Table
  /// Empty where the table has no header.
  let header: TablePart
  /// The header again, as an artifact, for the regions after the first.
  let repeatedHeader: TablePart
  /// The rows with those of the footer.
  let body: TablePart
  /// The same table in other languages, whose rows stand level with these; nil where it is alone.
  var counterparts: TableCounterparts?

  var spacing: BlockSpacing { traits.spacing }

  /// The numbers of a table's parts in what is known of it.
  private static let (headerNumber, repeatedNumber, bodyNumber) = (0, 1, 2)

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fit(into: region, resumingAt: token, reusing: KnownChildren(), in: context)
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let start = token?.index ?? 0
    let count = body.rows.count
    guard start < count || (token == nil && !header.isEmpty) else { return .empty }
    let columns = try columns(width: region.width, in: context)
    var filling = Filling(width: region.width, location: traits.location)
    let headerKnown = known.parts(of: token == nil ? Self.headerNumber : Self.repeatedNumber)
    try addHeader(
      isFirst: token == nil, to: &filling, columns, reusing: headerKnown, in: context)
    let headerHeight = filling.height
    if start >= count { return region.fit(unbreakable: filling.fragment(), called: "table head") }
    let setter = try LevelRowSetter(
      self, part: \.body, width: region.width, reusing: known.parts(of: Self.bodyNumber),
      in: context)
    let drawing = TableDrawing(table: table, part: body, columns: columns, isHeader: false)
    var row = start
    var tokens = token?.inner ?? []
    while row < count {
      let group = body.group(of: row)
      if tokens.isEmpty {
        let set = try setter.whole(group, limit: region.full - headerHeight)
        if set.range == group, region.holds(filling.height + set.height), !set.endsPage {
          filling.add(set, by: drawing, isLast: body.isBeforeFooter(group.upperBound))
          row = group.upperBound
          continue
        }
        let isTooHigh =
          set.range != group || set.height + headerHeight > region.full + Region.tolerance
        if !(region.isFresh && !filling.hasRows), !isTooHigh {
          let room = region.below(filling.height, isFresh: false)
          if counterparts == nil, !set.endsPage,
            var part = try setter.own.beginning(of: group, into: room)
          {
            part.rows.isCut = true
            filling.add(part.rows, by: drawing, isLast: false)
            return .part(
              filling.fragment(), resume: BreakToken(index: part.next, inner: part.tokens))
          }
          return filling.broken(before: row, of: count, isFresh: region.isFresh)
        }
      }
      // The rows are higher than any region, or go on from the one before.
      var room = region.below(
        filling.height, isFresh: region.isFresh && !filling.hasRows)
      // Rows that are not broken are measured and then placed, so that no row is on the grid.
      room.grid = nil
      guard var part = try setter.own.part(from: row, resumingAt: tokens, into: room) else {
        return filling.broken(before: row, of: count, isFresh: region.isFresh)
      }
      part.rows.isCut = !part.tokens.isEmpty
      filling.add(part.rows, by: drawing, isLast: body.isBeforeFooter(part.next))
      (row, tokens) = (part.next, part.tokens)
      if !tokens.isEmpty {
        return .part(filling.fragment(), resume: BreakToken(index: row, inner: tokens))
      }
    }
    return .whole(filling.fragment())
  }

  /// Sets the header, which never breaks.
  private func addHeader(
    isFirst: Bool, to filling: inout Filling, _ columns: TableColumns,
    reusing known: KnownChildren, in context: TypesettingContext
  ) throws(Diagnostic) {
    let path = isFirst ? \TableBlock.header : \.repeatedHeader
    let part = self[keyPath: path]
    guard !part.isEmpty else { return }
    let setter = try LevelRowSetter(
      self, part: path, width: filling.width, reusing: known, in: context)
    let drawing = TableDrawing(table: table, part: part, columns: columns, isHeader: true)
    for group in part.groups {
      filling.add(
        try setter.whole(group), by: drawing, isLast: group.upperBound == part.rows.count,
        isHeader: true)
    }
    if table.rules == .all {
      let top = Rect(x: 0, y: 0, width: columns.totalWidth, height: TableDrawing.rowRule)
      filling.items.append(
        DisplayItem(.shape(Shape(path: Path(rect: top), fill: table.ruleColor))))
    }
  }

  /// The rows that have found their place in one region.
  private struct Filling {
    /// Rows with what is drawn for them.
    struct Placed {
      var first: Int
      var top: Double
      var fragment: Fragment
      var items: [DisplayItem]
      var keepsWithNext: Bool
    }

    let width: Double
    let location: SourceLocation
    var items: [DisplayItem] = []
    private var header: [Placed] = []
    private var placed: [Placed] = []

    init(width: Double, location: SourceLocation) {
      self.width = width
      self.location = location
    }

    var hasRows: Bool { !placed.isEmpty }

    var height: Double {
      (placed.last ?? header.last).map { $0.top + $0.fragment.size.height } ?? 0
    }

    /// Adds rows below those that are there.
    mutating func add(
      _ rows: TableRowSetter.SetRows, by drawing: TableDrawing, isLast: Bool,
      isHeader: Bool = false
    ) {
      let offset = Point(x: 0, y: height)
      let items = drawing.grounds(of: rows) + drawing.rules(of: rows, isLast: isLast)
      let added = Placed(
        first: rows.range.lowerBound, top: height,
        fragment: drawing.fragment(of: rows, width: width),
        items: items.map { $0.offset(by: offset) },
        keepsWithNext: !isHeader && !rows.isBroken && drawing.part.keepsWithNext(rows.range))
      if isHeader { header.append(added) } else { placed.append(added) }
    }

    /// The answer where rows do not fit any more: a break before them.
    ///
    /// What stays with them goes along; a header never stands alone, nor does one row of several, at
    /// the foot or at the next head.
    func broken(before row: Int, of count: Int, isFresh: Bool) -> Fit {
      var cut = kept(placed.count)
      if count - first(behind: cut, row) == 1 { cut = kept(cut - 1) }
      if first(behind: cut, row) == 1 { cut = 0 }
      // Where they have the region to themselves, moving them on would not help.
      if cut == 0, isFresh { cut = kept(placed.count) }
      if cut == 0, isFresh { cut = placed.count }
      guard cut > 0 else {
        return .nothing(
          BreakReason("not even the table's first row fits into the room that is left"))
      }
      var filling = self
      filling.placed.removeSubrange(cut...)
      return .part(filling.fragment(), resume: BreakToken(index: first(behind: cut, row)))
    }

    /// How many parts stand before a break at or above one, without what keeps with the next.
    private func kept(_ parts: Int) -> Int {
      placed[..<max(0, parts)].lastIndex { !$0.keepsWithNext }.map { $0 + 1 } ?? 0
    }

    /// The row behind so many parts; `row` behind all of them.
    private func first(behind parts: Int, _ row: Int) -> Int {
      parts < placed.count ? placed[parts].first : row
    }

    /// Header and rows below each other.
    func fragment() -> Fragment {
      var result = Fragment(size: Size(width: width, height: height), items: items)
      result.location = location
      for part in header + placed {
        result.items += part.items
        result.children.append(
          Fragment.Child(offset: Point(x: 0, y: part.top), fragment: part.fragment))
        if result.firstBaseline == nil {
          result.firstBaseline = part.fragment.firstBaseline.map { $0 + part.top }
        }
        result.lastBaseline =
          part.fragment.lastBaseline.map { $0 + part.top } ?? result.lastBaseline
        result.endsPage = part.fragment.endsPage
      }
      return result
    }
  }
}

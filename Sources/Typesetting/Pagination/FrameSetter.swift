import Design
import Diagnostics
import DocumentTree
import Geometry

/// Sets the blocks of one frame at its place on a page.
struct FrameSetter {
  let frame: Frame
  let content: StackBlock
  /// The page with its baseline grid.
  let page: PageGeometry
  /// How its text gives way; nil where the layout does not say.
  var copyfitting: FrameCopyfitting?

  /// A set frame with what an editor has to mend in it.
  struct Result {
    var content = PageContent()
    var diagnostics: [Diagnostic] = []
  }

  /// Sets the frame on a page; what does not fit is set over its lower edge, so that it is seen.
  func set(
    on page: PageGeometry, isLeft: Bool, in context: TypesettingContext
  ) throws(Diagnostic) -> Result {
    try set(in: frame.area.rect(on: page, isLeft: isLeft), in: context)
  }

  /// Sets the frame into a rectangle.
  func set(in rect: Rect, in context: TypesettingContext) throws(Diagnostic) -> Result {
    guard let change = try copyfitting?.result(in: context) else {
      return try set(in: rect, limit: nil, in: context)
    }
    var result = try context.withAdjustment(change.adjustment) { () throws(Diagnostic) in
      try set(in: rect, limit: change.limit, in: context)
    }
    result.diagnostics = change.diagnostics + result.diagnostics
    return result
  }

  /// The frame's place on a page.
  private struct Room {
    var rect: Rect
    /// Where its head stands on the baseline grid.
    var grid: BaselineGrid?
    /// How far its text gave way already.
    var limit: String?
  }

  /// Sets the frame with its text as it is in the context; `limit` says how far it gave way already.
  private func set(
    in rect: Rect, limit: String?, in context: TypesettingContext
  ) throws(Diagnostic) -> Result {
    let notes = try footnotes(width: max(0, rect.width), in: context)
    let foot = rect.maxY
    var rect = rect
    if let notes { rect.height -= notes.size.height }
    let height = max(0, rect.height)
    let region = Region(
      width: max(0, rect.width), remaining: height, full: height, isFresh: true,
      grid: BaselineGrid(of: page, at: rect.y))
    var result = Result()
    if let notes {
      result.content.add(notes, at: Point(x: rect.x, y: foot - notes.size.height))
    }
    switch try content.countedFit(into: region, resumingAt: nil, in: context) {
    case .empty: break
    case .nothing: throw .standstill(of: content)
    case .whole(let fragment):
      let top = align(fragment, in: rect)
      result.content.add(top.fragment, at: Point(x: rect.x, y: top.y))
      if let text = fragment.danglingText { result.content.add(.dangling(at: text)) }
      let excess = fragment.size.height - height
      if excess > Region.tolerance {
        result.diagnostics.append(
          overfull(
            by: excess, Overflow(of: fragment, below: height), limit: limit,
            at: fragment.location(ofBlockBelow: height),
            result.content.beginning(ofTextBelow: rect.maxY)))
      }
    case .part(let fragment, let resume):
      result.content.add(fragment, at: rect.origin)
      let room = Room(rect: rect, grid: region.grid, limit: limit)
      try addRest(from: resume, below: fragment.size.height, of: room, to: &result, in: context)
    }
    return result
  }

  /// The fragment with its top edge: art and grounds fill the frame, other content is aligned.
  private func align(_ fragment: Fragment, in rect: Rect) -> (fragment: Fragment, y: Double) {
    let room = max(0, rect.height - fragment.size.height)
    switch frame.alignment {
    case .top: return (fragment.stretched(to: rect.height), rect.y)
    // Text on the baseline grid stays on it, up to a step higher than the exact place.
    case .middle: return (fragment, rect.y + fragment.following(room / 2))
    case .bottom: return (fragment, rect.y + fragment.following(room))
    }
  }

  /// Sets what did not fit below the rest, in a region without end, and measures by it the excess.
  private func addRest(
    from token: BreakToken, below used: Double, of room: Room, to result: inout Result,
    in context: TypesettingContext
  ) throws(Diagnostic) {
    let (rect, grid) = (room.rect, room.grid)
    var top = used
    var resume: BreakToken? = token
    var beginning = ""
    var place: SourceLocation?
    while let start = resume {
      let region = Region.unbounded(width: max(0, rect.width), grid: grid?.below(top))
      let fragment: Fragment
      switch try content.countedFit(into: region, resumingAt: start, in: context) {
      case .empty, .nothing: return
      case .whole(let rest): (fragment, resume) = (rest, nil)
      case .part(let rest, let next):
        guard next != start else { throw .standstill(of: content) }
        (fragment, resume) = (rest, next)
      }
      var rest = PageContent()
      rest.add(fragment, at: Point(x: rect.x, y: rect.y + top))
      // The first words and the first block tell an editor where the frame ran full.
      if beginning.isEmpty { beginning = rest.beginning() }
      place = place ?? fragment.location(ofBlockBelow: 0)
      result.content.add(rest)
      top += fragment.size.height
    }
    // Only a forced break leaves something over where there is no end; and what was set in two
    // parts has lost the room between them, so the excess is that of the whole.
    let all = try content.countedFit(
      into: .unbounded(width: max(0, rect.width), grid: grid), resumingAt: nil, in: context)
    if case .whole(let whole) = all {
      let height = max(0, rect.height)
      let excess = max(whole.size.height, top) - height
      // Lines that orphan control alone moved on are not too many.
      let overflow = Overflow(of: whole, below: height)
      result.diagnostics.append(
        overfull(by: excess, overflow, limit: room.limit, at: place, beginning))
    } else {
      // All of it has its place, and yet something was left over: a break was asked for.
      result.diagnostics.append(
        Diagnostic(
          "frame.break", "there is a column or page break in a frame, which cannot be broken",
          at: frame.location, hints: ["take the break out, or use a flowing section"]))
    }
  }

  /// The error, with the frame as its place and the block as where it was reached from.
  private func overfull(
    by excess: Double, _ overflow: Overflow, limit: String?, at block: SourceLocation?,
    _ beginning: String
  ) -> Diagnostic {
    var message = "the content is \(Length(points: excess).inMillimetres) higher than its frame"
    if let limit { message += ", even \(limit)" }
    let excess = overflow.inWords(content.languagesSideBySide)
    if !excess.isEmpty { message += ": \(excess)" }
    if !beginning.isEmpty { message += "; from “\(beginning)” on it does not fit" }
    var diagnostic = Diagnostic(
      "frame.overfull", message, at: frame.location,
      hints: ["shorten the text, make the frame higher, or set it smaller"])
    if let block { diagnostic.trace = [block] }
    return diagnostic
  }
}

extension Length {
  /// The length in millimetres to one decimal, as messages give it.
  var inMillimetres: String {
    let tenths = (millimetres * 10).rounded(.awayFromZero)
    guard tenths.magnitude < 1e15 else { return "more than a kilometre" }
    let value = Int(tenths.magnitude)
    return "\(tenths < 0 ? "−" : "")\(value / 10).\(value % 10) mm"
  }
}

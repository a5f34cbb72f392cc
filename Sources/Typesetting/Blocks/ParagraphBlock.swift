import Design
import Diagnostics
import DisplayList
import Geometry

/// Lines of text; it breaks between lines, but leaves no orphans and no widows.
///
/// The whole paragraph is broken into lines once, whatever the number of regions that it spans; a
/// token's `index` is the byte of the text to go on with, so that a region of another width sets
/// the rest of the text anew. Empty lines begin at the byte of the line below them; how many of them
/// are set already is the `index` of the token's inner one.
struct ParagraphBlock: Block {
  /// Under what a set paragraph is remembered.
  struct Key: Sendable, Hashable {
    var number: Int
    var width: Double
    /// The distance of lines in points, on which the size of an initial depends; 0 without one.
    var pitch: Double
    /// The byte at which the lines begin; 0 unless a region of another width came before.
    var start: Int
    /// The change that its frame makes to its text.
    var adjustment: TextAdjustment?
  }

  var traits: BlockTraits
  /// What line breaking is given; without the initial, where there is one.
  var setting: ParagraphSetting
  /// The first letters, which stand over several lines.
  var initial: Initial?
  /// Level and title of a heading that goes into the outline.
  var heading: HeadingMark?
  /// The links of the text in reading order, with their structure elements.
  var links: [LinkElement] = []
  /// The text depends on the page it stands on, so that it is set anew for each.
  var readsPage = false
  /// The mark at the beginning that hangs outside of the edge.
  var hangingMark: String?

  var spacing: BlockSpacing { traits.spacing }
  var isRigid: Bool { true }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let raster = LineRaster(context.adjusted(setting.style), grid: region.grid)
    let lines = try lines(resumingAt: token, width: region.width, raster, in: context)
    guard let first = lines.first else { return .empty }
    let room = raster.room(before: first)
    let end = lineBreak(of: lines, isFirst: token == nil, below: room, raster, in: region)
    guard end > lines.startIndex else {
      return .nothing(
        BreakReason("fewer lines than may stand alone fit into the room that is left"))
    }
    var fragment = fragment(of: lines[..<end], below: room, raster, width: region.width)
    if token == nil, let heading { fragment.headings = [heading] }
    return end == lines.endIndex
      ? .whole(fragment) : .part(fragment, resume: self.token(before: end, of: lines, after: token))
  }

  /// Where the paragraph goes on that is broken before a line.
  private func token(
    before end: Int, of lines: ArraySlice<SetLine>, after token: BreakToken?
  ) -> BreakToken {
    let start = lines[end].start
    var passed = lines[..<end].reversed().prefix { $0.start == start }.count
    if passed == end - lines.startIndex, let token, token.index == start {
      passed += token.inner.first??.index ?? 0
    }
    return BreakToken(index: start, inner: passed == 0 ? [] : [BreakToken(index: passed)])
  }

  /// The line before which the paragraph breaks; the first one where nothing may stand here.
  private func lineBreak(
    of lines: ArraySlice<SetLine>, isFirst: Bool, below room: Double, _ raster: LineRaster,
    in region: Region
  ) -> Int {
    let start = lines.startIndex
    var end = start
    var top = room
    while end < lines.endIndex, region.holds(top + lines[end].leading) {
      top += raster.pitch(below: lines[end])
      end += 1
    }
    guard end < lines.endIndex else { return end }
    // A paragraph that goes on has had its first lines.
    let besideInitial = isFirst ? initial?.lines ?? 0 : 0
    let orphans = isFirst ? max(besideInitial, min(setting.style.orphans, lines.count)) : 1
    let widows = min(max(1, setting.style.widows), lines.count)
    let kept = min(end, lines.endIndex - widows)
    if kept - start >= max(1, orphans) { return kept }
    // What cannot be kept together in a region of its own is not kept: text goes on in any case.
    return region.isFresh ? min(lines.endIndex, max(end, start + max(1, besideInitial))) : start
  }

  /// The lines that are not set yet, at a width in points.
  private func lines(
    resumingAt token: BreakToken?, width: Double, _ raster: LineRaster,
    in context: TypesettingContext
  ) throws(Diagnostic) -> ArraySlice<SetLine> {
    let start = token?.index ?? 0
    let passed = token?.inner.first??.index ?? 0
    let whole = try lines(
      Key(
        number: traits.number, width: width, pitch: initial == nil ? 0 : raster.pitch, start: 0,
        adjustment: context.adjustment), in: context)
    guard start > 0 else { return whole.dropFirst(passed) }
    let index = whole.partitionIndex { $0.start >= start }
    if index < whole.count, whole[index].start == start { return whole[index...].dropFirst(passed) }
    return try lines(
      Key(
        number: traits.number, width: width, pitch: 0, start: start,
        adjustment: context.adjustment), in: context
    ).dropFirst(passed)
  }

  private func lines(_ key: Key, in context: TypesettingContext) throws(Diagnostic) -> [SetLine] {
    if !readsPage, let known = context.setParagraphs[key] { return known.lines }
    var setting = setting
    if let hangingMark, key.start == 0 {
      setting.firstLineIndent =
        -(try context.width(
          of: hangingMark, style: context.adjusted(setting.style), language: setting.language))
    }
    var measure = LineMeasure(width: key.width)
    measure.start = key.start
    var paragraph =
      if let initial, key.start == 0 {
        try initial.set(before: setting, pitch: key.pitch, measure, in: context)
      } else {
        try context.set(setting, measure)
      }
    if !links.isEmpty { LinkElement.mark(links, in: &paragraph.lines) }
    if !readsPage { context.setParagraphs[key] = paragraph }
    return paragraph.lines
  }

  /// Some lines below each other.
  private func fragment(
    of lines: ArraySlice<SetLine>, below room: Double, _ raster: LineRaster, width: Double
  ) -> Fragment {
    var fragment = Fragment(size: Size(width: width, height: 0))
    fragment.location = traits.location
    fragment.gridStep = raster.gridStep
    fragment.gridRoom = room
    // Told where the lines stand in the end, and once for all of them.
    if let loose = LooseLine(widestOf: lines) {
      fragment.warnings.append(loose.diagnostic(setting))
    }
    fragment.children.reserveCapacity(lines.count)
    var top = room
    for line in lines {
      let baseline = top + raster.ascent(of: line)
      if fragment.firstBaseline == nil { fragment.firstBaseline = baseline }
      fragment.lastBaseline = baseline
      fragment.children.append(
        Fragment.Child(offset: Point(x: 0, y: baseline), fragment: Fragment(line: line)))
      fragment.addFootnotes(of: line, top: top)
      // Below its last line a paragraph has no more room than its leading gives.
      fragment.size.height = top + line.leading
      top += raster.pitch(below: line)
    }
    return fragment
  }
}

extension Fragment {
  /// A line's items; the fragment's top is the line's baseline.
  init(line: SetLine) {
    self.init(size: Size(width: line.naturalWidth, height: 0), items: line.items)
    links = line.links
    lineDepth = line.leading - line.ascent
  }
}

import Design
import Diagnostics
import DisplayList
import Geometry

/// Lines of text; it breaks between lines, but leaves no orphans and no widows.
///
/// The whole paragraph is broken into lines once, whatever the number of regions that it spans; a
/// token's `index` is the line to go on with.
struct ParagraphBlock: Block {
  /// Under what a set paragraph is remembered.
  struct Key: Sendable, Hashable {
    var number: Int
    var width: Double
    /// The change that its frame makes to its text.
    var adjustment: TextAdjustment?
  }

  let traits: BlockTraits
  /// What line breaking is given.
  let setting: ParagraphSetting
  /// Level and title of a heading that goes into the outline.
  var heading: HeadingMark?
  /// The links of the text in reading order, with their structure elements.
  var links: [LinkElement] = []
  /// The text depends on the page it stands on, so that it is set anew for each.
  var readsPage = false

  var spacing: BlockSpacing { traits.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let lines = try lines(width: region.width, in: context)
    let start = token?.index ?? 0
    guard start < lines.count else { return .empty }
    let end = lineBreak(of: lines, from: start, in: region)
    guard end > start else {
      return .nothing(
        BreakReason("fewer lines than may stand alone fit into the room that is left"))
    }
    let fragment = fragment(of: lines[start..<end], isFirst: start == 0, width: region.width)
    return end == lines.count
      ? .whole(fragment) : .part(fragment, resume: BreakToken(index: end))
  }

  /// The line before which the paragraph breaks; `start` where nothing may stand here.
  private func lineBreak(of lines: [SetLine], from start: Int, in region: Region) -> Int {
    var end = start
    var height = 0.0
    while end < lines.count, region.holds(height + lines[end].leading) {
      height += lines[end].leading
      end += 1
    }
    guard end < lines.count else { return end }
    // A paragraph that goes on has had its first lines.
    let orphans = start == 0 ? min(setting.style.orphans, lines.count) : 1
    let widows = min(max(1, setting.style.widows), lines.count)
    let kept = min(end, lines.count - widows)
    if kept - start >= max(1, orphans) { return kept }
    // What cannot be kept together in a region of its own is not kept: text goes on in any case.
    return region.isFresh ? max(end, start + 1) : start
  }

  /// The paragraph's lines at a width in points.
  private func lines(width: Double, in context: TypesettingContext) throws(Diagnostic) -> [SetLine]
  {
    let key = Key(number: traits.number, width: width, adjustment: context.adjustment)
    if !readsPage, let known = context.setParagraphs[key] { return known.lines }
    var paragraph = try context.set(setting, width: width)
    if !links.isEmpty { LinkElement.mark(links, in: &paragraph.lines) }
    if !readsPage { context.setParagraphs[key] = paragraph }
    return paragraph.lines
  }

  /// Some lines below each other; the first part of a heading carries its mark.
  private func fragment(of lines: ArraySlice<SetLine>, isFirst: Bool, width: Double) -> Fragment {
    var fragment = Fragment(size: Size(width: width, height: 0))
    fragment.location = traits.location
    fragment.children.reserveCapacity(lines.count)
    for line in lines {
      let baseline = fragment.size.height + line.ascent
      if fragment.firstBaseline == nil { fragment.firstBaseline = baseline }
      fragment.lastBaseline = baseline
      fragment.children.append(
        Fragment.Child(offset: Point(x: 0, y: baseline), fragment: Fragment(line: line)))
      fragment.size.height += line.leading
    }
    if isFirst, let heading { fragment.headings = [heading] }
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

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// The list of headings with their pages, entry below entry.
struct ContentsBlock: Block {
  let entries: StackBlock

  var spacing: BlockSpacing { entries.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try entries.countedFit(into: region, resumingAt: token, in: context)
  }
}

/// One heading: its title, room or dots, and at the right edge its page number.
struct ContentsEntryBlock: Block {
  let traits: BlockTraits
  let entry: Contents.Entry
  let title: ParagraphBlock
  /// The element of the link; the page number belongs to it as the title does.
  let mark: ContentMark
  /// The colour of the hairline above the entry; nil for none.
  let ruleColor: PaletteColor?
  /// Dots lead to the number.
  let isDotted: Bool
  /// Room between the hairline and the title in points.
  let ruleGap: Double

  var spacing: BlockSpacing { traits.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil else { return .empty }
    // The room for the number does not depend on the number, or pages might never come to rest.
    let numberWidth = try context.width(
      of: "000", style: entry.numberStyle, language: traits.language)
    // An em between title and number at least.
    let gap = entry.style.size
    let top = ruleColor == nil ? 0 : ruleGap
    let start = min(region.width, entry.indent + entry.hanging)
    let width = max(0, region.width - start - numberWidth - gap)
    guard
      case .whole(let text) = try title.countedFit(
        into: .unbounded(width: width, grid: region.grid?.below(top)), resumingAt: nil, in: context)
    else { return .empty }
    var fragment = Fragment(size: Size(width: region.width, height: text.size.height + top))
    fragment.location = traits.location
    fragment.firstBaseline = text.firstBaseline.map { $0 + top }
    fragment.lastBaseline = text.lastBaseline.map { $0 + top }
    fragment.children = [Fragment.Child(offset: Point(x: start, y: top), fragment: text)]
    let baseline = fragment.lastBaseline ?? top
    if let ruleColor, region.width > 0 {
      let rule = Path(rect: Rect(x: 0, y: 0, width: region.width, height: 0.35))
      fragment.items.append(DisplayItem(.shape(Shape(path: rule, fill: ruleColor))))
    }
    // The number stands behind the last line of a title that takes several.
    let lastStart = text.children.count > 1 ? start : start - entry.hanging
    let textEnd = lastStart + (text.children.last.map(\.fragment.size.width) ?? 0)
    var numberStart = region.width
    if let page = context.anchorPages[entry.anchor] {
      let number = try context.setLine(
        [.text(String(page))], style: entry.numberStyle, language: traits.language, mark: mark)
      numberStart = max(0, region.width - number.naturalWidth)
      fragment.children.append(
        Fragment.Child(
          offset: Point(x: numberStart, y: baseline), fragment: Fragment(line: number)))
    }
    if isDotted {
      let digit = numberWidth / 3
      let digits = ((region.width - numberStart) / digit - 0.01).rounded(.up)
      let end = region.width - digits * digit - gap / 2
      fragment.items += dots(from: textEnd + gap / 2, to: end, step: digit, baseline: baseline)
    }
    // The whole line leads there, not only its letters.
    let area = Rect(x: 0, y: top, width: region.width, height: text.size.height)
    var link = LinkArea(
      rect: area, target: .destination(entry.anchor), title: entry.title.plainText)
    if case .element(let element) = mark { link.element = element }
    fragment.links = [link]
    return region.fit(unbreakable: fragment, called: "line of the contents")
  }

  /// Dots from the number leftward, in points from the block's left edge.
  ///
  /// A digit's width apart they stand below each other however many digits a number has, and leave
  /// the same gap before it.
  private func dots(
    from start: Double, to end: Double, step: Double, baseline: Double
  ) -> [DisplayItem] {
    // More dots than any page is wide are a mistake of some measure.
    guard step > 0, start >= 0, end > start + step, end / step < 100_000 else { return [] }
    var path = Path()
    // About the size of a full stop.
    let radius = entry.style.size * 0.055
    let count = Int((end - start) / step)
    for index in (0...count).reversed() {
      let center = Point(x: end - Double(index) * step, y: baseline - radius)
      path.elements += Path(circleAt: center, radius: radius).elements
    }
    guard !path.elements.isEmpty else { return [] }
    return [DisplayItem(.shape(Shape(path: path, fill: entry.style.color)))]
  }
}

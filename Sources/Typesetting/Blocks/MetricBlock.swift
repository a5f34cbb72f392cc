import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// One figure on a card: accent, icon, big number with its unit, label and note.
///
/// The parts stand at the same heights whatever the figure is, so that cards in a grid align.
struct MetricBlock: Block {
  let traits: BlockTraits
  let card: MetricCard
  /// The element that owns the figure.
  let mark: ContentMark
  /// The label and, where there is one, the note.
  let texts: StackBlock

  var spacing: BlockSpacing { traits.spacing }

  // The measures are the same for all cards, which stand beside each other to be compared.

  /// The weight of the accent, and the room below it, below the icon and above the label, in points.
  private static let accentWeight = 2.0
  private static let accentGap = 8.0
  private static let iconGap = 6.0
  private static let labelGap = 3.0
  /// A figure is set smaller in these steps, down to 60 %, before its unit goes to the next line.
  private static let scales = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, smallestScale]
  private static let smallestScale = 0.6

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil else { return .empty }
    var fragment = Fragment(size: Size(width: region.width, height: 0))
    fragment.location = traits.location
    if let accent = card.accent {
      let rect = Rect(x: 0, y: 0, width: region.width, height: Self.accentWeight)
      if region.width > 0 {
        fragment.items.append(DisplayItem(.shape(Shape(path: Path(rect: rect), fill: accent))))
      }
      fragment.size.height += Self.accentWeight + Self.accentGap
    }
    if let icon = card.icon {
      let origin = Point(x: 0, y: fragment.size.height)
      if let item = icon.item(at: origin, location: traits.location, in: context) {
        fragment.items.append(item)
      }
      fragment.size.height += icon.size + Self.iconGap
    }
    for line in try figureLines(width: region.width, in: context) {
      // The style alone decides the line's slot: a smaller figure stands on the same baseline.
      let baseline = fragment.size.height + line.ascent
      if fragment.firstBaseline == nil { fragment.firstBaseline = baseline }
      fragment.lastBaseline = baseline
      fragment.children.append(
        Fragment.Child(offset: Point(x: 0, y: baseline), fragment: Fragment(line: line)))
      fragment.size.height += line.leading
    }
    // A card is not broken, so that its texts may take what they need.
    let top = fragment.size.height + Self.labelGap
    let texts = try texts.countedFit(
      into: .unbounded(width: region.width, grid: region.grid?.below(top)), resumingAt: nil,
      in: context)
    if case .whole(let text) = texts {
      fragment.size.height = top
      fragment.children.append(
        Fragment.Child(offset: Point(x: 0, y: fragment.size.height), fragment: text))
      fragment.lastBaseline = text.lastBaseline.map { $0 + fragment.size.height }
      fragment.size.height += text.size.height
    }
    return region.fit(unbreakable: fragment, called: "metric card")
  }

  /// The figure with its unit on one line, or on two where even the smallest step is too wide.
  private func figureLines(
    width: Double, in context: TypesettingContext
  ) throws(Diagnostic) -> [SetLine] {
    if let line = try fitting(width, hasUnitAfter: true, in: context) { return [line] }
    guard !card.unitAfter.isEmpty else { return [try smallest(width, in: context)] }
    let unit = try context.setLine(
      [.text(card.unitAfter)], style: card.unitStyle, language: traits.language, mark: mark)
    if let line = try fitting(width, hasUnitAfter: false, in: context) {
      return [line, unit]
    }
    return [try smallest(width, in: context), unit]
  }

  /// The figure at the first step that fits, or nil.
  private func fitting(
    _ width: Double, hasUnitAfter: Bool, in context: TypesettingContext
  ) throws(Diagnostic) -> SetLine? {
    for scale in Self.scales {
      let line = try line(parts(scale: scale, hasUnitAfter: hasUnitAfter), in: context)
      if line.naturalWidth <= width + Region.tolerance { return line }
    }
    return nil
  }

  /// The figure alone at the last step; that it sticks out is noted.
  private func smallest(
    _ width: Double, in context: TypesettingContext
  ) throws(Diagnostic) -> SetLine {
    let line = try line(parts(scale: Self.smallestScale, hasUnitAfter: false), in: context)
    let excess = Length(points: line.naturalWidth - width)
    context.report(
      Diagnostic(
        "metric.too-wide",
        "the figure “\(card.figure)” is \(excess.inMillimetres) wider than its card",
        at: traits.location, hints: ["make the card wider or the figure's style smaller"]))
    return line
  }

  /// Some inlines on one line in the figure's style.
  private func line(
    _ inlines: [Inline], in context: TypesettingContext
  ) throws(Diagnostic) -> SetLine {
    try context.setLine(
      inlines, style: card.figureStyle, language: traits.language, mark: mark)
  }

  /// Figure and units as one text, so that they share a baseline; the unit is never larger than the
  /// figure.
  private func parts(scale: Double, hasUnitAfter: Bool = true) -> [Inline] {
    var unit = InlineStyle()
    unit.font = card.unitStyle.font
    unit.size = min(card.unitStyle.size, card.figureStyle.size * scale)
    unit.color = card.unitStyle.color
    unit.features = card.unitStyle.features
    var figure = InlineStyle()
    figure.size = card.figureStyle.size * scale
    var inlines: [Inline] = []
    if !card.unitBefore.isEmpty {
      inlines.append(.styled(unit, [.text(card.unitBefore + separator(after: card.unitBefore))]))
    }
    inlines.append(.styled(figure, [.quantity(card.quantity, card.figure)]))
    if hasUnitAfter, !card.unitAfter.isEmpty {
      inlines.append(.styled(unit, [.text(separator(before: card.unitAfter) + card.unitAfter)]))
    }
    return inlines
  }

  /// What the running text has between figure and unit: the language's space, or nothing.
  private func separator(before unit: String) -> String {
    guard card.formatted.hasSuffix(unit) else { return "\u{A0}" }
    let rest = card.formatted.dropLast(unit.count)
    return String(rest.reversed().prefix { $0.isWhitespace }.reversed())
  }

  /// What the running text has between a leading unit and the figure.
  private func separator(after unit: String) -> String {
    guard card.formatted.hasPrefix(unit) else { return "" }
    return String(card.formatted.dropFirst(unit.count).prefix { $0.isWhitespace })
  }
}

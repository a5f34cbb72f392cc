import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// Content with its caption below it in the same region.
///
/// Where the content breaks, the caption stands below its end. A caption above needs no block of its
/// own: it keeps with what follows.
struct FigureBlock: Block {
  let traits: BlockTraits
  let content: StackBlock
  let caption: StackBlock
  /// Room between the two in points.
  let gap: Double

  var spacing: BlockSpacing {
    var spacing = traits.spacing
    spacing.keepTogether = true
    return spacing
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard let measured = try text(at: nil, width: region.width, in: context) else {
      return try content.countedFit(into: region, resumingAt: token, in: context)
    }
    // On the baseline grid the caption may need up to a step more than measured without it.
    let foot = measured.size.height + gap + (captionIsOnGrid ? region.grid?.step ?? 0 : 0)
    // Pictures become smaller rather than push their caption away.
    var room = region
    room.remaining = max(0, region.remaining - foot)
    room.full = max(0, region.full - foot)
    switch try content.countedFit(into: room, resumingAt: token, in: context) {
    case .empty:
      guard token == nil else { return .empty }
      return region.fit(unbreakable: measured, called: "caption")
    case .nothing(let reason): return .nothing(reason)
    case .part(let fragment, let resume): return .part(fragment, resume: resume)
    case .whole(let fragment):
      let top = fragment.size.height + gap
      let text =
        try text(at: region.grid?.below(top), width: region.width, in: context) ?? measured
      var result = Fragment(
        size: Size(width: region.width, height: top + text.size.height))
      result.location = traits.location
      result.firstBaseline = fragment.firstBaseline
      result.lastBaseline = text.lastBaseline.map { $0 + top }
      result.endsPage = fragment.endsPage
      result.children = [
        Fragment.Child(offset: .zero, fragment: fragment),
        Fragment.Child(offset: Point(x: 0, y: top), fragment: text),
      ]
      return region.fit(unbreakable: result, called: "figure")
    }
  }

  /// The caption where its head stands so on the grid; nil where there is none.
  private func text(
    at grid: BaselineGrid?, width: Double, in context: TypesettingContext
  ) throws(Diagnostic) -> Fragment? {
    guard
      case .whole(let text) = try caption.countedFit(
        into: .unbounded(width: width, grid: grid), resumingAt: nil, in: context)
    else { return nil }
    return text
  }

  /// Some line of the caption asks for the grid.
  private var captionIsOnGrid: Bool {
    caption.children.contains { block in
      (block as? ParagraphBlock).map { $0.setting.style.grid != GridFit.none } ?? false
    }
  }
}

extension BlockBuilder {
  /// A figure: the caption belongs to the one `Figure` or `Table` in it, else to a `Div` around all.
  mutating func figure(_ figure: CaptionedFigure, traits: BlockTraits) -> any Block {
    let isSingle = figure.content.count == 1 && figure.content[0].isFigureElement
    guard isSingle else {
      let mark = element("Div", language: traits.language)
      return within(mark) { builder in
        let caption = figure.captionIsAbove ? builder.caption(figure) : nil
        let content = StackBlock(builder.build(figure.content))
        return Self.block(content, caption ?? builder.caption(figure), figure, traits)
      }
    }
    // A table's cell may hold figures with captions of their own.
    let outer = (waitingCaption, builtCaption)
    (waitingCaption, builtCaption) = (figure.captionIsAbove ? figure : nil, nil)
    defer { (waitingCaption, builtCaption) = outer }
    let first = structure.elements.count
    let content = StackBlock(build(figure.content))
    let caption: StackBlock
    if let built = builtCaption {
      caption = built
    } else {
      // What is decoration has no element to belong to.
      let isThere = structure.elements.count > first && !buildsArtifact
      let mark = isThere ? ContentMark.element(first) : .artifact
      caption = within(mark) { $0.caption(figure) }
    }
    return Self.block(content, caption, figure, traits)
  }

  /// Sets the caption of the figure around an element at the element's beginning, where it is to be
  /// read first.
  mutating func openCaption(in mark: ContentMark) {
    guard let figure = waitingCaption else { return }
    waitingCaption = nil
    builtCaption = within(mark) { $0.caption(figure) }
  }

  private mutating func caption(_ figure: CaptionedFigure) -> StackBlock {
    guard !figure.caption.isEmpty else { return StackBlock([]) }
    let mark = element("Caption")
    return within(mark) { StackBlock($0.build(figure.caption)) }
  }

  private static func block(
    _ content: StackBlock, _ caption: StackBlock, _ figure: CaptionedFigure, _ traits: BlockTraits
  ) -> any Block {
    guard figure.captionIsAbove else {
      return FigureBlock(traits: traits, content: content, caption: caption, gap: figure.gap)
    }
    let head = StackBlock(
      [caption], spacing: BlockSpacing(after: figure.gap, keepWithNext: true, keepTogether: true))
    return StackBlock(
      figure.caption.isEmpty ? [content] : [head, content], spacing: traits.spacing)
  }
}

extension BlockNode {
  /// Whether the block has one `Figure` or `Table` element, made before all others of it.
  fileprivate var isFigureElement: Bool {
    switch content {
    case .image(let image): !image.alternativeText.isEmpty
    case .chart, .qrCode, .table: true
    default: false
    }
  }
}

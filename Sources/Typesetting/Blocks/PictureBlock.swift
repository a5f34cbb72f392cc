import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// A picture with its caption and credit below it.
struct PictureBlock: Block {
  let traits: BlockTraits
  var image: DocumentTree.ImageBlock
  /// The `Figure` element; an artifact where nothing says what the picture shows.
  let mark: ContentMark
  /// Caption and credit.
  let texts: StackBlock
  /// The picture stands in a frame, whose height it can fill.
  var isInFrame = false

  var spacing: BlockSpacing { traits.spacing }

  /// The room between picture and caption in points.
  static let captionGap = 4.0

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil else { return .empty }
    let picture = context.picture(image.file, location: traits.location)
    // Where the caption stands on the baseline grid is known only below the picture.
    let measured = try caption(below: nil, in: region, context)
    let foot = measured.map { $0.size.height + Self.captionGap } ?? 0
    var fragment = framed(in: region, most: region.full - foot, picture)
    var caption = try caption(below: fragment.size.height, in: region, context)
    if let set = caption, let step = set.gridStepInside {
      let excess = fragment.size.height + Self.captionGap + set.size.height - region.full
      if excess > Region.tolerance {
        // The picture gives way by as many steps as the caption must go up.
        let most =
          fragment.size.height + set.gridRoom
          - ((excess - Region.tolerance) / step).rounded(.up) * step
        fragment = framed(in: region, most: most, picture)
        caption = try self.caption(below: fragment.size.height, in: region, context)
      }
    }
    fragment.location = traits.location
    if let caption {
      let top = fragment.size.height + Self.captionGap
      // A picture that fills its frame pushes its caption to the foot.
      fragment.children.append(
        Fragment.Child(
          offset: Point(x: 0, y: top), fragment: caption,
          growth: .moves(fragment.stretch == .never ? 0 : 1)))
      fragment.lastBaseline = caption.lastBaseline.map { $0 + top }
      fragment.size.height = top + caption.size.height
    }
    return region.fit(unbreakable: fragment, called: "picture")
  }

  /// Caption and credit below so many points of picture; nil where there are none.
  func caption(
    below height: Double?, in region: Region, _ context: TypesettingContext
  ) throws(Diagnostic) -> Fragment? {
    let grid = height.flatMap { region.grid?.below($0 + Self.captionGap) }
    guard
      case .whole(let caption) = try texts.countedFit(
        into: .unbounded(width: region.width, grid: grid), resumingAt: nil, in: context)
    else { return nil }
    return caption
  }

  /// The picture alone; `most` is the room that it may take.
  ///
  /// A picture that is not there is reported, and keeps the height that was asked for.
  func framed(
    in region: Region, most: Double,
    _ picture: (file: String, width: Double, height: Double)?
  ) -> Fragment {
    var frame = Size(width: max(0, region.width), height: max(0, image.height ?? 0))
    let fills = image.height == nil && image.fit != .natural && isInFrame
    if image.height == nil, !fills, let picture {
      frame.height = frame.width * picture.height / picture.width
      if frame.height > most, most > 0 {
        // Higher than any region: it keeps its proportions and becomes narrower.
        frame.width *= most / frame.height
        frame.height = most
      }
    }
    var fragment = Fragment(size: Size(width: region.width, height: frame.height))
    guard let picture else { return fragment }
    var inner = Fragment(size: frame)
    inner.location = traits.location
    inner.ground = .picture(
      FramedPicture(
        file: picture.file, size: Size(width: picture.width, height: picture.height),
        fit: image.fit, focus: image.focus, mark: mark))
    // Without a height of its own it takes what its frame has left, as other art does.
    if fills {
      inner.stretch = .anywhere
      fragment.stretch = .anywhere
    }
    fragment.children = [
      Fragment.Child(
        offset: .zero, fragment: inner, growth: fills ? .stretches : .moves(0))
    ]
    return fragment
  }
}

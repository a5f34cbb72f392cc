import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// A picture with its caption and credit below it.
struct PictureBlock: Block {
  let traits: BlockTraits
  let image: DocumentTree.ImageBlock
  /// The `Figure` element; an artifact where nothing says what the picture shows.
  let mark: ContentMark
  /// Caption and credit.
  let texts: StackBlock

  var spacing: BlockSpacing { traits.spacing }

  /// The room between picture and caption in points.
  private static let captionGap = 4.0

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil else { return .empty }
    var caption: Fragment?
    if case .whole(let fragment) = try texts.fit(
      into: .unbounded(width: region.width), resumingAt: nil, in: context)
    {
      caption = fragment
    }
    // A picture that is not there is reported, and keeps the height that was asked for.
    let captionHeight = caption.map { $0.size.height + Self.captionGap } ?? 0
    let picture = context.picture(image.file, location: traits.location)
    var frame = Rect(x: 0, y: 0, width: max(0, region.width), height: max(0, image.height ?? 0))
    if image.height == nil, let picture {
      frame.height = frame.width * picture.height / picture.width
      let most = region.full - captionHeight
      if frame.height > most, most > 0 {
        // Higher than any region: it keeps its proportions and becomes narrower.
        frame.width *= most / frame.height
        frame.height = most
      }
    }
    var fragment = Fragment(
      size: Size(width: region.width, height: frame.height + captionHeight))
    fragment.location = traits.location
    if let picture, frame.width > 0, frame.height > 0 {
      let crop = crop(of: Size(width: picture.width, height: picture.height), to: frame.size)
      fragment.items = [
        DisplayItem(.image(PlacedImage(file: picture.file, frame: frame, crop: crop)), mark: mark)
      ]
    }
    if let caption {
      let top = frame.height + Self.captionGap
      fragment.children = [Fragment.Child(offset: Point(x: 0, y: top), fragment: caption)]
      fragment.lastBaseline = caption.lastBaseline.map { $0 + top }
    }
    return region.fit(unbreakable: fragment, called: "picture")
  }

  /// The largest part of the picture with the frame's proportions around the focus, as shares.
  private func crop(of picture: Size, to frame: Size) -> Rect {
    // At this scale the picture just covers the frame, and sticks out on two sides at most.
    let scale = max(frame.width / picture.width, frame.height / picture.height)
    let width = min(1, frame.width / (picture.width * scale))
    let height = min(1, frame.height / (picture.height * scale))
    func start(_ focus: Double, _ share: Double) -> Double {
      min(max(0, focus - share / 2), 1 - share)
    }
    return Rect(
      x: start(image.focusX, width), y: start(image.focusY, height), width: width, height: height)
  }
}

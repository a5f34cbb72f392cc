import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// Content set on a picture, with a veil between them where the layout asks for one; never broken.
struct OverlayBlock: Block {
  let overlay: Overlay
  /// The picture with what is printed below it.
  let picture: PictureBlock
  let content: StackBlock

  var spacing: BlockSpacing { picture.traits.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil else { return .empty }
    let padding = overlay.padding
    let inner = try set(
      width: region.width - padding.left - padding.right, grid: region.grid?.below(padding.top),
      in: context)
    let needed = inner.size.height + padding.top + padding.bottom
    // The picture makes room for all that is set on it.
    var framing = picture
    let loaded = context.picture(picture.image.file, location: picture.traits.location)
    var fragment = framing.framed(in: region, most: region.full, loaded)
    if fragment.size.height < needed, fragment.stretch == .never {
      framing.image.height = needed
      framing.image.fit = .cover
      fragment = framing.framed(in: region, most: region.full, loaded)
    } else if fragment.size.height < needed {
      fragment = fragment.stretched(to: needed)
    }
    fragment.location = picture.traits.location
    let stretches = fragment.stretch != .never
    if let scrim = overlay.scrim {
      var veil = Fragment(size: fragment.size)
      veil.ground = .veil(scrim, opacity: overlay.opacity)
      veil.stretch = .anywhere
      fragment.children.append(
        Fragment.Child(
          offset: .zero, fragment: veil, growth: stretches ? .stretches : .moves(0)))
    }
    let share = overlay.alignment.share
    let room = max(0, fragment.size.height - needed)
    let top = padding.top + inner.following(room * share)
    fragment.children.append(
      Fragment.Child(
        offset: Point(x: padding.left, y: top), fragment: inner, growth: .moves(share)))
    fragment.firstBaseline = inner.firstBaseline.map { $0 + top }
    fragment.lastBaseline = inner.lastBaseline.map { $0 + top }
    try addTexts(to: &fragment, in: region, context)
    return region.fit(unbreakable: fragment, called: "picture with text on it")
  }

  /// All of the content below each other: forced breaks mean nothing on a picture.
  private func set(
    width: Double, grid: BaselineGrid?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fragment {
    var result = Fragment(size: Size(width: max(0, width), height: 0))
    var resume: BreakToken?
    repeat {
      let part: Fragment
      switch try content.countedFit(
        into: .unbounded(width: max(0, width), grid: grid?.below(result.size.height)),
        resumingAt: resume, in: context)
      {
      case .empty, .nothing: return result
      case .whole(let whole): (part, resume) = (whole, nil)
      case .part(let fragment, let next):
        guard next != resume else { throw .standstill(of: content) }
        (part, resume) = (fragment, next)
      }
      let top = result.size.height
      result.children.append(Fragment.Child(offset: Point(x: 0, y: top), fragment: part))
      result.firstBaseline = result.firstBaseline ?? part.firstBaseline.map { $0 + top }
      result.lastBaseline = part.lastBaseline.map { $0 + top } ?? result.lastBaseline
      result.size.height += part.size.height
    } while resume != nil
    return result
  }

  /// The picture's credit below it, where it is not printed elsewhere.
  private func addTexts(
    to fragment: inout Fragment, in region: Region, _ context: TypesettingContext
  ) throws(Diagnostic) {
    guard let texts = try picture.caption(below: fragment.size.height, in: region, context) else {
      return
    }
    let top = fragment.size.height + PictureBlock.captionGap
    fragment.children.append(
      Fragment.Child(
        offset: Point(x: 0, y: top), fragment: texts,
        growth: .moves(fragment.stretch == .never ? 0 : 1)))
    fragment.size.height = top + texts.size.height
  }
}

extension VerticalAlignment {
  /// The share of the height left over that goes above.
  fileprivate var share: Double {
    switch self {
    case .top: 0
    case .middle: 0.5
    case .bottom: 1
    }
  }
}

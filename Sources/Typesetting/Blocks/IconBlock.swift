import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// A small line drawing; always an artifact, since what it stands beside says the same.
struct IconBlock: Block {
  let traits: BlockTraits
  let icon: Icon

  var spacing: BlockSpacing { traits.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil, icon.size > 0 else { return .empty }
    var fragment = Fragment(size: Size(width: region.width, height: icon.size))
    fragment.location = traits.location
    if let item = icon.item(at: .zero, location: traits.location, in: context) {
      fragment.items = [item]
    }
    return region.fit(unbreakable: fragment, called: "icon")
  }
}

extension Icon {
  /// The icon with its top left corner at `origin`; nil, and noted, where the file is no picture.
  func item(
    at origin: Point, location: SourceLocation, in context: TypesettingContext
  ) -> DisplayItem? {
    guard let picture = context.picture(file, location: location) else { return nil }
    // The longer side takes the edge length, and the drawing stands in the middle of its square.
    let scale = size / max(picture.width, picture.height)
    let (width, height) = (picture.width * scale, picture.height * scale)
    let frame = Rect(
      x: origin.x + (size - width) / 2, y: origin.y + (size - height) / 2, width: width,
      height: height)
    return DisplayItem(.image(PlacedImage(file: picture.file, frame: frame, color: color)))
  }
}

extension TypesettingContext {
  /// A picture's file and size; nil, and noted with its place, where there is none.
  func picture(
    _ path: String, location: SourceLocation
  ) -> (file: String, width: Double, height: Double)? {
    do {
      let picture = try images.image(path)
      if picture.width > 0, picture.height > 0 { return picture }
      report(Diagnostic("image.no-size", "the picture “\(path)” has no size", at: location))
    } catch {
      var diagnostic = error
      diagnostic.location = diagnostic.location ?? location
      report(diagnostic)
    }
    return nil
  }
}

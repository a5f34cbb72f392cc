import Design
package import DisplayList
package import DocumentTree
package import Geometry

/// A picture that is fitted into its frame when the frame's size is final.
package struct FramedPicture: Sendable, Hashable {
  /// The absolute file and its natural size in points.
  package var file: String
  package var size: Size
  package var fit: DocumentTree.ImageBlock.Fit
  package var focus: FocalPoint
  package var mark: ContentMark

  /// The picture in a frame; nothing where the frame has no size.
  package func items(in frame: Rect) -> [DisplayItem] {
    guard frame.width > 0, frame.height > 0, size.width > 0, size.height > 0 else { return [] }
    var placed = PlacedImage(file: file, frame: frame)
    switch fit {
    case .contain:
      // All of it, in the middle.
      let scale = min(frame.width / size.width, frame.height / size.height)
      let fitted = Size(width: size.width * scale, height: size.height * scale)
      placed.frame = Rect(
        x: frame.midX - fitted.width / 2, y: frame.midY - fitted.height / 2, width: fitted.width,
        height: fitted.height)
    case .natural, .cover: placed.crop = focus.crop(of: size, to: frame.size)
    }
    return [DisplayItem(.image(placed), mark: mark)]
  }
}

package import Design
import DisplayList
package import DocumentTree
import Geometry

/// What is drawn below a fragment; it is drawn last of all, when the fragment's size is final.
package enum Ground: Sendable, Hashable {
  /// A fill, with strokes of so many points inside the top and the left edge.
  case box(fill: PaletteColor?, top: Double, left: Double, stroke: PaletteColor?)
  case ornament(Ornament)
  case picture(FramedPicture)
  /// A fill that lets some of what is below it through.
  case veil(PaletteColor, opacity: Double)

  /// The ground over `rect`; all of it but a picture is an artifact.
  func items(in rect: Rect) -> [DisplayItem] {
    switch self {
    case .ornament(let ornament): return OrnamentPainter.draw(ornament, in: rect)
    case .picture(let picture): return picture.items(in: rect)
    case .veil(let color, let opacity):
      guard rect.width > 0, rect.height > 0, opacity > 0 else { return [] }
      var shape = Shape(path: Path(rect: rect), fill: color)
      shape.opacity = min(1, opacity)
      return [DisplayItem(.shape(shape))]
    case .box(let fill, let top, let left, let stroke):
      var items: [DisplayItem] = []
      func add(_ rect: Rect, _ color: PaletteColor) {
        guard rect.width > 0, rect.height > 0 else { return }
        items.append(DisplayItem(.shape(Shape(path: Path(rect: rect), fill: color))))
      }
      if let fill { add(rect, fill) }
      if let stroke {
        add(Rect(x: rect.x, y: rect.y, width: rect.width, height: top), stroke)
        add(Rect(x: rect.x, y: rect.y, width: left, height: rect.height), stroke)
      }
      return items
    }
  }
}

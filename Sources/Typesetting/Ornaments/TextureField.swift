import Design
import DisplayList
import DocumentTree
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The area that a texture fills, flat as it was laid down, and how rock has bent it since.
struct TextureField {
  /// The flat area in points.
  var rect: Rect
  /// The measure of all its parts in points; larger on larger areas, so that their number is bounded.
  var unit: Double
  var tones: TextureTones
  /// Moves a point as the rock moved its neighbour, the second point.
  var warp: (Point, Point) -> Point = { point, _ in point }

  /// The weight of its lines in points.
  var weight: Double { min(max(unit * 0.085, 0.45), 2.4) }

  /// The measure for textures over an area: about 4,000 units cover it.
  static func unit(for rect: Rect) -> Double {
    max(4, (rect.width * rect.height / 4_000).squareRoot())
  }

  func items(
    of texture: Ornament.Texture, using generator: inout SplitMix64
  ) -> [DisplayItem] {
    guard rect.width > weight, rect.height > weight else { return [] }
    switch texture {
    case .traces: return TracesTexture(field: self).items(using: &generator)
    case .orbits: return OrbitsTexture(field: self).items(using: &generator)
    case .wafer: return WaferTexture(field: self).items(using: &generator)
    case .strokes: return StrokesTexture(field: self).items(using: &generator)
    case .plain: return []
    }
  }

  /// Lines of one colour and weight as one item; none where there is nothing to draw.
  func stroked(
    _ path: Path, _ color: PaletteColor, weight: Double? = nil, dashes: [Double] = []
  ) -> [DisplayItem] {
    guard !path.elements.isEmpty else { return [] }
    let stroke = Stroke(
      color: color, width: weight ?? self.weight, roundCaps: true, dashes: dashes)
    return [DisplayItem(.shape(Shape(path: path, stroke: stroke)))]
  }

  /// Areas of one colour as one item; none where there is nothing to draw.
  func filled(_ path: Path, _ color: PaletteColor) -> [DisplayItem] {
    path.elements.isEmpty ? [] : [DisplayItem(.shape(Shape(path: path, fill: color)))]
  }

  /// Adds a circle at a flat point.
  func addCircle(at center: Point, radius: Double, to path: inout Path) {
    path.elements += Path(circleAt: warp(center, center), radius: radius).elements
  }
}

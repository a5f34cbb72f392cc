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
  /// Numbers the unbroken block of rock that holds a point: what may not cross a fault asks here.
  var block: (Point) -> Int = { _ in 0 }

  /// The weight of its lines in points.
  var weight: Double { min(max(unit * 0.085, 0.45), 2.4) }

  /// What a page of art may cost in path elements.
  static let budget = 5_200.0

  /// Path elements that a texture draws on an area of one unit squared, as counted.
  private static func cost(of texture: Ornament.Texture) -> Double {
    switch texture {
    case .traces: 1.75
    case .wafer: 1.25
    case .strokes: 0.95
    case .orbits: 0.1
    case .plain: 0
    }
  }

  /// The measure with which textures over areas stay within the budget; never less than 4 points.
  static func unit(
    for parts: [(texture: Ornament.Texture, area: Size)], budget: Double = Self.budget
  ) -> Double {
    var (cost, area, longest) = (0.0, 0.0, 0.0)
    for part in parts {
      area += part.area.width * part.area.height
      cost += part.area.width * part.area.height * Self.cost(of: part.texture)
      longest = max(longest, part.area.width, part.area.height)
    }
    return max(4, (cost / budget).squareRoot(), (area / 9_000).squareRoot(), longest / 1_500)
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

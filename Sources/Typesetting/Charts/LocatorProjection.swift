import DocumentTree
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Degrees to points: equirectangular at the latitude of the place, true to scale around it.
struct LocatorProjection {
  /// More places than these are not drawn: a locator is no atlas.
  static let mostPlaces = 500
  /// Kilometres of a degree of latitude (WGS 84 mean radius 6,371 km).
  private static let degree = 6_371.0 * 2 * .pi / 360

  private let origin: Chart.Locator.Place
  private let stretch: Double
  /// The middle of all places in kilometres east and south of the place.
  private let middle: Point
  private let center: Point
  let pointsPerKilometre: Double
  /// Kilometres between grid lines.
  let gridStep: Double

  /// The largest scale at which all places lie within the map's margin; at least 3 km are seen.
  ///
  /// `unit` is the length of the scale bar in kilometres: it keeps to half of the map's width.
  init(_ locator: Chart.Locator, in map: Rect, margin: Double, unit: Double?) {
    let place = locator.place
    origin = Chart.Locator.Place(
      latitude: place.latitude.isFinite ? min(max(place.latitude, -85), 85) : 0,
      longitude: place.longitude.isFinite ? place.longitude : 0)
    stretch = cos(origin.latitude * .pi / 180)
    center = Point(x: map.midX, y: map.midY)
    var (low, high) = (Point.zero, Point.zero)
    for other in locator.others.prefix(Self.mostPlaces) where other.isOnEarth {
      let point = Self.kilometres(from: origin, to: other, stretch: stretch)
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    middle = Point(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2)
    let room = Size(
      width: max(map.width - 2 * margin, 4), height: max(map.height - 2 * margin, 4))
    var scale = min(room.width / max(high.x - low.x, 3), room.height / max(high.y - low.y, 3))
    if let unit, unit > 0 { scale = min(scale, map.width * 0.5 / unit) }
    pointsPerKilometre = scale
    // Steps of 1, 2, 5 … of the scale bar, so that the grid can be read with it.
    var step = unit ?? 1
    while step * scale < 16 { step *= step * 2 * scale < 16 && step * 5 * scale >= 16 ? 5 : 2 }
    while step * scale > max(map.width, map.height) { step /= 2 }
    gridStep = step
  }

  /// Where a place stands on the map, in points.
  func point(_ place: Chart.Locator.Place) -> Point {
    guard place.isOnEarth else { return point(origin) }
    let offset = Self.kilometres(from: origin, to: place, stretch: stretch) - middle
    return Point(
      x: center.x + offset.x * pointsPerKilometre, y: center.y + offset.y * pointsPerKilometre)
  }

  /// Kilometres east and south, the short way round.
  private static func kilometres(
    from origin: Chart.Locator.Place, to place: Chart.Locator.Place, stretch: Double
  ) -> Point {
    let turn = (place.longitude - origin.longitude).truncatingRemainder(dividingBy: 360)
    let east = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
    return Point(x: east * stretch * degree, y: (origin.latitude - place.latitude) * degree)
  }

  /// The kilometres that a scale's label names (`2 km`, `500 m`, `2,5 km`); nil where it names none.
  static func kilometres(in label: String) -> Double? {
    let digits = label.drop { !$0.isASCII || !$0.isNumber }
    let number = digits.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    guard let value = Double(String(number.map { $0 == "," ? "." : $0 })), value > 0,
      value < 50_000
    else { return nil }
    let unit = digits.dropFirst(number.count).drop { $0.isWhitespace }
    return unit.hasPrefix("m") && !unit.hasPrefix("mi") ? value / 1_000 : value
  }
}

extension Chart.Locator.Place {
  /// Both angles are numbers that a place can have.
  var isOnEarth: Bool {
    latitude.isFinite && longitude.isFinite && latitude.magnitude <= 90
      && longitude.magnitude <= 360
  }
}

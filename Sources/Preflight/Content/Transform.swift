import PDFReading

/// An affine map of the plane, as `cm` gives it (ISO 32000-1, 8.3.3).
struct Transform {
  var (a, b, c, d, e, f) = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

  static let identity = Transform()

  init() {}

  init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// nil for other than six numbers.
  init?(_ numbers: [Double]) {
    guard numbers.count == 6 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
  }

  /// First this map, then another one.
  func then(_ t: Transform) -> Transform {
    Transform(
      a * t.a + b * t.c, a * t.b + b * t.d, c * t.a + d * t.c, c * t.b + d * t.d,
      e * t.a + f * t.c + t.e, e * t.b + f * t.d + t.f)
  }

  func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  /// The box around a rectangle's image.
  func bounds(_ r: PDFRectangle) -> PDFRectangle {
    let corners = [
      apply(r.left, r.bottom), apply(r.right, r.bottom), apply(r.left, r.top),
      apply(r.right, r.top),
    ]
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    return PDFRectangle(xs.min() ?? 0, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0)
  }

  /// How long the images of the two unit vectors are.
  var xScale: Double { (a * a + b * b).squareRoot() }
  var yScale: Double { (c * c + d * d).squareRoot() }
  /// The factor by which lines grow, where it is one for all directions.
  var scale: Double { abs(a * d - b * c).squareRoot() }
  /// Whether upright rectangles stay so.
  var keepsAxes: Bool { abs(b) + abs(c) < 1e-6 || abs(a) + abs(d) < 1e-6 }
}

import DisplayList
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Masterplan Wissenschaft: concentric orbits around a centre, with bodies on them.
struct OrbitsTexture {
  let field: TextureField

  /// Circles to the farthest corner, wider apart the farther out, in a rhythm of seven.
  func items(using generator: inout SplitMix64) -> [DisplayItem] {
    let rect = field.rect
    // The centre lies off the middle; in a tall strip it lies high.
    let center = Point(
      x: rect.x + rect.width * generator.number(in: 0.62...0.72),
      y: rect.y + rect.height * generator.number(in: 0.36...0.5))
    // Nothing is drawn beyond the corner that is farthest from the centre.
    let reach = [
      hypot(center.x - rect.x, center.y - rect.y), hypot(center.x - rect.maxX, center.y - rect.y),
      hypot(center.x - rect.x, center.y - rect.maxY),
      hypot(center.x - rect.maxX, center.y - rect.maxY),
    ].reduce(0, max)
    var (thin, thick, dotted) = (Path(), Path(), Path())
    var (bodies, bright, rings) = (Path(), Path(), Path())
    var radius = field.unit * 1.5
    var number = 0
    while radius < reach, number < 160 {
      switch number % 7 {
      case 2: thick.elements += circle(center, radius)
      case 4: dotted.elements += circle(center, radius)
      default: thin.elements += circle(center, radius)
      }
      // A few bodies on each orbit, where the area shows it.
      for _ in 0..<max(1, Int(radius / field.unit / 7)) where generator.unit() < 0.42 {
        guard let place = place(center, radius, using: &generator) else { continue }
        // Planets, stars, and now and then one with a ring of its own.
        let size = field.unit * generator.number(in: 0.16...0.5)
        switch generator.unit() {
        case ..<0.5: field.addCircle(at: place, radius: size, to: &bodies)
        case ..<0.86: field.addCircle(at: place, radius: size * 0.8, to: &bright)
        default:
          field.addCircle(at: place, radius: size * 0.8, to: &bright)
          field.addCircle(at: place, radius: size * 0.8 + field.unit * 0.45, to: &rings)
        }
      }
      number += 1
      radius += field.unit * (0.95 + 0.028 * Double(number))
    }
    field.addCircle(at: center, radius: field.unit * 0.75, to: &bright)
    let tones = field.tones
    return field.stroked(thin, tones.faint)
      + field.stroked(dotted, tones.line, dashes: [0, 4 * field.weight])
      + field.stroked(thick, tones.line, weight: field.weight * 1.5)
      + field.stroked(rings, tones.accent) + field.filled(bodies, tones.line)
      + field.filled(bright, tones.accent)
  }

  /// Orbits stay round in bent rock: only their centre is moved.
  private func circle(_ center: Point, _ radius: Double) -> [Path.Element] {
    Path(circleAt: field.warp(center, center), radius: radius).elements
  }

  /// A place on an orbit within the area; nil where three tries find none.
  private func place(
    _ center: Point, _ radius: Double, using generator: inout SplitMix64
  ) -> Point? {
    let margin = min(field.unit, field.rect.height / 3)
    let inner = field.rect.inset(by: Edges(all: margin))
    for _ in 0..<3 {
      let angle = generator.number(in: 0...(2 * .pi))
      let point = Point(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
      if inner.contains(Rect(origin: point, size: .zero)) { return point }
    }
    return nil
  }
}

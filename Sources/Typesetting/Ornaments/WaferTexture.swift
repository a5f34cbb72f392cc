import DisplayList
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// TechnologieZentrumDortmund: the square cells of a wafer, some of them filled.
struct WaferTexture {
  let field: TextureField

  /// Squares in four tones within the disc, small marks outside it.
  func items(using generator: inout SplitMix64) -> [DisplayItem] {
    let pitch = field.unit * 2
    let rows = max(1, Int((field.rect.height / pitch).rounded()))
    let columns = max(1, Int((field.rect.width / pitch).rounded()))
    let (stepX, stepY) = (
      field.rect.width / Double(columns), field.rect.height / Double(rows)
    )
    // The disc is larger than a band is high, so that the band cuts a slice out of it.
    let disc = Point(
      x: field.rect.x + field.rect.width * generator.number(in: 0.36...0.46),
      y: field.rect.y + field.rect.height * generator.number(in: 0.4...0.6))
    let radius = max(field.rect.height * 0.62, field.rect.width * 0.34)
    let phase = generator.number(in: 0...(2 * .pi))
    var (faint, line, accent, open) = (Path(), Path(), Path(), Path())
    for row in 0..<rows {
      for column in 0..<columns {
        let center = Point(
          x: field.rect.x + (Double(column) + 0.5) * stepX,
          y: field.rect.y + (Double(row) + 0.5) * stepY)
        let distance = hypot(center.x - disc.x, center.y - disc.y) / radius
        // Filled cells stand in clusters: a slow field decides, chance only at its edges.
        let (u, v) = (center.x / pitch, center.y / pitch)
        let cluster =
          sin(u * 0.31 + phase) + sin(v * 0.43 - phase * 1.7) + sin((u + v) * 0.19 + phase * 0.6)
        let level = cluster / 3 + generator.number(in: -0.42...0.42)
        // Half a cell less half the gap between cells.
        let edge = 0.5 * (1 - 0.2)
        if distance > 1 {
          cell(at: center, stepX * 0.12, stepY * 0.12, to: &faint)
        } else if level > 0.5 {
          cell(at: center, stepX * edge, stepY * edge, to: &accent)
        } else if level > 0.02 {
          cell(at: center, stepX * edge, stepY * edge, to: &line)
        } else if level > -0.3 {
          cell(at: center, stepX * edge, stepY * edge, to: &faint)
        } else {
          // An outline is drawn inside its cell, so that open and filled cells are equal.
          let inner = edge - field.weight / pitch / 2
          cell(at: center, stepX * inner, stepY * inner, to: &open)
        }
      }
    }
    return field.filled(faint, field.tones.faint) + field.filled(line, field.tones.line)
      + field.filled(accent, field.tones.accent) + field.stroked(open, field.tones.line)
  }

  /// Adds a cell whose corners follow the rock.
  private func cell(at center: Point, _ dx: Double, _ dy: Double, to path: inout Path) {
    let corners = [(-dx, -dy), (dx, -dy), (dx, dy), (-dx, dy)].map { x, y in
      field.warp(Point(x: center.x + x, y: center.y + y), center)
    }
    path.move(to: corners[0].x, corners[0].y)
    for corner in corners.dropFirst() { path.line(to: corner.x, corner.y) }
    path.close()
  }
}

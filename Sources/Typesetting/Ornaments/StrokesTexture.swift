import DisplayList
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// nordwärts: a field of short strokes that turn to the north towards the upper right.
struct StrokesTexture {
  let field: TextureField

  /// Three paths of strokes, from the ones that step back to the ones that are seen first.
  func items(using generator: inout SplitMix64) -> [DisplayItem] {
    let pitch = field.unit * 1.5
    let rows = max(1, Int((field.rect.height / pitch).rounded()))
    let columns = max(1, Int((field.rect.width / pitch).rounded()))
    let (stepX, stepY) = (
      field.rect.width / Double(columns), field.rect.height / Double(rows)
    )
    let phase = generator.number(in: 0...(2 * .pi))
    let length = min(pitch * 0.92, stepY * 0.92)
    var (faint, line, accent) = (Path(), Path(), Path())
    for row in 0..<rows {
      for column in -1...columns {
        // Rows stand on gaps like bricks; a little disorder dies out on the way north.
        let across = (Double(column) + (row.isMultiple(of: 2) ? 0.25 : 0.75)) / Double(columns)
        let up = 1 - (Double(row) + 0.5) / Double(rows)
        let way = min(max(0.62 * across + 0.38 * up, 0), 1)
        // Smoothed, so that the turn has neither a beginning nor an end.
        let turn = way * way * (3 - 2 * way)
        let calm = (1 - turn) * 0.5
        let sway = calm * sin(across * 9 + phase) + calm * 0.7 * cos(up * 5 + across * 4 - phase)
        let angle = (turn * 0.5 * .pi * 1.08 - 0.12) + sway
        // North is as far as it goes.
        let settled = min(angle, 0.5 * .pi)
        let center = Point(
          x: field.rect.x + across * field.rect.width,
          y: field.rect.y + (Double(row) + 0.5) * stepY)
        let reach = length * (0.34 + 0.16 * turn)
        let (dx, dy) = (cos(settled) * reach, -sin(settled) * reach)
        let middle = field.warp(center, center)
        // The nearer to the north, the more strokes light up.
        let chance = generator.unit()
        func add(to path: inout Path) {
          path.move(to: middle.x - dx, middle.y - dy)
          path.line(to: middle.x + dx, middle.y + dy)
        }
        if chance < 0.03 + 0.22 * turn * turn {
          add(to: &accent)
        } else if chance < 0.75 {
          add(to: &line)
        } else {
          add(to: &faint)
        }
      }
    }
    let weight = max(field.weight, min(stepX, stepY) * 0.105)
    return field.stroked(faint, field.tones.faint, weight: weight)
      + field.stroked(line, field.tones.line, weight: weight)
      + field.stroked(accent, field.tones.accent, weight: weight)
  }
}

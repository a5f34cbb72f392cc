import DisplayList
import Geometry

/// Allianz Smart City: traces of a circuit, at right angles with a few bevels, and their nodes.
struct TracesTexture {
  let field: TextureField

  /// A junction of the routing lattice.
  private struct Junction: Hashable {
    var column: Int
    var row: Int
  }

  /// Traces that run along the layer and never cross; each lattice junction is used once.
  func items(using generator: inout SplitMix64) -> [DisplayItem] {
    let pitch = field.unit * 1.15
    let rows = max(1, Int((field.rect.height / pitch).rounded()))
    let columns = max(2, Int((field.rect.width / pitch).rounded()))
    var taken = [Bool](repeating: false, count: (rows + 1) * (columns + 1))
    func index(_ j: Junction) -> Int { j.row * (columns + 1) + j.column }
    func isFree(_ j: Junction) -> Bool {
      (0...columns).contains(j.column) && (0..<rows).contains(j.row) && !taken[index(j)]
    }
    func point(_ j: Junction) -> Point {
      Point(
        x: field.rect.x + Double(j.column) * field.rect.width / Double(columns),
        y: field.rect.y + (Double(j.row) + 0.5) * field.rect.height / Double(rows))
    }
    var (line, faint, rings, dots, bright) = (Path(), Path(), Path(), Path(), Path())
    // Rings of neighbouring junctions must not touch.
    let radius = min(pitch * 0.3, field.rect.height / Double(rows) * 0.42)
    for _ in 0..<((rows + 1) * (columns + 1)) {
      var at = Junction(
        column: generator.integer(in: 0...columns), row: generator.integer(in: 0...(rows - 1)))
      guard isFree(at) else { continue }
      // A trace runs along the layer, climbs a little, and runs on.
      let direction = generator.unit() < 0.5 ? 1 : -1
      var route = [at]
      taken[index(at)] = true
      for leg in 0..<generator.integer(in: 2...6) {
        let isRun = leg.isMultiple(of: 2)
        let climb = generator.unit() < 0.5 ? 1 : -1
        let bevels = !isRun && generator.unit() < 0.6
        for _ in 0..<(isRun ? generator.integer(in: 2...9) : generator.integer(in: 1...3)) {
          let next = Junction(
            column: at.column + (isRun || bevels ? direction : 0),
            row: at.row + (isRun ? 0 : climb))
          guard isFree(next), field.block(point(next)) == field.block(point(at)) else { break }
          // A diagonal must not cross another one between four junctions.
          if bevels, taken[index(Junction(column: at.column, row: next.row))],
            taken[index(Junction(column: next.column, row: at.row))]
          {
            break
          }
          taken[index(next)] = true
          route.append(next)
          at = next
        }
      }
      // Too short for a trace: perhaps a lone pad.
      guard route.count > 2 else {
        if generator.unit() < 0.35 {
          field.addCircle(at: point(at), radius: radius * 0.5, to: &dots)
        }
        continue
      }
      // A part of the traces lies deeper and is drawn fainter, without rings.
      let isFaint = generator.unit() < 0.3
      let path = trace(route.map(point), radius: radius)
      if isFaint {
        faint.elements += path.elements
        field.addCircle(at: point(route[0]), radius: radius * 0.5, to: &dots)
      } else {
        line.elements += path.elements
        field.addCircle(at: point(route[0]), radius: radius, to: &rings)
        if generator.unit() < 0.3 {
          field.addCircle(at: point(at), radius: radius * 1.15, to: &bright)
        } else {
          field.addCircle(at: point(at), radius: radius * 0.8, to: &dots)
        }
      }
    }
    let tones = field.tones
    return field.stroked(faint, tones.faint, weight: field.weight * 1.2)
      + field.stroked(line, tones.line, weight: field.weight * 1.2)
      + field.stroked(rings, tones.line, weight: field.weight * 1.2)
      + field.filled(dots, tones.line) + field.filled(bright, tones.accent)
  }

  /// A route that begins at the edge of its first node's ring.
  private func trace(_ points: [Point], radius: Double) -> Path {
    var path = Path()
    // The first leg is shortened by the ring's radius, so that the ring stays open.
    guard let first = points.first, points.count > 1 else { return path }
    let (dx, dy) = (points[1].x - first.x, points[1].y - first.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 0.01)
    let start = Point(x: first.x + dx / length * radius, y: first.y + dy / length * radius)
    let moved = ([start] + points.dropFirst()).map { field.warp($0, $0) }
    path.move(to: moved[0].x, moved[0].y)
    var kept = 0
    for index in moved.indices.dropFirst() {
      // Junctions on a run that looks straight are left out.
      let isLast = index == moved.count - 1
      if !isLast, looksStraight(moved[kept...(index + 1)]) { continue }
      path.line(to: moved[index].x, moved[index].y)
      kept = index
    }
    return path
  }

  /// Whether no point lies off the line from the first to the last by more than an eighth of a point.
  private func looksStraight(_ points: ArraySlice<Point>) -> Bool {
    guard let first = points.first, let last = points.last else { return true }
    let (dx, dy) = (last.x - first.x, last.y - first.y)
    let length = (dx * dx + dy * dy).squareRoot()
    return points.dropFirst().dropLast().allSatisfy { point in
      let (px, py) = (point.x - first.x, point.y - first.y)
      let along = px * dx + py * dy
      return (px * dy - py * dx).magnitude <= 0.125 * length && along > 0
        && along < length * length
    }
  }
}

import Geometry

/// A face between two layers: a line across the section that follows its fold and its faults.
struct RockSurface {
  /// The y of the face before the rock was folded, in points.
  var level: Double
  /// How much of the fold it follows; deep layers are stiffer than those near the light.
  var bendShare: Double
  /// What the face has of its own.
  var waves: [RockFold.Wave]

  /// The y at `x` within a block of the section.
  func y(at x: Double, block: Int, in fold: RockFold) -> Double {
    waves.reduce(level + fold.bend(at: x) * bendShare + fold.drop(ofBlock: block)) {
      $0 + $1.height(at: x)
    }
  }

  /// How far above (negative) and below its level the face comes, by about a hundred soundings.
  func swing(across range: ClosedRange<Double>, in fold: RockFold) -> ClosedRange<Double> {
    let width = range.upperBound - range.lowerBound
    var (high, low) = (Double.infinity, -Double.infinity)
    for sounding in 0...96 {
      let x = range.lowerBound + width * Double(sounding) / 96
      // A leaning fault may be met on either side of its middle.
      for block in 0...fold.faults.count where fold.mayHold(x, inBlock: block) {
        let offset = y(at: x, block: block, in: fold) - level
        (high, low) = (min(high, offset), max(low, offset))
      }
    }
    return min(high, low)...low
  }

  /// The face that lies at a share of the way from this one to `other`.
  func face(at share: Double, towards other: RockSurface) -> RockSurface {
    func scaled(_ wave: RockFold.Wave, by factor: Double) -> RockFold.Wave {
      RockFold.Wave(amplitude: wave.amplitude * factor, length: wave.length, phase: wave.phase)
    }
    return RockSurface(
      level: level + (other.level - level) * share,
      bendShare: bendShare + (other.bendShare - bendShare) * share,
      waves: waves.map { scaled($0, by: 1 - share) } + other.waves.map { scaled($0, by: share) })
  }

  /// A place on the line with its slope.
  private struct Knot {
    var point: Point
    var slope: Double
    /// The line goes on to the next knot along a fault, not along the layer.
    var endsAtFault: Bool
  }

  /// Places from left to right, about every `step` points.
  private func knots(across range: ClosedRange<Double>, step: Double, in fold: RockFold) -> [Knot] {
    var knots: [Knot] = []
    var start = range.lowerBound
    for block in 0...fold.faults.count {
      // Where the layer meets a plane: the plane is steep, so that a few rounds settle.
      func meeting(_ fault: Int) -> Double {
        var x = fold.faults[fault].x
        for _ in 0..<4 { x = fold.faultX(fault, atY: y(at: x, block: block, in: fold)) }
        return x
      }
      if block > 0 { start = min(max(meeting(block - 1), range.lowerBound), range.upperBound) }
      let isLast = block == fold.faults.count
      let end = isLast ? range.upperBound : min(max(meeting(block), start), range.upperBound)
      let count = max(1, Int(((end - start) / step).rounded(.up)))
      for index in 0...count {
        let x = start + (end - start) * Double(index) / Double(count)
        let slope = y(at: x + 0.5, block: block, in: fold) - y(at: x - 0.5, block: block, in: fold)
        knots.append(
          Knot(
            point: Point(x: x, y: y(at: x, block: block, in: fold)), slope: slope,
            endsAtFault: index == count && !isLast))
      }
    }
    return knots
  }

  /// The area between this face and a lower one.
  func area(
    above lower: RockSurface, across range: ClosedRange<Double>, step: Double, in fold: RockFold
  ) -> Path {
    var path = Path()
    append(knots(across: range, step: step, in: fold), to: &path)
    append(
      lower.knots(across: range, step: step, in: fold).reversed(), to: &path, backwards: true)
    path.close()
    return path
  }

  /// The face alone.
  func line(across range: ClosedRange<Double>, step: Double, in fold: RockFold) -> Path {
    var path = Path()
    append(knots(across: range, step: step, in: fold), to: &path)
    return path
  }

  /// Runs through knots, as cubics with the knots' slopes (Hermite), straight along faults.
  private func append(_ knots: [Knot], to path: inout Path, backwards: Bool = false) {
    guard let first = knots.first else { return }
    if path.elements.isEmpty {
      path.move(to: first.point.x, first.point.y)
    } else {
      path.line(to: first.point.x, first.point.y)
    }
    for (a, b) in zip(knots, knots.dropFirst()) {
      let third = (b.point.x - a.point.x) / 3
      if backwards ? b.endsAtFault : a.endsAtFault {
        path.line(to: b.point.x, b.point.y)
      } else {
        path.curve(
          to: b.point, Point(x: a.point.x + third, y: a.point.y + third * a.slope),
          Point(x: b.point.x - third, y: b.point.y - third * b.slope))
      }
    }
  }
}

import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How all layers of a section of rock are bent, tilted and broken alike.
///
/// Layers that lie on each other fold together, and a fault shifts all of them by the same throw;
/// this is what makes drawn bands look like strata and not like waves.
struct RockFold {
  /// A calm sine; lengths in points.
  struct Wave {
    var amplitude: Double
    var length: Double
    var phase: Double

    func height(at x: Double) -> Double { amplitude * sin(x / length * 2 * .pi + phase) }
  }

  /// A steep plane along which the rock to its right has moved.
  struct Fault {
    /// Where the plane meets the section's middle height.
    var x: Double
    /// How far the plane moves right for each point down.
    var slant: Double
    /// How far down the right side has moved; negative is up.
    var drop: Double
  }

  var waves: [Wave]
  /// How far layers rise over a point of width.
  var dip: Double
  /// From left to right.
  var faults: [Fault]
  /// The section's centre.
  var center: Point
  /// The y of the section's upper edge.
  var top: Double

  /// A fold for an area, calm whatever its proportions.
  init(rect: Rect, using generator: inout SplitMix64) {
    center = Point(x: rect.midX, y: rect.midY)
    top = rect.y
    // Waves are measured by the larger side, so that a narrow strip shows a part of one wave.
    let span = max(rect.width, 0.7 * rect.height)
    let swing = min(0.045 * rect.height, 0.06 * span)
    waves = [
      Wave(
        amplitude: swing, length: span * generator.number(in: 1.15...1.5),
        phase: generator.number(in: 0...(2 * .pi))),
      Wave(
        amplitude: swing * 0.42, length: span * generator.number(in: 0.5...0.68),
        phase: generator.number(in: 0...(2 * .pi))),
    ]
    dip = min(0.13 * rect.height / rect.width, 0.16)
    faults = []
    let wanted = rect.width < 90 || rect.height < 40 ? 0 : rect.width > 1.6 * rect.height ? 3 : 2
    var rises = generator.unit() < 0.5
    for number in 0..<wanted {
      let share = (Double(number) + generator.number(in: 0.35...0.75)) / Double(wanted)
      faults.append(
        Fault(
          x: rect.x + share * rect.width,
          slant: generator.number(in: 0.12...0.3) * (rises ? 1 : -1),
          drop: min(rect.height, rect.width) * generator.number(in: 0.022...0.04)
            * (rises ? -1 : 1)))
      rises.toggle()
    }
    // Planes that lean towards each other must not meet within the section.
    for index in faults.indices.dropFirst() {
      let room = faults[index].x - faults[index - 1].x
      let lean = (faults[index].slant - faults[index - 1].slant).magnitude * rect.height
      if lean > room { faults[index].slant = faults[index - 1].slant }
    }
  }

  /// How far a layer lies below its place at `x`, without faults.
  func bend(at x: Double) -> Double {
    waves.reduce((center.x - x) * dip) { $0 + $1.height(at: x) }
  }

  /// How far the rock between fault `block - 1` and fault `block` has moved down.
  ///
  /// The throws are centred on zero so that they do not add up to a stair.
  func drop(ofBlock block: Int) -> Double { faults.prefix(block).reduce(0) { $0 + $1.drop } }

  /// The x at which fault `index` lies at height `y`.
  func faultX(_ index: Int, atY y: Double) -> Double {
    faults[index].x + (y - center.y) * faults[index].slant
  }

  /// The block, counted from the left, that holds a point.
  func block(at point: Point) -> Int {
    var block = 0
    while block < faults.count, point.x > faultX(block, atY: point.y) { block += 1 }
    return block
  }

  /// Whether a block reaches `x` at some height of the section.
  func mayHold(_ x: Double, inBlock block: Int) -> Bool {
    func reach(_ fault: Fault) -> Double { fault.slant.magnitude * (center.y - top) }
    let afterLeft = block == 0 || x > faults[block - 1].x - reach(faults[block - 1])
    return afterLeft && (block == faults.count || x < faults[block].x + reach(faults[block]))
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The years below a timeline, and where its events stand on them.
struct YearAxis {
  /// The first year, and how many are shown.
  let first: Int
  let count: Int
  /// Points for a year.
  let scale: Double
  let left: Double
  let right: Double
  /// The x of each event in the order of dates, kept apart so that no mark covers another.
  let positions: [Double]

  /// An axis on which the last event leaves room for a flag to its right.
  init(_ events: [Chart.Event], left: Double, right: Double, flagWidth: Double) {
    let dates = events.sortedByDate().map { min(max($0.start.middle, -9_999), 99_999) }
    // Years are bounded before anything is computed from them.
    let earliest = (dates.first ?? 0).rounded(.down)
    let latest = max((dates.last ?? 0), earliest + 0.5)
    first = Int(earliest)
    self.left = left
    self.right = right
    let radius = TimelineMark.radius
    let room = max(right - left - flagWidth, 1)
    // The last event stands where its flag ends at the right edge, or the last year's end does.
    let years = latest.rounded(.down) + 1 - earliest
    let scale = min(room / max(latest - earliest, 0.5), (right - left) / years)
    self.scale = scale
    count = min(Int(((right - left) / scale).rounded(.up)), 200_000)
    // Marks on one date stand beside each other, around it.
    let wished = dates.map { left + ($0 - earliest) * scale }
    let apart = min(2 * radius + 2, room / Double(max(dates.count, 1)))
    let start = left + radius
    positions = Self.spread(
      wished, apart: apart, in: start...max(right - flagWidth + radius, start))
  }

  /// Where a date stands, at most at the right end.
  func x(of date: PartialDate) -> Double {
    min(left + max(date.middle - Double(first), 0) * scale, right)
  }

  /// The places nearest to the wished ones that keep a distance: neighbours that are too near are
  /// pooled around their mean (pool adjacent violators).
  static func spread(
    _ wished: [Double], apart: Double, in range: ClosedRange<Double>
  ) -> [Double] {
    struct Pool {
      var sum: Double
      var count: Int
      var mean: Double { sum / Double(count) }
    }
    // Without the distances the task is: nearest non-decreasing values.
    let highest = max(range.upperBound - apart * Double(max(wished.count - 1, 0)), range.lowerBound)
    var pools: [Pool] = []
    for (index, wish) in wished.enumerated() {
      pools.append(Pool(sum: wish - Double(index) * apart, count: 1))
      while pools.count > 1, pools[pools.count - 2].mean > pools[pools.count - 1].mean {
        let last = pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
      }
    }
    return pools.flatMap { pool in
      [Double](repeating: min(max(pool.mean, range.lowerBound), highest), count: pool.count)
    }.enumerated().map { $1 + Double($0) * apart }
  }

  /// The band: its edges, a tick at each labelled year, the year to the right of the tick.
  func items(
    top: Double, height: Double, width: Double, styles: Chart.Styles, text: ChartText
  ) throws(Diagnostic) -> [DisplayItem] {
    let bottom = top + height
    var items = [top, bottom].map { y in
      text.rule(
        from: Point(x: left, y: y), to: Point(x: left + width, y: y), styles.lineColor,
        width: 0.75)
    }
    let widest = try text.context.width(of: "0000", style: styles.note, language: text.language)
    // As many labelled years as fit side by side.
    let step = Self.step(atLeast: (widest + 8) / scale)
    var year = Int((Double(first) / Double(step)).rounded(.up)) * step
    while year < first + count {
      let x = left + Double(year - first) * scale
      if x > left + 0.5, x < left + width {
        items.append(
          text.rule(
            from: Point(x: x, y: top), to: Point(x: x, y: bottom), styles.lineColor, width: 0.5))
      }
      let label = try text.line(String(year), styles.note, width: widest * 2)
      if x + 3 + label.size.width <= left + width {
        items += label.items(
          at: Point(x: x + 3, y: top + (height - label.size.height) / 2))
      }
      year += step
    }
    return items
  }

  /// The least of 1, 2, 5, 10, 20, … that is not less.
  static func step(atLeast years: Double) -> Int {
    var decade = 1
    while decade < 1_000_000 {
      for digit in [1, 2, 5] where Double(digit * decade) >= years { return digit * decade }
      decade *= 10
    }
    return decade
  }
}

import Design
import DocumentTree

/// Shares the width of a table among its columns.
///
/// What CSS 2.1, 17.5.2.2 asks of automatic tables: each column gets between the width that its
/// longest word needs and the one that its cells need on one line, in proportion to the difference.
struct ColumnWidths {
  /// What the cells of each column need, in points.
  var demands: [TextExtents]
  /// The natural widths of single cells, by row and column.
  let rows: [[Double]]
  let columns: [Table.Column]
  /// The width without the gaps.
  let room: Double
  /// Wide tables give what is left to columns of text rather than of numbers.
  let fillsWidth: Bool

  /// The width of each column.
  func resolved() -> [Double] {
    var widths = columns.map { column -> Double in
      if case .fixed(let width) = column.width { width.isFinite ? max(0, width) : 0 } else { 0 }
    }
    let weights = columns.map { column -> Double in
      guard case .weight(let weight) = column.width, weight > 0, weight.isFinite else { return 0 }
      return weight
    }
    let weightSum = weights.reduce(0, +)
    let found = columns.indices.filter { columns[$0].width == .content }
    let rest = max(0, room - widths.reduce(0, +))
    if !found.isEmpty {
      // Columns with a share must at least have room for their words, divided if need be; but
      // those that are found do not divide their own for it.
      let need =
        columns.indices.filter { weights[$0] > 0 }
        .map { demands[$0].divided / weights[$0] * weightSum }.max() ?? 0
      let own = found.reduce(0) { $0 + demands[$1].minimum }
      let foundRoom = min(rest, max(rest - need, own))
      let shared = share(foundRoom, among: found, fills: fillsWidth && weightSum == 0)
      for (index, width) in zip(found, shared) { widths[index] = width }
    }
    let left = max(0, room - widths.reduce(0, +))
    for index in columns.indices {
      if weightSum > 0 {
        if weights[index] > 0 { widths[index] = left * weights[index] / weightSum }
      } else if found.isEmpty, case .weight = columns[index].width {
        // Weights without sense: all columns are equal.
        let count = columns.count { if case .weight = $0.width { true } else { false } }
        widths[index] = left / Double(count)
      }
    }
    return widths
  }

  /// Shares `room` among the columns whose widths come from their content.
  private func share(_ room: Double, among indices: [Int], fills: Bool) -> [Double] {
    let natural = indices.map { demands[$0].natural }
    let minimum = indices.map { min(demands[$0].minimum, demands[$0].natural) }
    let divided = indices.map { min(demands[$0].divided, demands[$0].minimum, demands[$0].natural) }
    let (naturalSum, minimumSum, dividedSum) = (
      natural.reduce(0, +), minimum.reduce(0, +), divided.reduce(0, +)
    )
    if room >= naturalSum { return fills ? stretched(natural, among: indices, to: room) : natural }
    if room >= minimumSum {
      return balanced(minimum, natural, room: room, among: indices)
    }
    if room >= dividedSum {
      let share = (room - dividedSum) / (minimumSum - dividedSum)
      return zip(divided, minimum).map { $0 + ($1 - $0) * share }
    }
    return divided.map { $0 * room / dividedSum }
  }

  /// Gives what is left over to columns of text, which bear it; else to all.
  private func stretched(_ natural: [Double], among indices: [Int], to room: Double) -> [Double] {
    var takers = indices.map { !columns[$0].isDecimal && columns[$0].alignment != .right }
    if !takers.contains(true) { takers = takers.map { _ in true } }
    let taken = zip(natural, takers).map { $1 ? max($0, 1) : 0 }
    let sum = taken.reduce(0, +)
    let gain = room - natural.reduce(0, +)
    return zip(natural, taken).map { $0 + gain * $1 / sum }
  }

  /// Between the narrowest and the natural widths.
  ///
  /// Columns with little text may keep their natural width while the others give way in proportion
  /// to what they could do with; of these ways the one that needs the fewest lines is taken.
  private func balanced(
    _ minimum: [Double], _ natural: [Double], room: Double, among indices: [Int]
  ) -> [Double] {
    var best: [Double] = []
    var fewest = (rows: Double.infinity, cells: Double.infinity)
    for limit in [0] + Set(natural).sorted() {
      let least = zip(minimum, natural).map { $1 <= limit ? $1 : $0 }
      let leastSum = least.reduce(0, +)
      let difference = natural.reduce(0, +) - leastSum
      guard leastSum <= room, difference > 0 else { continue }
      let share = (room - leastSum) / difference
      let widths = zip(least, natural).map { $0 + ($1 - $0) * share }
      let lines = lines(indices, widths)
      if lines < fewest { (best, fewest) = (widths, lines) }
    }
    return best.isEmpty ? minimum : best
  }

  /// About how many lines the rows need together, and how many all cells by themselves.
  private func lines(
    _ indices: [Int], _ widths: [Double]
  ) -> (rows: Double, cells: Double) {
    var sum = (rows: 0.0, cells: 0.0)
    for row in rows {
      var most = 1.0
      for (index, width) in zip(indices, widths) where row[index] > width {
        // Ragged lines leave about a twentieth empty.
        let lines = (row[index] * 1.05 / max(width, 1)).rounded(.up)
        most = max(most, lines)
        sum.cells += lines
      }
      sum.rows += most
    }
    return sum
  }
}

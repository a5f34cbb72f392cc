/// Where the bars of a chart begin, how long a unit is, and where their values stand.
struct BarScale {
  /// The place of the values.
  enum ValuePlace {
    /// To the right of each bar.
    case beside
    /// To the right of short bars, within the end of long ones.
    case within
    /// On a line of its own above each bar.
    case above
  }

  /// What a bar needs: lengths in points.
  struct Row {
    var amount: Double
    /// The width of its value, the gap before it included.
    var valueWidth: Double
    /// Its colour lets paper be read on it.
    var takesPaper: Bool
  }

  /// Points from the left edge to the zero line.
  let zero: Double
  /// Points for 1.
  let unit: Double
  let place: ValuePlace

  /// The scale with the longest bars that leaves each value its room.
  ///
  /// Bars shorter than 45 % of the room are not worth values beside them.
  init(_ rows: [Row], width: Double) {
    let most = rows.reduce(0) { max($0, $1.amount) }
    let least = rows.reduce(0) { min($0, $1.amount) }
    // The value of a bar to the left stands to the right of the zero line.
    let right = rows.reduce(0) { $1.amount <= 0 ? max($0, $1.valueWidth) : $0 }
    guard most > least else {
      (zero, unit, place) = (0, 0, right <= width ? .beside : .above)
      return
    }
    let share = -least / (most - least)
    let zero = min(share * width, max(width - right, 0.3 * width))
    let left = least < 0 ? zero / -least : .infinity
    let full = min(most > 0 ? (width - zero) / most : .infinity, left)
    func beside(_ row: Row) -> Double {
      row.amount > 0 ? max(width - zero - row.valueWidth, 0) / row.amount : .infinity
    }
    self.zero = zero
    let fitsRight = zero + right <= width + 0.01
    let outside = rows.reduce(full) { min($0, beside($1)) }
    if fitsRight, most <= 0 || outside * most >= 0.45 * (width - zero) {
      (unit, place) = (outside, .beside)
      return
    }
    // Each round yields to the rows that find no room, so that it ends.
    var inside = full
    while let tight = rows.filter({
      $0.amount > 0 && inside > beside($0) && !$0.fits(within: inside)
    })
    .map(beside).min() { inside = tight }
    if fitsRight, inside * most >= 0.45 * (width - zero) {
      (unit, place) = (inside, .within)
    } else {
      (unit, place) = (full, .above)
    }
  }
}

extension BarScale.Row {
  /// Whether its value stands within its bar, the same gap at both ends.
  func fits(within unit: Double) -> Bool { takesPaper && amount * unit >= valueWidth * 1.15 + 4 }
}

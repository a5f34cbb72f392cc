import Geometry

/// Where the columns of languages side by side stand across a region.
struct ParallelColumns: Sendable, Hashable {
  /// The widths, relative to each other.
  let shares: [Double]
  /// Between two columns, in points.
  let gutter: Double
  /// What boxes take from every column at its left and right, in points.
  var insetLeft = 0.0
  var insetRight = 0.0
  /// They are the text areas of a double page, as the region says where it knows them.
  var areOnPages = false

  init(shares: [Double], gutter: Double) {
    self.shares = shares.map { $0.isFinite ? max(0, $0) : 0 }
    self.gutter = gutter.isFinite ? max(0, gutter) : 0
  }

  /// The columns as they stand in a region.
  func placed(in region: Region) -> ParallelColumns {
    guard areOnPages, var pages = region.pages else { return self }
    pages.insetLeft = insetLeft
    pages.insetRight = insetRight
    return pages
  }

  /// The whole columns with their grounds, in points from the region's left edge.
  func outer(width: Double) -> [(x: Double, width: Double)] {
    let sum = max(shares.reduce(0, +), .leastNonzeroMagnitude)
    let room = max(0, width - gutter * Double(max(0, shares.count - 1)))
    var x = 0.0
    return shares.map { share in
      defer { x += room * share / sum + gutter }
      return (x, room * share / sum)
    }
  }

  /// The columns that text fills.
  func inner(width: Double) -> [(x: Double, width: Double)] {
    outer(width: width).map { column in
      (column.x + insetLeft, max(0, column.width - insetLeft - insetRight))
    }
  }

  /// The middles of the rooms between columns.
  func middles(width: Double) -> [Double] {
    outer(width: width).dropFirst().map { $0.x - gutter / 2 }
  }
}

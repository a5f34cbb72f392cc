import Foundation

/// Where all inks together are more than a limit.
struct InkCoverage {
  /// In columns and rows of the separations.
  struct Spot {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
    var count: Int
  }

  /// The most ink in one place; 1 is one full ink.
  private(set) var highest = 0.0
  /// The number of pixels above the limit.
  private(set) var above = 0
  /// The largest connected area above the limit.
  private(set) var largest: Spot?

  /// Adds plates up; half a step of each of the inks is rounding.
  init(_ plates: [TIFFPlate], limit: Double) {
    guard let first = plates.first else { return }
    let (columns, rows) = (first.columns, first.rows)
    let fitting = plates.filter { $0.columns == columns && $0.rows == rows }
    var sums = [UInt16](repeating: 0, count: columns * rows)
    for plate in fitting { Self.add(plate, to: &sums) }
    let threshold = UInt16(clamping: Int((limit * 255 + Double(fitting.count) * 0.5).rounded(.up)))
    var (most, many) = (UInt16(0), 0)
    sums.withUnsafeBufferPointer { sums in
      for index in 0..<sums.count {
        if sums[index] > most { most = sums[index] }
        if sums[index] > threshold { many += 1 }
      }
    }
    highest = Double(most) / 255
    above = many
    if many > 0 { largest = Self.largest(&sums, columns: columns, threshold: threshold) }
  }

  private static func add(_ plate: TIFFPlate, to sums: inout [UInt16]) {
    plate.pixels.withUnsafeBytes { (pixels: UnsafeRawBufferPointer) in
      sums.withUnsafeMutableBufferPointer { (sums: inout UnsafeMutableBufferPointer<UInt16>) in
        for index in sums.indices {
          let light: UInt8 = pixels[index]
          sums[index] &+= 255 - UInt16(light)
        }
      }
    }
  }

  /// Goes through all connected areas and clears them.
  private static func largest(_ sums: inout [UInt16], columns: Int, threshold: UInt16) -> Spot? {
    var best: Spot?
    let rows = sums.count / columns
    var open: [Int] = []
    for start in sums.indices where sums[start] > threshold {
      var spot = Spot(
        left: columns, top: rows, right: 0, bottom: 0, count: 0)
      sums[start] = 0
      open.append(start)
      while let index = open.popLast() {
        let (x, y) = (index % columns, index / columns)
        spot.left = min(spot.left, x)
        spot.right = max(spot.right, x + 1)
        spot.top = min(spot.top, y)
        spot.bottom = max(spot.bottom, y + 1)
        spot.count += 1
        for (near, exists) in [
          (index - 1, x > 0), (index + 1, x + 1 < columns), (index - columns, y > 0),
          (index + columns, y + 1 < rows),
        ] where exists && sums[near] > threshold {
          sums[near] = 0
          open.append(near)
        }
      }
      if spot.count > best?.count ?? 0 { best = spot }
    }
    return best
  }
}

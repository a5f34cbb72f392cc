/// Numbers with a fixed count of decimals, the same on every system.
enum Decimals {
  /// A number from 0 up, rounded to so many decimals: `12.50`.
  static func text(_ value: Double, _ count: Int) -> String {
    let scale = (0..<count).reduce(1.0) { scale, _ in scale * 10 }
    let digits = String(Int((value * scale).rounded()))
    if count == 0 { return digits }
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
    return "\(padded.dropLast(count)).\(padded.suffix(count))"
  }
}

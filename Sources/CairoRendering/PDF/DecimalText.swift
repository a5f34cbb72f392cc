/// Numbers as PDF and Cairo's attributes want them, whatever the locale.
enum DecimalText {
  /// A number with at most so many decimals, up to six, and never an exponent.
  static func string(_ value: Double, decimals: Int = 2) -> String {
    let unit = (0..<decimals).reduce(1) { power, _ in power * 10 }
    let parts = Int((max(-1e9, min(1e9, value)) * Double(unit)).rounded())
    var digits = String(parts.magnitude % UInt(unit))
    digits = String(repeating: "0", count: decimals - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    let whole = "\(parts < 0 ? "-" : "")\(parts.magnitude / UInt(unit))"
    return digits.isEmpty ? whole : whole + "." + digits
  }
}

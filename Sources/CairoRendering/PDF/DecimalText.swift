/// Numbers as PDF and Cairo's attributes want them, whatever the locale.
enum DecimalText {
  /// A number with at most two decimals and never an exponent.
  static func string(_ value: Double) -> String {
    let hundredths = Int((max(-1e9, min(1e9, value)) * 100).rounded())
    let magnitude = abs(hundredths)
    let fraction = magnitude % 100
    let sign = hundredths < 0 ? "-" : ""
    if fraction == 0 { return "\(sign)\(magnitude / 100)" }
    return "\(sign)\(magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

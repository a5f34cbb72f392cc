package import Design

/// Colours that stand for colours of the palette in a drawing that will be printed.
///
/// A PDF as Cairo draws it knows red, green and blue alone, and two colours that look alike may be
/// different inks: the second, first and third number of a code tell which colour of a list is meant.
/// Codes are odd thousandths, which no byte divided by 255 is, so that none is met in a picture.
package enum InkCode {
  /// How many colours can be told apart.
  package static let most = steps * steps
  private static let steps = 500

  /// The code of a colour by its index.
  package static func rgb(of index: Int) -> RGB {
    RGB(
      red: Double(2 * (index % steps) + 1) / 1000, green: Double(2 * (index / steps) + 1) / 1000,
      blue: 0.001)
  }

  /// The index that a code stands for; nil for what is none.
  package static func index(red: Double, green: Double, blue: Double) -> Int? {
    guard blue == 0.001, let low = step(red), let high = step(green) else { return nil }
    return high * steps + low
  }

  private static func step(_ value: Double) -> Int? {
    guard value > 0, value < 1 else { return nil }
    let thousandths = (value * 1000).rounded()
    guard abs(value * 1000 - thousandths) < 1e-9, Int(thousandths) % 2 == 1 else { return nil }
    return Int(thousandths) / 2
  }
}

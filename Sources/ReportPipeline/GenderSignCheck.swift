import Diagnostics
import Languages

/// A house writes one gender sign: a second one in the same workspace is a slip.
enum GenderSignCheck {
  /// A warning for each sign beside the wanted one, or beside the first where none is wanted.
  ///
  /// - Parameters:
  ///   - model: Where each sign comes first in the texts of the records.
  ///   - layouts: The same for each layout, in order.
  ///   - wanted: What the workspace file asks for.
  /// - Returns: The warnings, in the order of `GenderSign.allCases`.
  static func warnings(
    model: [GenderSign: SourceLocation], layouts: [[GenderSign: SourceLocation]],
    wanted: GenderSign?
  ) -> [Diagnostic] {
    var first = model
    for layout in layouts { first.merge(layout) { before, _ in before } }
    let signs = GenderSign.allCases.filter { first[$0] != nil }
    // Without a wish the sign that most readers know stands for the house's (allCases' order).
    guard let house = wanted ?? signs.first else { return [] }
    return signs.filter { $0 != house }.map { sign in
      var hints = ["write “\(house.rawValue)” there, too"]
      if wanted != nil {
        hints = [
          "Assets/workspace.yaml asks for “\(house.rawValue)” (`typography: gender-sign`)"
        ]
      } else if let place = first[house] {
        hints.append("“\(house.rawValue)” stands first in \(place)")
      }
      return Diagnostic(
        "text.mixed-gender-signs", severity: .warning,
        wanted == nil
          ? "the gender signs “\(house.rawValue)” and “\(sign.rawValue)” are both used"
          : "the gender sign “\(sign.rawValue)” is used",
        at: first[sign], hints: hints)
    }
  }
}

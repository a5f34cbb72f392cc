import Design
import Typesetting

/// Total fit with one part of its costs or rules taken away: what that part is good for.
struct TuningStep {
  /// What is missing, as the table says it.
  var name: String
  var costs = JustificationCosts()
  var rules = LineRules()

  static let all: [TuningStep] = [
    without("the extra cost of a loose line") { $0.loose = 0 },
    without("letting spoilt lines go") { $0.spoiltRatio = .infinity },
    without("attempts that bar the loosest lines") {
      $0.tolerance = .infinity
    },
    without("a price of hyphens") { $0.hyphen = 0 },
    withoutEmergencyStretch,
  ]

  private static var withoutEmergencyStretch: TuningStep {
    var step = TuningStep(name: "without emergency stretch")
    step.rules.emergencyStretch = 0
    return step
  }

  private static func without(
    _ part: String, _ change: (inout JustificationCosts) -> Void
  ) -> TuningStep {
    var step = TuningStep(name: "without \(part)")
    change(&step.costs)
    return step
  }
}

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
    withoutEmergencyStretch, refinedWithoutRise,
  ]

  private static var withoutEmergencyStretch: TuningStep {
    var step = TuningStep(name: "without emergency stretch")
    step.rules.emergencyStretch = 0
    return step
  }

  /// Letters and glyphs give, and spoilt lines are let go as where only spaces do.
  private static var refinedWithoutRise: TuningStep {
    var step = TuningStep(name: "letters ±2 % without the rise of spoilt lines")
    step.costs.spoiltRise = 0
    step.rules = .refined
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

extension LineRules {
  /// All that a style can let give beside the spaces.
  static var refined: LineRules {
    var rules = LineRules()
    rules.opticalMargins = true
    rules.glyphScaling = 0.02
    rules.letterSpacing = 0.02
    return rules
  }
}

import Design
import Diagnostics

/// Finds the smallest change with which the text of a frame fits.
///
/// What is visible costs, by the square of its share, so that a little of everything costs less than
/// much of one thing. Letters and lines move together before the letters get smaller: one percent
/// of tracking counts like four percent of leading, and twice as much like one percent of size. Tried are quarters of the
/// room for tracking and for leading, and to each the size is found by bisection in steps of 0.05
/// points.
struct CopyfitSearch {
  /// Points between two sizes.
  private static let step = 0.05
  /// Into how many parts the room for tracking and leading is divided.
  private static let levels = 4

  let copyfit: Copyfit
  /// The look of most of the text that gives way.
  let look: TextUse.Look

  /// What came of a search.
  struct Outcome: Sendable, Hashable {
    var adjustment: TextAdjustment
    /// False where not even the largest change is enough.
    var fits: Bool
  }

  /// The change to set with, given an answer to whether the text fits with one.
  func run(
    _ fits: (TextAdjustment) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> Outcome {
    let none = TextAdjustment(copyfit)
    if try fits(none) {
      return Outcome(adjustment: copyfit.fills ? try grown(none, fits) : none, fits: true)
    }
    let most = adjustment(sizeSteps: sizeSteps, tracking: Self.levels, leading: Self.levels)
    guard !most.isNone, try fits(most) else { return Outcome(adjustment: most, fits: false) }
    var best = most
    for combination in combinations {
      let start = adjustment(
        sizeSteps: 0, tracking: combination.tracking, leading: combination.leading)
      guard cost(start) < cost(best) else { continue }
      // Sizes whose cost is above that of the best change are not looked at.
      var low = 0
      var high = sizeSteps
      while high > low, cost(with(start, sizeSteps: high)) >= cost(best) { high -= 1 }
      guard try fits(with(start, sizeSteps: high)) else { continue }
      while low < high {
        let middle = (low + high) / 2
        if try fits(with(start, sizeSteps: middle)) { high = middle } else { low = middle + 1 }
      }
      best = with(start, sizeSteps: high)
    }
    return Outcome(adjustment: best, fits: true)
  }

  // MARK: What is tried

  /// Quarters of tracking and leading, the cheapest first.
  private var combinations: [(tracking: Int, leading: Int)] {
    var all: [(tracking: Int, leading: Int)] = []
    for tracking in 0...(copyfit.tracking == nil ? 0 : Self.levels) {
      for leading in 0...(copyfit.leading == nil ? 0 : Self.levels) {
        all.append((tracking, leading))
      }
    }
    func cost(_ combination: (tracking: Int, leading: Int)) -> Double {
      self.cost(
        adjustment(
          sizeSteps: 0, tracking: combination.tracking, leading: combination.leading))
    }
    return all.sorted { cost($0) < cost($1) }
  }

  /// How many steps the size may go down.
  private var sizeSteps: Int {
    guard let range = copyfit.size, look.size > range.lowerBound else { return 0 }
    return Self.steps(look.size - range.lowerBound)
  }

  /// The steps within so many points; a range without end has as many as anybody needs.
  private static func steps(_ points: Double) -> Int {
    Int(min(points / step - 1e-6, 100_000).rounded(.up))
  }

  /// A change to less room, by steps of size and parts of the room for tracking and leading.
  private func adjustment(sizeSteps: Int, tracking: Int, leading: Int) -> TextAdjustment {
    var adjustment = TextAdjustment(copyfit)
    if let range = copyfit.tracking {
      adjustment.tracking = range.lowerBound * Double(tracking) / Double(Self.levels)
    }
    if let range = copyfit.leading, look.leading > 0 {
      let room = max(0, look.leading - range.lowerBound)
      adjustment.leading = 1 - room * Double(leading) / Double(Self.levels) / look.leading
    }
    return with(adjustment, sizeSteps: sizeSteps)
  }

  private func with(_ adjustment: TextAdjustment, sizeSteps: Int) -> TextAdjustment {
    guard sizeSteps != 0, let range = copyfit.size, look.size > 0 else { return adjustment }
    var copy = adjustment
    copy.size = range.clamp(look.size - Double(sizeSteps) * Self.step) / look.size
    return copy
  }

  /// How visible a change is.
  private func cost(_ adjustment: TextAdjustment) -> Double {
    let tracking = adjustment.tracking / 10
    let leading = (1 - adjustment.leading) * 100 / 4
    let size = (1 - adjustment.size) * 100
    return tracking * tracking + leading * leading + 2 * size * size
  }

  // MARK: Growing

  /// The largest text that still fits; after the size the leading grows, the tracking never.
  private func grown(
    _ none: TextAdjustment, _ fits: (TextAdjustment) throws(Diagnostic) -> Bool
  ) throws(Diagnostic) -> TextAdjustment {
    var best = none
    if let range = copyfit.size, range.upperBound > look.size {
      let steps = Self.steps(range.upperBound - look.size)
      best = try largest(steps, fits) { with(none, sizeSteps: -$0) } ?? best
    }
    if let range = copyfit.leading, range.upperBound > look.leading, look.leading > 0 {
      let steps = Self.steps(range.upperBound - look.leading)
      let size = best
      best =
        try largest(steps, fits) { step in
          var grown = size
          grown.leading = range.clamp(look.leading + Double(step) * Self.step) / look.leading
          return grown
        } ?? best
    }
    return best
  }

  /// The last of so many steps upward that fits; nil where the first does not.
  private func largest(
    _ steps: Int, _ fits: (TextAdjustment) throws(Diagnostic) -> Bool,
    _ adjustment: (Int) -> TextAdjustment
  ) throws(Diagnostic) -> TextAdjustment? {
    var (low, high) = (0, steps)
    while low < high {
      let middle = (low + high + 1) / 2
      if try fits(adjustment(middle)) { low = middle } else { high = middle - 1 }
    }
    return low > 0 ? adjustment(low) : nil
  }
}

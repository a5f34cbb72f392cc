import Design

/// Where something stands on the baseline grid of its page.
///
/// The grid's lines run from the top margin down at equal steps, on all pages and over all columns,
/// so that lines on it are level with each other wherever they stand side by side.
package struct BaselineGrid: Sendable, Hashable {
  /// What rounding may add up to, in points.
  private static let tolerance = 0.001

  /// The distance of the grid's lines in points.
  package var step: Double
  /// How far below a line of the grid the place is, in points; from 0 to less than a step.
  package private(set) var offset: Double

  /// The grid as it is so many points below one of its lines; nil where a page has none.
  package init?(step: Double, below distance: Double) {
    guard step.isFinite, step > 0.1, distance.isFinite else { return nil }
    self.step = step
    offset = distance - (distance / step).rounded(.down) * step
  }

  /// The grid at a height of a page, in points from its top edge.
  init?(of page: PageGeometry, at y: Double) {
    self.init(step: page.baseline, below: y - page.marginTop)
  }

  /// The grid as it is further down.
  func below(_ distance: Double) -> BaselineGrid? {
    BaselineGrid(step: step, below: offset + distance)
  }

  /// The room that brings what is `distance` below this place down to the next line.
  func room(before distance: Double) -> Double {
    let rest = BaselineGrid(step: step, below: offset + distance)?.offset ?? 0
    return rest < Self.tolerance || step - rest < Self.tolerance ? 0 : step - rest
  }

  /// The distance of lines with such a leading: the multiple of the step that holds it.
  ///
  /// A leading that goes into the step a whole number of times keeps to it: every second line, say,
  /// is then on the grid.
  func pitch(forLeading leading: Double) -> Double {
    Self.isMultiple(step, of: leading)
      ? leading : max(1, ((leading - Region.tolerance) / step).rounded(.up)) * step
  }

  /// Whether lines of a leading stay on a grid without more room between them.
  static func suits(leading: Double, step: Double) -> Bool {
    isMultiple(step, of: leading) || isMultiple(leading, of: step)
  }

  private static func isMultiple(_ a: Double, of b: Double) -> Bool {
    guard a > 0, b > 0 else { return false }
    let count = (a / b).rounded()
    return count >= 1 && abs(count * b - a) <= Region.tolerance
  }
}

extension Fragment {
  /// The step of the grid on which some text in the fragment stands; nil where none does.
  var gridStepInside: Double? {
    if let gridStep { return gridStep }
    for child in children {
      if let step = child.fragment.gridStepInside { return step }
    }
    return nil
  }

  /// How far of a way down the fragment can go: text on a baseline grid moves by whole steps.
  func following(_ shift: Double, roundedUp: Bool = false) -> Double {
    guard shift > 0, let step = gridStepInside else { return shift }
    let steps = (shift / step).rounded()
    if abs(steps * step - shift) <= Region.tolerance { return steps * step }
    return (shift / step).rounded(roundedUp ? .up : .down) * step
  }
}

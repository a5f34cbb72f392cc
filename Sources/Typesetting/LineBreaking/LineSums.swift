/// Running sums over a text, in points: what its pieces measure and how far they give.
struct LineSums {
  let elasticity: Elasticity
  private(set) var natural = 0.0
  /// The widths of the spaces alone.
  private(set) var spaces = 0.0
  private(set) var stretch = 0.0
  private(set) var shrink = 0.0

  init(elasticity: Elasticity) { self.elasticity = elasticity }

  mutating func add(space width: Double) {
    natural += width
    spaces += width
    stretch += width * Elasticity.spaceStretch
    shrink += width * Elasticity.spaceShrink
  }

  mutating func add(letters: Int, width: Double, _ look: RunAttributes) {
    natural += width
    let sizes = Double(letters) * look.size
    let scaling = (width - Double(letters) * look.tracking) * elasticity.glyphScaling
    stretch += sizes * elasticity.letterStretch + scaling
    shrink += sizes * elasticity.letterShrink + scaling
  }

  /// The sums at a line's end, where the room after the last glyph does not count.
  func atLineEnd(_ look: RunAttributes) -> LineSums {
    var sums = self
    sums.natural -= look.tracking
    sums.stretch -= look.size * elasticity.letterStretch
    sums.shrink -= look.size * elasticity.letterShrink
    return sums
  }

  /// The sums with the measure so much longer, or shorter where negative.
  func adding(natural width: Double) -> LineSums {
    var sums = self
    sums.natural += width
    return sums
  }
}

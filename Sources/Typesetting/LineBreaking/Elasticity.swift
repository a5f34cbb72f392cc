/// How far the parts of a justified line may give at adjustment ratio 1 or −1.
///
/// Spaces give most. Letters give so little that nobody sees it, but there are many of them: that
/// is what keeps the spaces of narrow columns even.
struct Elasticity {
  /// Shares of a space's width.
  var spaceStretch: Double
  var spaceShrink: Double
  /// Shares of the em, after each letter.
  var letterStretch: Double
  var letterShrink: Double

  static let standard = Elasticity(
    spaceStretch: 0.5, spaceShrink: 0.3, letterStretch: 0.016, letterShrink: 0.012)
}

/// What a justified line adds to its spaces and letters.
struct Adjustment {
  /// The ratio of the spaces, which may be above 1, and that of the letters, which is not.
  var spaces = 0.0
  var letters = 0.0

  static let none = Adjustment()

  /// What brings a line to its measure, with so much room to fill (or to save, where negative).
  init(
    room: Double, spaces: (stretch: Double, shrink: Double),
    letters: (stretch: Double, shrink: Double)
  ) {
    if room < 0 {
      let shrink = spaces.shrink + letters.shrink
      let ratio = shrink > 0 ? max(-1, room / shrink) : 0
      (self.spaces, self.letters) = (ratio, ratio)
    } else if spaces.stretch > 0 {
      self.letters = min(1, room / (spaces.stretch + letters.stretch))
      self.spaces = (room - self.letters * letters.stretch) / spaces.stretch
    }
  }

  private init() {}

  /// The room that a space of this width takes in addition, in points.
  func room(forSpace width: Double) -> Double {
    let elasticity = Elasticity.standard
    return spaces * width * (spaces < 0 ? elasticity.spaceShrink : elasticity.spaceStretch)
  }

  /// The room that a letter of this size takes in addition, in points.
  func room(forLetterOfSize size: Double) -> Double {
    let elasticity = Elasticity.standard
    return letters * size * (letters < 0 ? elasticity.letterShrink : elasticity.letterStretch)
  }
}

import Design

/// How far the parts of a justified line may give at adjustment ratio 1 or −1.
///
/// Spaces give most. Where a style allows it letters give so little that nobody sees it, but there
/// are many of them: that is what keeps the spaces of narrow columns even.
struct Elasticity {
  /// Shares of a space's width.
  static let spaceStretch = 0.5
  static let spaceShrink = 1.0 / 3
  /// Shares of the em, after each letter.
  let letterStretch: Double
  let letterShrink: Double
  /// The share of their width by which glyphs are drawn wider or narrower.
  let glyphScaling: Double

  /// The part of the spaces in all that a line of ordinary words can stretch: to a space of a quarter
  /// em there are about six letters of half an em each.
  var spaceShare: Double {
    let spaces = 0.25 * Self.spaceStretch
    return spaces / (spaces + 6 * letterStretch + 3 * glyphScaling)
  }

  /// Letters seen too close are noticed sooner than letters apart.
  init(_ rules: LineRules) {
    letterStretch = rules.letterSpacing
    letterShrink = 0.75 * rules.letterSpacing
    glyphScaling = rules.glyphScaling
  }
}

/// What a justified line adds to its spaces, letters and glyphs.
struct Adjustment {
  /// What a line consists of that can give, in points.
  struct Material {
    /// The widths of its spaces and of its other glyphs, and the sizes of the letters that can be
    /// moved apart.
    var spaces = 0.0
    var glyphs = 0.0
    var letters = 0.0
  }

  /// Glyphs are scaled in steps, as by pdfTeX, so that a document needs few sizes of a face.
  private static let scaleStep = 0.005

  private let elasticity: Elasticity
  /// The ratio of the spaces, which may be above 1, and that of the letters, which is not.
  private(set) var spaces = 0.0
  private(set) var letters = 0.0
  /// The factor by which glyphs are drawn wider.
  private(set) var scale = 1.0

  /// What leaves a line as it is.
  init(none elasticity: Elasticity) { self.elasticity = elasticity }

  /// What brings a line to its measure, with so much room to fill (or to save, where negative).
  init(toFill room: Double, of material: Material, _ elasticity: Elasticity) {
    self.elasticity = elasticity
    var room = room
    let limit = elasticity.glyphScaling
    let glyphs = material.glyphs * limit
    let shrink =
      material.spaces * Elasticity.spaceShrink + material.letters * elasticity.letterShrink
    let spaceStretch = material.spaces * Elasticity.spaceStretch
    let letterStretch = material.letters * elasticity.letterStretch
    if room < 0 {
      let ratio = shrink + glyphs > 0 ? max(-1, room / (shrink + glyphs)) : 0
      // Up to the next step: what glyphs save too much, spaces can take.
      let share = min(limit, (-ratio * limit / Self.scaleStep).rounded(.up) * Self.scaleStep)
      scale = 1 - share
      room += share * material.glyphs
    } else if spaceStretch > 0, limit > 0 {
      let ratio = min(1, room / (spaceStretch + letterStretch + glyphs))
      // Down to the step before: the spaces take the rest.
      let share =
        ratio < 1 ? (ratio * limit / Self.scaleStep).rounded(.down) * Self.scaleStep : limit
      scale = 1 + share
      room -= share * material.glyphs
    }
    if room < 0 {
      let ratio = shrink > 0 ? max(-1, room / shrink) : 0
      (spaces, letters) = (ratio, ratio)
    } else if spaceStretch > 0 {
      letters = min(1, room / (spaceStretch + letterStretch))
      spaces = (room - letters * letterStretch) / spaceStretch
    }
  }

  /// The room that a space of this width takes in addition, in points.
  func room(forSpace width: Double) -> Double {
    spaces * width * (spaces < 0 ? Elasticity.spaceShrink : Elasticity.spaceStretch)
  }

  /// The room that a letter of this size takes in addition, in points.
  func room(forLetterOfSize size: Double) -> Double {
    letters * size * (letters < 0 ? elasticity.letterShrink : elasticity.letterStretch)
  }
}

/// What the lines of a justified paragraph cost; total fit finds those that cost least together.
///
/// TeX's demerits grow with the sixth power of a line's stretch. Where a column is too narrow for the
/// words, as it mostly is in German, that makes all lines about as loose as the loosest has to be.
/// Here a line may go wrong for good, so that the others need not. The figures were found by search
/// over the texts of the benchmark, and `make bench` shows what each is good for.
///
/// A cost of 1 is about that of a line whose spaces are half as wide again as the natural one (ratio
/// 1) and still not called loose.
package struct JustificationCosts: Sendable, Hashable {
  /// At ratio −1, where spaces are as narrow as they may be, and at ratio 1; between they go with the
  /// square.
  package var shrunk = 0.3
  package var stretched = 0.8
  /// What a loose line costs at once: one of a ratio above 1.
  package var loose = 4.0
  /// A line looser than this is spoilt already: its cost only grows in proportion, by so great a
  /// part of the slope that it would have.
  package var spoiltRatio = 2.0
  package var spoiltSlope = 0.4
  /// What the square of the ratio beyond `spoiltRatio` costs in addition, by the share of letters and
  /// glyphs in all that gives.
  ///
  /// Where they give, few lines have to be loose, and none needs to be spoilt for the others. Where
  /// only spaces give, this would make more lines loose than it makes better.
  package var spoiltRise = 2.0
  /// The price of an inserted hyphen in a measure of one em; it falls as the measure grows.
  ///
  /// In a narrow column lines are so loose that a hyphen would always pay; the less so, the more
  /// letters and glyphs give beside the spaces.
  package var hyphen = 66.0
  /// How much of the difference between good and bad places to divide a word counts.
  package var divisionShare = 0.3
  /// Each further line in a row that ends in a hyphen.
  package var hyphensInARow = 0.8
  /// A last line but one that ends in an inserted hyphen: about what a line costs whose spaces are
  /// three times too wide.
  package var finalHyphen = 5.0
  /// Neighbours of which one is tight and the other loose.
  package var contrast = 0.3
  /// A last line that takes less than `shortLastLineShare` of its room.
  package var shortLastLine = 1.0
  /// The first attempt considers no looser lines, the second adds the style's emergency stretch to
  /// that of each line, the last takes what there is.
  package var tolerance = 4.0

  /// The share of its room that a last line of a justified paragraph should take.
  static let shortLastLineShare = 0.12

  package init() {}

  /// The cost of a line at an adjustment ratio, where spaces make up this share of all that gives.
  func line(_ ratio: Double, spaceShare: Double) -> Double {
    if ratio <= 0 { return shrunk * ratio * ratio }
    if ratio <= 1 { return stretched * ratio * ratio }
    let sound = min(ratio, spoiltRatio)
    let beyond = ratio - sound
    let growth = (sound * sound - 1) / 2 + beyond * sound * spoiltSlope
    return stretched + loose + growth + beyond * beyond * spoiltRise * (1 - spaceShare)
  }

  /// The price of an inserted hyphen in a measure of so many ems, where spaces make up this share of
  /// all that gives.
  func hyphen(inEms measure: Double, spaceShare: Double) -> Double {
    hyphen / measure * spaceShare
  }

  /// The cost of ending a line at a place with this penalty, when a hyphen has this price.
  ///
  /// An ordinary division has TeX's penalty of 50; that is what the others are measured by.
  func place(_ penalty: Double, insertsHyphen: Bool, price: Double) -> Double {
    let share = penalty / Self.ordinaryPenalty
    return price * (insertsHyphen ? 1 + divisionShare * (share - 1) : share)
  }

  private static let ordinaryPenalty = 50.0
}

/// How far the lines of a paragraph may go to fill their measure well.
package struct LineRules: Sendable, Hashable {
  /// The most lines in a row that end in a hyphen.
  package var maximumHyphens: Int
  /// The fewest letters before and after a division; nil leaves it to the language.
  package var hyphenPrefix: Int?
  package var hyphenSuffix: Int?
  /// What each line of a paragraph without tolerable lines may stretch in addition, as a share of
  /// the measure: TeX's `\emergencystretch`, of which 3 em are customary, a tenth of a full line.
  ///
  /// Less keeps the loosest lines tighter, but makes more of them loose.
  package var emergencyStretch: Double
  /// Punctuation and hyphens hang out of the measure by a part of their width.
  package var opticalMargins: Bool
  /// How much wider or narrower the glyphs of a line may be drawn, as a share of their width.
  package var glyphScaling: Double
  /// How far the letters of a line may be moved apart, as a share of the em; they may be moved
  /// together by three quarters of it.
  package var letterSpacing: Double

  package init() {
    maximumHyphens = 2
    emergencyStretch = 0.03
    opticalMargins = false
    glyphScaling = 0
    letterSpacing = 0
  }
}

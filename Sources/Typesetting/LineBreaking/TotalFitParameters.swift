import Design

extension TotalFit {
  /// What decides which lines are good; with `BreakPenalties`, all that can be tuned.
  struct Parameters {
    /// Points.
    var width: Double
    /// The first lines that are shorter than `width`, and by how much in points.
    var narrowedLines = 0
    var narrowing = 0.0
    /// Spaces stretch and shrink; otherwise the line's end is ragged.
    var isJustified: Bool
    /// What a justified line costs, and an inserted hyphen in it.
    var costs = JustificationCosts()
    var hyphenPrice = 0.0
    /// The part of the spaces in all that gives.
    var spaceShare = 1.0
    /// How much a ragged line may fall short at ratio 1, in points.
    var raggedStretch = 0.0
    /// What every line is taken to stretch in addition, in points.
    var emergencyStretch = 0.0
    /// Lines stretched more are not considered.
    var tolerance = 1.0
    /// The last attempt: there is always an answer, if not a good one.
    var isLastResort = false
    var linePenalty = 10.0
    /// Added to the penalty of each inserted hyphen.
    var hyphenPenalty = 0.0
    /// Nothing forces two hyphens in a row on an uneven edge.
    var doubleHyphenDemerits = 200_000.0
    /// What a ragged paragraph's last line costs that is next to nothing: as much as the line before it
    /// at ratio 1.5, where it gave up a word for it.
    var leftOverDemerits = 120_000.0
    var maximumHyphens = 2
    /// The fewest characters on a last line.
    var minimumLastLine = 5

    /// How a style wants its lines in their room, before any attempt.
    ///
    /// In ragged text a line at ratio 1 falls short by a tenth of the width and an em.
    init(_ style: TextStyle, _ measure: LineMeasure, costs: JustificationCosts) {
      width = measure.width
      narrowedLines = measure.narrowedLines
      narrowing = measure.narrowing
      isJustified = style.alignment == .justify
      raggedStretch = max(1, 0.1 * width + style.size)
      self.costs = costs
      spaceShare = Elasticity(style.lineRules).spaceShare
      hyphenPrice = costs.hyphen(inEms: max(1, width) / style.size, spaceShare: spaceShare)
      hyphenPenalty = 200
      maximumHyphens = style.lineRules.maximumHyphens
    }

    /// The width of a line, counted from 0, in points.
    func width(ofLine line: Int) -> Double { line < narrowedLines ? width - narrowing : width }

    /// What a last line of this length in ragged text costs, where it has so much room: the shorter,
    /// the more.
    ///
    /// It looks left over where it is shorter than a fifth of the room; a word that stands alone does
    /// up to two fifths.
    func leftOver(_ length: Double, of width: Double, isOneWord: Bool) -> Double {
      let enough = (isOneWord ? 0.4 : 0.2) * width
      let share = min(1, length / max(1, enough))
      return leftOverDemerits * (1 - share * share)
    }

    /// The same for one attempt.
    func trying(_ attempt: Attempt, of style: TextStyle) -> Parameters {
      var parameters = self
      parameters.tolerance = attempt.tolerance
      parameters.isLastResort = attempt.effort == .lastResort
      parameters.emergencyStretch =
        attempt.isEmergency ? style.lineRules.emergencyStretch * width : 0
      return parameters
    }
  }

  /// One of the ways to break a paragraph, each going further than the one before.
  struct Attempt {
    var effort: MeasuredText.Effort
    /// The largest adjustment ratio.
    var tolerance: Double
    /// Every line is taken to stretch by the style's emergency stretch in addition (TeX's third pass):
    /// what no tolerable lines are found for is then set with evenly loose ones, in place of good lines
    /// and a terrible one.
    var isEmergency = false
  }

  /// The attempts for a style; the last one always succeeds.
  static func attempts(for style: TextStyle, costs: JustificationCosts) -> [Attempt] {
    let last = Attempt(effort: .lastResort, tolerance: .infinity, isEmergency: true)
    let hasEmergency = style.lineRules.emergencyStretch > 0
    if style.alignment == .justify {
      // Hyphens have a price of their own here, and need no attempt without them.
      var attempts = [Attempt(effort: .hyphenated, tolerance: costs.tolerance)]
      if hasEmergency {
        attempts.append(
          Attempt(effort: .hyphenated, tolerance: costs.tolerance, isEmergency: true))
      }
      return attempts + [last]
    }
    var attempts = [
      Attempt(effort: .plain, tolerance: 1.6), Attempt(effort: .hyphenated, tolerance: 2),
    ]
    if hasEmergency {
      attempts.append(Attempt(effort: .hyphenated, tolerance: 2, isEmergency: true))
    }
    return attempts + [last]
  }
}

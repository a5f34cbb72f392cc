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
    /// How much a ragged line may fall short at ratio 1, in points.
    var raggedStretch = 0.0
    /// What every line may stretch in addition, in points.
    var emergencyStretch = 0.0
    /// Lines stretched more are not considered.
    var tolerance = 1.0
    /// The last attempt: there is always an answer, if not a good one.
    var isLastResort = false
    var linePenalty = 10.0
    /// Added to the penalty of each inserted hyphen.
    var hyphenPenalty = 0.0
    var adjacentFitnessDemerits = 3_000.0
    var doubleHyphenDemerits = 8_000.0
    var maximumHyphens = 2
    /// The fewest characters on a last line.
    var minimumLastLine = 5

    /// How a style wants its lines in their room, before any attempt.
    ///
    /// In ragged text a line at ratio 1 falls short by a tenth of the width and an em.
    init(_ style: TextStyle, _ measure: LineMeasure) {
      width = measure.width
      narrowedLines = measure.narrowedLines
      narrowing = measure.narrowing
      isJustified = style.alignment == .justify
      raggedStretch = max(1, 0.1 * width + style.size)
      hyphenPenalty = isJustified ? 0 : 200
      // Nothing forces two hyphens in a row on an uneven edge.
      if !isJustified { doubleHyphenDemerits = 200_000 }
      maximumHyphens = style.lineRules.maximumHyphens
    }

    /// The width of a line, counted from 0, in points.
    func width(ofLine line: Int) -> Double { line < narrowedLines ? width - narrowing : width }

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
    /// Every line may stretch by the style's emergency stretch, so that looseness is spread over a
    /// paragraph in place of one terrible line (TeX's third pass).
    var isEmergency = false
  }

  /// The attempts for a style; the last one always succeeds.
  static func attempts(for style: TextStyle) -> [Attempt] {
    let isJustified = style.alignment == .justify
    var attempts = [
      Attempt(effort: .plain, tolerance: isJustified ? 1 : 1.6),
      Attempt(effort: .hyphenated, tolerance: isJustified ? 1.6 : 2),
    ]
    if style.lineRules.emergencyStretch > 0 {
      attempts.append(
        Attempt(effort: .hyphenated, tolerance: isJustified ? 1.6 : 2, isEmergency: true))
    }
    attempts.append(Attempt(effort: .lastResort, tolerance: .infinity, isEmergency: true))
    return attempts
  }
}

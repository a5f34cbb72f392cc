/// What the figures say for total fit, and what they say against it.
extension LineBreakingReport {
  // MARK: - Claim

  /// Whether total fit with plain style has fewer loose lines than every other way that was measured,
  /// and no more hyphens than those that are not exempt, at each measure in each language.
  var claimHolds: Bool { claimHolds(over: "") }

  /// The same over the ways whose names begin so; what was not measured is no proof.
  func claimHolds(over prefix: String) -> Bool {
    guard let ours = result.rows.first else { return false }
    let others = result.rows.filter {
      !$0.name.hasPrefix("total fit") && $0.name.hasPrefix(prefix)
    }
    return !others.isEmpty
      && Measure.all.allSatisfy { measure in
        guard let own = ours.statistics[measure] else { return false }
        return own.ladders == 0 && own.shortLastLines == 0
          && others.allSatisfy { Self.beats(ours, $0, at: measure) }
      }
  }

  private static func beats(
    _ ours: LineBreakingBenchmark.Row, _ other: LineBreakingBenchmark.Row, at measure: Measure
  ) -> Bool {
    guard let own = ours.statistics[measure], let found = other.statistics[measure] else {
      return false
    }
    return own.loosePercent < found.loosePercent
      && (isExempt(other) || own.hyphenatedPercent <= found.hyphenatedPercent)
  }

  /// Whether the clause on hyphens does not bind us against a way to break lines: the variants of
  /// first fit, whose rules are not ours.
  private static func isExempt(_ row: LineBreakingBenchmark.Row) -> Bool {
    row.name.hasPrefix("first fit, ")
  }

  // MARK: - Words

  /// The result, for and against.
  var verdict: String {
    let others = result.typst.map { "first fit and Typst \($0)" } ?? "first fit"
    let absence =
      result.typst == nil ? " Typst was **not measured**: nothing is claimed over it." : ""
    guard claimHolds else {
      return "Total fit does **not** have the fewest loose lines with no more hyphens everywhere "
        + "(against \(others)).\(absence)\(price)\(refinedHyphens)"
    }
    return "Total fit has the fewest loose lines at each measure in both languages, with no more "
      + "hyphens than \(others), no ladder and no short last line.\(absence)\(price)"
      + "\(refinedHyphens)\n\n\(exemptions)"
  }

  /// Who is exempt from the clause on hyphens, and why.
  private var exemptions: String {
    let names = result.rows.filter(Self.isExempt).map { "“\($0.name)”" }
    return "Exempt from the clause on hyphens, not from that on loose lines, are "
      + "\(names.joined(separator: " and ")): the one may end all lines in hyphens, so that having no "
      + "more says nothing; the other fills its lines with fewer letters and so comes to fewer "
      + "words that could be divided, at the price of the most loose lines."
  }

  /// What the fewer loose lines and hyphens cost against Typst: wider and less even spaces in others.
  private var price: String {
    guard let typst = result.rows.first(where: { $0.name.hasPrefix("Typst") }),
      result.rows.count > 1
    else { return "" }
    let all = Measure.all.count
    func count(_ row: Int, _ figure: (LineStatistics) -> Double) -> String {
      let wider = Measure.all.count { measure in
        guard let own = result.rows[row].statistics[measure],
          let other = typst.statistics[measure]
        else { return false }
        return figure(own) > figure(other)
      }
      return "\(wider) of \(all)"
    }
    return " Against Typst, which takes more hyphens and more than two in a row, there is a price "
      + "in plain style: the mean space is wider at \(count(0, \.meanRatio)) measures, its deviation "
      + "at \(count(0, \.deviation)), and the loosest lines (95 %) are looser at "
      + "\(count(0, \.percentile95)). Where letters and glyphs give, it is "
      + "\(count(1, \.meanRatio)), \(count(1, \.deviation)) and \(count(1, \.percentile95))."
  }

  /// Where the row in which letters and glyphs give has more hyphens than first fit.
  private var refinedHyphens: String {
    guard let first = result.rows.first(where: { $0.name == "first fit" }), result.rows.count > 1
    else { return "" }
    let more = Measure.all.compactMap { measure -> String? in
      guard let own = result.rows[1].statistics[measure]?.hyphenatedPercent,
        let other = first.statistics[measure]?.hyphenatedPercent, own > other
      else { return nil }
      return "\(measure.name) (\(Decimals.text(own, 1)) % against \(Decimals.text(other, 1)) %)"
    }
    return " The row with letters ±2 % has more hyphens than first fit "
      + (more.isEmpty ? "at none of the measures." : "at \(more.joined(separator: ", ")).")
  }

  /// How the costs were found, and the texts that had no part in it.
  var search: String {
    guard let heldOut, let ours = heldOut.rows.first else {
      return result.texts.areSearched
        ? "The costs were found by a search over these very texts.\n\n"
        : "The costs were found by a search over other texts: these had no part in it.\n\n"
    }
    var text = """
      ## Held-out texts

      The costs were found by a search over the texts above, which therefore flatter them. Here are \
      \(heldOut.texts.name), measured in the same run: loose lines / hyphenated lines / space of the \
      95th percentile.


      """
    text += table(of: heldOut.rows) + "\n"
    for other in heldOut.rows.dropFirst(2) where !Self.isExempt(other) {
      let count = Measure.all.count { Self.beats(ours, other, at: $0) }
      text +=
        "Fewer loose lines than \(other.name), and no more hyphens: at \(count) of "
        + "\(Measure.all.count) measures. "
    }
    return text + "\n\n"
  }
}

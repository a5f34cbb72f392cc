import Foundation
import SourceFiles

/// The comparison in words and tables: Markdown, readable as it is, and JSON.
struct LineBreakingReport {
  let result: LineBreakingBenchmark.Result
  /// ISO 8601.
  let date: String

  // MARK: - JSON

  var json: JSONValue {
    var rows: [JSONValue] = []
    for (kind, list) in [("comparison", result.rows), ("step", result.steps)] {
      for row in list {
        for measure in Measure.all {
          guard let statistics = row.statistics[measure] else { continue }
          rows.append(
            .object([
              "kind": .string(kind), "engine": .string(row.name),
              "language": .string(measure.language), "millimetres": .integer(measure.millimetres),
              "figures": statistics.json,
            ]))
        }
      }
    }
    return .object([
      "date": .string(date), "texts": .string(result.texts.name), "face": .string(result.face),
      "size_points": .number(Decimals.text(BenchmarkSetter.size, 1)),
      "natural_space_points": .number(Decimals.text(result.naturalSpace, 3)),
      "typst": result.typst.map { .string($0) } ?? .null,
      "reading_difference": result.readingDifference.map { .number(Decimals.text($0, 5)) } ?? .null,
      "claim_holds": .boolean(claimHolds), "rows": .array(rows),
    ])
  }

  // MARK: - Claim

  /// Whether total fit with plain style has fewer loose lines than every other way, and no more
  /// hyphens than those that are not exempt, at each measure in each language.
  var claimHolds: Bool {
    guard let ours = result.rows.first else { return false }
    let others = result.rows.filter { !$0.name.hasPrefix("total fit") }
    return Measure.all.allSatisfy { measure in
      guard let own = ours.statistics[measure] else { return false }
      return own.ladders == 0 && own.shortLastLines == 0
        && others.allSatisfy { other in
          guard let found = other.statistics[measure] else { return false }
          return own.loosePercent < found.loosePercent
            && (Self.isExempt(other) || own.hyphenatedPercent <= found.hyphenatedPercent)
        }
    }
  }

  /// Whether the clause on hyphens does not bind us against a way to break lines: the variants of
  /// first fit, whose rules are not ours.
  private static func isExempt(_ row: LineBreakingBenchmark.Row) -> Bool {
    row.name.hasPrefix("first fit, ")
  }

  // MARK: - Markdown

  /// The whole report.
  var markdown: String {
    var text = """
      # Line breaking, measured

      Made by `make bench`; every figure comes from a run of it. \(date), \(machine).

      \(method)

      ## Comparison

      """
    for measure in Measure.all {
      let language = measure.language == "de" ? "German" : "English"
      text += "\n### \(language), \(measure.millimetres) mm\n\n" + table(result.rows, measure)
    }
    text += "\n" + verdict + "\n\n## What each part of the costs is good for\n\n"
    text += """
      Total fit once more, each time with one part of `JustificationCosts` taken away:
      loose lines / hyphenated lines / space of the 95th percentile.


      """
    return text + steps
  }

  private var machine: String {
    #if arch(x86_64)
      let architecture = "x86-64"
    #elseif arch(arm64)
      let architecture = "ARM64"
    #else
      let architecture = "another architecture"
    #endif
    let cores = ProcessInfo.processInfo.processorCount
    return "on Linux, \(architecture), \(cores) cores (no figure depends on the machine)"
  }

  private var method: String {
    let words = ["de", "en"].map { "\(result.texts.words(in: $0)) words in \($0)" }
    let paragraphs = result.texts.paragraphs["de"]?.count ?? 0
    let reading =
      result.readingDifference.map {
        "Our own PDFs at 60 mm, read in the same way, differ from our display list by at most "
          + "\(Decimals.text(100 * $0, 2)) % in any figure."
      } ?? ""
    let typst =
      result.typst.map {
        "Typst \($0) from PyPI with `justify: true, linebreaks: \"optimized\"`, `hyphenate: true`, "
          + "`lang` and `region`, the same font file, and its own dictionaries; measured from the "
          + "glyphs in its PDF. \(reading)"
      } ?? "Typst was not measured: it could not be installed from PyPI."
    return """
      - **Texts:** \(result.texts.name), \(paragraphs) paragraphs a language, \
      \(words.joined(separator: ", ")). One face and size for all: \(result.face), \
      \(Decimals.text(BenchmarkSetter.size, 0)) pt, whose space is \
      \(Decimals.text(result.naturalSpace, 2)) pt wide. No indent.
      - **Loose:** justified lines whose average word space is over \
      \(Decimals.text(LineStatistics.looseRatio, 1)) × the face's, or that have no space and do not \
      reach the edge, among all justified lines (last lines of paragraphs are none).
      - **Hyphens:** lines that end in a hyphen that breaking added, among all lines; written hyphens \
      do not count. **Ladders:** runs of more than two such lines. **Short:** last lines with fewer \
      than \(LineStatistics.fewestLetters) letters.
      - **Space:** the average word space of a justified line in natural spaces: mean, 95th \
      percentile, standard deviation. A space is measured from the end of the glyph before it to the \
      origin of the one behind.
      - **Total fit:** the program's own, plain: only spaces give. The second row also lets letters \
      and glyphs give by 2 % and hangs punctuation out of the edges.
      - **First fit:** line by line, each as full as it gets; places, dictionaries and minima of words \
      are those of total fit, spaces shrink to 2/3, and two lines in a row may end in a hyphen. Two \
      variants drop the limit of hyphens, and the shrinking.
      - **Typst:** \(typst)
      """
  }

  private func table(_ rows: [LineBreakingBenchmark.Row], _ measure: Measure) -> String {
    var text =
      "| | lines | loose | hyphens | ladders | short | space | 95 % | dev. |\n"
      + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    for row in rows {
      guard let found = row.statistics[measure] else { continue }
      let cells = [
        row.name, String(found.lines), "\(Decimals.text(found.loosePercent, 1)) %",
        "\(Decimals.text(found.hyphenatedPercent, 1)) %", String(found.ladders),
        String(found.shortLastLines), Decimals.text(found.meanRatio, 2),
        Decimals.text(found.percentile95, 2), Decimals.text(found.deviation, 2),
      ]
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }

  /// The result in one sentence.
  var verdict: String {
    let others = result.typst.map { "first fit and Typst \($0)" } ?? "first fit"
    return claimHolds
      ? "Total fit has the fewest loose lines at each measure in both languages, with no more "
        + "hyphens than \(others), no ladder and no short last line.\(price)\n\n\(exemptions)"
      : "Total fit does **not** have the fewest loose lines with no more hyphens everywhere "
        + "(against \(others))."
  }

  /// Who is exempt from the clause on hyphens, and why.
  private var exemptions: String {
    let names = result.rows.filter(Self.isExempt).map { "“\($0.name)”" }
    return "Exempt from the clause on hyphens, not from that on loose lines, are "
      + "\(names.joined(separator: " and ")): the one may end all lines in hyphens, so that having no "
      + "more says nothing; the other fills its lines with fewer letters and so comes to fewer "
      + "words that could be divided, at the price of the most loose lines."
  }

  /// What the fewer hyphens cost, where they do: the few lines that are let go.
  private var price: String {
    guard let typst = result.rows.first(where: { $0.name.hasPrefix("Typst") }) else { return "" }
    func looser(_ row: LineBreakingBenchmark.Row) -> String {
      let count = Measure.all.count { measure in
        (row.statistics[measure]?.percentile95 ?? 0)
          > (typst.statistics[measure]?.percentile95 ?? 0)
      }
      return "at \(count) of \(Measure.all.count)"
    }
    let ours = result.rows.prefix(2).map(looser)
    guard ours.count == 2 else { return "" }
    return
      " The loosest lines (95 %) are looser than Typst's, which takes more hyphens and more than "
      + "two in a row, \(ours[0]) measures in plain style, and \(ours[1]) where letters and glyphs "
      + "give."
  }

  private var steps: String {
    var text = "| | \(Measure.all.map(\.name).joined(separator: " | ")) |\n"
    text += "| --- |\(String(repeating: " ---: |", count: Measure.all.count))\n"
    for row in result.rows.prefix(2) + result.steps {
      let cells = Measure.all.map { measure in
        row.statistics[measure].map {
          "\(Decimals.text($0.loosePercent, 1)) / \(Decimals.text($0.hyphenatedPercent, 1)) / "
            + Decimals.text($0.percentile95, 1)
        } ?? ""
      }
      text += "| \(row.name) | \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }
}

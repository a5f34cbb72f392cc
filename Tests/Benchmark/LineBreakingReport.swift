import Foundation
import SourceFiles

/// The comparison in words and tables: Markdown, readable as it is, and JSON.
struct LineBreakingReport {
  let result: LineBreakingBenchmark.Result
  /// The same for texts of our own, where the costs were found by a search over the others.
  let heldOut: LineBreakingBenchmark.Result?
  /// The line that makes this report.
  let command: String
  /// ISO 8601.
  let date: String

  // MARK: - JSON

  var json: JSONValue {
    var rows: [JSONValue] = []
    let lists = [
      ("comparison", result.rows), ("step", result.steps), ("held_out", heldOut?.rows ?? []),
    ]
    for (kind, list) in lists {
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
    let versions = result.versions.map {
      JSONValue.Member($0.name, .string($0.version))
    }
    let claimOverTypst: JSONValue =
      result.typst == nil ? .null : .boolean(claimHolds(over: "Typst"))
    return .object([
      "date": .string(date), "texts": .string(result.texts.name), "face": .string(result.face),
      "size_points": .number(Decimals.text(BenchmarkSetter.size, 1)),
      "natural_space_points": .number(Decimals.text(result.naturalSpace, 3)),
      "typst": result.typst.map { .string($0) } ?? .null,
      "reading_difference": result.readingDifference.map { .number(Decimals.text($0, 5)) } ?? .null,
      // What was not measured is not claimed.
      "claim_over_first_fit_holds": .boolean(claimHolds(over: "first fit")),
      "claim_over_typst_holds": claimOverTypst, "versions": .object(versions),
      "rows": .array(rows),
    ])
  }

  // MARK: - Markdown

  /// The whole report.
  var markdown: String {
    var text = """
      # Line breaking, measured

      Made by `make bench`; every figure comes from a run of it. \(date), \(machine). The line was:

          \(command)

      \(method)

      ## Comparison

      """
    for measure in Measure.all {
      let language = measure.language == "de" ? "German" : "English"
      text += "\n### \(language), \(measure.millimetres) mm\n\n" + table(result.rows, measure)
    }
    text += "\n" + verdict + "\n\n" + search + "## What each part of the costs is good for\n\n"
    text += """
      Total fit once more, each time with one part of `JustificationCosts` taken away:
      loose lines / hyphenated lines / space of the 95th percentile.


      """
    return text + table(of: result.rows.prefix(2) + result.steps)
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
    return "on Linux, \(architecture), \(cores) cores"
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
      - **Versions:** \(versions). With others the figures differ a little.
      - **Loose:** justified lines whose average word space is over \
      \(Decimals.text(LineStatistics.looseRatio, 1)) × the face's, or that have no space and do not \
      reach the edge, among all justified lines (last lines of paragraphs are none).
      - **Hyphens:** lines that end in a hyphen that breaking added, among all lines; written hyphens \
      do not count. **Ladders:** runs of more than two such lines, and in percent of all lines those \
      that stand in one. **Short:** last lines with fewer than \(LineStatistics.fewestLetters) \
      letters, and their percent of the paragraphs that have more than one line.
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
        "\(Decimals.text(found.hyphenatedPercent, 1)) %",
        "\(found.ladders) (\(Decimals.text(found.ladderPercent, 1)) %)",
        "\(found.shortLastLines) (\(Decimals.text(found.shortPercent, 1)) %)",
        Decimals.text(found.meanRatio, 2),
        Decimals.text(found.percentile95, 2), Decimals.text(found.deviation, 2),
      ]
      text += "| \(cells.joined(separator: " | ")) |\n"
    }
    return text
  }

  private var versions: String {
    result.versions.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
  }

  /// Rows with three figures for each measure: loose, hyphenated, 95th percentile.
  func table(of rows: [LineBreakingBenchmark.Row]) -> String {
    var text = "| | \(Measure.all.map(\.name).joined(separator: " | ")) |\n"
    text += "| --- |\(String(repeating: " ---: |", count: Measure.all.count))\n"
    for row in rows {
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

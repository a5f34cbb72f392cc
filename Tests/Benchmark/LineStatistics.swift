import SourceFiles

/// How good the lines of a text are, in figures.
///
/// The last line of each paragraph is not justified and counts only where that is said.
struct LineStatistics {
  /// A line is loose where its average word space is wider than so many natural ones.
  static let looseRatio = 1.5
  /// What is taken for rounding in a ratio: a thousandth of a space.
  private static let slack = 0.001
  /// The fewest letters that a last line should have.
  static let fewestLetters = 5

  /// All lines, and those that were justified.
  private(set) var lines = 0
  private(set) var justified = 0
  /// Justified lines that are loose; among them those without any space to stretch.
  private(set) var loose = 0
  private(set) var spaceless = 0
  /// Lines that end in an inserted hyphen, and runs of more than two of them.
  private(set) var hyphenated = 0
  private(set) var ladders = 0
  /// The lines that stand in these runs.
  private(set) var ladderLines = 0
  /// Paragraphs of more than one line.
  private(set) var longParagraphs = 0
  /// Last lines with too few letters, of paragraphs of more than one line.
  private(set) var shortLastLines = 0
  /// The average word space of each justified line that has one, in natural ones, ascending.
  private(set) var ratios: [Double] = []

  /// Counts the lines of paragraphs; widths in points.
  init(_ paragraphs: [[MeasuredLine]], measure: Double, naturalSpace: Double) {
    for paragraph in paragraphs {
      lines += paragraph.count
      var run = 0
      for line in paragraph {
        run = line.insertsHyphen ? run + 1 : 0
        if line.insertsHyphen { hyphenated += 1 }
        if run == 3 {
          ladders += 1
          ladderLines += 3
        } else if run > 3 {
          ladderLines += 1
        }
      }
      if paragraph.count > 1, let last = paragraph.last {
        longParagraphs += 1
        if last.letters < Self.fewestLetters { shortLastLines += 1 }
      }
      for line in paragraph.dropLast() {
        justified += 1
        if line.spaces > 0 {
          let ratio = line.spaceWidth / Double(line.spaces) / naturalSpace
          ratios.append(ratio)
          if ratio > Self.looseRatio + Self.slack { loose += 1 }
        } else if measure - line.width > naturalSpace / 2 {
          // Nothing can be stretched here, and the line does not reach the edge.
          loose += 1
          spaceless += 1
        }
      }
    }
    ratios.sort()
  }

  /// Shares in percent: of loose lines among the justified, of hyphenated ones among all.
  var loosePercent: Double { 100 * Double(loose) / Double(max(1, justified)) }
  var hyphenatedPercent: Double { 100 * Double(hyphenated) / Double(max(1, lines)) }

  /// Of lines in ladders among all, and of short last lines among the paragraphs that have one.
  var ladderPercent: Double { 100 * Double(ladderLines) / Double(max(1, lines)) }
  var shortPercent: Double { 100 * Double(shortLastLines) / Double(max(1, longParagraphs)) }

  var meanRatio: Double { ratios.reduce(0, +) / Double(max(1, ratios.count)) }

  /// The ratio that 95 of 100 lines do not exceed.
  var percentile95: Double { ratios.isEmpty ? 0 : ratios[ratios.count * 95 / 100] }

  /// How far the ratios stray from their mean, the root of the mean square.
  var deviation: Double {
    let mean = meanRatio
    let squares = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(max(1, ratios.count))).squareRoot()
  }

  /// By how much two measurements of the same lines differ at most, as a share.
  func difference(from other: LineStatistics) -> Double {
    let pairs = [
      (Double(lines), Double(other.lines)), (loosePercent, other.loosePercent),
      (hyphenatedPercent, other.hyphenatedPercent), (meanRatio, other.meanRatio),
      (percentile95, other.percentile95), (deviation, other.deviation),
    ]
    return pairs.map { abs($0 - $1) / max($1, 0.001) }.max() ?? 0
  }

  var json: JSONValue {
    .object([
      "lines": .integer(lines), "loose_percent": .number(Decimals.text(loosePercent, 2)),
      "hyphenated_percent": .number(Decimals.text(hyphenatedPercent, 2)),
      "ladders_over_two": .integer(ladders), "short_last_lines": .integer(shortLastLines),
      "ladder_lines_percent": .number(Decimals.text(ladderPercent, 2)),
      "short_last_lines_percent": .number(Decimals.text(shortPercent, 2)),
      "lines_without_space": .integer(spaceless),
      "mean_ratio": .number(Decimals.text(meanRatio, 3)),
      "p95_ratio": .number(Decimals.text(percentile95, 3)),
      "deviation": .number(Decimals.text(deviation, 3)),
    ])
  }
}

import Design
import Diagnostics
import Foundation
import TextShaping
import Typesetting

/// Compares total fit with first fit and with Typst: same texts, face, size, language and measures.
struct LineBreakingBenchmark {
  /// The figures of one way to break lines, by measure.
  struct Row {
    /// Which one, as the tables call it.
    var name: String
    var statistics: [Measure: LineStatistics]
  }

  /// All that the report shows.
  struct Result {
    var texts: BenchmarkTexts
    /// The face's name, and the width of its space in points.
    var face: String
    var naturalSpace: Double
    /// Ours with plain style comes first.
    var rows: [Row]
    /// Ours with single parts of its costs taken away.
    var steps: [Row]
    /// Typst's version; nil where it was not measured.
    var typst: String?
    /// The versions of what the figures hang on.
    var versions: [SoftwareVersion] = []
    /// By how much our lines read from the PDF differ at most from those of the display list.
    var readingDifference: Double?
  }

  let texts: BenchmarkTexts
  /// Where files are put that are only needed on the way.
  let folder: URL
  /// The interpreter with Typst; nil where there is none.
  let python: String?

  /// Also measures single parts of the costs.
  var measuresSteps = true

  /// Sets and measures everything; progress in words goes to `say`.
  func run(_ say: (String) -> Void) throws -> Result {
    let setter = try BenchmarkSetter()
    var result = Result(
      texts: texts, face: setter.face.postScriptName, naturalSpace: setter.naturalSpace, rows: [],
      steps: [], versions: SoftwareVersion.all)
    say("total fit …")
    let plain = try totalFit(setter, setter.plainStyle)
    result.rows.append(row("total fit", plain.mapValues(\.lines), setter))
    var style = setter.plainStyle
    style.lineRules = .refined
    let refined = try totalFit(setter, style).mapValues(\.lines)
    result.rows.append(row("total fit, letters ±2 %, optical margins", refined, setter))
    say("first fit …")
    for (name, shrink, hyphens) in Self.firstFits {
      result.rows.append(row(name, try firstFit(setter, shrink: shrink, hyphens: hyphens), setter))
    }
    if measuresSteps { say("steps of tuning …") }
    for step in measuresSteps ? TuningStep.all : [] {
      let setter = try BenchmarkSetter(costs: step.costs)
      var style = setter.plainStyle
      style.lineRules = step.rules
      let lines = try totalFit(setter, style).mapValues(\.lines)
      result.steps.append(row(step.name, lines, setter))
    }
    if let python {
      say("Typst …")
      try addPeer(python, plain, setter, to: &result)
    }
    return result
  }

  /// First fit: its name, the share by which spaces shrink, and how many hyphens stand in a row.
  private static let firstFits: [(String, Double, Int)] = [
    ("first fit", 1.0 / 3, 2), ("first fit, any number of hyphens", 1.0 / 3, .max),
    ("first fit, spaces never shrink", 0, 2),
  ]

  // MARK: - Engines

  /// Paragraphs by total fit with their lines.
  private typealias SetTexts = (paragraphs: [SetParagraph], lines: [[MeasuredLine]])

  private func totalFit(
    _ setter: BenchmarkSetter, _ style: TextStyle
  ) throws -> [Measure: SetTexts] {
    var result: [Measure: SetTexts] = [:]
    for measure in Measure.all {
      let paragraphs = try (texts.paragraphs[measure.language] ?? []).map { text in
        try setter.set(text, style, language: measure.language, width: measure.width)
      }
      let reader = DrawnLines(shaper: setter.shaper)
      result[measure] = (paragraphs, paragraphs.map(reader.measure))
    }
    return result
  }

  private func firstFit(
    _ setter: BenchmarkSetter, shrink: Double, hyphens: Int
  ) throws -> [Measure: [[MeasuredLine]]] {
    var result: [Measure: [[MeasuredLine]]] = [:]
    for language in ["de", "en"] {
      for text in texts.paragraphs[language] ?? [] {
        let places = try setter.places(text, language: language)
        let bytes = Array(text.utf8)
        for measure in Measure.all where measure.language == language {
          let breaking = GreedyBreaking(
            width: measure.width, shrink: shrink, maximumHyphens: hyphens)
          result[measure, default: []].append(breaking.lines(places, of: bytes))
        }
      }
    }
    return result
  }

  /// Adds what Python finds: Typst's lines, and ours as our PDF has them.
  private func addPeer(
    _ python: String, _ plain: [Measure: SetTexts], _ setter: BenchmarkSetter,
    to result: inout Result
  ) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "texts.json")
    try texts.json.write(to: file)
    var ownPDFs: [Measure: URL] = [:]
    // Of each language one measure is enough to check the reading.
    for (measure, set) in plain where measure.millimetres == 60 {
      let url = folder.appending(path: "own.\(measure.name).pdf")
      try Data(try setter.pdf(set.paragraphs, width: measure.width)).write(to: url)
      ownPDFs[measure] = url
    }
    let found = try PeerMeasurement(python: python, folder: folder)
      .run(texts: file, face: setter.face.file, ownPDFs: ownPDFs)
    result.typst = found.version
    result.rows.append(row("Typst \(found.version)", found.typst, setter))
    for (measure, lines) in found.own {
      let read = statistics(lines, measure, setter)
      let known = statistics(plain[measure]?.lines ?? [], measure, setter)
      result.readingDifference = max(result.readingDifference ?? 0, read.difference(from: known))
    }
  }

  private func row(
    _ name: String, _ lines: [Measure: [[MeasuredLine]]], _ setter: BenchmarkSetter
  ) -> Row {
    var statistics: [Measure: LineStatistics] = [:]
    for (measure, lines) in lines { statistics[measure] = self.statistics(lines, measure, setter) }
    return Row(name: name, statistics: statistics)
  }

  private func statistics(
    _ lines: [[MeasuredLine]], _ measure: Measure, _ setter: BenchmarkSetter
  ) -> LineStatistics {
    LineStatistics(lines, measure: measure.width, naturalSpace: setter.naturalSpace)
  }
}

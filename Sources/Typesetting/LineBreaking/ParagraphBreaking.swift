import Design
import Diagnostics
import DisplayList
import DocumentTree
import Languages
import TextShaping

/// Breaks one paragraph into lines: styled text, measured pieces, total fit, lines.
///
/// The text is prepared once and can then be set at several widths.
struct ParagraphBreaking {
  /// A paragraph with what is wrong with it; the paragraph is set all the same.
  struct Outcome {
    var paragraph: SetParagraph
    var diagnostics: [Diagnostic]
    /// The lines that end in a hyphen, written or added.
    var hyphens = 0
  }

  private let setting: ParagraphSetting
  private let context: TypesettingContext
  private let text: StyledText
  private var measured: MeasuredText
  /// The distance of a line's baseline from the top of its slot, in points.
  ///
  /// Ascender and descender of the style's face have equal room; the faces of single runs do not
  /// count, so that all lines of a style stand alike.
  private let ascent: Double

  /// Prepares a paragraph; what is thrown has the paragraph's place and language.
  init(_ setting: ParagraphSetting, context: TypesettingContext) throws(Diagnostic) {
    self.setting = setting
    self.context = context
    let style = setting.style
    do {
      text = try InlineFlattening.flatten(
        setting.inlines, style: style, language: setting.language, context: context)
      let metrics = try context.shaper.face(for: style.font).metrics
      ascent =
        (style.leading - (metrics.ascender - metrics.descender) * style.size) / 2
        + metrics.ascender * style.size
    } catch {
      var placed = error
      if placed.location == nil { placed.location = setting.location }
      if placed.language == nil { placed.language = setting.language.rawValue }
      throw placed
    }
    let breaks = BreakOpportunities(
      in: text, context: context, isVerbatim: style.isVerbatim)
    measured = MeasuredText(
      TextPieces(text, breaks), runs: text.runs, style: style, context: context)
    measured.endsInSpace = setting.endsInSpace
  }

  /// The paragraph with lines of a width in points.
  func set(width: Double) -> Outcome { set(LineMeasure(width: width)) }

  /// The paragraph, or what is left of it from a byte on, in the room that its lines have.
  func set(_ measure: LineMeasure) -> Outcome {
    var lines: [SetLine] = []
    var problems = ParagraphProblems(setting, beginning: text.beginning)
    problems.note(missing: text.missingFeatures)
    var excess = 0.0
    var hyphens = 0
    for whole in measured.segments where whole.upperBound > measure.start {
      let segment = max(whole.lowerBound, measure.start)..<whole.upperBound
      var measure = measure
      measure.narrowedLines = max(0, measure.narrowedLines - lines.count)
      let indent = segment.lowerBound == 0 ? firstLineIndent : 0
      let found = self.lines(in: segment, measure, indent: indent, &problems)
      hyphens += found.count { $0.end.endsInHyphen }
      for (index, line) in found.enumerated() {
        let content = LineContent(line, of: measured)
        let narrowing = index < measure.narrowedLines ? measure.narrowing : 0
        let place = place(
          of: content, from: narrowing, to: measure.width, indent: index == 0 ? indent : 0)
        let isLast = index == found.count - 1
        lines.append(setLine(content, of: line, at: place, isLast: isLast))
        excess = max(excess, -place.room - (isJustified ? content.shrink : 0))
        problems.note(missing: content.missing)
      }
    }
    if excess > TotalFit.slack { problems.note(excess: excess, width: measure.width) }
    return Outcome(
      paragraph: SetParagraph(lines: lines), diagnostics: problems.diagnostics, hyphens: hyphens)
  }

  /// The paragraph at the narrowest width that needs no more lines and no more hyphens at their ends,
  /// for headlines.
  func balanced(width: Double) -> Outcome {
    var best = set(width: width)
    let count = best.paragraph.lines.count
    guard setting.style.alignment == .left, (2...6).contains(count) else { return best }
    let problems = best.diagnostics
    var (low, high) = (width / 2, width)
    // Eight halvings come within a quarter of a percent of the width.
    for _ in 0..<8 {
      let middle = (low + high) / 2
      let narrower = set(width: middle)
      if narrower.paragraph.lines.count == count, narrower.hyphens <= best.hyphens,
        narrower.diagnostics == problems
      {
        (best, high) = (narrower, middle)
      } else {
        low = middle
      }
    }
    return best
  }

  /// All of the text as one line from x 0, unbroken.
  func singleLine() -> (line: SetLine, diagnostics: [Diagnostic]) {
    var problems = ParagraphProblems(setting, beginning: text.beginning)
    problems.note(missing: text.missingFeatures)
    let line = LineContent.Line(range: 0..<measured.text.bytes.count, end: .none)
    let content = LineContent(line, of: measured)
    problems.note(missing: content.missing)
    let assembly = LineAssembly(
      content, of: text, mark: setting.mark, at: 0, content.unadjusted, endsInHyphen: false)
    let set = SetLine(
      items: assembly.items, links: assembly.links, ascent: ascent,
      leading: setting.style.leading, naturalWidth: content.naturalWidth, ratio: 0)
    return (set, problems.diagnostics)
  }

  private var isJustified: Bool { setting.style.alignment == .justify }

  private var firstLineIndent: Double {
    switch setting.style.alignment {
    case .left, .justify: setting.firstLineIndent
    case .center, .right: 0
    }
  }

  // MARK: - Breaking

  /// The lines of a stretch without forced breaks.
  private func lines(
    in segment: Range<Int>, _ measure: LineMeasure, indent: Double,
    _ problems: inout ParagraphProblems
  ) -> [LineContent.Line] {
    let style = setting.style
    let costs = context.paragraphSetter.costs
    let parameters = TotalFit.Parameters(style, measure, costs: costs)
    var known: (effort: MeasuredText.Effort, breakpoints: [Breakpoint])?
    for attempt in TotalFit.attempts(for: style, costs: costs) {
      if attempt.effort == .hyphenated, known?.effort != .hyphenated {
        problems.note(hyphenationProblems)
      }
      var breakpoints =
        known?.effort == attempt.effort
        ? known?.breakpoints ?? []
        : measured.breakpoints(in: segment, indent: indent, effort: attempt.effort)
      var fit = TotalFit(parameters.trying(attempt, of: style)) { [measured] offset in
        // Twice as many characters, each of up to four bytes, are enough to find the few that matter.
        let fewest = parameters.minimumLastLine
        let end = max(offset, min(segment.upperBound, offset + 8 * fewest))
        return Letters.count(in: measured.text.bytes[offset..<end], upTo: fewest)
      }
      let ends = fit.lines(&breakpoints) { measured.refine(&$0) }
      context.paragraphSetter.breakpointPairsConsidered += fit.considered
      known = (attempt.effort, breakpoints)
      guard let ends else { continue }
      var start = segment.lowerBound
      return ends.map { index in
        let breakpoint = breakpoints[index]
        defer { start = breakpoint.next }
        return LineContent.Line(range: start..<max(start, breakpoint.end), end: breakpoint.kind)
      }
    }
    // Out of reach; but no text may ever be lost.
    return [LineContent.Line(range: segment, end: .mandatory)]
  }

  /// What keeps the words of the paragraph's languages from being divided.
  private var hyphenationProblems: [Diagnostic] {
    Set(text.runs.filter(\.isDivisible).map(\.language)).sorted()
      .compactMap { context.languages[$0] }
      .compactMap { context.hyphenation.problem(in: $0) }
  }

  // MARK: - Lines

  /// A line's place between the edges: what is left beside it, and where it begins, in points.
  private struct Place {
    var room: Double
    var x: Double
  }

  /// Where a line goes; what hangs out of an even edge takes no room.
  private func place(
    of content: LineContent, from start: Double, to end: Double, indent: Double
  ) -> Place {
    let edges = OpticalMargins.edges(of: setting.style)
    // An indented line does not stand at the edge.
    let left = edges.left && indent == 0 ? content.hang(at: .left) : 0
    let right = edges.right ? content.hang(at: .right) : 0
    let room = end - start - indent - content.naturalWidth + left + right
    let x: Double =
      switch setting.style.alignment {
      case .left, .justify: start + indent - left
      case .center: start + room / 2
      case .right: start + room
      }
    return Place(room: room, x: x)
  }

  /// A line in its place.
  private func setLine(
    _ content: LineContent, of line: LineContent.Line, at place: Place, isLast: Bool
  ) -> SetLine {
    // A last line is filled no further than its words go, but may be as tight as the others.
    let adjustment =
      isJustified && (place.room < 0 || !isLast)
      ? content.adjustment(toFill: place.room) : content.unadjusted
    let assembly = LineAssembly(
      content, of: text, mark: setting.mark, at: place.x, adjustment,
      endsInHyphen: line.end.insertsHyphen)
    var set = SetLine(
      items: assembly.items, links: assembly.links, ascent: ascent,
      leading: setting.style.leading, naturalWidth: content.naturalWidth,
      ratio: adjustment.spaces)
    set.start = line.range.lowerBound
    return set
  }
}

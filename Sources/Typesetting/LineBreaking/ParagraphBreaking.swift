import Design
import Diagnostics
import DisplayList
import DocumentTree
import Languages
import TextShaping

/// Sets one paragraph at one width: styled text, measured pieces, total fit, lines.
struct ParagraphBreaking {
  private let setting: ParagraphSetting
  private let width: Double
  private let context: TypesettingContext
  private let setter: ParagraphSetter
  private let text: StyledText
  private let measured: MeasuredText

  init(
    _ setting: ParagraphSetting, width: Double, context: TypesettingContext
  ) throws(Diagnostic) {
    self.setting = setting
    self.width = width
    self.context = context
    let setter = context.paragraphSetter
    self.setter = setter
    do {
      text = try InlineFlattening.flatten(
        setting.inlines, style: setting.style, language: setting.language, context: context)
    } catch {
      var placed = error
      if placed.location == nil { placed.location = setting.location }
      if placed.language == nil { placed.language = setting.language.rawValue }
      throw placed
    }
    let breaks = BreakOpportunities(in: text) { [context] tag in
      setter.tyingRules(tag, context.languages)
    }
    measured = MeasuredText(TextPieces(text, breaks), runs: text.runs, context: context)
  }

  /// The paragraph's lines.
  func paragraph() throws(Diagnostic) -> SetParagraph {
    var lines: [SetLine] = []
    let ascent = try ascent()
    var excess = 0.0
    for segment in measured.segments {
      let indent = segment.lowerBound == 0 ? firstLineIndent : 0
      let found = self.lines(in: segment, indent: indent)
      for (index, line) in found.enumerated() {
        let content = LineContent(line, of: measured)
        let set = setLine(
          content, end: line.end, indent: index == 0 ? indent : 0,
          isLast: index == found.count - 1, ascent)
        excess = max(excess, set.excess)
        lines.append(set.line)
        for (scalar, family) in content.missing { reportMissing(scalar, family) }
      }
    }
    if excess > TotalFit.slack { reportOverfull(excess) }
    return SetParagraph(lines: lines)
  }

  /// All of the text as one line from x 0, unbroken.
  func singleLine() throws(Diagnostic) -> SetLine {
    let line = LineContent.Line(range: 0..<measured.text.bytes.count, end: .none)
    let content = LineContent(line, of: measured)
    for (scalar, family) in content.missing { reportMissing(scalar, family) }
    let assembly = LineAssembly(
      content, of: text, mark: setting.mark, at: 0, .none, endsInHyphen: false)
    return SetLine(
      items: assembly.items, links: assembly.links, ascent: try ascent(),
      leading: setting.style.leading, naturalWidth: content.naturalWidth, ratio: 0)
  }

  private var isJustified: Bool { setting.style.alignment == .justify }

  private var firstLineIndent: Double {
    switch setting.style.alignment {
    case .left, .justify: setting.firstLineIndent
    case .center, .right: 0
    }
  }

  /// The baseline stands so that ascender and descender have equal room in the line's slot; it
  /// depends on the style alone, so that all lines of a style stand alike.
  private func ascent() throws(Diagnostic) -> Double {
    let style = setting.style
    let metrics = try context.shaper.face(for: style.font).metrics
    return (style.leading - (metrics.ascender - metrics.descender) * style.size) / 2
      + metrics.ascender * style.size
  }

  // MARK: - Breaking

  /// The attempts, each going further than the one before.
  private var attempts: [(effort: MeasuredText.Effort, tolerance: Double, isLast: Bool)] {
    isJustified
      ? [(.plain, 1, false), (.hyphenated, 1.6, false), (.lastResort, .infinity, true)]
      : [(.plain, 1.6, false), (.hyphenated, 2, false), (.lastResort, .infinity, true)]
  }

  private func lines(in segment: Range<Int>, indent: Double) -> [LineContent.Line] {
    var effort: MeasuredText.Effort?
    var breakpoints: [Breakpoint] = []
    for attempt in attempts {
      if attempt.effort != effort {
        breakpoints = measured.breakpoints(in: segment, effort: attempt.effort)
        effort = attempt.effort
      }
      var fit = TotalFit(
        TotalFit.Parameters(
          width: width, indent: indent, isJustified: isJustified,
          raggedStretch: max(1, 0.1 * width + setting.style.size), tolerance: attempt.tolerance,
          isLastResort: attempt.isLast, hyphenPenalty: isJustified ? 0 : 200)
      ) { [measured] offset in
        let end = max(offset, min(segment.upperBound, offset + 40))
        return Letters.count(in: measured.text.bytes[offset..<end], upTo: 5)
      }
      let ends = fit.lines(&breakpoints) { measured.refine(&$0) }
      setter.breakpointPairsConsidered += fit.considered
      guard let ends else { continue }
      var start = segment.lowerBound
      return ends.map { index in
        let breakpoint = breakpoints[index]
        defer { start = breakpoint.next }
        return LineContent.Line(
          range: start..<max(start, breakpoint.end), end: breakpoint.kind)
      }
    }
    return []
  }

  // MARK: - Lines

  private func setLine(
    _ content: LineContent, end: BreakKind, indent: Double, isLast: Bool, _ ascent: Double
  ) -> (line: SetLine, excess: Double) {
    let room = width - indent - content.naturalWidth
    let adjustment =
      isJustified && (room < 0 || !isLast) ? content.adjustment(toFill: room) : .none
    let x: Double =
      switch setting.style.alignment {
      case .left, .justify: indent
      case .center: room / 2
      case .right: room
      }
    let assembly = LineAssembly(
      content, of: text, mark: setting.mark, at: x, adjustment, endsInHyphen: end.insertsHyphen)
    let line = SetLine(
      items: assembly.items, links: assembly.links, ascent: ascent,
      leading: setting.style.leading, naturalWidth: content.naturalWidth,
      ratio: adjustment.spaces)
    return (line, max(0, -room - (isJustified ? content.shrink : 0)))
  }

  // MARK: - Problems

  private func report(_ diagnostic: Diagnostic) {
    var placed = diagnostic
    placed.location = setting.location
    placed.language = setting.language.rawValue
    context.report(placed)
  }

  private func reportOverfull(_ excess: Double) {
    report(
      Diagnostic(
        "text.overfull-line",
        "a word of “\(text.beginning)” sticks out by \(millimetres(excess)) mm, "
          + "the width is \(millimetres(width)) mm",
        hints: [
          "give the text more width, a smaller style, or mark with a soft hyphen (U+00AD) where "
            + "the word may be divided"
        ]))
  }

  private func reportMissing(_ scalar: Unicode.Scalar, _ family: String) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    report(
      Diagnostic(
        "font.missing-glyph",
        "the font family “\(family)” has no glyph for “\(scalar)” (U+\(code)) in "
          + "“\(text.beginning)”",
        hints: ["write the character otherwise, or choose a family that has it"]))
  }

  /// Points as millimetres with one digit behind the point, rounded up.
  private func millimetres(_ points: Double) -> String {
    let tenths = Int((points * 254 / 72).rounded(.up))
    return "\(tenths / 10).\(tenths % 10)"
  }
}

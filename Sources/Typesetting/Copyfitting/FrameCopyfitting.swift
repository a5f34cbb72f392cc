import Design
import Diagnostics
import DocumentTree
import Geometry

/// Finds how the text of a frame, or of a group of frames, is changed so that it fits.
struct FrameCopyfitting {
  /// A frame with its blocks and the looks of its texts.
  typealias Member = PublicationBlocks.FrameBlocks

  let copyfit: Copyfit
  /// The frames that change alike.
  let members: [Member]
  let page: PageGeometry

  /// A change, and what there is to say about it.
  struct Result: Sendable {
    var adjustment: TextAdjustment?
    /// The look that most of the changed text has without the change.
    var look: TextUse.Look?
    /// Not even the largest change is enough.
    var isOverfull = false
    var diagnostics: [Diagnostic] = []
  }

  /// Searches for the smallest change with which all members fit.
  func run(in context: TypesettingContext) throws(Diagnostic) -> Result {
    let use = members.reduce(into: TextUse()) { $0.add($1.textUse) }
    guard !use.characters.isEmpty else { return Result() }
    guard let look = use.leading(copyfit) else {
      return Result(diagnostics: [nothingInRange(of: use)])
    }
    if let range = copyfit.leading, !range.contains(look.leading) {
      let message = "the text that gives way has no leading from \(range.inWords)"
      return Result(diagnostics: [rangeProblem(message, "a leading of \(look.leading.inPoints)")])
    }
    var found = try search(look, excess: 0, in: context)
    if !found.fits {
      // Words that no change makes narrow enough are reported where they are set, and are no reason
      // to change the text further than its height asks for.
      let none = TextAdjustment(copyfit)
      let before = try context.trying(none) { () throws(Diagnostic) in try fit(in: context) }
      if before.excess > 0 { found = try search(look, excess: before.excess, in: context) }
    }
    var result = Result(adjustment: found.adjustment, look: look, isOverfull: !found.fits)
    result.diagnostics = members.compactMap(otherRange)
    if found.fits, !found.adjustment.isNone, let place = members.first?.frame.location {
      let grows = found.adjustment.size > 1 || found.adjustment.leading > 1
      let sentence =
        found.adjustment.inWords(look) + ", so that it " + (grows ? "fills its frame" : "fits")
      result.diagnostics.append(
        Diagnostic(
          "frame.copyfit", severity: .note, "the frame's text is \(sentence)",
          at: place))
    }
    return result
  }

  /// Searches for a change with which at most so many texts have a word that sticks out.
  private func search(
    _ look: TextUse.Look, excess: Int, in context: TypesettingContext
  ) throws(Diagnostic) -> CopyfitSearch.Outcome {
    var errors: Int?
    return try CopyfitSearch(copyfit: copyfit, look: look).run {
      (change: TextAdjustment) throws(Diagnostic) in
      let trial = try context.trying(change) { () throws(Diagnostic) in try fit(in: context) }
      // A change must not give reason for an error where there was none.
      let allowed = errors ?? trial.errors
      errors = allowed
      return trial.result && trial.errors <= allowed && trial.excess <= excess
    }
  }

  /// Whether all members hold their content.
  private func fit(in context: TypesettingContext) throws(Diagnostic) -> Bool {
    for member in members {
      let area = member.frame.area
      let rect =
        member.isSpread
        ? Spread(area: area, on: page).rect : area.rect(on: page, isLeft: false)
      let notes = try FrameSetter(frame: member.frame, content: member.content, page: page)
        .footnotes(width: max(0, rect.width), in: context)
      let height = max(0, rect.height - (notes?.size.height ?? 0))
      let region = Region(
        width: max(0, rect.width), remaining: height, full: height, isFresh: true,
        grid: BaselineGrid(of: page, at: rect.y))
      switch try member.content.countedFit(into: region, resumingAt: nil, in: context) {
      case .empty: continue
      case .whole(let fragment):
        if fragment.size.height > height + Region.tolerance { return false }
      case .part, .nothing: return false
      }
    }
    return true
  }

  // MARK: Problems

  /// The error where a frame of the group gives way otherwise than the first, which speaks for all.
  private func otherRange(_ member: Member) -> Diagnostic? {
    guard let group = copyfit.group, member.frame.copyfit != copyfit else { return nil }
    return Diagnostic(
      "frame.fit-group", "the frames of the group “\(group)” do not give way alike",
      at: member.frame.location,
      hints: ["give all of them the same “fit”, or take this frame out of the group"])
  }

  /// The error where no text of the frame lies within the range that says which gives way.
  private func nothingInRange(of use: TextUse) -> Diagnostic {
    if let range = copyfit.size {
      return rangeProblem(
        "no text of the frame has a size from \(range.inWords)",
        use.sizes.map(\.inPoints).joined(separator: ", "))
    }
    return rangeProblem(
      "no text of the frame has a leading from \((copyfit.leading ?? 0...0).inWords)",
      use.leadings.map(\.inPoints).joined(separator: ", "))
  }

  private func rangeProblem(_ message: String, _ there: String) -> Diagnostic {
    Diagnostic(
      "frame.fit-range", message, at: members.first?.frame.location,
      hints: ["its text has \(there); the range of “fit” must contain what is to change"])
  }
}

extension TextAdjustment {
  /// “set at 9.6 pt instead of 10 pt, with tracking −0.5 %”.
  func inWords(_ look: TextUse.Look) -> String {
    var parts: [String] = []
    if tracking != 0 { parts.append("tracking \(tracking.inPercent)") }
    if leading != 1 {
      let changed = (look.leading * leading).inPoints
      parts.append("leading \(changed) instead of \(look.leading.inPoints)")
    }
    let others = parts.isEmpty ? "" : "with " + parts.joined(separator: " and ")
    guard size != 1 else { return "set " + (others.isEmpty ? "as it is" : others) }
    let sizes = "set at \((look.size * size).inPoints) instead of \(look.size.inPoints)"
    return others.isEmpty ? sizes : sizes + ", " + others
  }
}

extension ClosedRange<Double> {
  /// “9 pt to 11 pt”.
  fileprivate var inWords: String { "\(lowerBound.inPoints) to \(upperBound.inPoints)" }
}

extension Double {
  /// Points to two decimals, without needless zeros.
  fileprivate var inPoints: String { "\(decimal) pt" }

  /// Thousandths of the size as percent, with a sign.
  fileprivate var inPercent: String { "\(self < 0 ? "−" : "+")\((abs(self) / 10).decimal) %" }

  private var decimal: String {
    guard !isNaN else { return "?" }
    let hundredths = Int((Swift.min(abs(self), 1e9) * 100).rounded())
    var text = "\(hundredths / 100)"
    if hundredths % 100 != 0 {
      text += ".\(hundredths % 100 / 10)"
      if hundredths % 10 != 0 { text += "\(hundredths % 10)" }
    }
    return text
  }
}

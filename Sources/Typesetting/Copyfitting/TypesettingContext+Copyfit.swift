import Design
import Diagnostics

extension TypesettingContext {
  /// A style as the frame being set has it.
  func adjusted(_ style: TextStyle) -> TextStyle { adjustment?.applied(to: style) ?? style }

  /// A paragraph as the frame being set has it.
  func adjusted(_ paragraph: ParagraphSetting) -> ParagraphSetting {
    guard let adjustment, !adjustment.isNone else { return paragraph }
    var copy = paragraph
    copy.style = adjustment.applied(to: paragraph.style)
    let share = adjustment.share(of: paragraph.style)
    if share != 1 { copy.inlines = paragraph.inlines.scaled(by: share) }
    return copy
  }

  /// Works with a change of the texts, and without it again afterwards.
  func withAdjustment<Result>(
    _ change: TextAdjustment?, _ work: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    let outer = adjustment
    adjustment = change
    defer { adjustment = outer }
    return try work()
  }

  /// Works as a trial: of what it reports, only the number of errors is left, and how many of them
  /// are texts with a word that sticks out.
  func trying<Result>(
    _ change: TextAdjustment, _ work: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> (result: Result, errors: Int, excess: Int) {
    let kept = (diagnostics, reported, setParagraphs)
    // Nothing that was reported before may hide what the trial reports.
    (diagnostics, reported) = ([], [])
    defer { (diagnostics, reported, setParagraphs) = kept }
    let result = try withAdjustment(change, work)
    let errors = diagnostics.filter { $0.severity == .error }
    return (result, errors.count, errors.count { $0.identifier == "text.overfull-line" })
  }
}

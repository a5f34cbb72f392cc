import Diagnostics
import Languages

/// How wide a text must be and would like to be, in points.
struct TextExtents {
  /// What the widest part needs that no line may be broken in: a word.
  var minimum = 0.0
  /// The same where words are divided by the dictionary and addresses anywhere.
  var divided = 0.0
  /// What all of it needs on one line, up to a forced break.
  var natural = 0.0
  /// The part that needs `divided`.
  var widestPart = ""

  /// Lines are set to the width that they need; rounding must not break them.
  static let slack = 0.05

  /// The extents of two texts below each other.
  func below(_ other: TextExtents) -> TextExtents {
    TextExtents(
      minimum: max(minimum, other.minimum), divided: max(divided, other.divided),
      natural: max(natural, other.natural),
      widestPart: divided >= other.divided ? widestPart : other.widestPart)
  }
}

extension ParagraphBlock {
  /// Measures the text without breaking it into lines.
  func extents(in context: TypesettingContext) throws(Diagnostic) -> TextExtents {
    let style = context.adjusted(setting.style)
    let text = try InlineFlattening.flatten(
      setting.inlines, style: style, language: setting.language, context: context)
    let breaks = BreakOpportunities(in: text, context: context)
    let measured = MeasuredText(
      TextPieces(text, breaks), runs: text.runs, style: style, context: context)
    var extents = TextExtents()
    for segment in measured.segments {
      let indent = segment.lowerBound == 0 ? max(0, setting.firstLineIndent) : 0
      for effort in [MeasuredText.Effort.plain, .lastResort] {
        var points = measured.breakpoints(in: segment, indent: indent, effort: effort)
        for index in points.indices { measured.refine(&points[index]) }
        guard let first = points.first, let last = points.last else { continue }
        extents.natural = max(
          extents.natural, last.naturalEnd - first.naturalNext + TextExtents.slack)
        for (before, after) in zip(points, points.dropFirst()) {
          let width = after.naturalEnd - before.naturalNext + TextExtents.slack
          switch effort {
          case .plain: extents.minimum = max(extents.minimum, width)
          case .hyphenated, .lastResort:
            if width > extents.divided {
              extents.divided = width
              extents.widestPart = String(
                decoding: measured.text.bytes[before.next..<max(before.next, after.end)],
                as: UTF8.self)
            }
          }
        }
      }
    }
    return extents
  }
}

extension StackBlock {
  /// The extents of its paragraphs; other blocks take the width that they are given.
  func extents(in context: TypesettingContext) throws(Diagnostic) -> TextExtents {
    var extents = TextExtents()
    for child in children {
      switch child {
      case let paragraph as ParagraphBlock:
        extents = extents.below(try paragraph.extents(in: context))
      case let stack as StackBlock: extents = extents.below(try stack.extents(in: context))
      default: continue
      }
    }
    return extents
  }
}

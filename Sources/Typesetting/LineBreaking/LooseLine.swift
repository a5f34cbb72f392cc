import Design
import Diagnostics
import DisplayList
import Languages

/// A justified line with holes for spaces, which no reader overlooks.
struct LooseLine {
  static let identifier = "text.loose-line"
  /// A space of more than so many times its natural width is a hole: it is far wider than the lines
  /// are apart, so that the eye goes down instead of on.
  static let limit = 8.0

  /// How wide the line's spaces are, as a multiple of their natural width.
  let stretch: Double
  /// The line's words.
  let words: String

  /// The line with the widest spaces of some; nil where none has holes.
  init?(widestOf lines: ArraySlice<SetLine>) {
    guard let widest = lines.max(by: { $0.ratio < $1.ratio }) else { return nil }
    stretch = 1 + widest.ratio * Elasticity.spaceStretch
    guard stretch > Self.limit else { return nil }
    words = widest.items.reduce(into: "") { text, item in
      guard case .glyphs(let run) = item.content else { return }
      text += run.endsWithSoftHyphen ? run.text.dropLast() + "-" : run.text[...]
    }
  }

  /// The warning for the paragraph that the line is of.
  func diagnostic(_ setting: ParagraphSetting) -> Diagnostic {
    var diagnostic = Diagnostic(
      Self.identifier, severity: .warning,
      "the spaces of the line “\(words)” are \(Int(stretch)) times as wide as they should be",
      at: setting.location,
      hints: [
        "give the text more width or “align: left”, let the style “\(setting.style.name)” give by "
          + "“letter-spacing”"
          + (setting.style.hyphenate
            ? ", or say in Assets/hyphenation how a long word is divided"
            : " or “hyphenate: true”")
      ])
    diagnostic.language = setting.language.rawValue
    if case .element(let index) = setting.mark { diagnostic.element = index }
    return diagnostic
  }
}

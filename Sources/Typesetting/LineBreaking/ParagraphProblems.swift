import Design
import Diagnostics
import DisplayList
import Languages

/// Collects what is wrong with one paragraph, each problem once, with the paragraph's place.
struct ParagraphProblems {
  private let setting: ParagraphSetting
  /// The first characters of the text, by which an editor finds it.
  private let beginning: String
  private(set) var diagnostics: [Diagnostic] = []
  private var missing: Set<String> = []

  init(_ setting: ParagraphSetting, beginning: String) {
    self.setting = setting
    self.beginning = beginning
  }

  /// Notes problems that are not the paragraph's own and keep their place.
  mutating func note(_ others: [Diagnostic]) {
    diagnostics += others.filter { !diagnostics.contains($0) }
  }

  /// Notes that the worst line is so much too long, in points.
  mutating func note(excess: Double, width: Double) {
    add(
      Diagnostic(
        "text.overfull-line",
        "a word of “\(beginning)” sticks out by \(millimetres(excess)) mm, "
          + "the width is \(millimetres(width)) mm",
        hints: [
          "give the text more width, a smaller style, or mark with a soft hyphen (U+00AD) where "
            + "the word may be divided"
            + (setting.style.hyphenate
              ? ""
              : "; “hyphenate: false” of the style “\(setting.style.name)” lets no word divide")
        ]))
  }

  /// Notes characters that their families lack.
  mutating func note(missing characters: [(scalar: Unicode.Scalar, family: String)]) {
    for (scalar, family) in characters where missing.insert("\(scalar) \(family)").inserted {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      add(
        Diagnostic(
          "font.missing-glyph",
          "the font family “\(family)” has no glyph for “\(scalar)” (U+\(code)) in “\(beginning)”",
          hints: ["write the character otherwise, or choose a family that has it"]))
    }
  }

  /// Notes features that faces lack; the text is set without them.
  mutating func note(missing features: [MissingFeature]) {
    for feature in features {
      add(
        Diagnostic(
          "font.missing-feature", severity: .warning,
          "the style “\(setting.style.name)” asks for \(feature.purpose) (\(feature.tag)), which "
            + "“\(feature.family)” (weight \(feature.weight)) does not have",
          hints: [feature.substitute, "choose a family that has it, or leave it out"]))
    }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    var placed = diagnostic
    placed.location = setting.location
    placed.language = setting.language.rawValue
    if case .element(let index) = setting.mark { placed.element = index }
    diagnostics.append(placed)
  }

  /// Points as millimetres with one digit behind the point, rounded up.
  private func millimetres(_ points: Double) -> String {
    // A width that nobody meant must not overflow a number, nor be none.
    guard !points.isNaN else { return "?" }
    let tenths = Int((min(max(points, -1e9), 1e9) * 254 / 72).rounded(.up))
    return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }
}

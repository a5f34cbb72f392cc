import Design
import TextShaping

/// An OpenType feature that a text asks for and that its face lacks.
struct MissingFeature: Hashable {
  /// The feature's tag.
  var tag: String
  var family: String
  var weight: Int

  /// What the feature is for, in words (OpenType feature registry).
  var purpose: String {
    switch tag {
    case "smcp", "c2sc": "small capitals"
    case "onum": "old-style figures"
    case "tnum": "tabular figures"
    case "frac": "fractions"
    case "sups": "superscripts"
    case "subs": "subscripts"
    case "dlig": "discretionary ligatures"
    default: "an OpenType feature"
    }
  }

  /// What is set in its place.
  var substitute: String {
    switch tag {
    case "smcp", "c2sc": "scaled capitals stand in for them"
    default: "the text is set as if nothing was asked for"
    }
  }
}

/// The features that a run asks for, held against those that its face has.
struct FeatureUse {
  /// A part of a text at a share of its size.
  struct Part: Equatable {
    var text: String
    var scale: Double
  }

  private(set) var missing: [MissingFeature] = []
  /// Small letters, and capitals, that must be made small capitals by hand.
  private var scalesSmallLetters = false
  private var scalesCapitals = false
  private let scale: Double

  /// Features that change nothing where a face lacks them: it has one kind of figure then, or no
  /// pairs to kern and join.
  private static let harmless: Set<String> = [
    "lnum", "pnum", "kern", "liga", "clig", "calt", "ccmp", "locl", "mark", "mkmk", "rlig", "case",
  ]

  init(_ features: [FontFeature], face: FontFace, shaper: any Shaper) {
    // Small capitals are a little taller than small letters, so that they do not look smaller.
    let capHeight = max(face.metrics.capHeight, 0.1)
    scale = min(0.85, max(0.7, face.metrics.xHeight * 1.08 / capHeight))
    // The last word on a feature counts.
    var values: [(tag: String, value: UInt32)] = []
    for feature in features {
      values.removeAll { $0.tag == feature.tag }
      values.append((feature.tag, feature.value))
    }
    for (tag, value) in values
    where value > 0 && !Self.harmless.contains(tag) && !shaper.supports(feature: tag, in: face) {
      if tag == "tnum", Self.hasEqualFigures(face, shaper) { continue }
      if tag == "smcp" { scalesSmallLetters = true }
      if tag == "c2sc" { scalesCapitals = true }
      missing.append(
        MissingFeature(tag: tag, family: face.descriptor.family, weight: face.descriptor.weight))
    }
  }

  /// Whether the figures are as wide as each other by nature.
  private static func hasEqualFigures(_ face: FontFace, _ shaper: any Shaper) -> Bool {
    let attributes = ShapingAttributes(
      face: face, language: "en", features: [FontFeature("kern", 0)])
    let advances = shaper.shape("0123456789", attributes).glyphs.map(\.advance)
    return Set(advances).count == 1
  }

  /// The text as it is set, cut where letters change their size.
  func parts(of text: String) -> [Part] {
    guard scalesSmallLetters || scalesCapitals else { return [Part(text: text, scale: 1)] }
    var parts: [Part] = []
    for scalar in text.unicodeScalars {
      let isSmall = scalar.properties.isLowercase
      let isScaled = isSmall ? scalesSmallLetters : scalesCapitals && scalar.properties.isUppercase
      // A capital ẞ for ß, not the “SS” of Unicode's full mapping, which would change the spelling.
      let shown =
        isSmall && isScaled
        ? (scalar == "ß" ? "ẞ" : scalar.properties.uppercaseMapping) : String(scalar)
      let scale = isScaled ? self.scale : 1
      if var last = parts.last, last.scale == scale {
        last.text += shown
        parts[parts.count - 1] = last
      } else {
        parts.append(Part(text: shown, scale: scale))
      }
    }
    return parts
  }
}

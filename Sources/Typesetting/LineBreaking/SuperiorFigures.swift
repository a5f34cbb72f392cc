import Design
import Diagnostics
import TextShaping

/// How text stands that is smaller and higher than its line, such as the marks of footnotes.
struct SuperiorFigures {
  /// Drawn by the type designer for this size where the face has them, else the common figures at
  /// this share of the size: between the 0.58 of TeX's plain format and the 0.66 of many faces.
  private static let scale = 0.62

  var size: Double
  /// How far the baseline is raised, in points.
  var rise: Double
  var features: [FontFeature]

  /// The look of a text in superior figures; the face is asked whether it has them all.
  init(
    _ text: String, font: FontDescriptor, size: Double, features: [FontFeature], shaper: any Shaper
  ) throws(Diagnostic) {
    let face = try shaper.face(for: font)
    let own = features + [FontFeature("sups")]
    let plain = shaper.shape(
      text, ShapingAttributes(face: face, language: "und", features: features))
    let superior = shaper.shape(text, ShapingAttributes(face: face, language: "und", features: own))
    let isComplete =
      plain.glyphs.count == superior.glyphs.count
      && zip(plain.glyphs, superior.glyphs).allSatisfy { $0.identifier != $1.identifier }
    if isComplete {
      (self.size, rise, self.features) = (size, 0, own)
    } else {
      // The tops of the figures stand a little above those of the capitals.
      (self.size, self.features) = (size * Self.scale, features)
      rise = (face.metrics.capHeight * (1 - Self.scale) + 0.04) * size
    }
  }
}

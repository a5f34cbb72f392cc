/// One set line as it stands on the page, whoever broke it: the same for all engines.
struct MeasuredLine: Codable, Hashable {
  /// The word spaces between the line's first and last glyph, and their widths together in points:
  /// from the end of the glyph before, at its own advance, to the origin of the glyph behind.
  var spaces: Int
  var spaceWidth: Double
  /// The width from the first glyph to the end of the last, in points.
  var width: Double
  /// The characters that are no spaces, without a hyphen that breaking added.
  var letters: Int
  /// Breaking added a hyphen at the end.
  var insertsHyphen: Bool
}

/// Where and how a text is measured.
struct Measure: Hashable {
  /// A language tag (`de`).
  var language: String
  var millimetres: Int

  /// Points.
  var width: Double { Double(millimetres) * 72 / 25.4 }
  /// What files are called by: `de.60`.
  var name: String { "\(language).\(millimetres)" }

  /// German and English at 45, 60 and 80 mm.
  static let all = ["de", "en"].flatMap { language in
    [45, 60, 80].map { Measure(language: language, millimetres: $0) }
  }
}

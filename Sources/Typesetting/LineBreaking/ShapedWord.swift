import TextShaping

/// A word, or a part of one, with its glyphs in one look; distances in points.
struct ShapedWord {
  let text: String
  let glyphs: [ShapedGlyph]
  /// The width including the tracking after the last glyph.
  let width: Double
  /// How many glyphs stand beside each other; marks above and below do not count.
  let letters: Int
  /// Characters that the face lacks.
  let missing: [Unicode.Scalar]

  init(_ run: ShapedRun, attributes: RunAttributes) {
    text = run.text
    glyphs = run.glyphs
    width = run.glyphs.reduce(0) {
      $0 + ShapedWord.advance(of: $1, attributes)
    }
    letters = run.glyphs.reduce(0) { $1.advance == 0 ? $0 : $0 + 1 }
    missing = ShapedWord.missing(in: run)
  }

  /// A glyph's advance in points; marks without an advance of their own take no tracking.
  static func advance(of glyph: ShapedGlyph, _ attributes: RunAttributes) -> Double {
    glyph.advance == 0 ? 0 : glyph.advance * attributes.size + attributes.tracking
  }

  private static func missing(in run: ShapedRun) -> [Unicode.Scalar] {
    guard run.glyphs.contains(where: { $0.identifier == 0 }) else { return [] }
    let bytes = Array(run.text.utf8)
    return run.glyphs.compactMap { glyph in
      guard glyph.identifier == 0, glyph.cluster < bytes.count else { return nil }
      return Unicode.Scalar(StyledText.scalar(in: bytes[...], at: glyph.cluster).value)
    }
  }
}

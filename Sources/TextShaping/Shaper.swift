package import Design
package import Diagnostics

/// One glyph of a shaped text; distances are shares of the em.
package struct ShapedGlyph: Sendable, Hashable {
  package var identifier: UInt32
  /// The UTF-8 offset in the shaped text at which the glyph's cluster begins.
  package var cluster: Int
  package var advance: Double
  package var xOffset: Double
  package var yOffset: Double

  package init(
    identifier: UInt32, cluster: Int, advance: Double, xOffset: Double = 0, yOffset: Double = 0
  ) {
    self.identifier = identifier
    self.cluster = cluster
    self.advance = advance
    self.xOffset = xOffset
    self.yOffset = yOffset
  }
}

/// A text with its glyphs from left to right.
package struct ShapedRun: Sendable, Hashable {
  package var text: String
  package var glyphs: [ShapedGlyph]
  /// The sum of the advances, as a share of the em.
  package var advance: Double

  package init(text: String, glyphs: [ShapedGlyph]) {
    self.text = text
    self.glyphs = glyphs
    advance = glyphs.reduce(0) { $0 + $1.advance }
  }
}

/// What shaping depends on beside the text.
package struct ShapingAttributes: Sendable, Hashable {
  package var face: FontFace
  /// The BCP 47 tag.
  package var language: String
  package var features: [FontFeature]
  /// UTF-8 offsets of letters that no ligature joins to the letter before.
  package var unjoined: [Int]

  package init(
    face: FontFace, language: String, features: [FontFeature] = [], unjoined: [Int] = []
  ) {
    self.face = face
    self.language = language
    self.features = features
    self.unjoined = unjoined
  }
}

/// Finds faces and turns text into glyphs; belongs to one thread.
package protocol Shaper: AnyObject {
  /// The face for a descriptor; an error names a family that is not there.
  func face(for descriptor: FontDescriptor) throws(Diagnostic) -> FontFace

  /// Shapes a text in one face and language from left to right; glyph 0 stands for a character the
  /// face lacks.
  func shape(_ text: String, _ attributes: ShapingAttributes) -> ShapedRun

  /// What a glyph's ink covers as shares of the em, from its origin; nil where it is not known.
  func inkBounds(of glyph: UInt32, in face: FontFace) -> InkBounds?

  /// Whether a face has an OpenType feature, named by its tag (`smcp`).
  func supports(feature tag: String, in face: FontFace) -> Bool
}

extension Shaper {
  package func inkBounds(of glyph: UInt32, in face: FontFace) -> InkBounds? { nil }

  /// A shaper that does not look into fonts takes them to have what is asked of them.
  package func supports(feature tag: String, in face: FontFace) -> Bool { true }
}

/// The edges of a glyph's ink as shares of the em; `top` and `bottom` upward from the baseline.
package struct InkBounds: Sendable, Hashable {
  package var left: Double
  package var right: Double
  package var bottom: Double
  package var top: Double

  package init(left: Double, right: Double, bottom: Double, top: Double) {
    self.left = left
    self.right = right
    self.bottom = bottom
    self.top = top
  }
}

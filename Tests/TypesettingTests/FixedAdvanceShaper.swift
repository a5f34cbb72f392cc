import Design
import Diagnostics
import TextShaping

/// A shaper for layout tests: every character is half an em wide, in every face.
///
/// The glyph's number is the character's first Unicode scalar, so that a dump of glyphs can be read;
/// characters in `lacking` come out as glyph 0, and families in `unknownFamilies` are errors.
final class FixedAdvanceShaper: Shaper {
  let advance: Double
  let lacking: Set<Character>
  let unknownFamilies: Set<String>
  let unsupportedFeatures: Set<String>
  private(set) var shapeCalls = 0
  /// How many characters all calls together were given.
  private(set) var shapedCharacters = 0
  private var faces: [FontDescriptor: FontFace] = [:]

  init(
    advance: Double = 0.5, lacking: Set<Character> = [], unknownFamilies: Set<String> = ["Nowhere"],
    unsupportedFeatures: Set<String> = []
  ) {
    self.advance = advance
    self.lacking = lacking
    self.unknownFamilies = unknownFamilies
    self.unsupportedFeatures = unsupportedFeatures
  }

  func supports(feature tag: String, in face: FontFace) -> Bool {
    !unsupportedFeatures.contains(tag)
  }

  func face(for descriptor: FontDescriptor) throws(Diagnostic) -> FontFace {
    if let face = faces[descriptor] { return face }
    if unknownFamilies.contains(descriptor.family) {
      throw Diagnostic("font.unknown-family", "there is no font family “\(descriptor.family)”")
    }
    let face = FontFace(
      number: faces.count, file: "/fonts/\(descriptor.family).ttf", index: 0,
      postScriptName:
        "\(descriptor.family)-\(descriptor.weight)\(descriptor.italic ? "-Italic" : "")",
      descriptor: descriptor,
      metrics: FontMetrics(ascender: 0.8, descender: -0.2, capHeight: 0.7, xHeight: 0.5))
    faces[descriptor] = face
    return face
  }

  func shape(_ text: String, _ attributes: ShapingAttributes) -> ShapedRun {
    shapeCalls += 1
    var glyphs: [ShapedGlyph] = []
    var cluster = 0
    for character in text {
      let identifier =
        lacking.contains(character) ? 0 : character.unicodeScalars.first.map(\.value) ?? 0
      glyphs.append(ShapedGlyph(identifier: identifier, cluster: cluster, advance: advance))
      cluster += character.utf8.count
      shapedCharacters += 1
    }
    return ShapedRun(text: text, glyphs: glyphs)
  }
}

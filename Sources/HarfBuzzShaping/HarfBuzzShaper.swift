package import Design
package import Diagnostics
package import TextShaping

/// Shapes text with HarfBuzz, kerning and ligatures on; owns its C handles and belongs to one thread.
package final class HarfBuzzShaper: Shaper {
  private let catalogue: FontCatalogue
  private let buffer = HarfBuzzBuffer()
  /// Faces already found, by what was asked for.
  private var faces: [FontDescriptor: FontFace] = [:]
  /// Opened fonts by the face's number; nil where opening failed, which is tried once.
  private var fonts: [Int: HarfBuzzFont?] = [:]
  private var words = ShapedWordCache()

  /// Makes a shaper for one thread over a catalogue that all threads share.
  package init(catalogue: FontCatalogue) { self.catalogue = catalogue }

  package func face(for descriptor: FontDescriptor) throws(Diagnostic) -> FontFace {
    if let known = faces[descriptor] { return known }
    let number = try catalogue.place(of: descriptor)
    let entry = catalogue.faces[number]
    guard let font = font(number: number, file: entry.file, index: entry.index) else {
      throw Diagnostic(
        "font.broken",
        "the font file of “\(descriptor.family)” (weight \(entry.weight)) is broken or unreadable",
        at: SourceLocation(file: entry.file), hints: ["install the font anew"])
    }
    let face = FontFace(
      number: number, file: entry.file, index: entry.index, postScriptName: entry.postScriptName,
      descriptor: FontDescriptor(
        family: descriptor.family, weight: entry.weight, italic: entry.italic),
      metrics: font.metrics)
    faces[descriptor] = face
    return face
  }

  package func shape(_ text: String, _ attributes: ShapingAttributes) -> ShapedRun {
    let face = attributes.face
    guard let font = font(number: face.number, file: face.file, index: face.index) else {
      return Self.unshaped(text)
    }
    return words.run(for: text, attributes) {
      ShapedRun(
        text: text,
        glyphs: buffer.shape(text, font: font, attributes))
    }
  }

  /// Whether a face can show a character, so that a missing glyph is named before it is set.
  ///
  /// Characters that show nothing (soft hyphens, joiners, spaces of any width) count as there:
  /// HarfBuzz makes them of the space glyph.
  package func covers(_ scalar: Unicode.Scalar, in face: FontFace) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace {
      return true
    }
    let font = font(number: face.number, file: face.file, index: face.index)
    return font?.glyph(of: scalar) != nil
  }

  package func inkBounds(of glyph: UInt32, in face: FontFace) -> InkBounds? {
    font(number: face.number, file: face.file, index: face.index)?.inkBounds(of: glyph)
  }

  package func supports(feature tag: String, in face: FontFace) -> Bool {
    font(number: face.number, file: face.file, index: face.index)?.features.contains(tag) ?? false
  }

  /// The opened font of a face; nil where its file cannot be opened.
  private func font(number: Int, file: String, index: Int) -> HarfBuzzFont? {
    if let known = fonts[number] { return known }
    let opened = HarfBuzzFont(file: file, index: index)
    fonts.updateValue(opened, forKey: number)
    return opened
  }

  /// A run of missing glyphs, one for each character, for a face that cannot be opened.
  private static func unshaped(_ text: String) -> ShapedRun {
    var glyphs: [ShapedGlyph] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      glyphs.append(ShapedGlyph(identifier: 0, cluster: offset, advance: 0.5))
      offset += scalar.utf8.count
    }
    return ShapedRun(text: text, glyphs: glyphs)
  }
}

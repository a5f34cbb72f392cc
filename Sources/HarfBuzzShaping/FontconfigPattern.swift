import CFontconfig

/// A borrowed fontconfig pattern: what fontconfig knows of one face.
struct FontconfigPattern {
  /// Owned by a font set that outlives this value.
  let handle: OpaquePointer

  /// What keeps a face from being set.
  enum Obstacle: String, Sendable {
    /// Cairo 1.16 embeds the default instance of a variable font, whatever weight was asked for.
    case variable = "a variable font"
    /// HarfBuzz and the PDF need TrueType or CFF outlines.
    case bitmap = "a font without TrueType or CFF outlines"
    case colour = "a colour font"
  }

  /// Why the face cannot be set; nil where it can.
  var obstacle: Obstacle? {
    if bool(FC_VARIABLE) || (integer(FC_INDEX) ?? 0) >> 16 != 0 { return .variable }
    if bool(FC_COLOR) { return .colour }
    let format = strings(FC_FONTFORMAT).first
    guard bool(FC_OUTLINE), bool(FC_SCALABLE), format == "TrueType" || format == "CFF" else {
      return .bitmap
    }
    return nil
  }

  /// All names of the family.
  var families: [String] { strings(FC_FAMILY) }

  /// The face in the catalogue's terms; nil where the pattern lacks a file or a family.
  var face: CataloguedFace? {
    guard let file = strings(FC_FILE).first, !families.isEmpty else { return nil }
    let weight = double(FC_WEIGHT).map { FcWeightToOpenTypeDouble($0) } ?? 400
    return CataloguedFace(
      file: file, index: integer(FC_INDEX) ?? 0, families: families,
      weight: Int(max(1, min(1000, weight.isFinite ? weight.rounded() : 400))),
      italic: (integer(FC_SLANT) ?? 0) > 0, width: Int(double(FC_WIDTH) ?? 100),
      postScriptName: strings(FC_POSTSCRIPT_NAME).first ?? "")
  }

  /// All values of a property of text; a name comes once for each language.
  private func strings(_ object: String) -> [String] {
    var values: [String] = []
    var bytes: UnsafeMutablePointer<FcChar8>?
    // A pattern has a name for each language; a few dozen are more than any font has.
    while values.count < 64,
      FcPatternGetString(handle, object, Int32(values.count), &bytes) == FcResultMatch, let bytes
    {
      values.append(String(cString: bytes))
    }
    return values
  }

  /// The first value of a whole-number property; nil where the pattern has none.
  private func integer(_ object: String) -> Int? {
    var value: Int32 = 0
    return FcPatternGetInteger(handle, object, 0, &value) == FcResultMatch ? Int(value) : nil
  }

  /// The first value of a property that is a number.
  private func double(_ object: String) -> Double? {
    var value = 0.0
    return FcPatternGetDouble(handle, object, 0, &value) == FcResultMatch ? value : nil
  }

  /// The first value of a property that is true or false; absent is false.
  private func bool(_ object: String) -> Bool {
    var value: FcBool = 0
    return FcPatternGetBool(handle, object, 0, &value) == FcResultMatch && value != 0
  }
}

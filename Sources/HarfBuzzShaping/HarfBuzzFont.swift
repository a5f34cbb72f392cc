import CHarfBuzz
import TextShaping

/// One face opened by HarfBuzz, in units of its em.
final class HarfBuzzFont {
  /// Owned; an `hb_font_t`, which keeps its face and the bytes of the file.
  let handle: OpaquePointer
  /// Units per em, at least 1.
  let unitsPerEm: Double

  /// Opens a face of a file; nil where it is no font that can be shaped.
  init?(file: String, index: Int) {
    guard let blob = hb_blob_create_from_file_or_fail(file) else { return nil }
    defer { hb_blob_destroy(blob) }
    guard index >= 0, index < Int(hb_face_count(blob)) else { return nil }
    let face = hb_face_create(blob, UInt32(index))
    defer { hb_face_destroy(face) }
    let unitsPerEm = hb_face_get_upem(face)
    guard hb_face_get_glyph_count(face) > 0, (16...16_384).contains(unitsPerEm),
      let handle = hb_font_create(face)
    else { return nil }
    self.handle = handle
    self.unitsPerEm = Double(unitsPerEm)
    hb_font_set_scale(handle, Int32(unitsPerEm), Int32(unitsPerEm))
    hb_font_make_immutable(handle)
  }

  deinit { hb_font_destroy(handle) }

  /// The tags of the font's features, in all its scripts.
  private(set) lazy var features: Set<String> = {
    let face = hb_font_get_face(handle)
    var found: Set<String> = []
    for table in ["GSUB", "GPOS"] {
      let name = hb_tag_from_string(table, -1)
      var start: UInt32 = 0
      while true {
        var tags = [hb_tag_t](repeating: 0, count: 64)
        var count = UInt32(tags.count)
        let total = hb_ot_layout_table_get_feature_tags(face, name, start, &count, &tags)
        found.formUnion(tags.prefix(Int(count)).map(Self.text))
        start += count
        if count == 0 || start >= total { break }
      }
    }
    return found
  }()

  /// The four letters of a tag.
  private static func text(_ tag: hb_tag_t) -> String {
    String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }, as: UTF8.self)
  }

  /// The vertical measures: of the OS/2 and hhea tables, else measured on the letters H and x.
  var metrics: FontMetrics {
    FontMetrics(
      ascender: metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER) ?? 0.8,
      descender: metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER) ?? -0.2,
      capHeight: metric(HB_OT_METRICS_TAG_CAP_HEIGHT) ?? height(of: "H") ?? 0.7,
      xHeight: metric(HB_OT_METRICS_TAG_X_HEIGHT) ?? height(of: "x") ?? 0.5)
  }

  /// The nominal glyph of a character; nil where the face lacks it.
  func glyph(of scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(handle, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// The edges of a glyph's ink; nil where it has none.
  func inkBounds(of glyph: UInt32) -> InkBounds? {
    var extents = hb_glyph_extents_t()
    guard hb_font_get_glyph_extents(handle, glyph, &extents) != 0, extents.width != 0 else {
      return nil
    }
    // HarfBuzz measures a glyph's height downward from its top.
    return InkBounds(
      left: Double(extents.x_bearing) / unitsPerEm,
      right: Double(extents.x_bearing + extents.width) / unitsPerEm,
      bottom: Double(extents.y_bearing + extents.height) / unitsPerEm,
      top: Double(extents.y_bearing) / unitsPerEm)
  }

  /// A measure as a share of the em; nil where the font does not say, or says nothing useful.
  private func metric(_ tag: hb_ot_metrics_tag_t) -> Double? {
    var position: hb_position_t = 0
    guard hb_ot_metrics_get_position(handle, tag, &position) != 0, position != 0 else { return nil }
    return Double(position) / unitsPerEm
  }

  /// The height of a letter's top edge above the baseline.
  private func height(of scalar: Unicode.Scalar) -> Double? {
    var extents = hb_glyph_extents_t()
    guard let glyph = glyph(of: scalar),
      hb_font_get_glyph_extents(handle, glyph, &extents) != 0, extents.y_bearing > 0
    else { return nil }
    return Double(extents.y_bearing) / unitsPerEm
  }
}

import CHarfBuzz
import Design
import TextShaping

/// HarfBuzz's working buffer, used again for each text.
final class HarfBuzzBuffer {
  /// Owned; an `hb_buffer_t`, which HarfBuzz always makes, if only an inert one.
  private let handle: OpaquePointer

  init() { handle = hb_buffer_create() }

  deinit { hb_buffer_destroy(handle) }

  /// Shapes a text from left to right.
  func shape(
    _ text: String, font: HarfBuzzFont, _ attributes: ShapingAttributes
  ) -> [ShapedGlyph] {
    hb_buffer_clear_contents(handle)
    hb_buffer_set_direction(handle, HB_DIRECTION_LTR)
    // Set before guessing, which would take the process's locale otherwise.
    hb_buffer_set_language(handle, hb_language_from_string(attributes.language, -1))
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        let length = Int32(clamping: characters.count)
        hb_buffer_add_utf8(handle, characters.baseAddress, length, 0, length)
      }
    }
    hb_buffer_guess_segment_properties(handle)
    if hb_buffer_get_script(handle) == HB_SCRIPT_INVALID {
      // Nothing but figures and signs: they are kerned as they are between Latin letters.
      hb_buffer_set_script(handle, HB_SCRIPT_LATIN)
    }
    var settings = attributes.features.map { feature in
      hb_feature_t(
        tag: hb_tag_from_string(feature.tag, -1), value: feature.value, start: 0, end: .max)
    }
    // A ligature needs the feature at each of its letters; clusters are bytes of the text.
    for offset in attributes.unjoined where offset > 0 {
      for tag in ["liga", "clig", "dlig"] {
        settings.append(
          hb_feature_t(
            tag: hb_tag_from_string(tag, -1), value: 0, start: UInt32(offset - 1),
            end: UInt32(offset)))
      }
    }
    hb_shape(font.handle, handle, settings, UInt32(settings.count))
    return glyphs(unitsPerEm: font.unitsPerEm)
  }

  /// The glyphs that shaping left in the buffer.
  private func glyphs(unitsPerEm: Double) -> [ShapedGlyph] {
    var count: UInt32 = 0
    guard let information = hb_buffer_get_glyph_infos(handle, &count),
      let positions = hb_buffer_get_glyph_positions(handle, &count)
    else { return [] }
    return (0..<Int(count)).map { index in
      let position = positions[index]
      return ShapedGlyph(
        identifier: information[index].codepoint, cluster: Int(information[index].cluster),
        advance: Double(position.x_advance) / unitsPerEm,
        xOffset: Double(position.x_offset) / unitsPerEm,
        yOffset: Double(position.y_offset) / unitsPerEm)
    }
  }
}

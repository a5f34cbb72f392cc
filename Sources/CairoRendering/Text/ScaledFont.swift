import CCairo
import Diagnostics

/// A font at one size, without hints and with unrounded measures.
final class ScaledFont {
  /// Owned; a `cairo_scaled_font_t`, which keeps its font face.
  let handle: OpaquePointer

  /// Makes the font at a size in points, so many times wider than high, on a surface with so many units per point.
  init(
    _ font: CairoFont, size: Double, scale: Double, unitsPerPoint: Double
  ) throws(Diagnostic) {
    var matrix = cairo_matrix_t()
    cairo_matrix_init_scale(&matrix, size * scale, size)
    var surfaceMatrix = cairo_matrix_t()
    cairo_matrix_init_scale(&surfaceMatrix, unitsPerPoint, unitsPerPoint)
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    guard let handle = cairo_scaled_font_create(font.handle, &matrix, &surfaceMatrix, options)
    else { throw CairoFailure.diagnostic(CAIRO_STATUS_NO_MEMORY, "a font") }
    self.handle = handle
    try CairoFailure.check(cairo_scaled_font_status(handle), "a font")
  }

  deinit { cairo_scaled_font_destroy(handle) }
}

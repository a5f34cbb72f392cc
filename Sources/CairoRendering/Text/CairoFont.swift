import CCairo
import CFreeType
import Diagnostics
import TextShaping

/// A face as Cairo draws it, unhinted.
final class CairoFont {
  /// Owned; a `cairo_font_face_t`.
  let handle: OpaquePointer

  /// What the FreeType face is filed under among the user data: only its address counts, nobody
  /// reads or writes what is there, so that threads may share it.
  private nonisolated(unsafe) static let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(
    capacity: 1)

  /// Opens a face; throws where its file is gone or broken.
  init(_ face: FontFace) throws(Diagnostic) {
    let freeType = try FreeTypeFace(face)
    // Hints fit glyphs to pixels, and would change their advances.
    guard
      let handle = cairo_ft_font_face_create_for_ft_face(freeType.handle, Int32(FT_LOAD_NO_HINTING))
    else { throw CairoFailure.diagnostic(CAIRO_STATUS_NO_MEMORY, "a font") }
    self.handle = handle
    try CairoFailure.check(cairo_font_face_status(handle), "a font")
    // Cairo may use the face after the last owner here has gone: the face leaves with the font.
    let retained = Unmanaged.passRetained(freeType)
    let status = cairo_font_face_set_user_data(
      handle, Self.key, retained.toOpaque(),
      { closure in closure.map { Unmanaged<FreeTypeFace>.fromOpaque($0).release() } })
    if status != CAIRO_STATUS_SUCCESS { retained.release() }
    try CairoFailure.check(status, "a font")
  }

  deinit { cairo_font_face_destroy(handle) }
}

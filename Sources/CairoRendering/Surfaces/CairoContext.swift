import CCairo
import Diagnostics

/// A drawing context on a surface.
final class CairoContext {
  /// Owned; a `cairo_t`.
  let handle: OpaquePointer
  /// Kept alive for the context.
  let surface: CairoSurface

  init(_ surface: CairoSurface) throws(Diagnostic) {
    guard let handle = cairo_create(surface.handle) else {
      throw CairoFailure.diagnostic(CAIRO_STATUS_NO_MEMORY, "a page")
    }
    self.handle = handle
    self.surface = surface
    try check("a page")
  }

  deinit { cairo_destroy(handle) }

  /// Throws if anything drawn so far has failed: Cairo notes the first failure and goes dumb.
  func check(_ subject: String) throws(Diagnostic) {
    try CairoFailure.check(cairo_status(handle), subject)
    try surface.check(subject)
  }

  /// Draws with a state of its own, which is undone afterwards.
  func saving(_ body: () throws(Diagnostic) -> Void) throws(Diagnostic) {
    cairo_save(handle)
    defer { cairo_restore(handle) }
    try body()
  }

  /// Adds a point without extent to the current path, which is then no plain rectangle.
  ///
  /// Cairo 1.16 turns the fill of a rectangle that covers the page into one that begins the page
  /// anew, and forgets on the way that a marked-content sequence is open.
  func keepFromPainting() {
    var (x, y) = (0.0, 0.0)
    cairo_get_current_point(handle, &x, &y)
    cairo_move_to(handle, x, y)
    cairo_close_path(handle)
  }
}

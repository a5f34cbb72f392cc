import CCairo
import Diagnostics
import Geometry

/// A Cairo surface and what it writes to.
final class CairoSurface {
  /// Owned; a `cairo_surface_t`.
  let handle: OpaquePointer
  /// Kept as long as the surface, which writes to it until it is finished.
  private let stream: ByteStream?

  /// Takes over a surface, which is destroyed again if it has failed.
  private init(_ handle: OpaquePointer?, stream: ByteStream? = nil) throws(Diagnostic) {
    guard let handle else { throw CairoFailure.diagnostic(CAIRO_STATUS_NO_MEMORY, "a surface") }
    self.handle = handle
    self.stream = stream
    try check("a surface")
  }

  deinit { cairo_surface_destroy(handle) }

  /// A PDF whose first page has a size in points.
  static func pdf(_ size: Size) throws(Diagnostic) -> CairoSurface {
    let stream = ByteStream()
    return try CairoSurface(
      cairo_pdf_surface_create_for_stream(
        ByteStream.write, Unmanaged.passUnretained(stream).toOpaque(), size.width, size.height),
      stream: stream)
  }

  /// An SVG of a size in points.
  static func svg(_ size: Size) throws(Diagnostic) -> CairoSurface {
    let stream = ByteStream()
    return try CairoSurface(
      cairo_svg_surface_create_for_stream(
        ByteStream.write, Unmanaged.passUnretained(stream).toOpaque(), size.width, size.height),
      stream: stream)
  }

  /// Pixels in memory: 32 bits each, blue first on little-endian machines.
  static func pixels(
    width: Int, height: Int, hasAlpha: Bool
  ) throws(Diagnostic) -> CairoSurface {
    try CairoSurface(
      cairo_image_surface_create(
        hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
  }

  /// Takes over a surface that a function of Cairo has made.
  static func adopting(_ handle: OpaquePointer?) throws(Diagnostic) -> CairoSurface {
    try CairoSurface(handle)
  }

  /// Throws if the surface has failed.
  func check(_ subject: String) throws(Diagnostic) {
    try CairoFailure.check(cairo_surface_status(handle), subject)
  }

  /// Ends the drawing and returns everything written.
  func finish(_ subject: String) throws(Diagnostic) -> [UInt8] {
    cairo_surface_finish(handle)
    try check(subject)
    return stream?.bytes ?? []
  }

  /// Gives the surface the bytes of an encoded picture, which PDF and SVG embed instead of pixels.
  func embed(_ bytes: [UInt8], mimeType: String) throws(Diagnostic) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    let status = cairo_surface_set_mime_data(
      handle, mimeType, copy, UInt(bytes.count), { $0?.deallocate() }, copy)
    if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
    try CairoFailure.check(status, "a picture")
  }

  /// Calls `body` with the rows of an image surface and the bytes from one row to the next.
  func withPixels<Result>(
    _ body: (UnsafeMutablePointer<UInt8>, _ stride: Int) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    cairo_surface_flush(handle)
    guard let data = cairo_image_surface_get_data(handle) else {
      throw CairoFailure.diagnostic(CAIRO_STATUS_SURFACE_TYPE_MISMATCH, "a picture")
    }
    let result = try body(data, Int(cairo_image_surface_get_stride(handle)))
    cairo_surface_mark_dirty(handle)
    return result
  }
}

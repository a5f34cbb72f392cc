import CCairo
import CLibrsvg
// GLib's types come with both libraries, and are one library's for the compiler.
import CPoppler
import Design
import Diagnostics
import Geometry

/// An SVG file as librsvg has read it, in one colour.
///
/// It is read from memory without a base file, so that nothing outside the file is ever opened.
final class SVGDocument {
  /// Owned; a GObject.
  private let handle: UnsafeMutablePointer<RsvgHandle>
  /// What diagnostics call the file.
  private let name: String

  /// Reads a file; `color` is what `currentColor` stands for, at least at the root.
  init(_ bytes: [UInt8], color: RGB?, name: String) throws(Diagnostic) {
    var error: UnsafeMutablePointer<GError>?
    guard let handle = rsvg_handle_new_from_data(bytes, UInt(bytes.count), &error) else {
      throw Self.broken(&error, name: name)
    }
    self.handle = handle
    self.name = name
    // One unit of the file is a point; millimetres and inches then come out right.
    rsvg_handle_set_dpi(handle, 72)
    guard let color else { return }
    func byte(_ share: Double) -> Int { Int((max(0, min(1, share)) * 255).rounded()) }
    let rgb = "rgb(\(byte(color.red)),\(byte(color.green)),\(byte(color.blue)))"
    let style = Array(":root { color: \(rgb) !important }".utf8)
    guard rsvg_handle_set_stylesheet(handle, style, UInt(style.count), &error) != 0 else {
      throw Self.broken(&error, name: name)
    }
  }

  deinit { g_object_unref(handle) }

  /// The natural size in points: the width and height of the file, else those of its view box.
  func naturalSize() throws(Diagnostic) -> Size {
    var width = 0.0
    var height = 0.0
    if rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) == 0 || width <= 0
      || height <= 0
    {
      var (hasWidth, hasHeight, hasBox): (gboolean, gboolean, gboolean) = (0, 0, 0)
      var (ownWidth, ownHeight, box) = (RsvgLength(), RsvgLength(), RsvgRectangle())
      rsvg_handle_get_intrinsic_dimensions(
        handle, &hasWidth, &ownWidth, &hasHeight, &ownHeight, &hasBox, &box)
      (width, height) = hasBox != 0 ? (box.width, box.height) : (0, 0)
    }
    guard width.isFinite, height.isFinite, width > 0, height > 0 else {
      throw Diagnostic(
        "image.no-size", "the SVG file has neither a size nor a view box",
        at: SourceLocation(file: name),
        hints: ["give its <svg> element a viewBox, or a width and a height"])
    }
    return Size(width: width, height: height)
  }

  /// Draws the picture into a rectangle.
  func draw(in frame: Rect, on context: CairoContext) throws(Diagnostic) {
    var viewport = RsvgRectangle(
      x: frame.x, y: frame.y, width: frame.width, height: frame.height)
    var error: UnsafeMutablePointer<GError>?
    guard rsvg_handle_render_document(handle, context.handle, &viewport, &error) != 0 else {
      throw Self.broken(&error, name: name)
    }
  }

  /// Says that the file is broken, in the words of librsvg, and frees its error.
  private static func broken(
    _ error: inout UnsafeMutablePointer<GError>?, name: String
  ) -> Diagnostic {
    var reason = "unknown"
    if let failure = error {
      if let message = failure.pointee.message {
        reason = String(cString: message).split(separator: "\n").first.map(String.init) ?? reason
      }
      g_error_free(failure)
      error = nil
    }
    return Diagnostic(
      "image.broken", "the SVG file is broken or asks for too much (\(reason))",
      at: SourceLocation(file: name), hints: ["save it again as plain SVG"])
  }
}

import CCairo
import Diagnostics
import Geometry

/// A PNG or JPEG picture, read and found sound.
final class RasterPicture {
  let header: RasterHeader
  /// The whole file, which a PDF takes over as it is; of one in printing inks, its look on screen.
  private let bytes: [UInt8]
  /// The whole file in printing inks, for a press; nil for all others.
  private let inkBytes: [UInt8]?
  /// What diagnostics call the file.
  private let name: String
  /// All pixels; made when first wanted.
  private var pixels: CairoSurface?
  /// A stand-in of one pixel that carries the file's bytes; made when first wanted.
  private var embedded: CairoSurface?
  /// The same with the file in printing inks.
  private var embeddedInks: CairoSurface?

  /// Takes over a file's bytes after going through all of them; `inkProfile` is asked for the inks of
  /// files that do not say theirs.
  init(
    _ bytes: [UInt8], header: RasterHeader, name: String, inkProfile: () -> [UInt8]?
  ) throws(Diagnostic) {
    self.header = header
    self.name = name
    if header.components == 4 {
      inkBytes = bytes
      self.bytes = try InkPicture.screenJPEG(
        of: bytes, header: header, profile: inkProfile(), name: name)
      return
    }
    inkBytes = nil
    self.bytes = bytes
    switch header.format {
    case .png: pixels = try Self.decodePNG(bytes, name: name)
    case .jpeg: try JPEGDecoder(name: name).verify(bytes, header)
    }
  }

  /// What the picture keeps in memory, in bytes.
  var weight: Int { bytes.count + (inkBytes?.count ?? 0) + header.width * header.height * 4 }

  /// Draws the whole picture, upright, into a rectangle; with `inks` as a press gets it.
  func draw(
    in frame: Rect, on context: CairoContext, medium: ItemPainter.Medium, inks: Bool
  ) throws(Diagnostic) {
    let cairo = context.handle
    let surface: CairoSurface
    var (width, height) = (Double(header.width), Double(header.height))
    if header.format == .jpeg, medium == .pdf {
      surface = try inks ? inkStandIn() : standIn()
      (width, height) = (1, 1)
    } else {
      surface = try allPixels(embedding: medium == .svg)
    }
    try context.saving { () throws(Diagnostic) in
      cairo_translate(cairo, frame.x, frame.y)
      cairo_scale(cairo, frame.width, frame.height)
      var turn = uprightMatrix
      cairo_transform(cairo, &turn)
      cairo_scale(cairo, 1 / width, 1 / height)
      cairo_set_source_surface(cairo, surface.handle, 0, 0)
      if medium == .pixels {
        // Beyond its edge a picture goes on as at its edge, so that scaling leaves no pale seam.
        cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD)
      }
      cairo_rectangle(cairo, 0, 0, width, height)
      if medium == .pdf { context.keepFromPainting() }
      cairo_fill(cairo)
    }
  }

  /// From the stored picture's unit square to the upright one's (Exif 2.3, 4.6.4, Orientation).
  private var uprightMatrix: cairo_matrix_t {
    func matrix(
      _ xx: Double, _ yx: Double, _ xy: Double, _ yy: Double, _ x0: Double, _ y0: Double
    ) -> cairo_matrix_t { cairo_matrix_t(xx: xx, yx: yx, xy: xy, yy: yy, x0: x0, y0: y0) }
    return switch header.orientation {
    case 2: matrix(-1, 0, 0, 1, 1, 0)
    case 3: matrix(-1, 0, 0, -1, 1, 1)
    case 4: matrix(1, 0, 0, -1, 0, 1)
    case 5: matrix(0, 1, 1, 0, 0, 0)
    case 6: matrix(0, 1, -1, 0, 1, 0)
    case 7: matrix(0, -1, -1, 0, 1, 1)
    case 8: matrix(0, -1, 1, 0, 0, 1)
    default: matrix(1, 0, 0, 1, 0, 0)
    }
  }

  /// The stand-in for PDF: Cairo takes the size of the picture from the file's bytes.
  private func standIn() throws(Diagnostic) -> CairoSurface {
    if let embedded { return embedded }
    let surface = try CairoSurface.pixels(width: 1, height: 1, hasAlpha: false)
    try surface.embed(bytes, mimeType: CAIRO_MIME_TYPE_JPEG)
    embedded = surface
    return surface
  }

  /// The stand-in for a press.
  private func inkStandIn() throws(Diagnostic) -> CairoSurface {
    guard let inkBytes else { return try standIn() }
    if let embeddedInks { return embeddedInks }
    let surface = try CairoSurface.pixels(width: 1, height: 1, hasAlpha: false)
    try surface.embed(inkBytes, mimeType: CAIRO_MIME_TYPE_JPEG)
    embeddedInks = surface
    return surface
  }

  /// The picture in pixels; `embedding` adds the file, which SVG takes instead of the pixels.
  private func allPixels(embedding: Bool) throws(Diagnostic) -> CairoSurface {
    if let pixels { return pixels }
    let surface = try CairoSurface.pixels(
      width: header.width, height: header.height, hasAlpha: false)
    let decoder = try JPEGDecoder(name: name)
    try surface.withPixels { (rows, stride) throws(Diagnostic) in
      try decoder.decode(
        bytes, into: rows, width: header.width, height: header.height, stride: stride)
    }
    if embedding { try surface.embed(bytes, mimeType: CAIRO_MIME_TYPE_JPEG) }
    pixels = surface
    return surface
  }

  /// Where Cairo's PNG reader stands in the bytes.
  private struct Cursor {
    var bytes: UnsafeBufferPointer<UInt8>
    var offset = 0
  }

  /// Decodes a PNG file to its end.
  private static func decodePNG(_ bytes: [UInt8], name: String) throws(Diagnostic) -> CairoSurface {
    let handle = bytes.withUnsafeBufferPointer { buffer in
      var cursor = Cursor(bytes: buffer)
      return withUnsafeMutablePointer(to: &cursor) { cursor in
        cairo_image_surface_create_from_png_stream(
          { closure, data, length in
            guard let cursor = closure?.assumingMemoryBound(to: Cursor.self), let data,
              let start = cursor.pointee.bytes.baseAddress,
              cursor.pointee.offset <= cursor.pointee.bytes.count - Int(length)
            else { return CAIRO_STATUS_READ_ERROR }
            data.update(from: start + cursor.pointee.offset, count: Int(length))
            cursor.pointee.offset += Int(length)
            return CAIRO_STATUS_SUCCESS
          }, cursor)
      }
    }
    do throws(Diagnostic) {
      return try CairoSurface.adopting(handle)
    } catch {
      throw Diagnostic(
        "image.broken", "the PNG file is cut short or broken", at: SourceLocation(file: name),
        hints: ["get the picture anew, or save it again"])
    }
  }
}

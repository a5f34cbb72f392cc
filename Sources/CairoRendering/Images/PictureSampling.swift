import CCairo
package import Diagnostics
package import DisplayList
import Geometry

/// Coarse colours of pictures, for checks of what is set on them.
extension Picture {
  /// The longer edge of what is sampled, in points of colour: under a millimetre each on a full
  /// A4 page, which is less than a letter.
  private static let samples = 384.0

  /// The colours on white paper, averaged over small squares.
  func sampled() throws(Diagnostic) -> PictureColors? {
    let scale = Self.samples / max(size.width, size.height)
    guard scale.isFinite, scale > 0 else { return nil }
    let width = max(1, Int((size.width * scale).rounded()))
    let height = max(1, Int((size.height * scale).rounded()))
    let surface = try CairoSurface.pixels(width: width, height: height, hasAlpha: false)
    let context = try CairoContext(surface)
    cairo_set_source_rgb(context.handle, 1, 1, 1)
    cairo_paint(context.handle)
    let frame = Rect(x: 0, y: 0, width: Double(width), height: Double(height))
    switch self {
    case .raster(let raster): try raster.draw(in: frame, on: context, medium: .pixels, inks: false)
    case .vector(let vector): try vector.draw(in: frame, on: context, color: nil)
    }
    try context.check("a picture")
    let bytes = try surface.withPixels { (rows, stride) throws(Diagnostic) in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(width * height * 3)
      for y in 0..<height {
        for x in 0..<width {
          // Blue comes first on little-endian machines.
          let pixel = rows + y * stride + x * 4
          bytes += [pixel[2], pixel[1], pixel[0]]
        }
      }
      return bytes
    }
    return PictureColors(width: width, height: height, bytes: bytes)
  }
}

extension ImageCatalogue {
  /// The colours of the picture of an absolute file, sampled once.
  package func colors(of file: String) throws(Diagnostic) -> PictureColors? {
    if let known = sampledColors[file] { return known }
    let colors = try picture(file: file).sampled()
    if sampledColors.count >= Self.mostSampled { sampledColors.removeAll() }
    sampledColors[file] = colors
    return colors
  }
}

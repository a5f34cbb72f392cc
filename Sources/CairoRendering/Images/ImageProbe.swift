import Diagnostics
import Geometry

/// Tells what a picture file is from its first bytes.
enum ImageProbe {
  /// The largest file, in bytes.
  static let largestFile = 64 << 20
  /// The largest SVG file, in bytes; text of this size is no illustration any more.
  static let largestSVG = 16 << 20
  /// The longest edge in pixels, and the most pixels: 400 MiB as Cairo keeps them.
  static let longestEdge = 20_000
  static let mostPixels = 100_000_000

  /// A kind of file with what its header says.
  enum Finding {
    case raster(RasterHeader)
    case vector
  }

  /// Finds out what the bytes are; `name` is what a diagnostic calls the file.
  static func probe(_ bytes: [UInt8], name: String) throws(Diagnostic) -> Finding {
    let location = SourceLocation(file: name)
    let header: RasterHeader?
    if PNGHeader.matches(bytes) {
      header = PNGHeader.read(bytes)
    } else if JPEGHeader.matches(bytes) {
      header = JPEGHeader.read(bytes)
    } else if bytes.count <= largestSVG, SVGInspection.matches(bytes) {
      return .vector
    } else {
      throw Diagnostic(
        "image.unknown-kind", "this file is no picture in PNG, JPEG or SVG format", at: location,
        hints: ["save the picture as PNG, JPEG or uncompressed SVG"])
    }
    guard let header else {
      throw Diagnostic(
        "image.broken", "the picture's header is cut short or broken", at: location,
        hints: ["get the picture anew, or save it again"])
    }
    guard header.width <= longestEdge, header.height <= longestEdge,
      header.width * header.height <= mostPixels
    else {
      throw Diagnostic(
        "image.too-large",
        "the picture has \(header.width) × \(header.height) pixels; at most \(longestEdge) along an "
          + "edge and \(mostPixels / 1_000_000) million in all can be used",
        at: location, hints: ["scale the picture down: 300 pixels per inch are enough for print"])
    }
    return .raster(header)
  }
}

import Geometry

/// What the header of a PNG or JPEG file says.
struct RasterHeader: Hashable {
  /// The kinds of files with pixels.
  enum Format: Hashable {
    case png, jpeg
  }

  var format: Format
  /// The stored size in pixels.
  var width: Int
  var height: Int
  /// Pixels per inch across and down; 72 where the file does not say.
  var resolution = Size(width: 72, height: 72)
  /// How the stored pixels are to be turned (Exif 2.3, tag 0x0112), 1 to 8; 1 is upright.
  var orientation = 1
  /// Colour components; 4 are printing inks.
  var components = 3
  /// Whether 255 is no ink: so it is in files with Adobe's marker.
  var inksAreInverted = false

  /// Whether turning swaps width and height.
  var isTransposed: Bool { orientation >= 5 }

  /// The size in points, upright.
  var size: Size {
    let size = Size(
      width: Double(width) * 72 / resolution.width, height: Double(height) * 72 / resolution.height)
    return isTransposed ? Size(width: size.height, height: size.width) : size
  }

  /// Takes over a resolution if it is a sane one: 10 to 10,000 pixels per inch.
  mutating func setResolution(across: Double, down: Double) {
    let sane = 10.0...10_000
    if sane.contains(across), sane.contains(down) {
      resolution = Size(width: across, height: down)
    }
  }
}

import CTurboJPEG
import CairoRendering
import Design
import DisplayList
import Geometry
import Testing

/// Encoded pictures for the tests.
package enum SamplePictures {
  /// The quadrants of every sample, from the top left: red, green, blue, white.
  package static let quadrants: [[UInt8]] = [
    [255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255],
  ]

  private static func pixels(width: Int, height: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width { bytes += quadrants[(y * 2 / height) * 2 + x * 2 / width] }
    }
    return bytes
  }

  /// A JPEG file of four coloured quadrants.
  package static func jpeg(width: Int = 64, height: Int = 32, gray: Bool = false) throws -> [UInt8]
  {
    try compress(
      pixels(width: width, height: height), width: width, height: height, format: TJPF_RGB,
      sampling: gray ? TJSAMP_GRAY : TJSAMP_444)
  }

  /// A JPEG file of 32 × 32 pixels in one mixture of inks, of bytes from 0 (none) to 255.
  ///
  /// As programs for pictures write it: with Adobe's marker, and counting paper in place of ink.
  package static func jpegInInks(_ inks: [UInt8] = [165, 165, 165, 165]) throws -> [UInt8] {
    let pixel = inks.map { 255 - $0 }
    return try compress(
      (0..<32 * 32).flatMap { _ in pixel }, width: 32, height: 32, format: TJPF_CMYK,
      sampling: TJSAMP_444)
  }

  private static func compress(
    _ pixels: [UInt8], width: Int, height: Int, format: TJPF, sampling: TJSAMP
  ) throws -> [UInt8] {
    let handle = try #require(tjInitCompress())
    defer { tjDestroy(handle) }
    var buffer: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    let status = tjCompress2(
      handle, pixels, Int32(width), 0, Int32(height), format.rawValue, &buffer, &size,
      Int32(sampling.rawValue), 95, 0)
    defer { tjFree(buffer) }
    try #require(status == 0)
    return Array(UnsafeBufferPointer(start: buffer, count: Int(size)))
  }

  /// A JPEG file with an Exif orientation, in either byte order.
  package static func jpeg(orientation: UInt8, littleEndian: Bool) throws -> [UInt8] {
    let tiff: [UInt8] =
      littleEndian
      ? [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
      : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
    let exif = Array("Exif".utf8) + [0, 0] + tiff + [0, 0, 0, 0]
    let file = try jpeg()
    return file[..<2] + [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + file[2...]
  }

  /// A PNG file of four coloured quadrants at 144 pixels per inch: 32 × 16 pt.
  package static func png() throws -> [UInt8] {
    var sample = try SamplePublication(size: Size(width: 32, height: 16))
    for (index, entry) in ["red", "green", "blue", "white"].enumerated() {
      let color = quadrants[index].map { Double($0) / 255 }
      sample.publication.palette.entries[entry] = PaletteEntry(
        name: entry, rgb: RGB(red: color[0], green: color[1], blue: color[2]))
      let rect = Rect(x: Double(index % 2) * 16, y: Double(index / 2) * 8, width: 16, height: 8)
      sample.draw(Shape(path: Path(rect: rect), fill: PaletteColor(entry)))
    }
    return try PNGRenderer(SamplePublication.resources())
      .render(page: 0, of: sample.publication, .pixelsPerInch(144))
  }

  /// A square SVG icon of 24 pt that is filled with `currentColor`.
  package static let icon = svg("<rect width='24' height='24' fill='currentColor'/>")

  /// An SVG file of 24 pt with some content.
  package static func svg(_ content: String, before: String = "") -> [UInt8] {
    Array(
      (before + "<svg xmlns='http://www.w3.org/2000/svg' "
        + "xmlns:xlink='http://www.w3.org/1999/xlink' width='24' height='24'>\n\(content)\n</svg>")
        .utf8)
  }
}

import CZlib
import Diagnostics

/// Writes pixels as a PNG file (ISO/IEC 15948): 8-bit sRGB without alpha.
///
/// Cairo's own writer takes thirty times as long as drawing, for hardly smaller files.
enum PNGEncoder {
  /// zlib's level: 6 is a fifth larger than 9 at a quarter of its time on pages of text.
  private static let level: Int32 = 6

  /// Encodes rows of blue, green, red and a spare byte.
  static func encode(
    _ rows: UnsafePointer<UInt8>, stride: Int, width: Int, height: Int, pixelsPerInch: Double
  ) throws(Diagnostic) -> [UInt8] {
    let filtered = filter(rows, stride: stride, width: width, height: height)
    var length = compressBound(UInt(filtered.count))
    var compressed = [UInt8](repeating: 0, count: Int(length))
    guard compress2(&compressed, &length, filtered, UInt(filtered.count), level) == Z_OK else {
      throw Diagnostic("render.failed", "the PNG file could not be compressed: memory is out")
    }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file.reserveCapacity(Int(length) + 128)
    // 8 bits, RGB, deflate, adaptive filters, not interlaced.
    append("IHDR", big(width) + big(height) + [8, 2, 0, 0, 0], to: &file)
    // Perceptual intent.
    append("sRGB", [0], to: &file)
    let perMetre = Int((pixelsPerInch / 0.0254).rounded())
    append("pHYs", big(perMetre) + big(perMetre) + [1], to: &file)
    append("IDAT", compressed[..<Int(length)], to: &file)
    append("IEND", [], to: &file)
    return file
  }

  /// The rows as RGB, each behind the number of its filter: 1 (Sub) takes off the pixel to the
  /// left, 2 (Up) the one above; whichever leaves the smaller sum of magnitudes is taken (12.8).
  private static func filter(
    _ rows: UnsafePointer<UInt8>, stride: Int, width: Int, height: Int
  ) -> [UInt8] {
    let rowLength = width * 3
    var above = [UInt8](repeating: 0, count: rowLength)
    var current = above
    var sub = above
    var up = above
    var output: [UInt8] = []
    output.reserveCapacity((rowLength + 1) * height)
    for y in 0..<height {
      let row = rows + y * stride
      for x in 0..<width {
        current[x * 3] = row[x * 4 + 2]
        current[x * 3 + 1] = row[x * 4 + 1]
        current[x * 3 + 2] = row[x * 4]
      }
      var (subSum, upSum) = (0, 0)
      for index in 0..<rowLength {
        let left = index >= 3 ? current[index - 3] : 0
        sub[index] = current[index] &- left
        up[index] = current[index] &- above[index]
        subSum += Int(Int8(bitPattern: sub[index]).magnitude)
        upSum += Int(Int8(bitPattern: up[index]).magnitude)
      }
      output.append(subSum < upSum ? 1 : 2)
      output.append(contentsOf: subSum < upSum ? sub : up)
      swap(&above, &current)
    }
    return output
  }

  /// Adds a chunk: its length, name, content and checksum.
  private static func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
    append(name, content[...], to: &file)
  }

  private static func append(_ name: String, _ content: ArraySlice<UInt8>, to file: inout [UInt8]) {
    file += big(content.count)
    let start = file.count
    file += name.utf8
    file += content
    let checksum = file[start...].withUnsafeBufferPointer { bytes in
      crc32(0, bytes.baseAddress, UInt32(bytes.count))
    }
    file += big(Int(checksum))
  }

  /// Four bytes, most significant first.
  private static func big(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}

import CZlib
import Diagnostics

/// Writes pixels as a PNG file (ISO/IEC 15948): 8-bit sRGB without alpha.
///
/// Cairo's own writer gives neither the colour space nor the density.
enum PNGEncoder {
  /// zlib's level: lower ones save a third of the time on pages of text, but not on flat colours.
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
    let length = (rowLength + 1) * height
    return [UInt8](unsafeUninitializedCapacity: length) { output, count in
      // The row as it is behind three zeros, and the one above it.
      var current = [UInt8](repeating: 0, count: rowLength + 3)
      var above = current
      for y in 0..<height {
        let row = rows + y * stride
        let target = UnsafeMutableBufferPointer(
          rebasing: output[y * (rowLength + 1)..<(y + 1) * (rowLength + 1)])
        current.withUnsafeMutableBufferPointer { current in
          for x in 0..<width {
            current[x * 3 + 3] = row[x * 4 + 2]
            current[x * 3 + 4] = row[x * 4 + 1]
            current[x * 3 + 5] = row[x * 4]
          }
          above.withUnsafeBufferPointer { above in
            var (subSum, upSum) = (0, 0)
            for index in 3..<rowLength + 3 {
              subSum += Int(Int8(bitPattern: current[index] &- current[index - 3]).magnitude)
              upSum += Int(Int8(bitPattern: current[index] &- above[index]).magnitude)
            }
            let usesSub = subSum < upSum
            target[0] = usesSub ? 1 : 2
            for index in 3..<rowLength + 3 {
              target[index - 2] = current[index] &- (usesSub ? current[index - 3] : above[index])
            }
          }
        }
        swap(&above, &current)
      }
      count = length
    }
  }

  /// Adds a chunk: its length, name, content and checksum.
  private static func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
    append(name, content[...], to: &file)
  }

  /// The checksum covers the name and the content, but not the length (5.3).
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

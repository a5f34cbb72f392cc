/// Reads the header of a PNG file (ISO/IEC 15948).
enum PNGHeader {
  /// The first bytes of every PNG file (5.2).
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Whether the bytes begin as a PNG file does.
  static func matches(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  /// The header; nil where the file is broken before its picture begins.
  static func read(_ bytes: [UInt8]) -> RasterHeader? {
    var reader = BigEndianReader(bytes, at: signature.count)
    guard let length = reader.integer(4), length == 13, reader.tag() == "IHDR",
      let width = reader.integer(4), let height = reader.integer(4), width > 0, height > 0
    else { return nil }
    var header = RasterHeader(format: .png, width: width, height: height)
    reader.skip(5 + 4)
    // The chunks before the picture; pHYs gives pixels per metre.
    while let length = reader.integer(4), let tag = reader.tag(), tag != "IDAT", tag != "IEND" {
      var chunk = reader
      if tag == "pHYs", length == 9, let across = chunk.integer(4), let down = chunk.integer(4),
        chunk.integer(1) == 1
      {
        header.setResolution(across: Double(across) * 0.0254, down: Double(down) * 0.0254)
      }
      reader.skip(length + 4)
    }
    return header
  }
}

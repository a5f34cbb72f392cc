/// Reads the header of a JPEG file (ITU T.81, JFIF 1.02, Exif 2.3).
enum JPEGHeader {
  /// Whether the bytes begin as a JPEG file does.
  static func matches(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xFF, 0xD8, 0xFF]) }

  /// The header; nil where the file is broken before its picture begins.
  static func read(_ bytes: [UInt8]) -> RasterHeader? {
    var header = RasterHeader(format: .jpeg, width: 0, height: 0)
    var reader = BigEndianReader(bytes, at: 2)
    while let prefix = reader.integer(1), prefix == 0xFF, var marker = reader.integer(1) {
      while marker == 0xFF, let next = reader.integer(1) { marker = next }
      // Markers without a length: TEM and the restarts.
      if marker == 0x01 || (0xD0...0xD7).contains(marker) { continue }
      guard let length = reader.integer(2), length >= 2 else { return nil }
      let segment = BigEndianReader(bytes, at: reader.offset, end: reader.offset + length - 2)
      switch marker {
      case 0xE0: readJFIF(segment, into: &header)
      case 0xE1: readExif(bytes, segment, into: &header)
      case 0xEE:
        var name = segment
        if name.tag() == "Adob" { header.inksAreInverted = true }
      case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
        var frame = segment
        frame.skip(1)
        guard let height = frame.integer(2), let width = frame.integer(2),
          let components = frame.integer(1), width > 0, height > 0
        else { return nil }
        (header.width, header.height, header.components) = (width, height, components)
        // The frame header comes after the application segments.
        return header
      case 0xD9, 0xDA: return nil
      default: break
      }
      reader.skip(length - 2)
    }
    return nil
  }

  /// The density of an APP0 segment: `JFIF`, 0, version, unit (1 inch, 2 cm), across, down.
  private static func readJFIF(_ segment: BigEndianReader, into header: inout RasterHeader) {
    var reader = segment
    guard reader.tag() == "JFIF" else { return }
    reader.skip(3)
    guard let unit = reader.integer(1), let across = reader.integer(2), let down = reader.integer(2)
    else { return }
    let perInch = unit == 2 ? 2.54 : 1
    if unit == 1 || unit == 2 {
      header.setResolution(across: Double(across) * perInch, down: Double(down) * perInch)
    }
  }

  /// The orientation in an APP1 segment: `Exif`, 0, 0, then a TIFF file of one directory.
  private static func readExif(
    _ bytes: [UInt8], _ segment: BigEndianReader, into header: inout RasterHeader
  ) {
    var reader = segment
    guard reader.tag() == "Exif", reader.integer(2) == 0 else { return }
    let start = reader.offset
    guard let order = reader.integer(2), order == 0x4949 || order == 0x4D4D else { return }
    reader.isLittleEndian = order == 0x4949
    guard reader.integer(2) == 42, let directory = reader.integer(4), directory >= 8 else { return }
    reader.skip(directory - (reader.offset - start))
    guard let count = reader.integer(2) else { return }
    // Entries of 12 bytes: tag, type, count, value.
    for _ in 0..<min(count, 512) {
      guard let tag = reader.integer(2), let type = reader.integer(2), let count = reader.integer(4)
      else { return }
      if tag == 0x0112, type == 3, count == 1 {
        if let value = reader.integer(2), (1...8).contains(value) { header.orientation = value }
        return
      }
      reader.skip(4)
    }
  }
}

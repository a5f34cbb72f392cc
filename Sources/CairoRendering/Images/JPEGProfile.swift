/// Reads the colour profile in a JPEG file (ICC.1:2010, annex B.4).
enum JPEGProfile {
  /// The profile of printing inks in a file; nil where it has none, or one of something else.
  static func inks(of bytes: [UInt8]) -> [UInt8]? {
    guard let profile = read(bytes), profile.count >= 132,
      profile[16..<20].elementsEqual("CMYK".utf8), profile[36..<40].elementsEqual("acsp".utf8)
    else { return nil }
    return profile
  }

  /// The parts of the segments `ICC_PROFILE`, put together by their numbers.
  private static func read(_ bytes: [UInt8]) -> [UInt8]? {
    var parts: [Int: ArraySlice<UInt8>] = [:]
    var count = 0
    var reader = BigEndianReader(bytes, at: 2)
    let name = Array("ICC_PROFILE".utf8) + [0]
    while let prefix = reader.integer(1), prefix == 0xFF, var marker = reader.integer(1) {
      while marker == 0xFF, let next = reader.integer(1) { marker = next }
      // The picture begins, and with it the segments end.
      if marker == 0xDA || marker == 0xD9 { break }
      if marker == 0x01 || (0xD0...0xD7).contains(marker) { continue }
      guard let length = reader.integer(2), length >= 2 else { return nil }
      let end = min(bytes.count, reader.offset + length - 2)
      let data = bytes[reader.offset..<end]
      if marker == 0xE2, data.count > name.count + 2, data.starts(with: name) {
        parts[Int(data[data.startIndex + name.count])] = data.dropFirst(name.count + 2)
        count = Int(data[data.startIndex + name.count + 1])
      }
      reader.skip(length - 2)
    }
    guard count > 0, parts.count == count else { return nil }
    var profile: [UInt8] = []
    for number in 1...count {
      guard let part = parts[number] else { return nil }
      profile += part
    }
    return profile
  }
}

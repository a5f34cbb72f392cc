import CZlib
import Testing
import SamplePublications

/// The pixels of a PNG file, read by the letter of ISO/IEC 15948, filters 0 to 2 only.
struct DecodedPNG {
  let width: Int
  let height: Int
  /// The names of the chunks in their order.
  let chunks: [String]
  /// Pixels per metre.
  let density: Int
  private let rgb: [UInt8]

  init(_ file: [UInt8]) throws {
    func big(_ offset: Int) -> Int { file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    var offset = 8
    var chunks: [String] = []
    var data: [UInt8] = []
    var density = 0
    while offset < file.count {
      let (length, name) = (
        big(offset), String(decoding: file[offset + 4..<offset + 8], as: UTF8.self)
      )
      let checked = Array(file[offset + 4..<offset + 8 + length])
      try #require(Int(crc32(0, checked, UInt32(checked.count))) == big(offset + 8 + length))
      chunks.append(name)
      if name == "pHYs" { density = big(offset + 8) }
      if name == "IDAT" { data += checked[4...] }
      offset += length + 12
    }
    (width, height) = (big(16), big(20))
    var length = UInt((width * 3 + 1) * height)
    var rows = [UInt8](repeating: 0, count: Int(length))
    try #require(uncompress(&rows, &length, data, UInt(data.count)) == Z_OK)
    try #require(Int(length) == rows.count)
    var rgb = [UInt8](repeating: 0, count: width * height * 3)
    for y in 0..<height {
      let filter = rows[y * (width * 3 + 1)]
      try #require(filter <= 2)
      for x in 0..<width * 3 {
        let left = filter == 1 && x >= 3 ? rgb[y * width * 3 + x - 3] : 0
        let above = filter == 2 && y >= 1 ? rgb[(y - 1) * width * 3 + x] : 0
        rgb[y * width * 3 + x] = rows[y * (width * 3 + 1) + 1 + x] &+ left &+ above
      }
    }
    self.rgb = rgb
    self.chunks = chunks
    self.density = density
  }

  /// Red, green and blue of a pixel.
  func pixel(_ x: Int, _ y: Int) -> [UInt8] {
    Array(rgb[(y * width + x) * 3..<(y * width + x) * 3 + 3])
  }

  /// Which quadrant's colour a pixel has, give or take JPEG's loss; nil for any other.
  func quadrant(_ x: Int, _ y: Int) -> Int? {
    SamplePictures.quadrants.firstIndex { color in
      zip(color, pixel(x, y)).allSatisfy { abs(Int($0) - Int($1)) < 40 }
    }
  }
}

package import Design
package import Geometry

/// What colours a picture has where, coarsely: enough to tell whether text on it can be read.
package struct PictureColors: Sendable {
  package let width: Int
  package let height: Int
  /// Red, green and blue of each point, row by row from the top left.
  private let bytes: [UInt8]

  /// Takes over points; nil where they do not fill the rows.
  package init?(width: Int, height: Int, bytes: [UInt8]) {
    guard width > 0, height > 0, bytes.count == width * height * 3 else { return nil }
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// The colour at a place, in shares of the picture's size; beyond the edge it goes on as there.
  package func color(at place: Point) -> RGB {
    func index(_ share: Double, _ count: Int) -> Int {
      // In this order what is no number counts as 0.
      min(Int(min(1, max(0, share)) * Double(count)), count - 1)
    }
    let offset = (index(place.y, height) * width + index(place.x, width)) * 3
    func part(_ number: Int) -> Double { Double(bytes[offset + number]) / 255 }
    return RGB(red: part(0), green: part(1), blue: part(2))
  }
}

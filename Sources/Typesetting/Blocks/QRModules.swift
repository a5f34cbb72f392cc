import CQREncode
import Geometry

/// The dark modules of a QR code (ISO/IEC 18004), as one outline.
///
/// Level M restores 15 % of the code, which paper on a wall needs, and holds 2331 bytes.
struct QRModules: Sendable, Hashable {
  /// Modules along one edge.
  let count: Int
  /// The dark modules, neighbours in a row merged; one unit a module.
  private let runs: [Rect]

  /// The code of a text at error correction level M; nil where the text is empty or too long.
  init?(_ text: String) {
    guard !text.isEmpty, !text.utf8.contains(0),
      let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M)
    else { return nil }
    // The handle does not leave this initialiser.
    defer { QRcode_free(code) }
    guard let data = code.pointee.data else { return nil }
    count = Int(code.pointee.width)
    var runs: [Rect] = []
    for row in 0..<count {
      var column = 0
      while column < count {
        let start = column
        // The lowest bit of a module says whether it is dark.
        while column < count, data[row * count + column] & 1 == 1 { column += 1 }
        if column > start {
          runs.append(
            Rect(x: Double(start), y: Double(row), width: Double(column - start), height: 1))
        }
        column += 1
      }
    }
    self.runs = runs
  }

  /// The outline at an edge length of so many points.
  func path(size: Double) -> Path {
    let module = size / Double(count)
    var path = Path()
    for run in runs {
      path.elements +=
        Path(
          rect: Rect(
            x: run.x * module, y: run.y * module, width: run.width * module, height: module)
        ).elements
    }
    return path
  }

  /// The quiet zone that the standard asks for around the code: four modules, in points.
  func quietZone(size: Double) -> Double { 4 * size / Double(count) }
}

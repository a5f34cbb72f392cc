import CCairo
import Design
import Diagnostics
import Geometry

/// An SVG picture, which stays vector.
final class VectorPicture {
  /// The natural size in points.
  let size: Size
  /// The whole file, read again for each colour.
  private let bytes: [UInt8]
  private let name: String
  /// The picture in each colour that replaces `currentColor`.
  private var documents: [RGB?: SVGDocument] = [:]

  /// More colours than a palette has.
  private static let mostColors = 64

  /// Takes over a file's bytes after reading them.
  init(_ bytes: [UInt8], name: String) throws(Diagnostic) {
    try SVGInspection.check(bytes, name: name)
    let document = try SVGDocument(bytes, color: nil, name: name)
    self.bytes = bytes
    self.name = name
    size = try document.naturalSize()
    documents[nil] = document
  }

  /// What the picture keeps in memory, in bytes: the tree of a file takes some times its size.
  var weight: Int { bytes.count * 12 }

  /// Draws the whole picture into a rectangle; `color` replaces `currentColor`.
  func draw(in frame: Rect, on context: CairoContext, color: RGB?) throws(Diagnostic) {
    let document: SVGDocument
    if let known = documents[color] {
      document = known
    } else {
      if documents.count >= Self.mostColors { documents.removeAll() }
      document = try SVGDocument(bytes, color: color, name: name)
      documents[color] = document
    }
    try document.draw(in: frame, on: context)
  }
}

import Geometry

/// A page of the file: its object, and where things on it stand.
struct PDFPage {
  /// The page object.
  let number: Int
  /// What is shown of the page, in points from the trim's upper left corner.
  let extent: Rect
  /// The size that it was drawn in; what is shown is the upper left part of it.
  let drawn: Size

  /// A point of the page as PDF counts, upwards from the lower left corner of what was drawn.
  ///
  /// Pages keep to their upper edge, so that places in Cairo's content stay what they are.
  func place(of point: Point) -> Point {
    Point(x: point.x - extent.x, y: drawn.height - (point.y - extent.y))
  }

  /// A rectangle of the page as PDF writes it (ISO 32000-1, 7.9.5).
  func box(_ rect: Rect) -> PDFText {
    let (lower, upper) = (
      place(of: Point(x: rect.x, y: rect.maxY)), place(of: Point(x: rect.maxX, y: rect.y))
    )
    var text: PDFText = "["
    for value in [lower.x, lower.y, upper.x, upper.y] {
      text.add(" ")
      text.add(value)
    }
    text.add(" ]")
    return text
  }
}

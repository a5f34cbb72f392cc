/// A rectangle in a page's own coordinates, y upward, in points (ISO 32000-1, 7.9.5).
package struct PDFRectangle: Sendable, Hashable {
  package var left: Double
  package var bottom: Double
  package var right: Double
  package var top: Double

  /// Two opposite corners, in any order.
  package init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    (left, right) = (min(x1, x2), max(x1, x2))
    (bottom, top) = (min(y1, y2), max(y1, y2))
  }

  package var width: Double { right - left }
  package var height: Double { top - bottom }

  package func contains(_ other: PDFRectangle, tolerance: Double = 0.01) -> Bool {
    other.left >= left - tolerance && other.bottom >= bottom - tolerance
      && other.right <= right + tolerance && other.top <= top + tolerance
  }

  /// Whether they share more than an edge.
  package func overlaps(_ other: PDFRectangle) -> Bool {
    other.left < right && other.right > left && other.bottom < top && other.top > bottom
  }

  /// What both hold; nil where they are apart.
  package func intersection(_ other: PDFRectangle) -> PDFRectangle? {
    let (l, r) = (max(left, other.left), min(right, other.right))
    let (b, t) = (max(bottom, other.bottom), min(top, other.top))
    return l <= r && b <= t ? PDFRectangle(l, b, r, t) : nil
  }

  package func union(_ other: PDFRectangle) -> PDFRectangle {
    PDFRectangle(
      min(left, other.left), min(bottom, other.bottom), max(right, other.right),
      max(top, other.top))
  }

  /// Larger by an amount on each side; smaller for a negative one.
  package func grown(by amount: Double) -> PDFRectangle {
    PDFRectangle(left - amount, bottom - amount, right + amount, top + amount)
  }
}

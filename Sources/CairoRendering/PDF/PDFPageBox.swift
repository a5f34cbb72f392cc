import Geometry

/// The size of a page, and the whole points that Cairo draws it in.
///
/// Cairo 1.16 cuts what it draws to the page's size without its fraction: of a page of 419.53 points
/// the last half of a point stays white. So it draws in the next whole points, and the file says
/// afterwards which part of them is the page.
struct PDFPageBox {
  /// What is seen, in points.
  let size: Size

  init(_ size: Size) { self.size = size }

  /// What Cairo draws in, in points.
  var whole: Size {
    Size(width: size.width.rounded(.up), height: size.height.rounded(.up))
  }

  /// The numbers of the box (ISO 32000-1, 7.9.5), which count from the lower edge while Cairo keeps
  /// to the upper one: places that Cairo wrote stay what they are.
  var entries: String {
    let whole = whole
    let numbers = [0, whole.height - size.height, size.width, whole.height]
    return " " + numbers.map { DecimalText.string($0, decimals: 3) }.joined(separator: " ") + " "
  }
}

import Design
import Geometry

/// The places of an area on the two pages of a double page, or of one area on each.
///
/// Distances across are measured from the left page's left trim edge; the right page begins where the
/// left one ends.
struct Spread {
  let left: Rect
  let right: Rect

  /// The area's places; the type area where none is given.
  init(area: FrameArea?, on page: PageGeometry) {
    self.init(left: area, right: area, on: page)
  }

  /// The places of the left and of the right page's area; the type area where one is not given.
  init(left: FrameArea?, right: FrameArea?, on page: PageGeometry) {
    self.left = left?.rect(on: page, isLeft: true) ?? page.typeArea(isLeft: true)
    let place = right?.rect(on: page, isLeft: false) ?? page.typeArea(isLeft: false)
    self.right = place.offset(by: Point(x: page.size.width, y: 0))
  }

  /// Between the two places.
  var gutter: Double { max(0, right.x - left.maxX) }

  /// Both places and what is between them, as high as both are: counterparts start level.
  var rect: Rect {
    let top = max(left.y, right.y)
    return Rect(
      x: left.x, y: top, width: max(0, right.maxX - left.x),
      height: min(left.maxY, right.maxY) - top)
  }

  /// The places as columns of the rectangle around both.
  var columns: ParallelColumns {
    ParallelColumns(shares: [left.width, right.width], gutter: gutter)
  }
}

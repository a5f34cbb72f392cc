import Design
import Geometry

/// The places of one area on the two pages of a double page.
///
/// Distances across are measured from the left page's left trim edge; the right page begins where the
/// left one ends.
struct Spread {
  let left: Rect
  let right: Rect

  /// The area's places; the type area where none is given.
  init(area: FrameArea?, on page: PageGeometry) {
    left = area?.rect(on: page, isLeft: true) ?? page.typeArea(isLeft: true)
    let place = area?.rect(on: page, isLeft: false) ?? page.typeArea(isLeft: false)
    right = place.offset(by: Point(x: page.size.width, y: 0))
  }

  /// Between the two places.
  var gutter: Double { max(0, right.x - left.maxX) }

  /// Both places and what is between them.
  var rect: Rect {
    Rect(x: left.x, y: left.y, width: max(0, right.maxX - left.x), height: left.height)
  }
}

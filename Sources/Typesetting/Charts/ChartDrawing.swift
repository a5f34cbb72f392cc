import DisplayList
import Geometry

/// A chart as it is drawn, in points from its top left corner.
struct ChartDrawing {
  var size: Size
  var items: [DisplayItem] = []
  var firstBaseline: Double?
  var lastBaseline: Double?

  init(size: Size) { self.size = size }

  /// The drawing as a block's answer.
  var fragment: Fragment {
    var fragment = Fragment(size: size, items: items)
    fragment.firstBaseline = firstBaseline
    fragment.lastBaseline = lastBaseline
    return fragment
  }
}

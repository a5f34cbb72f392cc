package import DisplayList
package import Geometry

/// What a block gives for one region; coordinates in points from the fragment's top left corner.
package struct Fragment: Sendable {
  package var size: Size
  /// Distances of the first and last baselines from the top; nil without text.
  package var firstBaseline: Double?
  package var lastBaseline: Double?
  package var items: [DisplayItem]
  package var links: [LinkArea]
  package var destinations: [Destination]
  package var headings: [HeadingMark]
  /// Parts with their places; they are drawn after the fragment's own items.
  package var children: [Child]

  /// A part at its place.
  package struct Child: Sendable {
    package var offset: Point
    package var fragment: Fragment

    package init(offset: Point, fragment: Fragment) {
      self.offset = offset
      self.fragment = fragment
    }
  }

  package init(size: Size, items: [DisplayItem] = []) {
    self.size = size
    self.items = items
    firstBaseline = nil
    lastBaseline = nil
    links = []
    destinations = []
    headings = []
    children = []
  }
}

/// A heading on a page, for the outline and running heads.
package struct HeadingMark: Sendable, Hashable {
  package var level: Int
  package var title: String
  /// Points from the fragment's top.
  package var y: Double

  package init(level: Int, title: String, y: Double) {
    self.level = level
    self.title = title
    self.y = y
  }
}

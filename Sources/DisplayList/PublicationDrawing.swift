package import Design
package import Geometry
package import Languages

/// A publication made up into pages, ready to be drawn.
package struct PublicationDrawing: Sendable {
  package var pages: [PageDrawing]
  package var palette: Palette
  package var outline: [OutlineEntry]
  package var structure: StructureTree
  package var information: DocumentInformation
  /// The index of the page with which the second half of a turned publication begins; nil for others.
  package var turnedFrom: Int?

  package init(
    pages: [PageDrawing], palette: Palette, outline: [OutlineEntry], structure: StructureTree,
    information: DocumentInformation
  ) {
    self.pages = pages
    self.palette = palette
    self.outline = outline
    self.structure = structure
    self.information = information
    turnedFrom = nil
  }
}

/// What the file says of itself.
package struct DocumentInformation: Sendable, Hashable {
  package var title: String
  package var author: String
  package var subject: String
  package var keywords: String
  /// ISO 8601, to the second, in UTC.
  package var creationDate: String
  package var language: LanguageTag
  /// The program and its version.
  package var creator: String

  package init(
    title: String, author: String, subject: String, keywords: String, creationDate: String,
    language: LanguageTag, creator: String
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.creationDate = creationDate
    self.language = language
    self.creator = creator
  }
}

/// One page: its size and what is drawn on it, from the ground up.
package struct PageDrawing: Sendable, Hashable {
  /// The trimmed size in points.
  package var size: Size
  /// How far art may run over the trim, in points.
  package var bleed: Double
  /// The number as readers see it.
  package var label: String
  package var items: [DisplayItem]
  package var links: [LinkArea]
  package var destinations: [Destination]
  /// The whole page stands on its head.
  package var isTurned: Bool

  package init(size: Size, bleed: Double, label: String) {
    self.size = size
    self.bleed = bleed
    self.label = label
    items = []
    links = []
    destinations = []
    isTurned = false
  }

  /// What a file shows of the page, seen from the trim's upper left corner: the trim, or with it
  /// the bleed around it.
  package func extent(bleed showsBleed: Bool) -> Rect {
    let margin = showsBleed ? bleed : 0
    return Rect(
      x: -margin, y: -margin, width: size.width + 2 * margin, height: size.height + 2 * margin)
  }
}

/// A rectangle that leads somewhere.
package struct LinkArea: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case address(String)
    /// The name of a destination.
    case destination(String)
  }

  package var rect: Rect
  package var target: Target
  /// What the link is called.
  package var title: String
  /// The `Link` element of the structure tree; nil where the link is an artifact.
  package var element: Int?

  package init(rect: Rect, target: Target, title: String, element: Int? = nil) {
    self.rect = rect
    self.target = target
    self.title = title
    self.element = element
  }
}

/// A named place on a page.
package struct Destination: Sendable, Hashable {
  package var name: String
  package var point: Point

  package init(name: String, point: Point) {
    self.name = name
    self.point = point
  }
}

/// A line of the bookmarks.
package struct OutlineEntry: Sendable, Hashable {
  package var title: String
  /// From 1.
  package var level: Int
  /// The page, from 0.
  package var page: Int
  /// Points from the page's top edge.
  package var y: Double

  package init(title: String, level: Int, page: Int, y: Double) {
    self.title = title
    self.level = level
    self.page = page
    self.y = y
  }
}

package import Diagnostics
package import DisplayList
package import Geometry
package import Languages

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
  /// The footnotes whose marks stand on its own lines.
  package var footnotes: [FootnoteMark]
  /// Parts with their places; they are drawn after the fragment's own items.
  package var children: [Child]
  /// Drawn below everything else, over the fragment's final size.
  package var ground: Ground?
  /// Whether a parent with room to spare may make it higher.
  package var stretch: Stretch
  /// The step of the page's baseline grid in points, where the fragment's own lines stand on it.
  package var gridStep: Double?
  /// The room at its head that brings its first line to the grid, in points.
  package var gridRoom: Double
  /// It ends with a forced page break: no further column of the page is filled.
  package var endsPage: Bool
  /// It holds languages side by side: a hairline between them goes on into the next such part.
  package var isParallelRow: Bool
  /// Which of the languages side by side it is in, counted from 0; nil where its parent says it, or
  /// nothing is side by side.
  package var side: Int?
  /// Where the layout asked for it, for diagnostics.
  package var location: SourceLocation?
  /// Where text stands at its foot that should stay with what comes next, below other content; nil
  /// where there is none.
  package var danglingText: SourceLocation?
  /// What an editor should mend where the fragment stands as it is; trials report nothing.
  package var warnings: [Diagnostic]
  /// Of a line of text, how far it reaches below its baseline in points.
  package var lineDepth: Double?

  /// A part at its place.
  package struct Child: Sendable {
    package var offset: Point
    package var fragment: Fragment
    /// What becomes of the part when its parent is stretched.
    package var growth: Growth

    package init(offset: Point, fragment: Fragment, growth: Growth = .moves(0)) {
      self.offset = offset
      self.fragment = fragment
      self.growth = growth
    }
  }

  /// What a part does with the height that its parent gains.
  package enum Growth: Sendable, Hashable {
    /// It moves down by this share of it.
    case moves(Double)
    /// It takes it.
    case stretches
  }

  /// Which parts may take height that is left over.
  package enum Stretch: Int, Sendable, Hashable, Comparable {
    /// None.
    case never
    /// A ground: only where nothing follows it.
    case last
    /// Art that fills, wherever it stands.
    case anywhere

    package static func < (a: Stretch, b: Stretch) -> Bool { a.rawValue < b.rawValue }
  }

  package init(size: Size, items: [DisplayItem] = []) {
    self.size = size
    self.items = items
    firstBaseline = nil
    lastBaseline = nil
    links = []
    destinations = []
    headings = []
    footnotes = []
    children = []
    ground = nil
    stretch = .never
    gridStep = nil
    gridRoom = 0
    endsPage = false
    isParallelRow = false
    side = nil
    location = nil
    danglingText = nil
    warnings = []
    lineDepth = nil
  }
}

/// A heading on a page, for the outline and running heads.
package struct HeadingMark: Sendable, Hashable {
  package var level: Int
  package var title: String
  /// Points from the fragment's top.
  package var y: Double
  /// No text stands before it on its page; known when the page is made up.
  package var isAtHead = false
  /// Its language; nil where it stands for all languages of its page.
  package var language: LanguageTag?

  package init(level: Int, title: String, y: Double, language: LanguageTag? = nil) {
    self.level = level
    self.title = title
    self.y = y
    self.language = language
  }
}

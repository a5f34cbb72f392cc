import Diagnostics
import DisplayList
import Geometry

/// What fragments leave on a page: everything at its final place, in drawing order.
///
/// Fragments hold places relative to their parents; here they are added up, once for each item.
struct PageContent {
  private(set) var items: [DisplayItem] = []
  private(set) var links: [LinkArea] = []
  private(set) var destinations: [Destination] = []
  /// Headings with their distance from the page's top.
  private(set) var headings: [HeadingMark] = []
  /// The footnotes whose marks stand on the page.
  private(set) var footnotes: [Int] = []
  /// Art of which nothing is seen.
  private(set) var flatArt: [FlatArt] = []
  /// What its fragments say an editor should mend.
  private(set) var warnings: [Diagnostic] = []

  /// Adds a fragment with all its parts; `origin` is its top left corner on the page.
  mutating func add(_ fragment: Fragment, at origin: Point) {
    if let ground = fragment.ground {
      items += ground.items(in: Rect(origin: origin, size: fragment.size))
      if let flat = FlatArt(fragment) { flatArt.append(flat) }
    }
    for item in fragment.items { items.append(item.offset(by: origin)) }
    for var link in fragment.links {
      link.rect = link.rect.offset(by: origin)
      links.append(link)
    }
    for var destination in fragment.destinations {
      destination.point = destination.point + origin
      destinations.append(destination)
    }
    for var heading in fragment.headings {
      heading.y += origin.y
      heading.isAtHead = headings.isEmpty && !items.contains { $0.mark != .artifact }
      headings.append(heading)
    }
    footnotes += fragment.footnotes.map(\.note)
    warnings += fragment.warnings
    for child in fragment.children { add(child.fragment, at: origin + child.offset) }
  }

  /// Adds what has its place already.
  mutating func add(_ other: PageContent) {
    items += other.items
    links += other.links
    destinations += other.destinations
    headings += other.headings
    footnotes += other.footnotes
    flatArt += other.flatArt
    warnings += other.warnings
  }

  /// Adds a note whose mark stands on the page.
  mutating func add(footnote note: Int) { footnotes.append(note) }

  /// Adds one item at its final place.
  mutating func add(_ item: DisplayItem) { items.append(item) }
  mutating func add(_ warning: Diagnostic) { warnings.append(warning) }
  mutating func add(_ art: FlatArt) { flatArt.append(art) }
  mutating func add(_ link: LinkArea) { links.append(link) }
  mutating func add(_ destination: Destination) { destinations.append(destination) }
  mutating func add(_ heading: HeadingMark) { headings.append(heading) }

  /// The first words of the text whose lines lie below `y`, for messages.
  func beginning(ofTextBelow y: Double = -.infinity) -> String {
    var text = ""
    for item in items {
      guard case .glyphs(let run) = item.content, run.origin.y > y else { continue }
      if !text.isEmpty, text.last != " " { text += " " }
      text += run.text
      if text.count > 60 { return text.prefix(60) + "…" }
    }
    return text
  }
}

extension Fragment {
  /// The place in the layout of the innermost block that reaches below `limit`.
  func location(ofBlockBelow limit: Double, from top: Double = 0) -> SourceLocation? {
    guard top + size.height > limit + Region.tolerance else { return nil }
    for child in children {
      let place = child.fragment.location(ofBlockBelow: limit, from: top + child.offset.y)
      if let place { return place }
    }
    return location
  }
}

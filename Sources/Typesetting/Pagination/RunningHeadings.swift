package import DocumentTree

/// The headings that head a page, level by level.
///
/// A heading ends what was running on its own level and on those below it. The three kinds are those
/// of CSS's named strings (CSS Generated Content for Paged Media, 1.1): last, first, first-except.
package struct RunningHeadings: Sendable, Hashable {
  /// What runs in from the pages before, by level.
  private var continued: [Int: String] = [:]
  private var first: [Int: String] = [:]
  private var last: [Int: String] = [:]
  /// The levels of which a heading stands on the page, or that one of a level above ends at its head.
  private var begun: Set<Int> = []
  /// The levels below a heading of the page: what ran in on them belongs to what it ends.
  private var cleared: Set<Int> = []

  package init() {}

  /// The heading of a level for the page at hand; empty where there is none.
  package func title(level: Int, _ kind: RunningHeading) -> String {
    switch kind {
    case .last: last[level] ?? ""
    case .first:
      first[level] ?? (begun.union(cleared).contains(level) ? "" : continued[level] ?? "")
    case .continued: begun.contains(level) ? "" : continued[level] ?? ""
    }
  }

  /// Goes on to a page with such headings, in reading order.
  mutating func turnPage(with headings: [HeadingMark]) {
    continued = last
    first = [:]
    begun = []
    cleared = []
    for heading in headings {
      last = last.filter { $0.key < heading.level }
      last[heading.level] = heading.title
      if first[heading.level] == nil { first[heading.level] = heading.title }
      begun.insert(heading.level)
      cleared.formUnion((1...6).filter { $0 > heading.level })
      // At a page's head nothing is left above of what the heading ends.
      if heading.isAtHead { begun.formUnion(heading.level...6) }
    }
  }
}

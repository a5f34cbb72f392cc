import Geometry
import Diagnostics
import DisplayList

/// Checks before drawing, for mistakes that Cairo answers with a broken or a silent document.
enum PublicationCheck {
  /// The longest edge of a page in points (ISO 32000-1, annex C.2), and the most pages.
  static let longestEdge = 14_400.0
  /// More than any publication has, and what a run can hold in memory.
  private static let mostPages = 20_000

  /// Throws where the publication cannot become a document.
  static func check(_ publication: PublicationDrawing) throws(Diagnostic) {
    guard !publication.pages.isEmpty else {
      throw Diagnostic("render.no-pages", "the publication has no page")
    }
    guard publication.pages.count <= mostPages else {
      throw Diagnostic("render.too-many-pages", "the publication has more than \(mostPages) pages")
    }
    for page in publication.pages { try check(page) }
    let pages = publication.pages.indices
    if let entry = publication.outline.first(where: { !pages.contains($0.page) || !$0.y.isFinite })
    {
      throw Diagnostic(
        "render.outline", "the bookmark “\(entry.title)” leads to a page that is not there")
    }
    try checkDestinations(publication)
  }

  /// A page by its index from 0, checked.
  static func page(
    _ index: Int, of publication: PublicationDrawing
  ) throws(Diagnostic) -> PageDrawing {
    guard publication.pages.indices.contains(index) else {
      throw Diagnostic("render.no-page", "the publication has no page \(index + 1)")
    }
    try check(publication.pages[index])
    return publication.pages[index]
  }

  /// Throws where the page's size is no page's size.
  static func check(_ page: PageDrawing) throws(Diagnostic) {
    let isSound = [page.size.width, page.size.height].allSatisfy {
      $0.isFinite && $0 >= 1 && $0 + 2 * page.bleed <= longestEdge
    }
    guard isSound, page.bleed.isFinite, page.bleed >= 0 else {
      throw Diagnostic(
        "render.page-size", "a page measures \(page.size.width) × \(page.size.height) pt",
        hints: ["a page's edges are between 1 and \(Int(longestEdge)) pt (5 m) with its bleed"])
    }
  }

  /// Cairo drops the whole document at a link to a name that is not there.
  private static func checkDestinations(_ publication: PublicationDrawing) throws(Diagnostic) {
    var names = Set<String>()
    for destination in publication.pages.lazy.flatMap(\.destinations) {
      guard names.insert(destination.name).inserted else {
        throw Diagnostic(
          "render.duplicate-destination", "two places are called “\(destination.name)”")
      }
    }
    for link in publication.pages.lazy.flatMap(\.links) {
      if case .destination(let name) = link.target, !names.contains(name) {
        throw Diagnostic(
          "render.missing-destination",
          "the link “\(link.title)” leads to “\(name)”, which is on no page",
          hints: Suggestion.hint(for: name, among: names))
      }
    }
  }
}

import CCairo
import Diagnostics
import DisplayList
import Geometry

/// Links, their targets and the bookmarks of a PDF.
enum PDFNavigation {
  /// Writes the links and targets of the page that is being drawn; `origin` is its trim corner.
  static func write(
    _ page: PageDrawing, origin: Point, to context: CairoContext
  ) throws(Diagnostic) {
    for destination in page.destinations {
      let point = destination.point + origin
      var attributes = TagAttributes()
      attributes.add("name", DestinationName.encoded(destination.name))
      attributes.add("x", max(0, point.x))
      attributes.add("y", max(0, point.y))
      tag(CAIRO_TAG_DEST, attributes, context)
    }
    for link in page.links where link.rect.width > 0 && link.rect.height > 0 {
      let rect = link.rect.offset(by: origin)
      var attributes = TagAttributes()
      attributes.add("rect", [rect.x, rect.y, rect.width, rect.height])
      switch link.target {
      case .address(let address):
        attributes.add("uri", try LinkAddress.encoded(address))
      case .destination(let name): attributes.add("dest", DestinationName.encoded(name))
      }
      tag(CAIRO_TAG_LINK, attributes, context)
    }
    try context.check("the links of page \(page.label)")
  }

  /// Writes the bookmarks, nested by their levels; `offset` is how far a page's trim begins below
  /// its upper edge.
  static func write(
    _ outline: [OutlineEntry], offset: (Int) -> Double, to surface: CairoSurface
  ) throws(Diagnostic) {
    // The identifiers of the entries that the next one may belong to, from the root down.
    var ancestors = [Int32(CAIRO_PDF_OUTLINE_ROOT)]
    for entry in outline {
      // A level that was left out counts as its parent's next one.
      let level = min(max(1, entry.level), ancestors.count)
      ancestors.removeLast(ancestors.count - level)
      var attributes = TagAttributes()
      attributes.add("page", Double(entry.page + 1))
      attributes.add("pos", [0, max(0, entry.y + offset(entry.page))])
      let flags = level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0)
      ancestors.append(
        cairo_pdf_surface_add_outline(
          surface.handle, ancestors[level - 1], entry.title, attributes.text, flags))
    }
    try surface.check("the bookmarks")
  }

  /// Begins and ends a tag; what it covers is in its attributes, nothing is drawn within.
  private static func tag(_ name: String, _ attributes: TagAttributes, _ context: CairoContext) {
    cairo_tag_begin(context.handle, name, attributes.text)
    cairo_tag_end(context.handle, name)
  }
}

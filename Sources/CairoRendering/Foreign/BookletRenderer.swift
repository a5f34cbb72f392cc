import CCairo
package import Diagnostics
package import Geometry

/// Draws the pages of a PDF two-up, as an office printer makes a booklet of them.
package struct BookletRenderer {
  /// The sheet in points, landscape.
  private let paper: Size
  /// By how much each sheet pushes the ones within it outwards, in points.
  private let creep: Double

  /// Makes a renderer for a size of paper and a creep, both in points.
  package init(paper: Size, creep: Double) {
    self.paper = Size(
      width: max(paper.width, paper.height), height: min(paper.width, paper.height))
    self.creep = creep
  }

  /// The bytes of the sheets' PDF, the same for the same document; it claims no standard.
  ///
  /// `trims` are the trimmed pages within what is shown of each, from its upper left corner.
  package func render(_ document: ForeignDocument, trims: [Rect]) throws(Diagnostic) -> [UInt8] {
    let surface = try CairoSurface.pdf(paper)
    // Without a date Cairo would write the clock's.
    cairo_pdf_surface_set_metadata(
      surface.handle, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    if let title = document.title {
      cairo_pdf_surface_set_metadata(surface.handle, CAIRO_PDF_METADATA_TITLE, title)
    }
    let context = try CairoContext(surface)
    for side in Booklet(pages: document.pageCount).sides {
      // Inner pages move to the spine, so that their margins stay when the edge is cut.
      let shift = Double(side.depth) * creep
      let half = Size(width: paper.width / 2, height: paper.height)
      if let page = side.left {
        try draw(
          page, of: document, trim: trims[page],
          into: Rect(origin: Point(x: shift, y: 0), size: half), clippedAt: half.width,
          isLeft: true, on: context)
      }
      if let page = side.right {
        try draw(
          page, of: document, trim: trims[page],
          into: Rect(origin: Point(x: half.width - shift, y: 0), size: half),
          clippedAt: half.width, isLeft: false, on: context)
      }
      cairo_show_page(context.handle)
      try context.check("a sheet of the booklet")
    }
    return try surface.finish("the booklet")
  }

  /// Draws a page as large as fits into its half, and nothing of it beyond the spine.
  private func draw(
    _ page: Int, of document: ForeignDocument, trim: Rect, into half: Rect, clippedAt spine: Double,
    isLeft: Bool, on context: CairoContext
  ) throws(Diagnostic) {
    let cairo = context.handle
    let scale = min(half.width / trim.width, half.height / trim.height)
    let corner = Point(
      x: half.x + (half.width - trim.width * scale) / 2,
      y: half.y + (half.height - trim.height * scale) / 2)
    try context.saving { () throws(Diagnostic) in
      cairo_rectangle(cairo, isLeft ? 0 : spine, 0, spine, paper.height)
      cairo_clip(cairo)
      cairo_translate(cairo, corner.x, corner.y)
      cairo_scale(cairo, scale, scale)
      cairo_rectangle(cairo, 0, 0, trim.width, trim.height)
      cairo_clip(cairo)
      cairo_translate(cairo, -trim.x, -trim.y)
      try document.draw(page: page, on: context)
    }
  }
}

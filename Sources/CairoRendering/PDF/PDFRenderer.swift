import CCairo
package import Diagnostics
package import DisplayList
import Geometry

/// Draws the pages of publications as PDF; belongs to one thread.
///
/// What a PDF holds beside drawn pages (structure, links, bookmarks, metadata) is added by
/// finishing.
package struct PDFRenderer {
  private let resources: RenderingResources

  /// Makes a renderer over the resources of one thread.
  package init(_ resources: RenderingResources) { self.resources = resources }

  /// The pages of a publication, equal for equal publications.
  ///
  /// With `bleed`, the pages include their bleed; without it they have their trimmed size, and what
  /// runs over the trim is cut off.
  package func render(
    _ publication: PublicationDrawing, bleed: Bool = false
  ) throws(Diagnostic) -> RenderedPDF {
    try PublicationCheck.check(publication)
    let surface = try CairoSurface.pdf(publication.pages[0].extent(bleed: bleed).size)
    // Without a date Cairo would write the clock's.
    cairo_pdf_surface_set_metadata(
      surface.handle, CAIRO_PDF_METADATA_CREATE_DATE, publication.information.creationDate)
    let context = try CairoContext(surface)
    let recorder = MarkRecorder()
    let painter = ItemPainter(
      context: context, palette: publication.palette, resources: resources, medium: .pdf,
      unitsPerPoint: 1, marks: recorder)
    var marks: [[ContentMark]] = []
    for (index, page) in publication.pages.enumerated() {
      let extent = page.extent(bleed: bleed)
      cairo_pdf_surface_set_size(surface.handle, extent.width, extent.height)
      try context.saving { () throws(Diagnostic) in
        cairo_translate(context.handle, -extent.x, -extent.y)
        if page.isTurned {
          var turn = cairo_matrix_t(
            xx: -1, yx: 0, xy: 0, yy: -1, x0: page.size.width, y0: page.size.height)
          cairo_transform(context.handle, &turn)
        }
        try painter.draw(page.items)
      }
      marks.append(recorder.endPage())
      cairo_show_page(context.handle)
      try context.check("page \(index + 1)")
    }
    return RenderedPDF(bytes: try surface.finish("the PDF"), marks: marks)
  }
}

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

  /// What a PDF is drawn for.
  package enum Purpose: Sendable {
    /// Reading: content is marked for the structure tree, colours are those of the screen.
    case screen
    /// Printing: nothing is marked, colours are codes of inks.
    case print
  }

  /// The pages of a publication, equal for equal publications.
  ///
  /// With `bleed`, the pages include their bleed; without it they have their trimmed size, and what
  /// runs over the trim is cut off.
  package func render(
    _ publication: PublicationDrawing, for purpose: Purpose = .screen, bleed: Bool = false
  ) throws(Diagnostic) -> RenderedPDF {
    try PublicationCheck.check(publication)
    let sizes = publication.pages.map { Self.drawn($0.extent(bleed: bleed).size) }
    let surface = try CairoSurface.pdf(sizes[0])
    // Without a date Cairo would write the clock's.
    cairo_pdf_surface_set_metadata(
      surface.handle, CAIRO_PDF_METADATA_CREATE_DATE, publication.information.creationDate)
    let context = try CairoContext(surface)
    let recorder = purpose == .screen ? MarkRecorder() : nil
    let inks = purpose == .print ? InkRecorder() : nil
    let painter = ItemPainter(
      context: context, palette: publication.palette, resources: resources, medium: .pdf,
      unitsPerPoint: 1, marks: recorder, inks: inks)
    var marks: [[DrawnMark]] = []
    for (index, page) in publication.pages.enumerated() {
      let extent = page.extent(bleed: bleed)
      cairo_pdf_surface_set_size(surface.handle, sizes[index].width, sizes[index].height)
      try context.saving { () throws(Diagnostic) in
        cairo_translate(context.handle, -extent.x, -extent.y)
        if page.isTurned {
          var turn = cairo_matrix_t(
            xx: -1, yx: 0, xy: 0, yy: -1, x0: page.size.width, y0: page.size.height)
          cairo_transform(context.handle, &turn)
        }
        try painter.draw(page.items)
      }
      marks.append(recorder?.endPage() ?? [])
      cairo_show_page(context.handle)
      try context.check("page \(index + 1)")
    }
    var rendered = RenderedPDF(
      bytes: try surface.finish("the PDF"), sizes: sizes, marks: marks)
    rendered.inks = inks?.inks
    return rendered
  }

  /// The size that a page is drawn in, in whole points.
  ///
  /// Cairo 1.16 cuts what it draws to the page's size without its fraction: of a page of 419.53 points
  /// the last half of a point would stay white. Finishing says which part of it is the page.
  private static func drawn(_ size: Size) -> Size {
    Size(width: size.width.rounded(.up), height: size.height.rounded(.up))
  }
}

import CCairo
package import Diagnostics
package import DisplayList
import Geometry

/// Draws publications as PDF; belongs to one thread.
package struct PDFRenderer {
  private let resources: RenderingResources

  /// Makes a renderer over the resources of one thread.
  package init(_ resources: RenderingResources) { self.resources = resources }

  /// The bytes of a PDF, equal for equal publications.
  ///
  /// With `bleed`, the pages include their bleed; without it they have their trimmed size, and what
  /// runs over the trim is cut off.
  package func render(
    _ publication: PublicationDrawing, bleed: Bool = false
  ) throws(Diagnostic) -> [UInt8] {
    try PublicationCheck.check(publication)
    func size(of page: PageDrawing) -> Size {
      let margin = bleed ? page.bleed : 0
      return Size(width: page.size.width + 2 * margin, height: page.size.height + 2 * margin)
    }
    let surface = try CairoSurface.pdf(PDFPageBox(size(of: publication.pages[0])).whole)
    try PDFInformation.write(publication.information, to: surface)
    let context = try CairoContext(surface)
    let painter = ItemPainter(
      context: context, palette: publication.palette, resources: resources, medium: .pdf,
      unitsPerPoint: 1)
    for (index, page) in publication.pages.enumerated() {
      let extent = PDFPageBox(size(of: page)).whole
      cairo_pdf_surface_set_size(surface.handle, extent.width, extent.height)
      cairo_pdf_surface_set_page_label(surface.handle, page.label)
      let origin = bleed ? Point(x: page.bleed, y: page.bleed) : .zero
      try context.saving { () throws(Diagnostic) in
        cairo_translate(context.handle, origin.x, origin.y)
        if page.isTurned {
          var turn = cairo_matrix_t(
            xx: -1, yx: 0, xy: 0, yy: -1, x0: page.size.width, y0: page.size.height)
          cairo_transform(context.handle, &turn)
        }
        if !page.links.isEmpty || !page.destinations.isEmpty { anchorTags(on: context) }
        try painter.draw(page.items)
      }
      try PDFNavigation.write(page, origin: origin, to: context)
      cairo_show_page(context.handle)
      try context.check("page \(index + 1)")
    }
    try PDFNavigation.write(
      publication.outline, offset: { bleed ? publication.pages[$0].bleed : 0 }, to: surface)
    return try PDFRepair.repair(
      surface.finish("the PDF"), language: publication.information.language,
      boxes: publication.pages.map { PDFPageBox(size(of: $0)) })
  }

  /// Draws a white speck of a hundredth of a point below everything else.
  ///
  /// On a page on which nothing is drawn, Cairo 1.16 drops the links and their targets.
  private func anchorTags(on context: CairoContext) {
    cairo_set_source_rgb(context.handle, 1, 1, 1)
    cairo_rectangle(context.handle, 0, 0, 0.01, 0.01)
    cairo_fill(context.handle)
  }
}

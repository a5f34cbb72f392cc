import Geometry
import CCairo
package import Diagnostics
package import DisplayList

/// Draws single pages as PNG; belongs to one thread.
package struct PNGRenderer {
  /// How many pixels a page gets.
  package enum Resolution: Sendable, Hashable {
    case pixelsPerInch(Double)
    /// The picture's width; its height follows from the page.
    case width(Int)
  }

  private let resources: RenderingResources

  /// Makes a renderer over the resources of one thread.
  package init(_ resources: RenderingResources) { self.resources = resources }

  /// The bytes of a PNG file with one page in its trimmed size on white ground.
  package func render(
    page index: Int, of publication: PublicationDrawing, _ resolution: Resolution
  ) throws(Diagnostic) -> [UInt8] {
    let page = try PublicationCheck.page(index, of: publication)
    let unitsPerPoint =
      switch resolution {
      case .pixelsPerInch(let count): count / 72
      case .width(let pixels): Double(pixels) / page.size.width
      }
    let exact = (
      width: page.size.width * unitsPerPoint, height: page.size.height * unitsPerPoint
    )
    let limit = Double(ImageProbe.longestEdge)
    guard unitsPerPoint.isFinite, exact.width >= 1, exact.height >= 1, exact.width <= limit,
      exact.height <= limit, exact.width * exact.height <= Double(ImageProbe.mostPixels)
    else {
      throw Diagnostic(
        "render.pixels",
        "a page of \(page.size.width) × \(page.size.height) pt cannot have so many "
          + "or so few pixels",
        hints: ["up to \(ImageProbe.longestEdge) pixels along an edge can be drawn"])
    }
    let (width, height) = (Int(exact.width.rounded()), Int(exact.height.rounded()))
    let surface = try CairoSurface.pixels(width: width, height: height, hasAlpha: false)
    let context = try CairoContext(surface)
    cairo_set_source_rgb(context.handle, 1, 1, 1)
    cairo_paint(context.handle)
    cairo_scale(context.handle, unitsPerPoint, unitsPerPoint)
    let painter = ItemPainter(
      context: context, palette: publication.palette, resources: resources, medium: .pixels,
      unitsPerPoint: unitsPerPoint)
    try painter.draw(page.items)
    try context.check("page \(index + 1)")
    return try surface.withPixels { (rows, stride) throws(Diagnostic) in
      try PNGEncoder.encode(
        rows, stride: stride, width: width, height: height, pixelsPerInch: unitsPerPoint * 72)
    }
  }
}

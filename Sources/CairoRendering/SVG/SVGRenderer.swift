import Geometry
import CCairo
package import Diagnostics
package import DisplayList

/// Draws single pages as SVG; belongs to one thread.
package struct SVGRenderer {
  private let resources: RenderingResources

  /// Makes a renderer over the resources of one thread.
  package init(_ resources: RenderingResources) { self.resources = resources }

  /// The bytes of an SVG file with one page in its trimmed size, its text as outlines.
  package func render(
    page index: Int, of publication: PublicationDrawing
  ) throws(Diagnostic) -> [UInt8] {
    let page = try PublicationCheck.page(index, of: publication)
    let surface = try CairoSurface.svg(page.size)
    let context = try CairoContext(surface)
    // Paper: without it, dark text is lost on a dark screen.
    cairo_set_source_rgb(context.handle, 1, 1, 1)
    cairo_rectangle(context.handle, 0, 0, page.size.width, page.size.height)
    cairo_fill(context.handle)
    let painter = ItemPainter(
      context: context, palette: publication.palette, resources: resources, medium: .svg,
      unitsPerPoint: 1)
    try painter.draw(page.items)
    cairo_show_page(context.handle)
    try context.check("page \(index + 1)")
    let bytes = SVGIdentifiers.renumbered(try surface.finish("the SVG file"))
    return Self.adding(title: publication.information.title, to: bytes)
  }

  /// Puts the title, which programs read aloud, in front of the drawing.
  private static func adding(title: String, to bytes: [UInt8]) -> [UInt8] {
    guard !title.isEmpty, let root = bytes.firstRange(of: Array("<svg ".utf8)),
      let end = bytes[root.upperBound...].firstIndex(of: UInt8(ascii: ">"))
    else { return bytes }
    var escaped = ""
    for character in title.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      // XML 1.0, 2.2 has no other control characters.
      case "\u{FFFE}", "\u{FFFF}": escaped += " "
      case _ where character.value < 0x20: escaped += " "
      default: escaped.unicodeScalars.append(character)
      }
    }
    return Array(bytes[...end]) + "\n<title>\(escaped)</title>".utf8 + bytes[(end + 1)...]
  }
}

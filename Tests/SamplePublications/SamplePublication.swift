package import CairoRendering
package import Design
import Diagnostics
package import DisplayList
package import Geometry
package import HarfBuzzShaping
import Languages
import Testing
import TextShaping

/// Makes small publications with real typefaces.
package struct SamplePublication {
  package let shaper: HarfBuzzShaper
  package var publication: PublicationDrawing

  /// The palette of the samples.
  package static let palette = Palette(entries: [
    "ink": PaletteEntry(name: "ink", rgb: RGB(red: 0.12, green: 0.14, blue: 0.15)),
    "signal": PaletteEntry(
      name: "signal", rgb: RGB(red: 242 / 255, green: 183 / 255, blue: 5 / 255)),
    "teal": PaletteEntry(name: "teal", rgb: RGB(red: 0, green: 0.46, blue: 0.45)),
  ])

  /// Makes a publication of so many empty pages of A6.
  package init(pages: Int = 1, size: Size = Size(width: 298, height: 420), bleed: Double = 9) throws
  {
    let catalogue = try #require(FontCatalogue.read(folders: []).output)
    shaper = HarfBuzzShaper(catalogue: catalogue)
    publication = PublicationDrawing(
      pages: (1...pages).map { PageDrawing(size: size, bleed: bleed, label: "\($0)") },
      palette: Self.palette, outline: [], structure: StructureTree(),
      information: DocumentInformation(
        title: "Größe & Maß", author: "Stadt Dortmund", subject: "Probe", keywords: "eins, zwei",
        creationDate: "2024-05-31T12:00:00Z", language: try #require(LanguageTag("de")),
        creator: "umbruch 1"))
  }

  /// Adds a line of text.
  package mutating func write(
    _ text: String, at x: Double, _ y: Double, family: String = "Vollkorn", weight: Int = 400,
    size: Double = 12, color: PaletteColor = PaletteColor("ink"), page: Int = 0,
    softHyphen: Bool = false, scale: Double = 1
  ) throws {
    let face = try shaper.face(for: FontDescriptor(family: family, weight: weight))
    let run = shaper.shape(text, ShapingAttributes(face: face, language: "de"))
    var pen = 0.0
    let glyphs = run.glyphs.map { glyph in
      defer { pen += glyph.advance * size * scale }
      return PositionedGlyph(
        identifier: glyph.identifier, x: pen + glyph.xOffset * size, y: -glyph.yOffset * size,
        cluster: glyph.cluster)
    }
    var drawn = GlyphRun(
      face: face, size: size, color: color, origin: Point(x: x, y: y), glyphs: glyphs, text: text,
      language: publication.information.language, endsWithSoftHyphen: softHyphen)
    drawn.scale = scale
    publication.pages[page].items.append(DisplayItem(.glyphs(drawn)))
  }

  /// Adds a shape.
  package mutating func draw(_ shape: Shape, page: Int = 0) {
    publication.pages[page].items.append(DisplayItem(.shape(shape)))
  }

  /// Resources over a resolver that takes every path as it is.
  package static func resources() -> RenderingResources {
    RenderingResources(images: ImageCatalogue(resolve: { (path) throws(Diagnostic) in path }))
  }
}

import CairoRendering
import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import HarfBuzzShaping
import PDFFinishing
import Languages
import TextShaping
import Typesetting

/// Sets the paragraphs of the benchmark, with the program's own fonts, dictionaries and drawing.
final class BenchmarkSetter {
  /// Body text as brochures have it, in points.
  static let family = "Vollkorn"
  static let size = 10.0
  static let leading = 13.0

  /// The benchmark's texts have no pictures.
  private final class NoImages: ImageSource {
    func image(_ file: String) throws(Diagnostic) -> (file: String, width: Double, height: Double) {
      throw Diagnostic("image.missing", "the benchmark has no picture “\(file)”")
    }
  }

  let face: FontFace
  let shaper: HarfBuzzShaper
  private let context: TypesettingContext
  private let palette = Palette(entries: [
    "ink": PaletteEntry(name: "ink", rgb: RGB(red: 0, green: 0, blue: 0))
  ])

  /// Sets with these costs of justified lines.
  init(costs: JustificationCosts = JustificationCosts()) throws(Diagnostic) {
    let catalogue = FontCatalogue.read(folders: [])
    guard let fonts = catalogue.output else {
      throw catalogue.diagnostics.first ?? Diagnostic("font.none", "there are no fonts")
    }
    shaper = HarfBuzzShaper(catalogue: fonts)
    face = try shaper.face(for: FontDescriptor(family: Self.family))
    context = TypesettingContext(
      shaper: shaper, languages: .builtIn, palette: palette, hyphenation: LibHyphenSource(),
      images: NoImages(), costs: costs)
  }

  /// The advance of the face's space in points, as the font has it.
  var naturalSpace: Double {
    shaper.shape(" ", ShapingAttributes(face: face, language: "en")).advance * Self.size
  }

  /// Justified, with hyphens, and nothing given beside the spaces.
  var plainStyle: TextStyle {
    var style = TextStyle(
      name: "body", font: FontDescriptor(family: Self.family), size: Self.size,
      leading: Self.leading, color: PaletteColor("ink"))
    style.alignment = .justify
    return style
  }

  /// The lines of a paragraph by total fit.
  func set(
    _ text: String, _ style: TextStyle, language: String, width: Double
  ) throws(Diagnostic) -> SetParagraph {
    try context.set(setting(text, style, language), width: width)
  }

  /// The places where the lines of a paragraph may end.
  func places(_ text: String, language: String) throws(Diagnostic) -> [LinePlace] {
    try context.linePlaces(of: setting(text, plainStyle, language))
  }

  private func setting(
    _ text: String, _ style: TextStyle, _ language: String
  ) throws(Diagnostic) -> ParagraphSetting {
    guard let tag = LanguageTag(language) else {
      throw Diagnostic("language.tag", "“\(language)” is no language tag")
    }
    return ParagraphSetting(inlines: [.text(text)], style: style, language: tag)
  }

  /// A PDF with one page for each paragraph, as wide as the measure.
  func pdf(_ paragraphs: [SetParagraph], width: Double) throws(Diagnostic) -> [UInt8] {
    let pages = paragraphs.enumerated().map { number, paragraph in
      var page = PageDrawing(
        size: Size(width: width, height: paragraph.height + Self.leading), bleed: 0,
        label: "\(number + 1)")
      var top = 0.0
      for line in paragraph.lines {
        page.items += line.items.map { $0.offset(by: Point(x: 0, y: top + line.ascent)) }
        top += line.leading
      }
      return page
    }
    guard let language = LanguageTag("de") else { return [] }
    let drawing = PublicationDrawing(
      pages: pages, palette: palette, outline: [], structure: StructureTree(),
      information: DocumentInformation(
        title: "Lines", author: "", subject: "", keywords: "",
        creationDate: "2000-01-01T00:00:00Z", language: language, creator: "umbruch"))
    let images = ImageCatalogue { path throws(Diagnostic) in
      throw Diagnostic("image.missing", "the benchmark has no picture “\(path)”")
    }
    return try ScreenEdition.finish(
      PDFRenderer(RenderingResources(images: images)).render(drawing), of: drawing)
  }
}

import ReportModel
import Design
import CairoRendering
import CSVExport
import DataBinding
import Diagnostics
import DisplayList
import DocumentTree
import HarfBuzzShaping
import Languages
import LayoutLanguage
import MarkdownExport
import PDFFinishing
import SourceFiles
import Typesetting

/// Takes one publication through the whole pipeline; owns the C handles of one thread.
final class PublicationWorker {
  private let inputs: WorkspaceInputs
  private let resources: RenderingResources
  private let shaper: HarfBuzzShaper
  private let hyphenation: LibHyphenSource
  private let images: WorkspaceImages

  /// Where Markdown finds pictures; nil where nothing is written.
  private let pictures: PicturePaths?

  init(inputs: WorkspaceInputs, fonts: FontCatalogue, pictures: PicturePaths? = nil) {
    self.inputs = inputs
    self.pictures = pictures
    images = WorkspaceImages(inputs: inputs)
    resources = RenderingResources(images: images.catalogue)
    shaper = HarfBuzzShaper(catalogue: fonts)
    hyphenation = inputs.hyphenation
  }

  /// A file that a publication gives, not yet written.
  struct Product {
    var suffix: String
    var format: String
    var bytes: [UInt8]
    var pages: Int
  }

  /// A publication with its typeset pages.
  struct SetPublication {
    var tree: PublicationTree
    var drawing: PublicationDrawing
  }

  /// Binds and typesets one publication in one language; nil where it has errors.
  func set(_ job: PublicationJob) -> Diagnosed<SetPublication> {
    let bound = job.binder.bind(job.plan, languages: job.languages)
    guard let tree = bound.output, !bound.diagnostics.hasErrors else {
      return Diagnosed(nil, bound.diagnostics)
    }
    let context = TypesettingContext(
      shaper: shaper, languages: inputs.languages, palette: tree.theme.palette,
      hyphenation: hyphenation, images: images)
    let set = PublicationSetter.set(tree, context: context)
    let diagnostics = bound.diagnostics + set.diagnostics
    guard let drawing = set.output, !diagnostics.hasErrors else {
      return Diagnosed(nil, diagnostics)
    }
    return Diagnosed(SetPublication(tree: tree, drawing: drawing), diagnostics)
  }

  /// The files of one publication in one language; no files where it has errors.
  func make(
    _ job: PublicationJob, formats: [String], csvDialects: [CSVDialect], attachesData: Bool
  ) -> Diagnosed<[Product]> {
    let set = set(job)
    guard let publication = set.output else { return Diagnosed(nil, set.diagnostics) }
    do {
      var products: [Product] = []
      for format in formats {
        products += try self.products(
          format, publication.tree, publication.drawing, job, csvDialects,
          attachesData: attachesData)
      }
      return Diagnosed(products, set.diagnostics)
    } catch {
      var problem = error
      problem.layout = publication.tree.layout
      problem.record = publication.tree.record.isEmpty ? nil : publication.tree.record
      problem.language = job.languageName
      return Diagnosed(nil, set.diagnostics + [problem])
    }
  }

  private func products(
    _ format: String, _ tree: PublicationTree, _ drawing: PublicationDrawing,
    _ job: PublicationJob, _ csvDialects: [CSVDialect], attachesData: Bool
  ) throws(Diagnostic) -> [Product] {
    let pages = drawing.pages.count
    switch format {
    case "pdf":
      let renderer = PDFRenderer(resources)
      var options = ScreenEdition.Options()
      if attachesData { options.data = data(of: tree, job) }
      let bytes = try ScreenEdition.finish(renderer.render(drawing), of: drawing, options)
      var products = [Product(suffix: ".pdf", format: format, bytes: bytes, pages: pages)]
      // What is bound head to tail is not printed as it is read.
      if let print = drawing.boundFromBothEnds {
        var options = ScreenEdition.Options()
        options.showsBleed = true
        let bytes = try ScreenEdition.finish(
          renderer.render(print, bleed: true), of: print, options)
        products.append(Product(suffix: ".print.pdf", format: format, bytes: bytes, pages: pages))
      }
      return products
    case "svg", "png":
      var products: [Product] = []
      for page in 0..<pages {
        let bytes =
          format == "svg"
          ? try SVGRenderer(resources).render(page: page, of: drawing)
          : try PNGRenderer(resources).render(
            page: page, of: drawing, .width(job.binder.layout.pngWidth))
        let number = pages > 1 ? ".\(page + 1)" : ""
        products.append(
          Product(suffix: "\(number).\(format)", format: format, bytes: bytes, pages: 1))
      }
      return products
    case "md":
      let text = MarkdownWriter.write(
        tree, languages: inputs.languages,
        pictures: { self.pictures?.path(of: $0, from: job.stem) ?? $0 })
      return [Product(suffix: ".md", format: format, bytes: Array(text.utf8), pages: pages)]
    default:
      return csvDialects.map { dialect in
        let text = CSVWriter.write(tree, dialect: dialect)
        let suffix = dialect == .plain ? ".csv" : ".\(dialect.rawValue).csv"
        return Product(suffix: suffix, format: format, bytes: Array(text.utf8), pages: pages)
      }
    }
  }
}

/// What a screen edition carries with it.
extension PublicationWorker {
  /// The publication's data as its plain CSV output has them.
  private func data(of tree: PublicationTree, _ job: PublicationJob) -> AttachedFile {
    let name = job.stem.split(separator: "/").last ?? ""
    let words = job.languages.first.flatMap { inputs.languages[$0]?.exportWords }
    return AttachedFile(
      name: name + ".csv", mediaType: "text/csv",
      description: (words ?? .english).data,
      bytes: Array(CSVWriter.write(tree, dialect: .plain).utf8))
  }
}

/// One publication in one language or several, to be made.
struct PublicationJob: Sendable {
  var binder: PublicationBinder
  var plan: PublicationBinder.Plan
  /// Several where they stand in one publication, the leading one first.
  var languages: [LanguageTag]

  /// `de`, or `de-en` where both languages stand in one publication.
  var languageName: String { languages.map(\.rawValue).joined(separator: "-") }
  /// The output's path without format: `fact-sheets/drz.de`.
  var stem: String { "\(plan.stem).\(languageName)" }
}

/// The pictures of the workspace, then those of the program, for typesetting and drawing.
final class WorkspaceImages: ImageSource {
  let catalogue: ImageCatalogue

  init(inputs: WorkspaceInputs) {
    let workspace = inputs.workspace
    let resources = inputs.resources
    catalogue = ImageCatalogue { path throws(Diagnostic) in
      guard let folder = resources.folder(of: path, in: workspace), folder.exists(path) else {
        return try workspace.resolve(path)
      }
      return try folder.resolve(path)
    }
  }

  func image(_ file: String) throws(Diagnostic) -> (file: String, width: Double, height: Double) {
    try catalogue.image(file)
  }

  func colors(of file: String) -> PictureColors? { try? catalogue.colors(of: file) }
}

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
import Preflight
import SourceFiles
import Typesetting

/// Takes one publication through the whole pipeline; owns the C handles of one thread.
final class PublicationWorker {
  private let inputs: WorkspaceInputs
  private let resources: RenderingResources
  private let shaper: HarfBuzzShaper
  private let hyphenation: LibHyphenSource
  private let images: WorkspaceImages

  private let tools = PreflightTools()
  /// From the colours of the screen to the inks of a printer, by the name of its profile.
  private var conversions: [String: ColorConversion] = [:]

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
    /// The standards that the file claims to meet.
    var conformance: [String] = []
    /// What preflight found in it.
    var findings: [Diagnostic] = []
  }

  /// The files that are wanted of a publication.
  struct Order {
    var formats: [String]
    var editions: [PDFEdition]
    var csvDialects: [CSVDialect]
    /// The screen edition carries the publication's data.
    var attachesData: Bool
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
    _ job: PublicationJob, _ order: Order
  ) -> Diagnosed<[Product]> {
    let set = set(job)
    guard let publication = set.output else { return Diagnosed(nil, set.diagnostics) }
    do {
      var products: [Product] = []
      for format in order.formats {
        products += try self.products(
          format, publication.tree, publication.drawing, job, order)
      }
      // What cannot conform is not written.
      let findings = products.flatMap(\.findings).map { placed($0, publication.tree, job) }
      products.removeAll { $0.findings.hasErrors }
      return Diagnosed(products, set.diagnostics + findings)
    } catch {
      return Diagnosed(nil, set.diagnostics + [placed(error, publication.tree, job)])
    }
  }

  /// A problem with what it is about.
  private func placed(
    _ problem: Diagnostic, _ tree: PublicationTree, _ job: PublicationJob
  ) -> Diagnostic {
    var problem = problem
    problem.layout = tree.layout
    problem.record = tree.record.isEmpty ? nil : tree.record
    problem.language = job.languageName
    return problem
  }

  private func screenEdition(
    of drawing: PublicationDrawing, attaching data: AttachedFile?
  ) throws(Diagnostic) -> Product {
    var options = ScreenEdition.Options()
    options.data = data
    let bytes = try ScreenEdition.finish(
      PDFRenderer(resources).render(drawing), of: drawing, options)
    return Product(
      suffix: ".pdf", format: "pdf", bytes: bytes, pages: drawing.pages.count,
      conformance: ["PDF/UA-1", data == nil ? "PDF/A-2a" : "PDF/A-3a"],
      findings: preflight(bytes, against: .screen))
  }

  /// The file for the press; none where the printer's profile has problems, which were told of.
  private func printEdition(
    of drawing: PublicationDrawing, for job: PublicationJob
  ) throws(Diagnostic) -> [Product] {
    let name = job.binder.layout.printer
    guard let printer = inputs.printers.byName[name] else { return [] }
    let conversion: ColorConversion
    if let known = conversions[name] {
      conversion = known
    } else {
      conversion = try ColorConversion(printer.output)
      conversions[name] = conversion
    }
    let sheets = try PrintSheets(drawing, for: printer.profile)
    let rendered = try PDFRenderer(resources).render(sheets.drawing, for: .print, bleed: true)
    let bytes = try PrintEdition.finish(
      rendered, of: sheets, for: printer.profile, converting: conversion)
    return [
      Product(
        suffix: ".print.pdf", format: "pdf", bytes: bytes, pages: sheets.drawing.pages.count,
        conformance: ["PDF/X-4"],
        findings: preflight(bytes, against: .print(printer.profile)))
    ]
  }

  /// What preflight finds in a file that was just made.
  private func preflight(_ bytes: [UInt8], against target: PreflightTarget) -> [Diagnostic] {
    let report = FilePreflight.check(bytes, name: "", against: target, tools: tools)
    return report.findings.map { finding in
      let more = finding.more > 0 ? ", and in \(finding.more) more places" : ""
      let place = finding.place.map {
        " (\($0.x) mm from the left and \($0.y) mm from the top\(more))"
      }
      var problem = Diagnostic(
        "preflight." + finding.rule, severity: finding.severity,
        "\(report.edition) edition: \(finding.message)\(place ?? "")",
        hints: finding.hint.map { [$0] } ?? [])
      problem.page = finding.page
      return problem
    }
  }

  private func products(
    _ format: String, _ tree: PublicationTree, _ drawing: PublicationDrawing,
    _ job: PublicationJob, _ order: Order
  ) throws(Diagnostic) -> [Product] {
    let pages = drawing.pages.count
    switch format {
    case "pdf":
      let attached = order.attachesData ? data(of: tree, job) : nil
      var products: [Product] = []
      for edition in order.editions {
        switch edition {
        case .screen: products.append(try screenEdition(of: drawing, attaching: attached))
        case .print: products += try printEdition(of: drawing, for: job)
        }
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
      return order.csvDialects.map { dialect in
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
    catalogue = ImageCatalogue(
      resolve: { path throws(Diagnostic) in
        guard let folder = resources.folder(of: path, in: workspace), folder.exists(path) else {
          return try workspace.resolve(path)
        }
        return try folder.resolve(path)
      }, inkProfile: { inputs.inkProfile })
  }

  func image(_ file: String) throws(Diagnostic) -> (file: String, width: Double, height: Double) {
    try catalogue.image(file)
  }

  func colors(of file: String) -> PictureColors? { try? catalogue.colors(of: file) }
}

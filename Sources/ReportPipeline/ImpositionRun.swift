import CairoRendering
import Diagnostics
import Foundation
import Geometry
import PDFReading

/// Imposition of PDFs that a user names.
public enum ImpositionRun {
  /// The paper of office printers in points, landscape.
  private static let papers = [
    "A4": Size(width: 297 / 25.4 * 72, height: 210 / 25.4 * 72),
    "A3": Size(width: 420 / 25.4 * 72, height: 297 / 25.4 * 72),
  ]
  /// The most that a sheet may push the next one outwards, in millimetres.
  private static let mostCreep = 2.0

  /// Writes the sheets of a booklet, two pages on each side.
  ///
  /// - Parameters:
  ///   - file: Any PDF; each page is taken as it is trimmed.
  ///   - paper: `A4` or `A3`.
  ///   - creep: Millimetres by which each sheet pushes the ones within it outwards.
  ///   - output: Where to write; nil for `….booklet.pdf` beside the file.
  /// - Returns: What was written, or all problems.
  public static func booklet(
    of file: String, paper: String, creep: Double, output: String?
  ) -> CommandText {
    do throws(Diagnostic) {
      guard let size = papers[paper] else {
        throw Diagnostic(
          "impose.paper", "“\(paper)” is no paper of office printers",
          hints: ["use A4 or A3"])
      }
      guard (0...mostCreep).contains(creep) else {
        throw Diagnostic(
          "impose.creep", "a creep of \(creep) mm is not between 0 and \(mostCreep) mm",
          hints: ["0.1 fits office paper of 80 g/m²"])
      }
      let target = output ?? defaultOutput(of: file)
      guard
        URL(fileURLWithPath: target).standardizedFileURL
          != URL(fileURLWithPath: file).standardizedFileURL
      else {
        throw Diagnostic(
          "impose.output", "the booklet would take the place of “\(file)”",
          hints: ["give another path with --output"])
      }
      let read = try PDFDocument(path: file)
      let pages = read.pages()
      guard let pages = pages.output, !pages.isEmpty else {
        return CommandText([], pages.diagnostics)
      }
      let document = try ForeignDocument(bytes(of: file), name: file)
      let trims = try trims(of: document, pages)
      let sheets = try BookletRenderer(paper: size, creep: creep / 25.4 * 72)
        .render(document, trims: trims)
      let url = URL(fileURLWithPath: target)
      try OutputFolder(root: url.deletingLastPathComponent().path)
        .write(sheets, to: url.lastPathComponent)
      let count = (pages.count + 3) / 4
      return CommandText(
        [
          "\(target): \(pages.count) page\(pages.count == 1 ? "" : "s") on \(count) "
            + "sheet\(count == 1 ? "" : "s") of \(paper), to be flipped on the short edge; "
            + "it claims no standard"
        ], [])
    } catch {
      return CommandText([], [error])
    }
  }

  private static func defaultOutput(of file: String) -> String {
    (file.lowercased().hasSuffix(".pdf") ? String(file.dropLast(4)) : file) + ".booklet.pdf"
  }

  private static func bytes(of file: String) throws(Diagnostic) -> [UInt8] {
    // The file was just read, within the limits of its size.
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Diagnostic(
        "pdf.unreadable", "“\(file)” cannot be read any more", at: SourceLocation(file: file))
    }
    return Array(data)
  }

  /// Each trimmed page within what is shown of it; a turned page as a whole.
  private static func trims(
    of document: ForeignDocument, _ pages: [PDFPage]
  ) throws(Diagnostic) -> [Rect] {
    var trims: [Rect] = []
    for index in 0..<document.pageCount {
      let size = try document.size(of: index)
      let whole = Rect(origin: Point(x: 0, y: 0), size: size)
      guard index < pages.count, pages[index].rotation == 0, let trim = pages[index].trimBox,
        let crop = pages[index].cropBox ?? pages[index].mediaBox,
        crop.contains(trim, tolerance: 0.5), trim.width >= 1, trim.height >= 1
      else {
        trims.append(whole)
        continue
      }
      trims.append(
        Rect(
          x: trim.left - crop.left, y: crop.top - trim.top, width: trim.width,
          height: trim.height))
    }
    return trims
  }
}

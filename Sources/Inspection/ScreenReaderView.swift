package import Diagnostics
package import PDFReading

/// What a screen reader makes of a file: its structure tree as text, in the order of reading.
///
/// Texts are joined as their marks have them, without spaces guessed from places on the page, so
/// that words which run together show as a fault of the file.
package enum ScreenReaderView {
  /// The view, line by line, and what is wrong with the file.
  package static func lines(of document: PDFDocument) -> Diagnosed<[String]> {
    let found = document.pages()
    let pages = found.output ?? []
    let readings = pages.map { PageReading($0, of: document) }
    var numbers: [PDFReference: Int] = [:]
    for page in pages { if let reference = page.reference { numbers[reference] = page.number } }
    let targets = LinkTargets(document, pages: numbers)
    let names = PageNames(document, count: pages.count)
    let language = text(document.catalogue["Lang"], in: document)
    let structure = StructureReading(
      document, pages: numbers, readings: readings, targets: targets)
    var lines = head(of: document, pages: pages.count, language: language)
    lines.append("outline:")
    lines += OutlineReading.lines(of: document, targets: targets)
    lines.append("structure:")
    if structure.elements.isEmpty { lines.append("  none: the file is not tagged") }
    lines += StructurePrinting(structure.elements, pages: names, language: language ?? "").lines
    lines.append("left out: \(readings.reduce(0) { $0 + $1.artifacts }) artifacts")
    let unmarked = readings.reduce(0) { $0 + $1.unmarked }
    if unmarked > 0 { lines.append("without a tag: \(unmarked) pieces of text") }
    let lost = zip(readings, structure.held).reduce(0) { sum, page in
      sum + page.0.texts.keys.count { !page.1.contains($0) }
    }
    if lost > 0 { lines.append("not in the structure: \(lost) marked pieces of text") }
    lines += structure.faults.map { "fault: \($0)" }
    return Diagnosed(lines, found.diagnostics + document.warnings())
  }

  private static func head(
    of document: PDFDocument, pages: Int, language: String?
  ) -> [String] {
    let information = document.entry("Info", of: document.trailer).dictionary
    let claims = Claims.list(of: document)
    let marked = document.entry(
      "Marked", of: document.entry("MarkInfo", of: document.catalogue).dictionary)
    return [
      "title: \(text(information?["Title"], in: document) ?? "none")",
      "language: \(language ?? "none")",
      "claims: \(claims.isEmpty ? "none" : claims.joined(separator: ", "))",
      "tagged: \(marked.boolean == true ? "yes" : "no")",
      "pages: \(pages)",
    ]
  }

  private static func text(_ object: PDFObject?, in document: PDFDocument) -> String? {
    document.resolve(object).text.map(SpokenText.trimmed)
  }
}

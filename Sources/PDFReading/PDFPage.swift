package import Diagnostics

/// A page with what it inherits (ISO 32000-1, 7.7.3).
package struct PDFPage: Sendable, Hashable {
  /// From 1.
  package var number: Int
  package var reference: PDFReference?
  /// The page's own entries, with the inherited ones (Resources, MediaBox, CropBox, Rotate).
  package var dictionary: PDFDictionary
  /// nil where the file gives none that is a rectangle, or an empty one.
  package var mediaBox: PDFRectangle?
  package var cropBox: PDFRectangle?
  package var bleedBox: PDFRectangle?
  package var trimBox: PDFRectangle?
  package var artBox: PDFRectangle?
  /// Clockwise, one of 0, 90, 180 and 270.
  package var rotation: Int
  package var resources: PDFDictionary
}

/// Pages, found without recursion: a tree that is deep or has cycles does no harm.
extension PDFDocument {
  /// All pages in their order, as far as the limits go, and what is wrong with their tree.
  package func pages() -> Diagnosed<[PDFPage]> {
    var walk = PageWalk(self)
    walk.run()
    return Diagnosed(walk.pages, walk.problems)
  }
}

private struct PageWalk {
  let document: PDFDocument
  var pages: [PDFPage] = []
  var problems: [Diagnostic] = []
  private var seen = Set<PDFReference>()
  private static let inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"]

  init(_ document: PDFDocument) { self.document = document }

  mutating func run() {
    var open: [(node: PDFObject, inherited: PDFDictionary, depth: Int)] = []
    if let root = document.catalogue["Pages"] { open.append((root, [:], 0)) }
    while let (node, inherited, depth) = open.popLast() {
      guard depth <= document.limits.pageDepth, pages.count < document.limits.pages else {
        problem("the page tree is deeper or longer than any real one; the rest was not read")
        return
      }
      if let reference = node.reference, !seen.insert(reference).inserted {
        problem("the page tree reaches object \(reference.number) twice")
        continue
      }
      guard let entries = document.resolve(node).dictionary else {
        problem("the page tree holds something that is no dictionary")
        continue
      }
      let own = entries.merging(inherited) { own, _ in own }
      guard let kids = document.entry("Kids", of: entries).array else {
        pages.append(page(own, reference: node.reference))
        continue
      }
      let passed = own.filter { Self.inheritable.contains($0.key) }
      open.append(contentsOf: kids.reversed().map { ($0, passed, depth + 1) })
    }
    if pages.isEmpty { problem("the file has no pages") }
  }

  private mutating func problem(_ message: String) {
    if problems.count < 20 { problems.append(Diagnostic("pdf.page-tree", message)) }
  }

  private func page(_ entries: PDFDictionary, reference: PDFReference?) -> PDFPage {
    func box(_ key: String) -> PDFRectangle? {
      document.rectangle(entries[key]).flatMap { $0.width > 0 && $0.height > 0 ? $0 : nil }
    }
    let rotation = document.entry("Rotate", of: entries).integer ?? 0
    return PDFPage(
      number: pages.count + 1, reference: reference, dictionary: entries,
      mediaBox: box("MediaBox"), cropBox: box("CropBox"), bleedBox: box("BleedBox"),
      trimBox: box("TrimBox"), artBox: box("ArtBox"),
      rotation: rotation % 90 == 0 ? (rotation % 360 + 360) % 360 : 0,
      resources: document.entry("Resources", of: entries).dictionary ?? [:])
  }
}

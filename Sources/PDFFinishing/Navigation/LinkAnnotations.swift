import Diagnostics
import DisplayList
import Geometry

/// The links of a publication as annotations (ISO 32000-1, 12.5.6.5), each in its element.
struct LinkAnnotations {
  /// One rectangle of a link; a link broken over lines has several.
  struct Annotation {
    /// The object.
    var number: Int
    var page: Int
    /// The structure element that owns it.
    var element: Int
    /// Its key in the parent tree.
    var parent: Int
  }

  private(set) var all: [Annotation] = []

  /// Writes the links of all pages that belong to the order of reading.
  ///
  /// What a running head leads to is left out: an annotation outside of the structure is one that a
  /// reader with a keyboard meets and cannot place (ISO 14289-1, 7.18.1).
  static func write(
    _ publication: PublicationDrawing, pages: [PDFPage], to file: inout PDFFile
  ) throws(Diagnostic) -> LinkAnnotations {
    var annotations = LinkAnnotations()
    for (index, page) in publication.pages.enumerated() {
      for link in page.links where link.rect.width > 0 && link.rect.height > 0 {
        guard let element = link.element else { continue }
        let annotation = Annotation(
          number: file.reserveNumber(), page: index, element: element,
          parent: pages.count + annotations.all.count)
        annotations.all.append(annotation)
        file.add(
          try text(
            link, title: title(of: link, on: page), annotation, on: pages[index]),
          number: annotation.number)
      }
    }
    return annotations
  }

  /// What a link is called (ISO 14289-1, 7.18.5): its text, as it is drawn where only the page tells
  /// it, as the number of a note that counts anew on each page.
  private static func title(of link: LinkArea, on page: PageDrawing) -> String {
    guard link.title.isEmpty, let element = link.element else { return link.title }
    let drawn = text(of: element, in: page.items)
    if drawn.contains(where: { !$0.isWhitespace }) { return drawn }
    return switch link.target {
    case .address(let address): address
    case .destination(let name): name
    }
  }

  private static func text(of element: Int, in items: [DisplayItem]) -> String {
    items.reduce(into: "") { text, item in
      switch item.content {
      case .clipped(_, let inner): text += Self.text(of: element, in: inner)
      case .glyphs(let run) where item.mark == .element(element): text += run.text
      default: break
      }
    }
  }

  private static func text(
    _ link: LinkArea, title: String, _ annotation: Annotation, on page: PDFPage
  ) throws(Diagnostic) -> PDFText {
    var text: PDFText = "<< /Type /Annot /Subtype /Link /Rect "
    text.add(page.box(link.rect))
    // 4: it is printed with the page, as PDF/A wants it.
    text.add(" /Border [ 0 0 0 ] /F 4 /P ")
    text.addReference(page.number)
    text.add(" /StructParent \(annotation.parent) /Contents ")
    text.addText(title)
    switch link.target {
    case .address(let address):
      text.add(" /A << /S /URI /URI ")
      text.addString(try LinkAddress.encoded(address).utf8)
      text.add(" >>")
    case .destination(let name):
      text.add(" /Dest ")
      text.addString(name.utf8)
    }
    text.add(" >>")
    return text
  }
}

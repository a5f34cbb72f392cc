package import Diagnostics
package import DisplayList
import Languages
import Geometry

/// Completes a drawn PDF to an edition that is read on screen: PDF/UA-1 and PDF/A-2a at once,
/// or PDF/A-3a with the publication's data.
///
/// Structure, links, bookmarks, page labels, metadata and the colour profile are added in one pass
/// over the file that Cairo wrote. `PDF_UA1.md` beside this file says how each clause is met.
package enum ScreenEdition {
  /// What is shown of the pages, and what the file claims to be.
  package struct Options: Sendable {
    /// The pages were drawn with their bleed.
    package var showsBleed = false
    /// The data that the publication shows; with them the file is PDF/A-3a.
    package var data: AttachedFile?

    package init() {}
  }

  /// The bytes of the file, equal for equal publications.
  package static func finish(
    _ rendered: RenderedPDF, of publication: PublicationDrawing, _ options: Options = Options()
  ) throws(Diagnostic) -> [UInt8] {
    let date = try DocumentDate(publication.information.creationDate)
    var file = try PDFFile(rendered.bytes)
    let numbers = try pageObjects(of: file, count: publication.pages.count)
    ObjectRepair.repair(&file)
    let pages = zip(numbers, zip(publication.pages, rendered.sizes)).map { number, page in
      PDFPage(number: number, extent: page.0.extent(bleed: options.showsBleed), drawn: page.1)
    }
    var tree = publication.structure
    HeadingLevels.closeGaps(in: &tree, drawn: rendered.marks)
    let contents = PageContents(
      rendered.marks, structure: &tree, language: publication.information.language)
    let annotations = try LinkAnnotations.write(publication, pages: pages, to: &file)
    try complete(pages, contents: contents, annotations: annotations, in: &file)
    let structure = StructureWriter(
      tree, contents: contents, pages: numbers, annotations: annotations.all,
      file: &file
    ).write(to: &file)
    let catalogue = file.reserveNumber()
    file.add(
      try self.catalogue(
        publication, structure: structure, pages: pages, date: date, data: options.data,
        in: &file),
      number: catalogue)
    let information = file.reserveNumber()
    file.add(self.information(publication.information, date: date), number: information)
    let identifier = FileIdentifier.bytes(of: file)
    var trailer: PDFText = "/Root "
    trailer.addReference(catalogue)
    trailer.add(" /Info ")
    trailer.addReference(information)
    trailer.add(" /ID [ ")
    trailer.addHexadecimal(identifier)
    trailer.addHexadecimal(identifier)
    trailer.add(" ] ")
    return try PDFFileWriter.write(file, version: "1.7", trailer: trailer)
  }

  /// The numbers of the page objects in the order of the pages.
  private static func pageObjects(
    of file: PDFFile, count: Int
  ) throws(Diagnostic) -> [Int] {
    for object in file.objects {
      let value = object.value
      guard value.matches("<< /Type /Pages", at: 0),
        let start = value.firstRange(of: "/Kids [")?.upperBound,
        let end = value.firstRange(of: "]", in: start..<value.count)?.lowerBound
      else { continue }
      let words = value[start..<end].split { $0 == 0x20 || $0 == 0x0A }
      // Three words each: number, generation, R.
      let pages = stride(from: 0, to: words.count, by: 3).compactMap {
        Array(words[$0]).number(at: 0)
      }
      if pages.count == count { return pages }
    }
    throw Diagnostic("render.failed", "the pages of the PDF as Cairo wrote it cannot be found")
  }

  /// Names the pages' marks and hangs on the pages what belongs to them.
  private static func complete(
    _ pages: [PDFPage], contents: PageContents, annotations: LinkAnnotations, in file: inout PDFFile
  ) throws(Diagnostic) {
    let places = file.places
    let byPage = Dictionary(grouping: annotations.all, by: \.page)
    for (index, page) in pages.enumerated() {
      guard let place = places[page.number],
        let content = file.objects[place].value.reference("/Contents").flatMap({ places[$0] }),
        let data = file.objects[content].data
      else { throw Diagnostic("render.failed", "page \(index + 1) of the PDF has no content") }
      let named = try ContentMarking.rename(
        Deflate.inflate(file.bytes(of: data)), as: contents.sequences[index])
      file.replace(content, entries: "/Filter /FlateDecode ", data: try Deflate.deflate(named))
      // Readers go from link to link in the order of the structure (14.8.4; ISO 14289-1, 7.18.3).
      var entries: PDFText = " /StructParents \(index) /Tabs /S"
      if let annotations = byPage[index] {
        entries.add(" /Annots [")
        for annotation in annotations {
          entries.add(" ")
          entries.addReference(annotation.number)
        }
        entries.add(" ]")
      }
      try setMediaBox(of: page, in: &file.objects[place].value)
      file.objects[place].value.insert(
        contentsOf: entries.bytes, at: "<< /Type /Page".utf8.count)
    }
  }

  /// Gives a page the size that it has, in place of the whole points that it was drawn in.
  private static func setMediaBox(of page: PDFPage, in value: inout [UInt8]) throws(Diagnostic) {
    guard let key = value.firstRange(of: "/MediaBox ["),
      let end = value.firstRange(of: "]", in: key.upperBound..<value.count)
    else { throw Diagnostic("render.failed", "a page as Cairo wrote it has no size") }
    let box: PDFText = page.box(page.extent)
    value.replaceSubrange(key.upperBound - 1..<end.upperBound, with: box.bytes)
  }

  private static func catalogue(
    _ publication: PublicationDrawing, structure: Int, pages: [PDFPage], date: DocumentDate,
    data: AttachedFile?, in file: inout PDFFile
  ) throws(Diagnostic) -> PDFText {
    let information = publication.information
    var text: PDFText = "<< /Type /Catalog /Pages "
    text.addReference(try pagesRoot(of: file))
    text.add(" /Lang ")
    text.addText(information.language.rawValue)
    text.add(" /ViewerPreferences << /DisplayDocTitle true >> /MarkInfo << /Marked true >>")
    text.add(" /StructTreeRoot ")
    text.addReference(structure)
    text.add(" /PageLabels ")
    text.add(PageLabels.text(publication.pages.map(\.label)))
    let destinations = Destinations.write(publication, pages: pages, to: &file)
    let attached = try data?.write(to: &file, date: date)
    if destinations != nil || attached != nil {
      text.add(" /Names <<")
      if let destinations {
        text.add(" /Dests ")
        text.addReference(destinations)
      }
      if let attached { text.add(attached.names) }
      text.add(" >>")
    }
    if let attached { text.add(attached.associated) }
    if let outline = Bookmarks.write(publication.outline, pages: pages, to: &file) {
      text.add(" /PageMode /UseOutlines /Outlines ")
      text.addReference(outline)
    }
    let metadata = file.reserveNumber()
    file.add(
      "/Type /Metadata /Subtype /XML ",
      data: XMPPacket.bytes(
        information, date: date, claim: data == nil ? .screen : .screenWithFiles),
      number: metadata)
    text.add(" /Metadata ")
    text.addReference(metadata)
    guard let profile = ScreenProfile.bytes else {
      throw Diagnostic("render.failed", "the colour profile could not be made: memory is out")
    }
    let stream = file.reserveNumber()
    file.add("/N 3 /Filter /FlateDecode ", data: try Deflate.deflate(profile), number: stream)
    text.add(" /OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1")
    text.add(" /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1)")
    text.add(" /DestOutputProfile ")
    text.addReference(stream)
    text.add(" >> ] >>")
    return text
  }

  private static func pagesRoot(of file: PDFFile) throws(Diagnostic) -> Int {
    let root = file.objects.first { $0.value.matches("<< /Type /Pages", at: 0) }
    guard let root else {
      throw Diagnostic("render.failed", "the pages of the PDF as Cairo wrote it cannot be found")
    }
    return root.number
  }

  /// The document information (14.3.3), with the values that XMP has.
  private static func information(
    _ information: DocumentInformation, date: DocumentDate
  ) -> PDFText {
    var text: PDFText = "<<"
    let values = [
      ("Title", information.title), ("Author", information.author),
      ("Subject", information.subject), ("Keywords", information.keywords),
      ("Creator", information.creator), ("Producer", XMPPacket.producer),
      ("CreationDate", date.pdf), ("ModDate", date.pdf),
    ]
    for (key, value) in values where !value.isEmpty {
      text.add(" /\(key) ")
      text.addText(value)
    }
    text.add(" >>")
    return text
  }
}

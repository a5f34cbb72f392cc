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
    let numbers = try file.pageNumbers(count: publication.pages.count)
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
    file.add(publication.information.dictionary(date: date), number: information)
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
      try file.objects[place].value.setMediaBox(of: page)
      file.objects[place].value.insert(
        contentsOf: entries.bytes, at: "<< /Type /Page".utf8.count)
    }
  }

  private static func catalogue(
    _ publication: PublicationDrawing, structure: Int, pages: [PDFPage], date: DocumentDate,
    data: AttachedFile?, in file: inout PDFFile
  ) throws(Diagnostic) -> PDFText {
    let information = publication.information
    var text: PDFText = "<< /Type /Catalog /Pages "
    text.addReference(try file.pagesRoot())
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
}

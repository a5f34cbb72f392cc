package import Design
package import Diagnostics
package import DisplayList
import Geometry
import Languages

/// Completes a PDF that was drawn for print to one that a press takes: PDF/X-4 (ISO 15930-7).
///
/// Boxes, inks, metadata and the output intent are added in one pass over the file that Cairo wrote.
/// Nothing in it leads anywhere, and nothing of it is marked: it is there to be printed.
package enum PrintEdition {
  /// The bytes of the file, equal for equal publications and profiles.
  package static func finish(
    _ rendered: RenderedPDF, of sheets: PrintSheets, for printer: PrinterProfile,
    converting conversion: ColorConversion
  ) throws(Diagnostic) -> [UInt8] {
    let publication = sheets.drawing
    let date = try DocumentDate(publication.information.creationDate)
    guard let drawn = rendered.inks else {
      throw Diagnostic("render.failed", "the pages were not drawn for print")
    }
    let inks = try InkTable(drawn, palette: publication.palette, conversion: conversion)
    var file = try PDFFile(rendered.bytes)
    let numbers = try file.pageNumbers(count: publication.pages.count)
    ObjectRepair.repair(&file)
    try FileSeparation.separate(&file, inks: inks, conversion: conversion)
    let places = file.places
    for (number, (page, size)) in zip(numbers, zip(publication.pages, rendered.sizes)) {
      guard let place = places[number] else { continue }
      let sheet = PDFPage(number: number, extent: page.extent(bleed: true), drawn: size)
      try file.objects[place].value.setMediaBox(
        of: sheet, adding: boxes(of: page, on: sheet, bleed: sheets.bleed))
    }
    return try write(&file, publication, date: date, printer: printer, conversion)
  }

  /// Where the paper is cut, and how far art runs over it (ISO 15930-7, 6.10).
  private static func boxes(of page: PageDrawing, on sheet: PDFPage, bleed: Double) -> PDFText {
    let trim = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
    let bled = Rect(
      x: -bleed, y: -bleed, width: trim.width + 2 * bleed, height: trim.height + 2 * bleed)
    var text: PDFText = " /TrimBox "
    text.add(sheet.box(trim))
    text.add(" /BleedBox ")
    text.add(sheet.box(bled))
    return text
  }

  private static func write(
    _ file: inout PDFFile, _ publication: PublicationDrawing, date: DocumentDate,
    printer: PrinterProfile, _ conversion: ColorConversion
  ) throws(Diagnostic) -> [UInt8] {
    let information = file.reserveNumber()
    file.add(
      publication.information.dictionary(date: date, adding: " /Trapped /False"),
      number: information)
    let profile = file.reserveNumber()
    file.add("/N 4 /Filter /FlateDecode ", data: conversion.profile.packed, number: profile)
    let identifier = FileIdentifier.bytes(of: file)
    var digits = PDFText()
    digits.addHexadecimal(identifier)
    let metadata = file.reserveNumber()
    file.add(
      "/Type /Metadata /Subtype /XML ",
      data: XMPPacket.bytes(
        publication.information, date: date,
        claim: .print(
          identifier: String(decoding: digits.bytes.dropFirst().dropLast(), as: UTF8.self))),
      number: metadata)
    let catalogue = file.reserveNumber()
    var text: PDFText = "<< /Type /Catalog /Pages "
    text.addReference(try file.pagesRoot())
    text.add(" /Lang ")
    text.addText(publication.information.language.rawValue)
    text.add(" /Metadata ")
    text.addReference(metadata)
    text.add(" /OutputIntents [ ")
    text.add(outputIntent(printer.outputCondition, profile: profile))
    text.add(" ] >>")
    file.add(text, number: catalogue)
    var trailer: PDFText = "/Root "
    trailer.addReference(catalogue)
    trailer.add(" /Info ")
    trailer.addReference(information)
    trailer.add(" /ID [ ")
    trailer.addHexadecimal(identifier)
    trailer.addHexadecimal(identifier)
    trailer.add(" ] ")
    return try PDFFileWriter.write(file, version: "1.6", trailer: trailer)
  }

  /// The paper and inks that the file is made for (14.11.5; ISO 15930-7, 6.2).
  private static func outputIntent(
    _ condition: PrinterProfile.OutputCondition, profile: Int
  ) -> PDFText {
    var text: PDFText = "<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier "
    text.addText(condition.identifier)
    text.add(" /OutputCondition ")
    text.addText(condition.name)
    text.add(" /Info ")
    text.addText(condition.name)
    text.add(" /RegistryName (http://www.color.org) /DestOutputProfile ")
    text.addReference(profile)
    text.add(" >>")
    return text
  }
}

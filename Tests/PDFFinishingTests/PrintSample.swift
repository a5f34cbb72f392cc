import CairoRendering
import Design
import Diagnostics
import DisplayList
import Foundation
import PDFFinishing
import SamplePublications
import Testing

/// Print editions of small publications, and what is in them.
struct PrintSample {
  var publication: PublicationDrawing
  var printer: PrinterProfile

  init(_ publication: PublicationDrawing) {
    self.publication = publication
    printer = PrinterProfile(
      name: "sample",
      outputCondition: PrinterProfile.OutputCondition(
        identifier: "FOGRA39", name: "Offset on coated paper", profile: "coated.icc"))
    printer.bleed = 9
  }

  /// The profile that `make setup` brings.
  static let profile = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: ".umbruch/color-profiles/ISOcoated_v2_300_bas.icc")
    return try OutputProfile(Array(Data(contentsOf: file)), name: "coated.icc")
  }

  /// The finished file.
  func bytes() throws -> [UInt8] {
    let sheets = try PrintSheets(publication, for: printer)
    let rendered = try PDFRenderer(SamplePublication.resources())
      .render(sheets.drawing, for: .print, bleed: true)
    return try PrintEdition.finish(
      rendered, of: sheets, for: printer,
      converting: ColorConversion(Self.profile.get()))
  }

  /// The finished file with all objects in the open, without its colour profile.
  func unpacked() throws -> String {
    try Tool.run("qpdf", "--qdf", "--object-streams=disable", "@", "-", on: bytes())
  }

  /// The lines of its pages' content, from the first operator that sets up a page.
  func content() throws -> String {
    let text = try unpacked()
    return text.matches(of: /(?s)stream\n(.*?)endstream/).map { String($0.output.1) }
      .filter { $0.contains("1 0 0 -1 0 ") }.joined()
  }
}

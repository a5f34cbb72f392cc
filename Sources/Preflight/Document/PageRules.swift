import Design
import Diagnostics
import PDFReading

/// Boxes, annotations and the number of pages (ISO 15930-7, 6.2.10, 6.2.11; the printer's wishes).
struct PageRules {
  let inspection: Inspection
  let profile: PrinterProfile
  private var document: PDFDocument { inspection.document }

  init(_ inspection: Inspection, profile: PrinterProfile) {
    self.inspection = inspection
    self.profile = profile
  }

  func check() {
    for page in inspection.pages {
      checkBoxes(of: page)
      checkAnnotations(of: page)
      if page.dictionary["AA"] != nil {
        inspection.add("x4.action", "the page runs an action when it is opened or closed", on: page)
      }
    }
    checkSizes()
    let multiple = max(1, profile.limits.pageMultiple)
    if inspection.pages.count % multiple != 0 {
      inspection.add(
        "pages.multiple",
        "the file has \(inspection.pages.count) pages, and the printer wants a multiple of \(multiple)"
      )
    }
  }

  private func checkBoxes(of page: PDFPage) {
    guard let media = page.mediaBox else {
      inspection.add("x4.boxes", "the page has no MediaBox", on: page)
      return
    }
    if page.trimBox != nil && page.artBox != nil {
      inspection.add("x4.boxes", "the page has both a TrimBox and an ArtBox", on: page)
    }
    guard let trim = page.trimBox else {
      inspection.add(
        "x4.boxes", "the page has no TrimBox, so nobody knows where it is cut", on: page)
      return
    }
    let bleed = page.bleedBox ?? media
    if let box = page.bleedBox, !media.contains(box) {
      inspection.add("x4.boxes", "the BleedBox is larger than the MediaBox", on: page)
    }
    if !bleed.contains(trim) {
      inspection.add(
        "x4.boxes", "the TrimBox is larger than the BleedBox or the MediaBox", on: page)
    }
    if let crop = page.cropBox, !media.contains(crop) || !crop.contains(trim) {
      inspection.add(
        "x4.boxes", "the CropBox is larger than the MediaBox, or cuts into the TrimBox", on: page)
    }
    if let unit = document.entry("UserUnit", of: page.dictionary).number, unit != 1 {
      inspection.add(
        "x4.boxes", "the page has a unit of its own (UserUnit \(unit.oneDecimal))", on: page)
    }
    checkBleed(bleed, trim: trim, page: page)
  }

  private func checkBleed(_ bleed: PDFRectangle, trim: PDFRectangle, page: PDFPage) {
    let least = min(
      trim.left - bleed.left, trim.bottom - bleed.bottom, bleed.right - trim.right,
      bleed.top - trim.top)
    if least < profile.bleed - 0.05, least > -0.01 {
      let have = (least * 25.4 / 72).oneDecimal
      inspection.add(
        "bleed.box",
        "the page has \(have) mm of bleed, and the printer wants \((profile.bleed * 25.4 / 72).oneDecimal) mm",
        on: page)
    }
  }

  private func checkSizes() {
    guard let first = inspection.pages.first(where: { $0.trimBox != nil }),
      let size = first.trimBox
    else { return }
    for page in inspection.pages {
      guard let trim = page.trimBox else { continue }
      if abs(trim.width - size.width) > 0.5 || abs(trim.height - size.height) > 0.5 {
        inspection.add(
          "pages.size",
          "the page is \(trim.millimetres), and page \(first.number) is \(size.millimetres)",
          severity: .warning, on: page)
      }
    }
  }

  private func checkAnnotations(of page: PDFPage) {
    let trim = page.trimBox ?? page.artBox ?? page.mediaBox
    let bleed = page.bleedBox ?? trim
    for annotation in document.members(of: page.dictionary["Annots"]).prefix(10_000) {
      let entries = annotation.dictionary
      let subtype = document.entry("Subtype", of: entries).name ?? "unknown"
      guard subtype != "TrapNet", let rectangle = document.rectangle(entries?["Rect"]) else {
        continue
      }
      let limit = subtype == "PrinterMark" ? trim : bleed
      guard let limit, limit.overlaps(rectangle) else { continue }
      inspection.add(
        "x4.annotation", "an annotation (\(subtype)) stands where the page is printed", on: page,
        at: rectangle, hint: "leave links and notes out of the file for the press")
    }
  }
}

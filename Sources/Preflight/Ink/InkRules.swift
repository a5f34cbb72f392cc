import Design
import Diagnostics
import Foundation
import PDFReading

/// Total ink, measured in the separations of each page.
struct InkRules {
  let inspection: Inspection
  let profile: PrinterProfile
  let tools: PreflightTools
  /// Smaller spots than this, in square millimetres, do not smear.
  private static let smallestSpot = 1.0
  /// The most points of a page's width and height together that is drawn.
  private static let largestPage = 20_000.0

  init(_ inspection: Inspection, profile: PrinterProfile, tools: PreflightTools) {
    self.inspection = inspection
    self.profile = profile
    self.tools = tools
  }

  /// Draws the file, which is at a path or in bytes.
  func check(bytes: Data?, path: String?) {
    guard !inspection.pages.isEmpty else { return }
    for page in inspection.pages {
      guard let box = page.mediaBox, box.width + box.height < Self.largestPage else {
        inspection.add("ink.renderer", "the page is too large to measure its ink", on: page)
        return
      }
    }
    guard let path else {
      withTemporaryFile(bytes ?? Data()) { draw($0) }
      return
    }
    draw(URL(fileURLWithPath: path).path)
  }

  private func withTemporaryFile(_ bytes: Data, _ body: (String) -> Void) {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "umbruch-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      try bytes.write(to: file)
      body(file.path)
    } catch {
      inspection.add("ink.renderer", "no temporary file could be written for Ghostscript")
    }
  }

  private func draw(_ file: String) {
    let count = inspection.pages.count
    let separations = Separations(tools: tools)
    for first in stride(from: 1, through: count, by: PreflightTools.pagesPerRun) {
      let pages = first...min(count, first + PreflightTools.pagesPerRun - 1)
      do throws(Diagnostic) {
        try separations.draw(file, pages: pages) { number, plates in
          check(inspection.pages[number - 1], plates.map(\.plate))
        }
      } catch {
        inspection.add("ink.renderer", error.message, hint: error.hints.first)
        return
      }
    }
  }

  private func check(_ page: PDFPage, _ plates: [TIFFPlate]) {
    let coverage = InkCoverage(plates, limit: profile.limits.totalInk)
    guard let spot = coverage.largest, coverage.above > 0 else { return }
    let side = 25.4 / tools.resolution
    let area = Double(coverage.above) * side * side
    let largest = Double(spot.count) * side * side
    inspection.add(
      "ink.total",
      "up to \(percent(coverage.highest)) of ink on \(area.oneDecimal) mm², and \(percent(profile.limits.totalInk)) is the most",
      severity: largest >= Self.smallestSpot ? .error : .warning, on: page,
      at: rectangle(spot, on: page), hint: "use fewer inks in dark colours")
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// A spot in the page's coordinates; nil for a page that is turned.
  private func rectangle(_ spot: InkCoverage.Spot, on page: PDFPage) -> PDFRectangle? {
    guard page.rotation == 0, let box = page.bleedBox ?? page.cropBox ?? page.mediaBox else {
      return nil
    }
    let dot = 72 / tools.resolution
    return PDFRectangle(
      box.left + Double(spot.left) * dot, box.top - Double(spot.bottom) * dot,
      box.left + Double(spot.right) * dot, box.top - Double(spot.top) * dot)
  }
}

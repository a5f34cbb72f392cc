package import Design
package import Diagnostics
package import DisplayList
import Geometry

/// The pages of a publication as a printer wants them: single or in spreads, with their bleed and no
/// more of it, and with marks around them.
package struct PrintSheets: Sendable {
  /// The sheets; their `bleed` is all that is drawn around the trim.
  package var drawing: PublicationDrawing
  /// How far art runs over the trim, in points.
  let bleed: Double

  /// Lays pages out for a printer; throws where they run less far over the trim than is wanted.
  package init(
    _ publication: PublicationDrawing, for printer: PrinterProfile
  ) throws(Diagnostic) {
    bleed = printer.bleed
    drawing = publication.boundFromBothEnds ?? publication
    if let page = drawing.pages.first(where: { $0.bleed < printer.bleed - 0.01 }) {
      throw Self.tooLittleBleed(page, printer)
    }
    if printer.sheets == .spreads { drawing.pages = try Self.spreads(drawing.pages) }
    for entry in PrinterMarks.palette { drawing.palette.entries[entry.name] = entry }
    let margin = bleed + (printer.marks.isEmpty ? 0 : PrinterMarks.room)
    for index in drawing.pages.indices {
      var page = drawing.pages[index]
      let trim = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
      if !printer.marks.isEmpty || page.bleed > bleed {
        page.items = [Self.clip(page.items, to: Self.grown(trim, by: bleed))]
      }
      page.items += PrinterMarks(trim: trim, bleed: bleed).items(printer.marks)
      page.bleed = margin
      page.links = []
      page.destinations = []
      drawing.pages[index] = page
    }
  }

  /// Pages that face each other as one, a left one and the right one behind it.
  private static func spreads(_ pages: [PageDrawing]) throws(Diagnostic) -> [PageDrawing] {
    guard let first = pages.first else { return [] }
    guard pages.allSatisfy({ $0.size == first.size && !$0.isTurned }) else {
      throw Diagnostic(
        "print.spreads", "pages of several sizes, or turned ones, cannot stand in spreads",
        hints: ["use a printer profile with `sheets: single`"])
    }
    var sheets = [first]
    for start in stride(from: 1, to: pages.count, by: 2) {
      guard start + 1 < pages.count else {
        sheets.append(pages[start])
        continue
      }
      sheets.append(spread(pages[start], pages[start + 1]))
    }
    return sheets
  }

  private static func spread(_ left: PageDrawing, _ right: PageDrawing) -> PageDrawing {
    let (width, height, bleed) = (left.size.width, left.size.height, left.bleed)
    var sheet = PageDrawing(
      size: Size(width: 2 * width, height: height), bleed: bleed,
      label: "\(left.label)–\(right.label)")
    let half = Rect(x: -bleed, y: -bleed, width: width + bleed, height: height + 2 * bleed)
    let offset = Point(x: width, y: 0)
    sheet.items = [
      clip(left.items, to: half),
      clip(
        right.items.map { $0.offset(by: offset) },
        to: half.offset(by: Point(x: width + bleed, y: 0))),
    ]
    return sheet
  }

  private static func clip(_ items: [DisplayItem], to rect: Rect) -> DisplayItem {
    DisplayItem(.clipped(Path(rect: rect), items))
  }

  private static func grown(_ rect: Rect, by margin: Double) -> Rect {
    Rect(
      x: rect.x - margin, y: rect.y - margin, width: rect.width + 2 * margin,
      height: rect.height + 2 * margin)
  }

  private static func tooLittleBleed(
    _ page: PageDrawing, _ printer: PrinterProfile
  ) -> Diagnostic {
    func millimetres(_ points: Double) -> String {
      let tenths = Int((points / 72 * 254).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
    return Diagnostic(
      "print.bleed",
      "page \(page.label) runs \(millimetres(page.bleed)) mm over the trim, and the printer "
        + "“\(printer.name)” wants \(millimetres(printer.bleed)) mm",
      hints: ["write `bleed: \(millimetres(printer.bleed))mm` under `page:` of the layout"])
  }
}

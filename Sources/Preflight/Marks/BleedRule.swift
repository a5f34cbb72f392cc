import Design
import PDFReading

/// Art that comes to the trim has to go on to the end of the bleed.
///
/// Only straight edges along the trim are judged: those of rectangles, pictures, gradients, upright
/// lines and rectangular clips. A curve that ends beyond the trim is cut through wherever the knife
/// falls, and its box says nothing of it.
struct BleedRule {
  let inspection: Inspection
  let profile: PrinterProfile
  let page: PDFPage
  /// How near to the trim, in points, art is meant to touch it.
  private static let near = 0.5 / 25.4 * 72

  init(inspection: Inspection, profile: PrinterProfile, page: PDFPage) {
    self.inspection = inspection
    self.profile = profile
    self.page = page
  }

  private struct Side {
    var name: String
    /// How far what is seen, and what is painted, go beyond the trim.
    var seen: Double
    var painted: Double
  }

  func check(_ item: PaintedItem) {
    guard !item.paint.isPaper, let trim = page.trimBox, profile.bleed > 0 else { return }
    let (seen, all) = (item.visible, item.box)
    let sides = [
      Side(name: "left", seen: trim.left - seen.left, painted: trim.left - all.left),
      Side(name: "right", seen: seen.right - trim.right, painted: all.right - trim.right),
      Side(name: "bottom", seen: trim.bottom - seen.bottom, painted: trim.bottom - all.bottom),
      Side(name: "top", seen: seen.top - trim.top, painted: all.top - trim.top),
    ]
    for side in sides where side.seen > -Self.near && side.seen < profile.bleed - 0.1 {
      let isClipped = side.painted > side.seen + 0.01
      guard isClipped ? item.isClipUpright : hasStraightEdges(item) else { continue }
      let ends = (max(0, side.seen) * 25.4 / 72).oneDecimal
      inspection.add(
        "bleed.art",
        "art comes to the trim at the \(side.name), and ends \(ends) mm beyond it instead of "
          + "\((profile.bleed * 25.4 / 72).oneDecimal) mm",
        on: page, at: seen, hint: "let it run into the bleed, or keep it off the trim")
      return
    }
  }

  private func hasStraightEdges(_ item: PaintedItem) -> Bool {
    switch item.kind {
    case .fill(let isRectangle): isRectangle
    case .stroke(let width): min(item.box.width, item.box.height) <= width + 0.02
    case .image, .shading: true
    case .text: false
    }
  }
}

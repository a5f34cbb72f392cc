import Design
import Diagnostics
import PDFReading

/// What the items of one page must keep to be printed well.
struct ItemRules {
  let inspection: Inspection
  let profile: PrinterProfile
  let page: PDFPage
  let items: [PaintedItem]
  private var limits: PrinterProfile.Limits { profile.limits }
  private var trim: PDFRectangle? { page.trimBox ?? page.artBox ?? page.mediaBox }

  func check() {
    guard let trim else { return }
    for (index, item) in items.enumerated()
    where item.visible.overlaps(trim) || isLine(item) && item.visible.intersection(trim) != nil {
      switch item.kind {
      case .text(let size): checkText(item, size: size, below: items[..<index])
      case .stroke(let width): checkLine(item, width: width)
      case .image(let image): checkImage(item, image)
      default: break
      }
      checkWhite(item)
      BleedRule(inspection: inspection, profile: profile, page: page).check(item)
    }
  }

  private func isLine(_ item: PaintedItem) -> Bool {
    if case .stroke = item.kind { true } else { false }
  }

  private func add(
    _ rule: String, _ message: String, _ item: PaintedItem, severity: PreflightSeverity = .error,
    hint: String? = nil
  ) {
    inspection.add(
      rule, message, severity: severity, on: page, at: item.visible, hint: hint)
  }

  private func checkText(_ item: PaintedItem, size: Double, below: ArraySlice<PaintedItem>) {
    let paint = item.paint
    let shown = "\(size.oneDecimal) pt"
    let isSmall = size < limits.smallText - 0.01
    if isSmall, paint.black >= 0.9, paint.inkCount > 1 {
      add(
        "text.rich-black", "black text (\(shown)) is printed in \(paint.inkCount) inks", item,
        severity: .warning, hint: "set it in black ink alone")
    } else if isSmall, paint.inkCount > 1 {
      add(
        "text.inks", "small text (\(shown)) is printed in \(paint.inkCount) inks", item,
        severity: .warning, hint: "set it in one ink, or in a spot colour")
    } else if paint.black >= 0.999, paint.inkCount == 1, !item.overprints {
      add(
        "overprint.black-text", "black text (\(shown)) does not overprint", item,
        severity: .warning,
        hint: "let it overprint, or white edges show where the inks do not meet")
    }
    let isSmallReversed = size < limits.smallReversedText - 0.01
    if isSmallReversed, paint.isPaper { checkReversed(item, size: shown, below: below) }
    checkSafety(item)
  }

  /// What lies below is the last item, painted before, whose box holds the middle of the text.
  private func checkReversed(_ item: PaintedItem, size: String, below: ArraySlice<PaintedItem>) {
    let (x, y) = ((item.box.left + item.box.right) / 2, (item.box.bottom + item.box.top) / 2)
    let middle = PDFRectangle(x, y, x, y)
    let ground = below.last { other in
      if case .text = other.kind { return false }
      if case .stroke = other.kind { return false }
      return other.visible.contains(middle)
    }
    guard let ground, ground.paint.inkCount > 1 else { return }
    add(
      "text.reversed", "small white text (\(size)) stands on a ground of several inks", item,
      severity: .warning,
      hint: "set it larger or bolder, or put it on a ground of one ink")
  }

  private func checkSafety(_ item: PaintedItem) {
    guard let trim else { return }
    let distance = min(
      item.box.left - trim.left, item.box.bottom - trim.bottom, trim.right - item.box.right,
      trim.top - item.box.top)
    if distance < limits.safety - 0.1, item.visible.overlaps(trim) {
      add(
        "text.safety",
        "text stands \((distance * 25.4 / 72).oneDecimal) mm from the trim, and "
          + "\((limits.safety * 25.4 / 72).oneDecimal) mm is wanted", item, severity: .warning)
    }
  }

  private func checkLine(_ item: PaintedItem, width: Double) {
    guard !item.paint.isPaper, width < limits.thinnestLine - 0.005 else { return }
    let shown =
      width == 0 ? "as thin as the device can make it (width 0)" : "\(width.decimals(2)) pt thin"
    add(
      "line.thin", "a line is \(shown), and \(limits.thinnestLine.decimals(2)) pt is the least",
      item)
  }

  /// Masks have no greys to smooth their edges: they want twice the pixels.
  private func checkImage(_ item: PaintedItem, _ image: PlacedImage) {
    guard image.columns > 2, image.rows > 2, image.resolution.isFinite else { return }
    let factor = image.isMask ? 2.0 : 1.0
    let resolution = image.resolution / factor
    let have = "a picture has \(Int(image.resolution.rounded(.down))) pixels to the inch"
    if resolution < limits.leastResolution {
      add(
        "image.resolution", "\(have), and \(Int(limits.leastResolution * factor)) is the least",
        item)
    } else if resolution < limits.warnedResolution {
      add(
        "image.resolution", "\(have), and \(Int(limits.wantedResolution * factor)) is wanted", item,
        severity: .warning)
    } else if resolution < limits.wantedResolution - 0.5 {
      add(
        "image.resolution", "\(have), and \(Int(limits.wantedResolution * factor)) is wanted", item,
        severity: .note)
    }
  }

  private func checkWhite(_ item: PaintedItem) {
    guard item.overprints, item.paint.isPaper, !item.isTransparent else { return }
    switch item.paint.space {
    case .cmyk, .profiledInks, .gray: guard item.overprintsNonzero else { return }
    case .separation, .inks: break
    default: return
    }
    add(
      "overprint.white", "something white overprints, and will not be seen in print", item,
      hint: "let it knock out")
  }
}

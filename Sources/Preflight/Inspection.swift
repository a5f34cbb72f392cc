package import Design
import Diagnostics
import PDFReading

/// What a file is checked against.
package enum PreflightTarget: Sendable, Hashable {
  case print(PrinterProfile)
  case screen
}

/// One file while it is checked: its pages and what was found so far.
///
/// It belongs to one thread, as the document does.
final class Inspection {
  let document: PDFDocument
  let pages: [PDFPage]
  private var found: [PreflightFinding] = []
  private var counts: [Kind: Int] = [:]
  /// What the same sentence on the same page is counted by.
  private struct Kind: Hashable {
    var rule: String
    var page: Int?
  }
  /// So many places of one rule are named on a page; the rest is counted.
  private static let placesPerRule = 10

  init(_ document: PDFDocument) {
    self.document = document
    let walked = document.pages()
    pages = walked.output ?? []
    for problem in walked.diagnostics {
      add("file.page-tree", problem.message)
    }
  }

  func add(
    _ rule: String, _ message: String, severity: Diagnostic.Severity = .error,
    on page: PDFPage? = nil, at rectangle: PDFRectangle? = nil, hint: String? = nil
  ) {
    var place: PagePlace?
    if let page, let rectangle { place = Self.place(of: rectangle, on: page) }
    let finding = PreflightFinding(
      rule: rule, severity: severity, page: page?.number, place: place, message: message,
      hint: hint)
    if found.suffix(50).contains(finding) { return }
    counts[Kind(rule: rule, page: page?.number), default: 0] += 1
    if counts[Kind(rule: rule, page: page?.number), default: 0] <= Self.placesPerRule {
      found.append(finding)
    }
  }

  /// All findings in their order.
  var findings: [PreflightFinding] {
    var all = found
    for index in all.indices.reversed() {
      let kind = Kind(rule: all[index].rule, page: all[index].page)
      let extra = counts[kind, default: 0] - Self.placesPerRule
      let isLast = !all[(index + 1)...].contains { $0.rule == kind.rule && $0.page == kind.page }
      if extra > 0, isLast { all[index].more = extra }
    }
    return all.sorted(by: PreflightFinding.precedes)
  }

  /// A rectangle of a page's own coordinates as a place on the trimmed page.
  static func place(of rectangle: PDFRectangle, on page: PDFPage) -> PagePlace? {
    guard let trim = page.trimBox ?? page.artBox ?? page.cropBox ?? page.mediaBox else {
      return nil
    }
    let scale = 25.4 / 72
    return PagePlace(
      x: (rectangle.left - trim.left) * scale, y: (trim.top - rectangle.top) * scale,
      width: rectangle.width * scale, height: rectangle.height * scale)
  }
}

extension PDFRectangle {
  /// “12.3 × 4.5 mm”.
  var millimetres: String {
    "\((width * 25.4 / 72).oneDecimal) × \((height * 25.4 / 72).oneDecimal) mm"
  }
}

extension Double {
  /// With one decimal place, without an exponent.
  var oneDecimal: String { decimals(1) }

  func decimals(_ places: Int) -> String {
    let factor = places == 1 ? 10.0 : 100.0
    let rounded = (Swift.min(Swift.max(self, -1e9), 1e9) * factor).rounded() / factor
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}

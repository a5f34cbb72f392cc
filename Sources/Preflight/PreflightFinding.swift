package import Diagnostics

/// Where on a page something is: millimetres from the upper left corner of the trimmed page.
package struct PagePlace: Sendable, Hashable, Codable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  /// Rounded to hundredths, which is what reports show.
  package init(x: Double, y: Double, width: Double, height: Double) {
    func rounded(_ value: Double) -> Double {
      let rounded = (min(max(value, -1e6), 1e6) * 100).rounded() / 100
      return rounded == 0 ? 0 : rounded
    }
    self.x = rounded(x)
    self.y = rounded(y)
    self.width = rounded(width)
    self.height = rounded(height)
  }
}

/// One thing that a preflight found.
package struct PreflightFinding: Sendable, Hashable {
  /// A stable name such as `ink.total`.
  package var rule: String
  package var severity: Diagnostic.Severity
  /// From 1; nil where the whole file is meant.
  package var page: Int?
  package var place: PagePlace?
  /// One sentence without the place.
  package var message: String
  /// What to do.
  package var hint: String?
  /// In how many more places of the page the same was found.
  package var more = 0

  /// By page, then rule, place and message; what concerns the file stands first.
  static func precedes(_ a: PreflightFinding, _ b: PreflightFinding) -> Bool {
    let (p, q) = (a.page ?? 0, b.page ?? 0)
    if p != q { return p < q }
    if a.rule != b.rule { return a.rule < b.rule }
    let (x, y) = (a.place, b.place)
    if x != y {
      return (x?.y ?? -1, x?.x ?? -1, x?.width ?? 0) < (y?.y ?? -1, y?.x ?? -1, y?.width ?? 0)
    }
    return a.message < b.message
  }
}

typealias PreflightSeverity = Diagnostic.Severity

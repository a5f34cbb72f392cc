/// How a figure stands to the true value.
package enum Comparator: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case more = ">"
  case atLeast = ">="
  case less = "<"
  case atMost = "<="
  case about = "~"
}

/// A typed figure: value, comparator and unit; it is formatted by language only when printed.
package struct Quantity: Sendable, Hashable {
  package var value: DecimalNumber
  package var comparator: Comparator
  /// The unit's identifier as the model writes it (`EUR`, `ha`, `students`); nil for a bare number.
  package var unit: String?

  package init(value: DecimalNumber, comparator: Comparator = .equal, unit: String? = nil) {
    self.value = value
    self.comparator = comparator
    self.unit = unit
  }
}

/// A date known to the day, the month or the year.
package struct PartialDate: Sendable, Hashable, Comparable {
  package var year: Int
  package var month: Int?
  package var day: Int?

  package init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// ISO 8601: `2018`, `2018-08` or `2018-08-24`.
  package var iso: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    var text = String(year)
    if let month { text += "-" + two(month) }
    if let day { text += "-" + two(day) }
    return text
  }

  package static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }
}

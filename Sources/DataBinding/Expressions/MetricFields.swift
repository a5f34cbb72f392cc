import Languages
import ReportModel

/// The fields that make a record a metric, read together.
struct MetricFields {
  var quantity: Quantity
  var year: Int?
  var record: Record

  /// Nil where the record's type has no number field `value`, or the record has no value there.
  init?(_ record: Record, model: WorkspaceModel) {
    guard case .number(let value, _) = model.field("value", of: record) else { return nil }
    self.record = record
    var comparator = Comparator.equal
    if case .text(let sign) = model.field("comparator", of: record) {
      comparator = Comparator(rawValue: sign) ?? .equal
    }
    var unit: String?
    if case .text(let name) = model.field("unit", of: record) { unit = name }
    quantity = Quantity(value: value, comparator: comparator, unit: unit)
    switch model.field("year", of: record) {
    case .number(let number, _):
      year = number.fractionDigits == 0 ? Int(exactly: number.significand) : nil
    case .date(let date): year = date.year
    default: year = nil
    }
  }
}

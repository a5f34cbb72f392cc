import Languages

/// One row of the table that a publication's data make, whatever they are.
struct DataRow: Hashable {
  /// What the row tells of: `publication`, `metric`, `bar`, `award`, `event`, `place`, `definition`, `row` (of a
  /// table), `total` (of its footer), `figure` (in a text), `text`, or a record's type such as `project`.
  var kind: String
  /// The record that it belongs to.
  var owner = ""
  /// The record or the place in the model or layout that it comes from.
  var identifier = ""
  /// The language of its texts.
  var language: LanguageTag
  var label = ""
  var quantity: Quantity?
  var year: Int?
  /// The figure as it prints.
  var formatted = ""
  /// ISO 8601; a span has a solidus between its ends.
  var date = ""
  var text = ""
  /// How well the figure is sourced.
  var grade = ""
  var source = ""

  /// The names of the columns: English in every edition, so that programs find them.
  static let columns = [
    "kind", "owner", "id", "language", "label", "comparator", "value", "unit", "year",
    "formatted", "date", "text", "grade", "source",
  ]

  /// The row's fields in the order of the columns.
  var fields: [CSVField] {
    // An exact figure needs no sign; a lone `=` would be a formula to spreadsheets.
    let comparator = quantity.map { $0.comparator == .equal ? "" : $0.comparator.rawValue } ?? ""
    return [
      .text(kind), .text(owner), .text(identifier), .text(language.rawValue), .text(label),
      .text(comparator), quantity.map { .number($0.value) } ?? .text(""),
      .text(quantity?.unit ?? ""),
      year.map { .number(DecimalNumber(significand: Int64($0))) } ?? .text(""),
      .text(formatted), .text(date), .text(text), .text(grade), .text(source),
    ]
  }
}

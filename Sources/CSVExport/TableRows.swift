import DocumentTree
import Languages

/// What one row of a table says as data: one row, or one for each of its figures.
struct TableRows {
  /// The first holds the row's texts; further ones a figure each.
  private(set) var rows: [DataRow]

  /// - Parameters:
  ///   - cells: The cells of the row.
  ///   - header: The cells above them; may be fewer.
  ///   - base: A row with everything that does not depend on the cells.
  ///   - tree: The publication, which knows what its records are.
  init(_ cells: [Table.Cell], header: [Table.Cell], base: DataRow, tree: PublicationTree) {
    var first = base
    // A row that tells of a record stands for it.
    let record = cells.flatMap(\.content).map(\.identity.record).first { !$0.isEmpty } ?? ""
    if let summary = tree.records[record], record != tree.record {
      first.kind = summary.type
      first.identifier = record
      first.owner = tree.record
    }
    var rest: [String] = []
    var figures: [(title: String, quantity: Quantity, formatted: String)] = []
    for (index, cell) in cells.enumerated() {
      let title = index < header.count ? Self.text(of: header[index]) : ""
      let text = Self.text(of: cell)
      switch cell.value {
      case .quantity(let quantity): figures.append((title, quantity, text))
      case .date(let date) where first.date.isEmpty:
        first.date = date.iso
        first.year = date.year
        if text != date.iso { rest.append(Self.titled(text, title)) }
      case .date: rest.append(Self.titled(text, title))
      // A dash that stands for a missing value is no text.
      case .missing where !text.contains { $0.isLetter || $0.isNumber }: continue
      case .text, .missing:
        if first.label.isEmpty {
          first.label = text
        } else if !text.isEmpty {
          rest.append(Self.titled(text, title))
        }
      }
    }
    first.text = rest.filter { !$0.isEmpty }.joined(separator: "; ")
    first.quantity = figures.first?.quantity
    first.formatted = figures.first?.formatted ?? ""
    rows = [first]
    // Further figures are told apart by the headings of their columns.
    for figure in figures.dropFirst() {
      var row = base
      (row.kind, row.identifier, row.owner) = (first.kind, first.identifier, first.owner)
      row.label = [first.label, figure.title].filter { !$0.isEmpty }.joined(separator: " · ")
      row.quantity = figure.quantity
      row.formatted = figure.formatted
      rows.append(row)
    }
  }

  /// A text with the heading of its column.
  private static func titled(_ text: String, _ title: String) -> String {
    title.isEmpty || text.isEmpty ? text : "\(title): \(text)"
  }

  /// What a cell prints, or else what it stands for.
  private static func text(of cell: Table.Cell) -> String {
    let printed = cell.content.line
    if printed.isEmpty, case .text(let text) = cell.value { return text.line }
    return printed
  }
}

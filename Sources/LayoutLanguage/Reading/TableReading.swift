import Design
import Diagnostics
import SourceFiles

/// Columns and cells of tables.
extension LayoutReading {
  static let columnKeys = ["title", "width", "align", "header", "merge"]
  static let cellKeys = [
    "text", "span", "rows", "align", "position", "style", "background", "header",
  ]
  /// How cells stand in their row.
  static let cellPositions = ["baseline", "top", "middle", "bottom"]

  mutating func tableColumns(_ node: SourceNode) -> Argument? {
    guard let items = node.sequence, !items.isEmpty else {
      wrongType(node, wanted: "a list of columns", example: "- { title: … }")
      return nil
    }
    var columns: [TableColumnTemplate] = []
    for item in items {
      let fields = fields(item, known: Self.columnKeys, what: "a column")
      if fields["title"] == nil, item.mapping != nil {
        report(
          "layout.missing-key", "a column needs “title”", at: item.location,
          hints: ["for example { title: … }; \"\" where a header cell stands over it"])
      }
      let title = fields["title"].flatMap { template($0) }
      let width = fields["width"].flatMap { columnWidth($0) }
      let alignment = fields["align"].flatMap { cellAlignment($0) }
      let isHeader = fields["header"].flatMap { flag($0) }
      let merges = fields["merge"].flatMap { flag($0) }
      guard let title else { continue }
      var column = TableColumnTemplate(title: title)
      if let width { column.width = width }
      if let alignment { column.alignment = alignment }
      column.isHeader = isHeader ?? false
      column.mergesEqual = merges ?? false
      columns.append(column)
    }
    return columns.count == items.count ? .tableColumns(columns) : nil
  }

  /// Reads `auto`, `30mm` or a share such as `2`.
  private mutating func columnWidth(_ node: SourceNode) -> TableColumnTemplate.Width? {
    guard let text = node.text, !node.isNull else {
      wrongType(node, wanted: "a width", example: "auto, 30mm or 2")
      return nil
    }
    if text == "auto" { return .content }
    if text.last?.isLetter == true {
      guard let length = Self.length(from: text), !length.isNegative else {
        wrongType(node, wanted: "a width", example: "auto, 30mm or 2")
        return nil
      }
      return .fixed(length)
    }
    return number(node, in: 0.01...1000).map { .weight($0) }
  }

  private mutating func cellAlignment(_ node: SourceNode) -> CellAlignment? {
    choice(node, among: CellAlignment.allCases.map(\.rawValue))
      .flatMap(CellAlignment.init(rawValue:))
  }

  /// The cells of a row: a text each, or `{ text: …, span: 2 }`.
  mutating func tableCells(_ node: SourceNode) -> Argument? {
    guard let items = node.sequence else {
      wrongType(node, wanted: "a list of texts", example: "[…, …]")
      return nil
    }
    return .tableCells(items.compactMap { tableCell($0) })
  }

  private mutating func tableCell(_ node: SourceNode) -> TableCellTemplate? {
    let names = node.mapping?.map(\.name) ?? []
    // A mapping without any of the cell's own keys is a text by language.
    guard names.contains(where: { Self.cellKeys.contains($0) }) else {
      return template(node).map { TableCellTemplate(text: $0, location: node.location) }
    }
    let fields = fields(node, known: Self.cellKeys, what: "a cell")
    guard let textNode = fields["text"] else {
      report(
        "layout.missing-key", "a cell with keys of its own needs “text”", at: node.location,
        hints: ["for example { text: …, span: 2 }"])
      return nil
    }
    guard let text = template(textNode) else { return nil }
    var cell = TableCellTemplate(text: text, location: node.location)
    if let span = fields["span"] {
      cell.span =
        span.text == "all" ? .all : expression(span).map { TableCellTemplate.Span.count($0) }
    }
    cell.rows = fields["rows"].flatMap { expression($0) }
    cell.alignment = fields["align"].flatMap { cellAlignment($0) }
    cell.position = fields["position"].flatMap { choice($0, among: Self.cellPositions) }
    cell.style = fields["style"].flatMap { style($0) }
    cell.background = fields["background"].flatMap { color($0) }
    cell.isHeader = fields["header"].flatMap { flag($0) }
    return cell
  }
}

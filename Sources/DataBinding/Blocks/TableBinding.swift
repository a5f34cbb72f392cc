import Design
import Diagnostics
import DocumentTree
import Languages
import LayoutLanguage
import ReportModel

/// Tables from their rows.
extension BlockBinder {
  /// What the cells of one part of a table have in common.
  private struct CellSetting {
    var columns: [TableColumnTemplate]
    var style: TextStyle
    /// What a decimal column prints where there is no value.
    var missing: [Inline] = []
  }

  /// A row with the place that asked for it.
  private struct BoundRow {
    var cells: [Table.Cell]
    var location: SourceLocation
    var surroundings: Surroundings
  }

  mutating func table(_ site: BlockSite) -> BlockNode? {
    let block = site.block
    guard case .tableColumns(let columns)? = block.arguments["table"] else { return nil }
    let cellStyle = style("style", of: site)
    let body = CellSetting(
      columns: columns, style: cellStyle, missing: inlines("missing", of: site))
    var footer = body
    footer.style = style("footer-style", of: site, otherwise: cellStyle.name)
    var rows = rows("content", of: site, body)
    guard !rows.isEmpty else { return nil }
    // What is merged to the right does not reach over the ends of what is merged to its left.
    var starts: Set<Int> = []
    for (column, template) in columns.enumerated() where template.mergesEqual {
      starts.formUnion(merge(column, of: &rows, columns: columns.count, from: starts))
    }
    let header = headerRows(of: site, columns)
    let footerRows = self.rows("footer", of: site, footer)
    for part in [rows, footerRows] { check(part, columns: columns.count) }
    var table = Table(
      columns: columns.map { column in
        let width: Table.Width =
          switch column.width {
          case .weight(let weight): .weight(weight)
          case .fixed(let length): .fixed(length.points(on: layout.page))
          case .content: .content
          }
        return Table.Column(
          width: width, alignment: column.alignment.text,
          isDecimal: column.alignment == .decimal, isHeader: column.isHeader)
      }, header: [], rows: rows.map(\.cells), rowPadding: length("padding", of: block) ?? 3,
      columnGap: length("gap", of: block) ?? layout.page.gutter,
      ruleColor: color("rule", of: site) ?? cellStyle.color)
    table.headerRows = header.map(\.cells)
    table.footerRows = footerRows.map(\.cells)
    table.rules = choice("rules", of: block).flatMap(Table.Rules.init(rawValue:)) ?? .rows
    table.zebra = color("zebra", of: site)
    table.headerBackground = color("header-background", of: site)
    table.position =
      choice("position", of: block).flatMap(Table.CellPosition.init(rawValue:)) ?? .baseline
    table.fillsWidth = choice("width", of: block) != "natural"
    return node(.table(table), at: site)
  }

  // MARK: Rows

  /// The rows of an argument.
  private mutating func rows(
    _ name: String, of site: BlockSite, _ setting: CellSetting
  ) -> [BoundRow] {
    var rows: [BoundRow] = []
    for child in childSites(name, of: site) where child.block.kind == .tableRow {
      guard case .tableCells(let templates)? = child.block.arguments["table-row"] else { continue }
      var rowSetting = setting
      rowSetting.style = style("style", of: child, otherwise: setting.style.name)
      let ground = color("background", of: child)
      var cells: [Table.Cell] = []
      for (number, template) in templates.enumerated() {
        var cell = cell(template, number: number, at: child, rowSetting)
        cell.background = cell.background ?? ground
        cells.append(cell)
      }
      rows.append(
        BoundRow(cells: cells, location: child.block.location, surroundings: child.surroundings))
    }
    align(&rows, templatesOf: setting)
    return rows
  }

  private mutating func cell(
    _ template: TableCellTemplate, number: Int, at site: BlockSite, _ setting: CellSetting
  ) -> Table.Cell {
    var style = setting.style
    if let name = template.style, let own = layout.theme.styles[name.name] { style = own }
    let inlines = inlines(template.text, in: site.surroundings)
    let identity = BlockIdentity(record: site.record, path: "\(site.path).\(number)")
    notePaired([.paragraph(inlines)], of: template.text, identity: identity, at: site)
    var cell = cell(
      inlines, style, at: site, number: number,
      value: typedValue(template.text, text: inlines.plainText, in: site.scope))
    switch template.span {
    case .count(let span)?: cell.columnSpan = count(span, at: site)
    case .all?: cell.columnSpan = Table.Cell.allColumns
    case nil: break
    }
    if let rows = template.rows { cell.rowSpan = count(rows, at: site) }
    cell.alignment = template.alignment?.text
    cell.position = template.position.flatMap(Table.CellPosition.init(rawValue:))
    cell.background = template.background.flatMap { color($0, in: site.surroundings) }
    cell.isHeader = template.isHeader ?? false
    return cell
  }

  /// A whole number from 1 on that the layout or the data give.
  private mutating func count(_ expression: Expression, at site: BlockSite) -> Int {
    let value = renderer.evaluator.evaluate(expression, in: site.scope)
    if case .number(let number, _) = value, number.doubleValue >= 1, number.doubleValue <= 10_000,
      number.doubleValue == number.doubleValue.rounded()
    {
      return Int(number.doubleValue)
    }
    report(
      "table.bad-span", "a cell cannot reach over as many columns or rows as this gives",
      at: expression.location, in: site.surroundings,
      hints: ["a span is a whole number from 1 on; leave the row out where there are none"])
    return 1
  }

  /// Gives the cells what their columns say: alignment, the sign for a missing value.
  private mutating func align(_ rows: inout [BoundRow], templatesOf setting: CellSetting) {
    let grid = TableGrid(rows.map(\.cells), columns: setting.columns.count)
    for place in grid.places.flatMap({ $0 }) {
      let column = setting.columns[place.column]
      var cell = rows[place.row].cells[place.cell]
      cell.isHeader = cell.isHeader || column.isHeader
      if column.alignment == .decimal, cell.content.isEmpty, place.columns == 1,
        !setting.missing.isEmpty
      {
        let identity = BlockIdentity(path: "missing")
        cell.content = [
          BlockNode(
            .paragraph(Paragraph(inlines: setting.missing, style: setting.style)),
            identity: identity, language: language, location: rows[place.row].location)
        ]
      }
      cell.content = cell.content.map {
        $0.aligned(cell.alignment ?? column.alignment.text)
      }
      rows[place.row].cells[place.cell] = cell
    }
  }

  /// The header: rows that the layout writes, then the titles of the columns that they leave free.
  private mutating func headerRows(
    of site: BlockSite, _ columns: [TableColumnTemplate]
  ) -> [BoundRow] {
    let setting = CellSetting(columns: columns, style: style("header-style", of: site))
    var rows = rows("header", of: site, setting)
    let above = TableGrid(rows.map(\.cells) + [[]], columns: columns.count)
    var titles: [Table.Cell] = []
    for (index, column) in columns.enumerated() {
      let inlines = inlines(column.title, in: site.surroundings)
      let isCovered = above[rows.count, index] != nil
      if isCovered {
        if !inlines.isBlank {
          report(
            "table.overlapping-spans",
            "the title “\(inlines.plainText)” stands where a cell of the header reaches down",
            at: column.title.location, in: site.surroundings,
            hints: ["write title: \"\", or let the header's cell end above it"])
        }
        continue
      }
      var title = cell(
        inlines, setting.style, at: site, number: index, value: .text(inlines.plainText))
      title.content = title.content.map { $0.aligned(column.alignment.text) }
      titles.append(title)
    }
    let isNeeded = titles.contains { !$0.content.isEmpty }
    let covers = titles.count < columns.count
    guard isNeeded || covers || rows.isEmpty else {
      check(rows, columns: columns.count)
      return rows
    }
    rows.append(
      BoundRow(cells: titles, location: site.block.location, surroundings: site.surroundings))
    check(rows, columns: columns.count)
    return rows
  }

  // MARK: Spans

  /// Makes cells of a column that print the same one cell, and answers in which rows cells begin now.
  ///
  /// At `starts`, a cell begins in any case; cells that cover more than one place stay as they are.
  private func merge(
    _ column: Int, of rows: inout [BoundRow], columns: Int, from starts: Set<Int>
  ) -> Set<Int> {
    let grid = TableGrid(rows.map(\.cells), columns: columns)
    var begun = Set(rows.indices)
    var first: TableGrid.Place?
    var dropped: [TableGrid.Place] = []
    for row in rows.indices {
      guard let place = grid[row, column], place.columns == 1, place.rows == 1 else {
        first = nil
        continue
      }
      let text = rows[row].cells[place.cell].content.text
      if let start = first, !starts.contains(row), !text.isEmpty,
        rows[start.row].cells[start.cell].content.text == text
      {
        rows[start.row].cells[start.cell].rowSpan += 1
        dropped.append(place)
        begun.remove(row)
      } else {
        first = place
      }
    }
    for place in dropped { rows[place.row].cells.remove(at: place.cell) }
    return begun
  }

  /// Reports rows and spans that do not go into the columns and rows that there are.
  private mutating func check(_ rows: [BoundRow], columns: Int) {
    for problem in TableGrid(rows.map(\.cells), columns: columns).problems {
      let row: Int
      let identifier: String
      let message: String
      let hint: String
      switch problem {
      case .tooManyCells(let index, let excess):
        (row, identifier) = (index, "layout.wrong-cells")
        message =
          "the row has \(rows[index].cells.count) cells for \(columns) columns, \(excess) too many"
        hint = "give it as many cells as the table has columns, less those that reach into it"
      case .tooFewCells(let index, let missing):
        (row, identifier) = (index, "layout.wrong-cells")
        message =
          "the row has \(rows[index].cells.count) cells for \(columns) columns, \(missing) too few"
        hint = "give it as many cells as the table has columns, less those that reach into it"
      case .beyondColumns(let index, let cell, let excess):
        (row, identifier) = (index, "table.bad-span")
        message = "cell \(cell + 1) of the row reaches \(excess) columns over the last one"
        hint = "make its “span” smaller, or write span: all"
      case .overlap(let index, let cell):
        (row, identifier) = (index, "table.overlapping-spans")
        message = "cell \(cell + 1) of the row reaches over one that comes down from above"
        hint = "make one of the two spans smaller"
      case .beyondRows(let index, let cell, let excess):
        (row, identifier) = (index, "table.bad-span")
        message = "cell \(cell + 1) of the row reaches \(excess) rows below the last one"
        hint = "make its “rows” smaller, or add rows"
      }
      report(
        identifier, message, at: rows[row].location, in: rows[row].surroundings, hints: [hint])
    }
  }

  // MARK: Cells

  private func cell(
    _ inlines: [Inline], _ style: TextStyle, at site: BlockSite, number: Int, value: TypedValue
  ) -> Table.Cell {
    guard !inlines.isBlank else { return Table.Cell(content: [], value: value) }
    let identity = BlockIdentity(
      record: site.record, path: site.path + ".cells", paragraph: number)
    let node = paragraphNode(.body, inlines, style, at: site, identity: identity)
    return Table.Cell(content: [node], value: value)
  }

  /// The value behind a cell that is one expression, perhaps emphasised, else its text.
  private func typedValue(_ template: TextTemplate, text: String, in scope: Scope) -> TypedValue {
    let content = (template.parts(in: language) ?? []).filter { part in
      guard case .literal(let literal) = part else { return true }
      return !literal.utf8.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    }
    // A filter may make something else of the value: the comparator of a figure is no figure.
    guard content.count == 1, case .value(let expression, let filters) = content[0],
      filters.allSatisfy({ ["quantity", "figure", "spoken", "pad"].contains($0.name) })
    else { return text.isEmpty ? .missing : .text(text) }
    switch renderer.evaluator.evaluate(expression, in: scope) {
    case .missing: return .missing
    case .number(let number, _): return .quantity(Quantity(value: number))
    case .date(let date): return .date(date)
    case .record(let record):
      if let metric = MetricFields(record, model: renderer.evaluator.model) {
        return .quantity(metric.quantity)
      }
      return .text(text)
    default: return text.isEmpty ? .missing : .text(text)
    }
  }
}

extension BlockNode {
  /// The node with an alignment, where it is a paragraph.
  fileprivate func aligned(_ alignment: TextAlignment) -> BlockNode {
    guard case .paragraph(var paragraph) = content else { return self }
    paragraph.style.alignment = alignment
    var copy = self
    copy.content = .paragraph(paragraph)
    return copy
  }
}

extension [BlockNode] {
  /// What the paragraphs of a cell say.
  fileprivate var text: String {
    map { node in
      if case .paragraph(let paragraph) = node.content { paragraph.inlines.plainText } else { "" }
    }.joined(separator: " ")
  }
}

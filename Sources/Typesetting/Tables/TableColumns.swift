import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

/// Where the columns of a table stand at one width; measured once and remembered.
struct TableColumns: Sendable {
  /// Under what they are remembered.
  struct Key: Sendable, Hashable {
    /// The table's number.
    var number: Int
    var width: Double
    /// The change that its frame makes to its text.
    var adjustment: TextAdjustment?
  }

  /// The left edge and the width of each column's text, in points from the table's left edge.
  private(set) var x: [Double] = []
  private(set) var widths: [Double] = []
  /// The width from one outer edge to the other.
  private(set) var totalWidth = 0.0
  let gap: Double
  /// How far a figure reaches to the left and right of its column's line, by its block's number.
  private var figures: [Int: (before: Double, after: Double)] = [:]
  /// Which columns were found wide enough for all their words.
  private var needsNoDivision: [Bool]
  /// The farthest of each column.
  private var before: [Double]
  private var after: [Double]

  init(gap: Double, columns: Int) {
    self.gap = gap
    before = Array(repeating: 0, count: columns)
    after = Array(repeating: 0, count: columns)
    needsNoDivision = Array(repeating: false, count: columns)
  }

  /// Notes a figure; it is measured once.
  mutating func add(_ figure: ParagraphBlock, in column: Int, _ context: TypesettingContext)
    throws(Diagnostic)
  {
    let extents = try figure.decimalExtents(in: context)
    figures[figure.traits.number] = extents
    before[column] = max(before[column], extents.before)
    after[column] = max(after[column], extents.after)
  }

  /// What the figures of a column need together.
  func figureWidth(of column: Int) -> Double { before[column] + after[column] }

  /// Notes that a column is wide enough for the longest word in it.
  mutating func forbidDivision(in column: Int) { needsNoDivision[column] = true }

  /// Puts the columns beside each other.
  mutating func place(_ widths: [Double], inset: Double) {
    self.widths = widths
    var left = inset
    x = []
    for width in widths {
      x.append(left)
      left += width + gap
    }
    totalWidth = left - (widths.isEmpty ? 0 : gap) + inset
  }

  /// The left edge and the width for the text of a cell.
  func room(for cell: TablePart.Cell) -> (x: Double, width: Double) {
    let column = cell.place.column
    let last = column + cell.place.columns - 1
    let width = x[last] + widths[last] - x[column]
    if let figure = cell.figure, let extents = figures[figure.traits.number],
      figureWidth(of: column) <= widths[column] + Region.tolerance
    {
      let line = x[column] + widths[column] - after[column]
      return (line - extents.before, extents.before + extents.after)
    }
    return (x[column], width)
  }

  /// The block of a cell: words are divided only where a column is too narrow for its longest.
  func block(of cell: TablePart.Cell) -> StackBlock {
    cell.place.columnRange.allSatisfy { needsNoDivision[$0] } ? cell.undividedBlock : cell.block
  }

  /// The edges of the ground of some columns: half of the gaps beside them belongs to it.
  func ground(_ columns: Range<Int>) -> (left: Double, right: Double) {
    (
      columns.lowerBound == 0 ? 0 : x[columns.lowerBound] - gap / 2,
      columns.upperBound == x.count
        ? totalWidth : x[columns.upperBound - 1] + widths[columns.upperBound - 1] + gap / 2
    )
  }
}

extension ParagraphBlock {
  /// How far the text reaches to both sides of its decimal place, on one line.
  fileprivate func decimalExtents(
    in context: TypesettingContext
  ) throws(Diagnostic) -> (before: Double, after: Double) {
    let line = try context.setLine(
      setting.inlines, style: context.adjusted(setting.style), language: setting.language,
      mark: .artifact)
    let width = line.naturalWidth + TextExtents.slack
    let runs = line.items.compactMap { item -> GlyphRun? in
      if case .glyphs(let run) = item.content { run } else { nil }
    }
    let text = runs.map(\.text).joined()
    guard let rules = context.languages[setting.language],
      let point = DecimalPoint(text, numbers: rules.numbers)
    else {
      if text.contains(where: \.isLetter) {
        context.report(
          Diagnostic(
            "table.not-decimal", severity: .warning,
            "“\(text)” stands in a decimal column, but is no number", at: traits.location,
            hints: ["write “–” for a missing number, or give the cell an “align” of its own"]))
      }
      return (width, 0)
    }
    var passed = 0
    for run in runs {
      let glyph = run.glyphs.first { passed + $0.cluster >= point.offset }
      if let glyph {
        let before = run.origin.x + glyph.x
        return (before, width - before)
      }
      passed += run.text.utf8.count
    }
    return (width, 0)
  }
}

extension TableBlock {
  /// The table's columns at a width in points.
  func columns(
    width: Double, in context: TypesettingContext
  ) throws(Diagnostic) -> TableColumns {
    let key = TableColumns.Key(
      number: traits.number, width: width, adjustment: context.adjustment)
    if let known = context.tableColumns[key] { return known }
    let count = table.columns.count
    let inset = hasGrounds ? table.columnGap / 2 : 0
    var columns = TableColumns(gap: table.columnGap, columns: count)
    for cell in body.rows.joined() {
      if let figure = cell.figure { try columns.add(figure, in: cell.place.column, context) }
    }
    let room = max(0, width - table.columnGap * Double(max(0, count - 1)) - 2 * inset)
    let needsContent = table.columns.contains { $0.width == .content }
    let measure = needsContent ? try TableMeasure(self, columns, in: context) : nil
    let widths = ColumnWidths(
      demands: measure?.demands ?? Array(repeating: TextExtents(), count: count),
      rows: measure?.rows ?? [], columns: table.columns, room: room, fillsWidth: table.fillsWidth
    ).resolved()
    for (column, demand) in (measure?.demands ?? []).enumerated()
    where demand.divided > widths[column] + 0.1 {
      context.report(
        Diagnostic(
          "table.narrow-column",
          "column \(column + 1) of the table is "
            + "\(Length(points: demand.divided - widths[column]).inMillimetres) too narrow for "
            + "“\(demand.widestPart)”",
          at: traits.location,
          hints: [
            "give the column more room, the table fewer columns, or the cells a smaller style"
          ]))
    }
    for (column, demand) in (measure?.demands ?? []).enumerated()
    where table.columns[column].width == .content && demand.minimum <= widths[column] {
      columns.forbidDivision(in: column)
    }
    columns.place(widths, inset: inset)
    context.tableColumns[key] = columns
    return columns
  }

  /// Grounds and frames need room between their edge and the text.
  private var hasGrounds: Bool {
    table.zebra != nil || table.headerBackground != nil || table.rules == .all
      || table.allRows.contains { row in row.contains { $0.background != nil } }
  }
}

import Diagnostics
import DocumentTree
import Geometry

/// One table in several languages side by side: rows that say the same start level and are equally
/// high, so that all tables break before the same row.
///
/// Only rows that no region holds go on without heed of each other.
struct TableCounterparts: Sendable {
  /// The table in each language; their rows are grouped alike.
  let tables: [TableBlock]
  /// Where they stand.
  let columns: ParallelColumns
  /// Which of them is the one that is set.
  let index: Int

  /// Tables that hold the same rows, each with the others; nil where they differ.
  static func joined(_ blocks: [(any Block)?], _ columns: ParallelColumns) -> [TableBlock]? {
    let tables = blocks.compactMap { $0 as? TableBlock }
    guard let first = tables.first, tables.count > 1, tables.count == blocks.count,
      tables.allSatisfy({
        $0.header.groups == first.header.groups && $0.body.groups == first.body.groups
      })
    else { return nil }
    return tables.indices.map { index in
      var table = tables[index]
      table.counterparts = TableCounterparts(tables: tables, columns: columns, index: index)
      return table
    }
  }
}

/// A table with its caption above, whose languages have rows of their own for both.
struct CaptionedTable {
  /// It keeps with the table; links to the figure lead to it.
  let caption: any Block
  let table: TableBlock

  /// The two parts of a figure's block; nil for any other block.
  init?(_ block: (any Block)?) {
    let anchor = block as? AnchorBlock
    guard let figure = (anchor?.content ?? block) as? StackBlock, figure.children.count == 2,
      let content = figure.children[1] as? StackBlock, content.children.count == 1,
      let table = content.children[0] as? TableBlock
    else { return nil }
    let caption = figure.children[0]
    self.caption = anchor.map { AnchorBlock(name: $0.name, content: caption) } ?? caption
    self.table = table
  }
}

/// Sets rows of one part of a table as high as its counterparts need them.
///
/// The setter of each language keeps what it has measured, so that no row is measured twice.
struct LevelRowSetter {
  /// The setter of the table's own rows.
  let own: TableRowSetter
  /// One for each language in the order of the columns, its own among them; empty for one alone.
  private let all: [TableRowSetter]

  /// Setters for one part of a table in a width; of `known` each language has the part of its number.
  init(
    _ table: TableBlock, part: KeyPath<TableBlock, TablePart>, width: Double,
    reusing known: KnownChildren, in context: TypesettingContext
  ) throws(Diagnostic) {
    func setter(
      _ block: TableBlock, _ number: Int, _ width: Double
    ) throws(Diagnostic) -> TableRowSetter {
      TableRowSetter(
        part: block[keyPath: part], columns: try block.columns(width: width, in: context),
        padding: block.table.rowPadding, known: known.parts(of: number), context: context)
    }
    guard let place = table.counterparts else {
      (own, all) = (try setter(table, 0, width), [])
      return
    }
    let own = try setter(table, place.index, width)
    var all: [TableRowSetter] = []
    for (index, counterpart) in place.tables.enumerated() {
      let width = place.columns.width(of: index, where: place.index, has: width)
      all.append(index == place.index ? own : try setter(counterpart, index, width))
    }
    (self.own, self.all) = (own, all)
  }

  /// Rows that belong together, as high as their counterparts need them.
  ///
  /// Rows that begin below a `limit` in points may be left out of the answer's range; where that is
  /// so in any language, it is in all of them.
  func whole(
    _ group: Range<Int>, limit: Double = .infinity
  ) throws(Diagnostic) -> TableRowSetter.SetRows {
    guard !all.isEmpty else { return try own.whole(group, limit: limit) }
    let tooHigh = TableRowSetter.SetRows(range: group.lowerBound..<group.lowerBound)
    // First the lines of all languages, then the heights that rows have on these lines.
    var lines = [Double](repeating: 0, count: group.count)
    for setter in all {
      let rows = try setter.whole(group, limit: limit)
      guard rows.range == group else { return tooHigh }
      lines = zip(lines, rows.lines).map(max)
    }
    var heights = [Double](repeating: 0, count: group.count)
    for setter in all {
      let rows = try setter.whole(group, lines: lines, limit: limit)
      guard rows.range == group else { return tooHigh }
      let own = zip(rows.edges.dropFirst(), rows.edges).map { $0 - $1 }
      heights = zip(heights, own).map(max)
    }
    return try own.whole(group, lines: lines, heights: heights, limit: limit)
  }
}

extension ParallelColumns {
  /// The width in points of one column's text, known that of another.
  fileprivate func width(of column: Int, where known: Int, has width: Double) -> Double {
    guard shares[known] > 0 else { return width }
    let outer = width + insetLeft + insetRight
    return max(0, outer * shares[column] / shares[known] - insetLeft - insetRight)
  }
}

import Diagnostics
import DocumentTree

/// What the cells of a table need: of each column, and of each cell that stands in one alone.
struct TableMeasure {
  private(set) var demands: [TextExtents]
  /// The natural widths of the cells in each row, by column; 0 where there is none.
  private(set) var rows: [[Double]] = []

  /// Measures every cell once; those over several columns widen them afterwards.
  init(
    _ block: TableBlock, _ columns: TableColumns, in context: TypesettingContext
  ) throws(Diagnostic) {
    let count = block.table.columns.count
    demands = Array(repeating: TextExtents(), count: count)
    var spanning: [(columns: Range<Int>, extents: TextExtents)] = []
    for row in block.header.rows + block.body.rows {
      var naturals = Array(repeating: 0.0, count: count)
      for cell in row {
        let column = cell.place.column
        let extents = try cell.block.extents(in: context)
        if cell.place.columns > 1 {
          spanning.append((cell.place.columnRange, extents))
        } else if cell.figure == nil {
          demands[column] = demands[column].below(extents)
          naturals[column] = extents.natural
        }
      }
      rows.append(naturals)
    }
    for column in 0..<count where columns.figureWidth(of: column) > 0 {
      let width = columns.figureWidth(of: column)
      demands[column] = demands[column].below(
        TextExtents(minimum: width, divided: width, natural: width))
    }
    for (range, extents) in spanning.sorted(by: { $0.columns.count < $1.columns.count }) {
      widen(range, to: extents, gap: columns.gap, columns: block.table.columns)
    }
  }

  /// Gives columns that a cell reaches over what they lack together, those with more text more.
  private mutating func widen(
    _ range: Range<Int>, to extents: TextExtents, gap: Double, columns: [Table.Column]
  ) {
    let gaps = gap * Double(range.count - 1)
    let takers = range.filter { columns[$0].width == .content }
    guard !takers.isEmpty else { return }
    let sum = takers.reduce(0) { $0 + max(1, demands[$1].natural) }
    let paths: [WritableKeyPath<TextExtents, Double>] = [
      \.minimum, \.divided, \.natural,
    ]
    for path in paths {
      let lack = extents[keyPath: path] - gaps - range.reduce(0) { $0 + demands[$1][keyPath: path] }
      guard lack > 0 else { continue }
      let shares = takers.map { max(1, demands[$0].natural) / sum }
      for (column, share) in zip(takers, shares) { demands[column][keyPath: path] += lack * share }
    }
    for column in takers {
      demands[column].minimum = max(demands[column].minimum, demands[column].divided)
      demands[column].natural = max(demands[column].natural, demands[column].minimum)
    }
  }
}

import Diagnostics
import DocumentTree
import Geometry

/// Cells beside each other on a grid that spans the region; each may break over regions.
struct RowBlock: Block {
  /// A cell with the number of columns that it covers.
  struct Cell: Sendable {
    var span: Int
    var block: any Block
  }

  let cells: [Cell]
  /// Room between two columns of the grid, in points.
  let gutter: Double
  let alignment: VerticalAlignment
  let spacing: BlockSpacing

  /// A row whose outer room is at least that of its cells.
  init(cells: [Cell], gutter: Double, alignment: VerticalAlignment, spacing: BlockSpacing) {
    self.cells = cells
    self.gutter = max(0, gutter)
    self.alignment = alignment
    var merged = spacing
    merged.before = cells.reduce(merged.before) { max($0, $1.block.spacing.before) }
    merged.after = cells.reduce(merged.after) { max($0, $1.block.spacing.after) }
    // A number beside a heading is a heading; a heading beside its text is not.
    merged.keepWithNext =
      merged.keepWithNext || cells.last?.block.spacing.keepWithNext ?? false
    self.spacing = merged
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fit(into: region, resumingAt: token, reusing: KnownChildren(), in: context)
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let row = CellRow(cells: placed(width: region.width), alignment: rowAlignment)
    return try row.fit(
      into: region, resumingAt: token?.inner ?? [], reusing: known, in: context)
  }

  /// The alignment in the words of the row's common part, which knows baselines too.
  private var rowAlignment: CellRow.Alignment {
    switch alignment {
    case .top: .top
    case .middle: .middle
    case .bottom: .bottom
    }
  }

  /// The cells' places across the row.
  ///
  /// The spans make up the columns, and a cell also covers the gutters between its own. Gutters wider
  /// than the row leave columns without width, not with a negative one.
  private func placed(width: Double) -> [CellRow.Cell] {
    let spans = cells.map { Double(max(1, $0.span)) }
    let columns = spans.reduce(0, +)
    let unit = max(0, (width - gutter * (columns - 1)) / max(1, columns))
    var x = 0.0
    var result: [CellRow.Cell] = []
    for (cell, span) in zip(cells, spans) {
      let cellWidth = unit * span + gutter * (span - 1)
      result.append(CellRow.Cell(x: x, width: min(cellWidth, width), block: cell.block))
      x += cellWidth + gutter
    }
    return result
  }
}

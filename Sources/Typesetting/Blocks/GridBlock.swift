import Diagnostics
import DocumentTree
import Geometry

/// Children in cells of equal width, row by row; the cells of a row are equally high.
///
/// It is a stack of rows with one column for each cell, and breaks as such.
struct GridBlock: Block {
  let rows: StackBlock
  var spacing: BlockSpacing { rows.spacing }

  /// A grid of so many columns; it breaks between rows only, unless a row is higher than a region.
  init(
    children: [any Block], columns: Int, gutter: Double, rowGap: Double, spacing: BlockSpacing
  ) {
    let columns = max(1, columns)
    let starts = Array(stride(from: 0, to: children.count, by: columns))
    let rows: [any Block] = starts.map { start in
      let filled = children[start..<min(start + columns, children.count)]
      var cells = filled.map { RowBlock.Cell(span: 1, block: $0) }
      // A short last row keeps its cells as wide as those above.
      while cells.count < columns { cells.append(RowBlock.Cell(span: 1, block: StackBlock([]))) }
      return RowBlock(
        cells: cells, gutter: gutter, alignment: .top,
        spacing: BlockSpacing(
          before: start == 0 ? 0 : rowGap, after: start == starts.last ? 0 : rowGap,
          keepTogether: true))
    }
    self.rows = StackBlock(rows, spacing: spacing)
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
    try rows.countedFit(into: region, resumingAt: token, reusing: known, in: context)
  }
}

import Diagnostics
import DocumentTree
import LayoutLanguage

/// What can be said of a table's rows before there are data.
enum TableChecking {
  /// What is wrong with the number of cells of a row, as far as the layout alone says it.
  ///
  /// With `reachesDown`, cells of other rows may reach into this one.
  static func problem(
    with cells: [TableCellTemplate], columns: Int, reachesDown: Bool, at location: SourceLocation
  ) -> Diagnostic? {
    // What reaches as far as it can takes one column at least.
    let least = cells.reduce(0) { $0 + max(1, $1.fixedSpan ?? 1) }
    let isFixed = cells.allSatisfy { $0.fixedSpan != nil }
    guard least > columns || (least < columns && isFixed && !reachesDown) else { return nil }
    let spans = least == cells.count ? "" : ", which take \(least) columns,"
    return Diagnostic(
      "layout.wrong-cells", "the row has \(cells.count) cells\(spans) for \(columns) columns",
      at: location, hints: ["give it as many cells as the table has columns"])
  }

  /// Whether some cell of a table reaches over several rows.
  static func hasRowSpans(
    _ table: BlockTemplate, _ components: [String: ComponentTemplate]
  ) -> Bool {
    var open = [table]
    var seen: Set<String> = []
    while let block = open.popLast() {
      for argument in block.arguments.values {
        switch argument {
        case .tableCells(let cells): if cells.contains(where: { $0.rows != nil }) { return true }
        case .content(let inner): open += inner
        case .name(let name, _) where block.kind == .use && seen.insert(name).inserted:
          open += components[name]?.content ?? []
        default: continue
        }
      }
    }
    return false
  }
}

extension LayoutChecker {
  /// Checks what a cell says and how far it reaches.
  mutating func check(_ cell: TableCellTemplate, in scope: TypeScope) {
    expressions.check(cell.text, in: scope)
    checkMarkup(cell.text, .runningText)
    if let color = cell.background { expressions.check(color.entry, in: scope) }
    var counts: [Expression] = []
    if case .count(let span)? = cell.span { counts.append(span) }
    if let rows = cell.rows { counts.append(rows) }
    for count in counts {
      let type = expressions.type(of: count, in: scope)
      guard type != .unknown, type != .number else { continue }
      report(
        "layout.wrong-type", "\(type.inWords) stands where a number is wanted",
        at: count.location, hints: ["write a number, or count(…) of a list"])
    }
  }
}

import DisplayList
import DocumentTree

/// Which headings each cell of a table belongs to (ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7).
///
/// A reader finds the headings of a plain table by their scope: those above in the column, those
/// before in the row. Where headings are merged or stand on several levels, each cell names them.
struct TableHeadings {
  let header: TablePart
  let body: TablePart

  /// The headings by cell, both as structure elements.
  ///
  /// Those of the columns come from above, then the title over a group of rows, then those of the
  /// row. Empty for a plain table, and for an
  /// artifact.
  func headers() -> [Int: [Int]] {
    guard isMerged else { return [:] }
    var headers: [Int: [Int]] = [:]
    var columns: [[Int]] = Array(repeating: [], count: header.columnCount)
    for row in header.rows {
      for cell in row {
        guard let element = cell.element else { continue }
        headers[element] = Self.joined(columns[cell.place.columnRange])
      }
      for cell in row where cell.isHeading {
        guard let element = cell.element else { continue }
        for column in cell.place.columnRange { columns[column].append(element) }
      }
    }
    var title: [Int] = []
    for group in body.groups {
      if body.isTitle(group) || body.isBeforeFooter(group.lowerBound) { title = [] }
      for row in group {
        for cell in body.rows[row] {
          guard let element = cell.element else { continue }
          headers[element] =
            body.isTitle(group)
            ? [] : Self.joined(columns[cell.place.columnRange]) + title + headings(before: cell)
        }
      }
      if body.isTitle(group) {
        title = body.rows[group.lowerBound].filter(\.isHeading).compactMap(\.element)
      }
    }
    return headers.filter { !$0.value.isEmpty }
  }

  /// Whether the place of a cell does not tell its headings.
  private var isMerged: Bool {
    if header.rows.count > 1 { return true }
    return (header.rows + body.rows).joined().contains {
      $0.isHeading && ($0.place.columns > 1 || $0.place.rows > 1)
    }
  }

  /// The headings of the rows that a cell is in, from the left.
  private func headings(before cell: TablePart.Cell) -> [Int] {
    var found: [Int] = []
    for row in cell.place.row...max(cell.place.row, cell.place.lastRow)
    where row < body.rows.count {
      for other in body.cells(over: row)
      where other.isHeading && other.place.column < cell.place.column {
        if let element = other.element, !found.contains(element) { found.append(element) }
      }
    }
    return found
  }

  /// The headings of neighbouring columns, each once.
  private static func joined(_ columns: ArraySlice<[Int]>) -> [Int] {
    var seen = Set<Int>()
    return columns.joined().filter { seen.insert($0).inserted }.sorted()
  }
}

extension TablePart.Cell {
  /// Its structure element; nil for an artifact.
  fileprivate var element: Int? {
    if case .element(let index) = mark { index } else { nil }
  }
}

import CCommonMark
import DocumentTree

/// Tables of a CommonMark text.
extension CommonMarkWalk {
  /// A table; cmark has filled up short rows and cut long ones (GFM 4.10).
  mutating func table(_ node: OpaquePointer) -> MarkedBlock {
    isInCell = true
    defer { isInCell = false }
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    var alignments: [MarkedTable.Alignment?] = Array(repeating: nil, count: count)
    if let signs = cmark_gfm_extensions_get_table_alignments(node) {
      for column in 0..<count {
        switch signs[column] {
        case UInt8(ascii: "l"): alignments[column] = .left
        case UInt8(ascii: "c"): alignments[column] = .center
        case UInt8(ascii: "r"): alignments[column] = .right
        default: break
        }
      }
    }
    var table = MarkedTable(alignments: alignments, header: [], rows: [])
    for row in children(of: node) {
      var cells: [[Inline]] = []
      for cell in children(of: row) { cells.append(inlines(of: cell, depth: 0)) }
      if cmark_gfm_extensions_get_table_row_is_header(row) != 0 {
        table.header = cells
      } else {
        table.rows.append(cells)
      }
    }
    return .table(table)
  }

  /// Whether a tag is that of a line break.
  static func isLineBreak(_ tag: String) -> Bool {
    ["<br>", "<br/>", "<br />"].contains(tag.lowercased())
  }
}

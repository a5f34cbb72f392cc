import Diagnostics
import SourceFiles

/// Rows of child tables that wait for the records that they belong to.
///
/// A table of metrics, say, names in each row the project that it belongs to. Rows of one parent keep
/// their order, and need not stand together.
struct ChildRows {
  /// The rows of one list field.
  struct Table {
    /// The list field that the rows fill.
    let field: String
    /// Where the workspace file names the table.
    let location: SourceLocation
    fileprivate var rows: [String: [SourceNode]] = [:]
    fileprivate var parents: [(parent: String, location: SourceLocation)] = []

    init(field: String, location: SourceLocation) {
      self.field = field
      self.location = location
    }

    /// Adds a row; the first row of each parent is where a wrong name is told.
    mutating func add(_ node: SourceNode, parent: CSVField) {
      if rows[parent.text] == nil { parents.append((parent.text, parent.location)) }
      rows[parent.text, default: []].append(node)
    }
  }

  private var tables: [Table] = []

  /// Adds the rows of one more list.
  mutating func add(_ table: Table) { tables.append(table) }

  /// The record with its rows as lists; a list that is filled from two sides is a problem.
  mutating func attach(to node: SourceNode, _ decoder: inout RecordDecoder) -> SourceNode {
    guard !tables.isEmpty, var entries = node.mapping, let id = node["id"]?.text else {
      return node
    }
    for index in tables.indices {
      guard let rows = tables[index].rows.removeValue(forKey: id), let first = rows.first else {
        continue
      }
      let field = tables[index].field
      if let other = entries.first(where: { $0.name == field }) {
        decoder.tell(
          "model.two-lists", "“\(field)” of “\(id)” comes from here and from a table",
          at: other.key.location, hints: ["its rows begin in \(first.location)"])
        continue
      }
      entries.append(
        SourceNode.Entry(
          key: SourceNode(.scalar(field, isQuoted: true), at: first.location),
          value: SourceNode(.sequence(rows), at: first.location)))
    }
    return SourceNode(.mapping(entries), at: node.location)
  }

  /// The parents that no record was found for, in their files' order.
  var left: [(parent: String, location: SourceLocation)] {
    tables.flatMap { table in table.parents.filter { table.rows[$0.parent] != nil } }
  }
}

import Diagnostics
import SourceFiles

/// Rows become nodes with the places of their cells, so that one decoder checks YAML and CSV alike.
extension CSVColumns {
  /// The row as a node in the shape of its record, as if it had been read from YAML.
  func node(
    for row: CSVRow, delimiter: UInt8, decoder: inout RecordDecoder
  ) -> SourceNode {
    value(shape, row, delimiter, &decoder) ?? SourceNode(.mapping([]), at: row.location)
  }

  /// The value of a shape; nil if all its cells are empty.
  private func value(
    _ shape: Shape, _ row: CSVRow, _ delimiter: UInt8, _ decoder: inout RecordDecoder
  ) -> SourceNode? {
    switch shape {
    case .cell(let column, let kind):
      let field = row.fields[column]
      guard !field.text.isEmpty else { return nil }
      switch kind {
      case .plain: return SourceNode(.scalar(field.text, isQuoted: true), at: field.location)
      case .number:
        let text =
          delimiter == UInt8(ascii: ";") ? decimalPoint(in: field, &decoder) : field.text
        return SourceNode(.scalar(text, isQuoted: true), at: field.location)
      case .several:
        let items = field.text.split(separator: "|").map { item in
          SourceNode(.scalar(Self.trimmed(item), isQuoted: true), at: field.location)
        }
        return SourceNode(.sequence(items), at: field.location)
      }
    case .mapping(let parts):
      var entries: [SourceNode.Entry] = []
      for part in parts {
        guard let value = value(part.shape, row, delimiter, &decoder) else { continue }
        entries.append(SourceNode.Entry(key: part.key, value: value))
      }
      guard let first = entries.first else { return nil }
      return SourceNode(.mapping(entries), at: first.value.location)
    case .list(let parts):
      let items = parts.compactMap { value($0.shape, row, delimiter, &decoder) }
      guard let first = items.first else { return nil }
      return SourceNode(.sequence(items), at: first.location)
    }
  }

  /// A number from a file with semicolons, as German spreadsheets write them: `34,5`.
  ///
  /// There `53.000` may be 53 or 53,000: it is refused, not guessed.
  private func decimalPoint(in field: CSVField, _ decoder: inout RecordDecoder) -> String {
    let parts = field.text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 2, !field.text.contains(".") { return parts.joined(separator: ".") }
    let groups = field.text.split(separator: ".", omittingEmptySubsequences: false)
    if groups.count > 1, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) {
      decoder.tell(
        "model.ambiguous-number", "“\(field.text)” may be read in two ways", at: field.location,
        hints: ["write thousands without a point, or decimals with a comma"])
    }
    return field.text
  }

  /// Without the blanks that people put around `|`.
  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

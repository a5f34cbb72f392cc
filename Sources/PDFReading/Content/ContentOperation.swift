/// One operator of a content stream with what stands before it (ISO 32000-1, 7.8.2).
package struct ContentOperation: Sendable, Hashable {
  /// The operator's name; an inline image is one `BI` with its dictionary as the operand.
  package var name: String
  package var operands: [PDFObject]
  /// The number of data bytes of an inline image, its filters not undone.
  package var dataLength = 0

  /// An operand as a number; nil where it is none.
  package func number(_ index: Int) -> Double? {
    operands.indices.contains(index) ? operands[index].number : nil
  }

  /// All operands that are numbers.
  package var numbers: [Double] { operands.compactMap(\.number) }

  /// An operand as a name; nil where it is none.
  package func name(_ index: Int) -> String? {
    operands.indices.contains(index) ? operands[index].name : nil
  }
}

/// The room that a paragraph's lines have; what setting depends on beside the text.
package struct LineMeasure: Sendable, Hashable {
  /// Points.
  package var width: Double
  /// The first lines that stand beside an initial, and by how much they are shorter at the left,
  /// in points.
  package var narrowedLines = 0
  package var narrowing = 0.0
  /// The byte of the text at which the first line begins: a paragraph goes on from here where its
  /// next region has another width.
  package var start = 0

  package init(width: Double) { self.width = width }
}

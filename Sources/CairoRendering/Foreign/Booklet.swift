/// The order of pages on the sheets of a saddle-stitched booklet, two on each side.
///
/// The sheets lie in one another: the first is the cover, the last the innermost one. Both sides are
/// printed with the sheet flipped on its short edge.
package struct Booklet: Sendable, Hashable {
  /// One side of a sheet; the pages by their index, nil where a page stays blank.
  package struct Side: Sendable, Hashable {
    package var left: Int?
    package var right: Int?
    /// How many sheets lie around this one.
    package var depth: Int
  }

  package let sides: [Side]

  /// The sides for so many pages, front and back of each sheet in turn.
  package init(pages count: Int) {
    let places = (count + 3) / 4 * 4
    func page(_ place: Int) -> Int? { place < count ? place : nil }
    sides = (0..<places / 4).flatMap { sheet in
      [
        Side(left: page(places - 1 - 2 * sheet), right: page(2 * sheet), depth: sheet),
        Side(left: page(2 * sheet + 1), right: page(places - 2 - 2 * sheet), depth: sheet),
      ]
    }
  }
}

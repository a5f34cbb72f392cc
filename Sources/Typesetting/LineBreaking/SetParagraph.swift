package import DisplayList

/// A paragraph broken into lines at one width; what line breaking gives to the blocks.
package struct SetParagraph: Sendable {
  package var lines: [SetLine]
  /// The sum of the lines' leading in points.
  package var height: Double { lines.reduce(0) { $0 + $1.leading } }

  package init(lines: [SetLine]) { self.lines = lines }
}

/// One line; x from the paragraph's left edge, y from the line's baseline (up is negative), points.
package struct SetLine: Sendable {
  package var items: [DisplayItem]
  package var links: [LinkArea]
  /// The distance from the top of the line's slot to its baseline.
  package var ascent: Double
  /// The height of the line's slot.
  package var leading: Double
  /// The width that the text takes before it was justified or aligned.
  package var naturalWidth: Double
  /// Adjustment ratio of its spaces: 0 natural, 1 fully stretched, −1 fully shrunk.
  package var ratio: Double
  /// The byte of the paragraph's text at which the line begins.
  package var start = 0

  package init(
    items: [DisplayItem], links: [LinkArea], ascent: Double, leading: Double,
    naturalWidth: Double, ratio: Double
  ) {
    self.items = items
    self.links = links
    self.ascent = ascent
    self.leading = leading
    self.naturalWidth = naturalWidth
    self.ratio = ratio
  }
}

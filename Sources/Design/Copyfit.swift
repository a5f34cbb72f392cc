/// How the text of a frame may give way, so that it fits: the ranges within which it may be set.
///
/// A text gives way where its style's size lies within the range of sizes; without one, where its
/// leading lies within the range of leadings; with neither, wherever it stands in the frame.
package struct Copyfit: Sendable, Hashable {
  /// Letters are moved apart or together by so much at most, in thousandths of their size.
  package static let maximumTracking = 20.0

  /// Points.
  package var size: ClosedRange<Double>?
  /// Points; without a range, the leading changes in proportion to the size.
  package var leading: ClosedRange<Double>?
  /// What may be added to a style's tracking, in thousandths of the size; contains 0.
  package var tracking: ClosedRange<Double>?
  /// A text that leaves room may grow, as far as the ranges go.
  package var fills: Bool
  /// Frames of one group change alike.
  package var group: String?

  package init(
    size: ClosedRange<Double>? = nil, leading: ClosedRange<Double>? = nil,
    tracking: ClosedRange<Double>? = nil, fills: Bool = false, group: String? = nil
  ) {
    self.size = size
    self.leading = leading
    self.tracking = tracking
    self.fills = fills
    self.group = group
  }

  /// Whether text of such a size and leading gives way.
  package func covers(size: Double, leading: Double) -> Bool {
    if let range = self.size { return range.contains(size) }
    if let range = self.leading { return range.contains(leading) }
    return true
  }
}

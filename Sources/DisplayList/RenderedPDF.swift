package import Geometry

/// A PDF as it was drawn and not yet finished: pages whose content is marked, and nothing else.
package struct RenderedPDF: Sendable {
  package var bytes: [UInt8]
  /// The sizes that the pages were drawn in, in points: the upper left part of each is the page.
  package var sizes: [Size]
  /// For each page, what its marked-content sequences stand for, by their number.
  package var marks: [[ContentMark]]

  package init(bytes: [UInt8], sizes: [Size], marks: [[ContentMark]]) {
    self.bytes = bytes
    self.sizes = sizes
    self.marks = marks
  }
}

/// A PDF as it was drawn and not yet finished: pages whose content is marked, and nothing else.
package struct RenderedPDF: Sendable {
  package var bytes: [UInt8]
  /// For each page, what its marked-content sequences stand for, by their number.
  package var marks: [[ContentMark]]

  package init(bytes: [UInt8], marks: [[ContentMark]]) {
    self.bytes = bytes
    self.marks = marks
  }
}

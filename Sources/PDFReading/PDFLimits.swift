/// How much of an untrusted file is read.
package struct PDFLimits: Sendable, Hashable {
  /// The largest file in bytes.
  package var fileSize = 512 << 20
  /// The most decoded bytes of one stream.
  package var streamSize = 256 << 20
  /// How deep arrays and dictionaries may stand in one another within one object.
  package var depth = 100
  /// The most values of one object, everything within it counted.
  package var values = 4_000_000
  /// The most pages.
  package var pages = 100_000
  /// The most nodes above a page.
  package var pageDepth = 256

  package init() {}
}

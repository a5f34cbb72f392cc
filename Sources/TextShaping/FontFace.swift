package import Design

/// One font file's face, with its measures as shares of the em.
package struct FontFace: Sendable, Hashable {
  /// The index of the face in its catalogue; equal numbers are equal faces within one run.
  package var number: Int
  /// The font file's path.
  package var file: String
  /// The face within a collection file.
  package var index: Int
  package var postScriptName: String
  package var descriptor: FontDescriptor
  package var metrics: FontMetrics

  package init(
    number: Int, file: String, index: Int, postScriptName: String, descriptor: FontDescriptor,
    metrics: FontMetrics
  ) {
    self.number = number
    self.file = file
    self.index = index
    self.postScriptName = postScriptName
    self.descriptor = descriptor
    self.metrics = metrics
  }

  package static func == (a: FontFace, b: FontFace) -> Bool {
    a.number == b.number && a.file == b.file && a.index == b.index
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(number)
  }
}

/// Vertical measures of a face as shares of the em, upward positive.
package struct FontMetrics: Sendable, Hashable {
  package var ascender: Double
  package var descender: Double
  package var capHeight: Double
  package var xHeight: Double

  package init(ascender: Double, descender: Double, capHeight: Double, xHeight: Double) {
    self.ascender = ascender
    self.descender = descender
    self.capHeight = capHeight
    self.xHeight = xHeight
  }
}

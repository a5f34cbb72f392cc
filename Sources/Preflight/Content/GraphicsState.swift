import PDFReading

/// The part of the graphics state that the checks need (ISO 32000-1, 8.4, 9.3).
struct GraphicsState {
  var transform: Transform
  var clip: PDFRectangle
  /// Whether nothing but upright rectangles has clipped.
  var isClipUpright = true
  var fill = Paint()
  var stroke = Paint()
  var lineWidth = 1.0
  var fillOverprints = false
  var strokeOverprints = false
  var overprintMode = 0
  var alpha = 1.0
  var hasSoftMask = false
  var font: PageFont?
  var fontSize = 0.0
  var characterSpacing = 0.0
  var wordSpacing = 0.0
  var horizontalScaling = 1.0
  var leading = 0.0
  var rise = 0.0
  var renderingMode = 0
}

import PDFReading

/// Something that a page paints, in the page's own coordinates.
struct PaintedItem {
  enum Kind {
    /// A filled path; whether it fills its box.
    case fill(isRectangle: Bool)
    /// A line with its width in points; 0 is the thinnest that a device can make.
    case stroke(width: Double)
    /// Text with its size in points.
    case text(size: Double)
    case image(PlacedImage)
    case shading
  }

  var kind: Kind
  /// The box around it, without what the clip takes away.
  var box: PDFRectangle
  /// What the clip leaves of it.
  var visible: PDFRectangle
  /// Whether nothing but upright rectangles has clipped it.
  var isClipUpright: Bool
  var paint: Paint
  var overprints: Bool
  /// Whether overprint leaves the other inks alone where a component of DeviceCMYK is 0 (8.6.7).
  var overprintsNonzero: Bool
  /// Whether it lets what is below show through.
  var isTransparent: Bool
}

/// An image where it stands.
struct PlacedImage {
  var columns: Int
  var rows: Int
  var isMask: Bool
  /// Pixels to the inch in the coarser direction; infinite where it has no size.
  var resolution: Double
  var space: ColorSpace
}

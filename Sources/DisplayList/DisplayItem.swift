package import Design
package import Geometry
package import Languages
package import TextShaping

/// Something drawn at a place; distances in points from the trim box's top left corner.
package struct DisplayItem: Sendable, Hashable {
  package var content: Content
  /// What the item means: the structure element that owns it.
  package var mark: ContentMark

  package init(_ content: Content, mark: ContentMark = .artifact) {
    self.content = content
    self.mark = mark
  }

  /// The kinds of drawing.
  package enum Content: Sendable, Hashable {
    case glyphs(GlyphRun)
    case shape(Shape)
    case image(PlacedImage)
    /// Items within an outline.
    case clipped(Path, [DisplayItem])
  }

  /// The language of its text; nil for what is no text.
  package var language: LanguageTag? {
    if case .glyphs(let run) = content { run.language } else { nil }
  }

  /// The item moved by `offset`.
  package func offset(by offset: Point) -> DisplayItem {
    var copy = self
    switch content {
    case .glyphs(var run):
      run.origin = run.origin + offset
      copy.content = .glyphs(run)
    case .shape(var shape):
      shape.path = shape.path.offset(by: offset)
      copy.content = .shape(shape)
    case .image(var image):
      image.frame = image.frame.offset(by: offset)
      copy.content = .image(image)
    case .clipped(let path, let items):
      copy.content = .clipped(path.offset(by: offset), items.map { $0.offset(by: offset) })
    }
    return copy
  }
}

/// Whether an item is part of the reading order, and of which element.
package enum ContentMark: Sendable, Hashable {
  case artifact
  /// An index into the publication's structure tree.
  case element(Int)
}

/// Glyphs of one face, size and colour on one baseline.
package struct GlyphRun: Sendable, Hashable {
  package var face: FontFace
  /// Points.
  package var size: Double
  package var color: PaletteColor
  /// The first glyph's origin on the baseline.
  package var origin: Point
  /// Glyphs with their distance from the origin, in points.
  package var glyphs: [PositionedGlyph]
  /// The text that the glyphs stand for; each glyph's `cluster` is a UTF-8 offset into it.
  package var text: String
  package var language: LanguageTag
  /// The run ends with a hyphen that line breaking put there: drawn as `-`, extracted as U+00AD.
  package var endsWithSoftHyphen: Bool
  /// The space at which the line was broken: nothing to see, but without it the words on both sides
  /// would be read as one; nil where there is none.
  package var spaceAtEnd: PositionedGlyph?
  /// The factor by which glyphs are drawn wider than high; their places take it in already.
  package var scale = 1.0

  package init(
    face: FontFace, size: Double, color: PaletteColor, origin: Point, glyphs: [PositionedGlyph],
    text: String, language: LanguageTag, endsWithSoftHyphen: Bool = false
  ) {
    self.face = face
    self.size = size
    self.color = color
    self.origin = origin
    self.glyphs = glyphs
    self.text = text
    self.language = language
    self.endsWithSoftHyphen = endsWithSoftHyphen
  }
}

/// A glyph's place within its run.
package struct PositionedGlyph: Sendable, Hashable {
  package var identifier: UInt32
  /// Points from the run's origin.
  package var x: Double
  package var y: Double
  /// The UTF-8 offset in the run's text at which its cluster begins.
  package var cluster: Int

  package init(identifier: UInt32, x: Double, y: Double, cluster: Int) {
    self.identifier = identifier
    self.x = x
    self.y = y
    self.cluster = cluster
  }
}

/// An outline with its fill and its stroke.
package struct Shape: Sendable, Hashable {
  package var path: Path
  package var fill: PaletteColor?
  package var stroke: Stroke?
  /// Overlapping subpaths cancel out.
  package var evenOdd: Bool
  /// How much the fill hides of what lies below it, from 0 to 1; strokes hide all.
  package var opacity: Double

  package init(path: Path, fill: PaletteColor? = nil, stroke: Stroke? = nil, evenOdd: Bool = false)
  {
    self.path = path
    self.fill = fill
    self.stroke = stroke
    self.evenOdd = evenOdd
    opacity = 1
  }
}

/// A line along an outline.
package struct Stroke: Sendable, Hashable {
  package var color: PaletteColor
  /// Points.
  package var width: Double
  package var roundCaps: Bool
  /// Lengths of dashes and gaps in points; empty for a full line.
  package var dashes: [Double]

  package init(color: PaletteColor, width: Double, roundCaps: Bool = false, dashes: [Double] = []) {
    self.color = color
    self.width = width
    self.roundCaps = roundCaps
    self.dashes = dashes
  }
}

/// A picture in a rectangle.
package struct PlacedImage: Sendable, Hashable {
  /// The file's path, resolved and checked to lie within the workspace.
  package var file: String
  package var frame: Rect
  /// The colour that replaces `currentColor` of an SVG; nil leaves it.
  package var color: PaletteColor?
  /// The part of the picture that is shown, as shares of its size.
  package var crop: Rect

  package init(
    file: String, frame: Rect, color: PaletteColor? = nil,
    crop: Rect = Rect(x: 0, y: 0, width: 1, height: 1)
  ) {
    self.file = file
    self.frame = frame
    self.color = color
    self.crop = crop
  }
}

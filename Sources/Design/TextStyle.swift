/// Which typeface a run of text wants.
package struct FontDescriptor: Sendable, Hashable {
  /// The family's name as fontconfig knows it (`Vollkorn`).
  package var family: String
  /// The CSS weight, 100 to 900.
  package var weight: Int
  package var italic: Bool

  package init(family: String, weight: Int = 400, italic: Bool = false) {
    self.family = family
    self.weight = weight
    self.italic = italic
  }
}

/// An OpenType feature with its value (`onum` 1).
package struct FontFeature: Sendable, Hashable {
  /// The four-letter tag.
  package var tag: String
  package var value: UInt32

  package init(_ tag: String, _ value: UInt32 = 1) {
    self.tag = tag
    self.value = value
  }
}

/// How the lines of a paragraph stand between its edges.
package enum TextAlignment: String, Sendable, Hashable, CaseIterable {
  case left, right, center, justify
}

/// Which lines of a paragraph stand on the page's baseline grid.
package enum GridFit: Sendable, Hashable {
  case none
  /// The first one, and the first in each column or page that the paragraph goes on in.
  case firstLine
  case allLines
}

/// The first letters of a paragraph as an initial that spans several of its lines.
package struct DropCap: Sendable, Hashable {
  package var lines: Int
  /// How many letters; signs before the first of them do not count.
  package var characters: Int
  /// What differs from the paragraph's face and colour.
  package var font: FontDescriptor?
  package var color: PaletteColor?
  package var features: [FontFeature]

  package init(
    lines: Int, characters: Int = 1, font: FontDescriptor? = nil, color: PaletteColor? = nil,
    features: [FontFeature] = []
  ) {
    self.lines = lines
    self.characters = characters
    self.font = font
    self.color = color
    self.features = features
  }
}

/// Everything that decides how a paragraph is set; resolved, nothing inherited any more.
package struct TextStyle: Sendable, Hashable {
  /// The name the layout calls it by.
  package var name: String
  package var font: FontDescriptor
  /// Points.
  package var size: Double
  /// The distance of baselines in points.
  package var leading: Double
  package var color: PaletteColor
  package var alignment: TextAlignment
  package var hyphenate: Bool
  /// Extra room between glyphs, in thousandths of the size.
  package var tracking: Double
  package var features: [FontFeature]
  /// Room before and after the paragraph in points (none at the edges of a region).
  package var spaceBefore: Double
  package var spaceAfter: Double
  /// Indent of the first line of a paragraph that follows another, in points.
  package var firstLineIndent: Double
  /// Text is set in capitals.
  package var uppercase: Bool
  /// The weights used for strong emphasis and links within the paragraph.
  package var strongWeight: Int
  package var linkColor: PaletteColor
  /// Lines kept together at the foot and the head of a region.
  package var orphans: Int
  package var widows: Int
  /// A left-aligned paragraph of a few lines has lines of about equal length (headlines).
  package var balanced: Bool
  /// The block stays with the one that follows.
  package var keepWithNext: Bool
  /// How lines are filled and divided.
  package var lineRules = LineRules()
  /// Which lines stand on the page's baseline grid.
  package var grid: GridFit
  /// An initial at the paragraph's beginning.
  package var dropCap: DropCap?
  /// Every space counts, and long words end where the line does, as in programs.
  package var isVerbatim = false

  package init(
    name: String, font: FontDescriptor, size: Double, leading: Double, color: PaletteColor
  ) {
    self.name = name
    self.font = font
    self.size = size
    self.leading = leading
    self.color = color
    alignment = .left
    hyphenate = true
    tracking = 0
    features = []
    spaceBefore = 0
    spaceAfter = 0
    firstLineIndent = 0
    uppercase = false
    strongWeight = 600
    linkColor = color
    orphans = 2
    widows = 2
    balanced = false
    keepWithNext = false
    grid = .none
    dropCap = nil
  }
}

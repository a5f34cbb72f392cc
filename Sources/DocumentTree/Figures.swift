package import Design

/// A picture from a file of the workspace.
package struct ImageBlock: Sendable, Hashable {
  /// The file's path relative to the workspace.
  package var file: String
  /// What the picture shows; empty only where the picture is decorative.
  package var alternativeText: String
  package var credit: String
  /// Points; nil takes the width of the region and the picture's own proportions.
  package var height: Double?
  /// The point that stays in view when the picture is cropped, as shares from the top left.
  package var focusX: Double
  package var focusY: Double
  package var caption: Paragraph?

  package init(file: String, alternativeText: String, credit: String = "") {
    self.file = file
    self.alternativeText = alternativeText
    self.credit = credit
    height = nil
    focusX = 0.5
    focusY = 0.5
    caption = nil
  }
}

/// A small line drawing from an SVG file, drawn in one colour.
package struct Icon: Sendable, Hashable {
  /// The file's path relative to the workspace.
  package var file: String
  /// Its edge length in points.
  package var size: Double
  package var color: PaletteColor

  package init(file: String, size: Double, color: PaletteColor) {
    self.file = file
    self.size = size
    self.color = color
  }
}

/// A QR code of an address.
package struct QRCode: Sendable, Hashable {
  package var address: String
  /// Its edge length in points, without the quiet zone.
  package var size: Double
  package var color: PaletteColor
  package var alternativeText: String

  package init(address: String, size: Double, color: PaletteColor, alternativeText: String) {
    self.address = address
    self.size = size
    self.color = color
    self.alternativeText = alternativeText
  }
}

/// The list of headings with their pages.
package struct Contents: Sendable, Hashable {
  /// One line: a heading, where it leads, and the style of its level.
  package struct Entry: Sendable, Hashable {
    package var level: Int
    package var title: [Inline]
    package var anchor: String
    package var style: TextStyle
    package var numberStyle: TextStyle
    /// How far the title stands to the right of the list's edge, in points.
    package var indent = 0.0
    /// How far further lines of the title stand to the right of the first, in points.
    package var hanging = 0.0

    package init(
      level: Int, title: [Inline], anchor: String, style: TextStyle, numberStyle: TextStyle
    ) {
      self.level = level
      self.title = title
      self.anchor = anchor
      self.style = style
      self.numberStyle = numberStyle
    }
  }

  package var entries: [Entry]
  package var rowGap: Double
  package var ruleColor: PaletteColor?

  package init(entries: [Entry], rowGap: Double, ruleColor: PaletteColor? = nil) {
    self.entries = entries
    self.rowGap = rowGap
    self.ruleColor = ruleColor
  }
}

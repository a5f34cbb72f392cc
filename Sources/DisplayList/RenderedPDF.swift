package import Design
package import Geometry
package import Languages

/// A PDF as it was drawn and not yet finished: pages whose content is marked, and nothing else.
package struct RenderedPDF: Sendable {
  package var bytes: [UInt8]
  /// The sizes that the pages were drawn in, in points: the upper left part of each is the page.
  package var sizes: [Size]
  /// For each page, what its marked-content sequences stand for, by their number.
  package var marks: [[DrawnMark]]
  /// What the codes among its colours stand for (see `InkCode`); nil where it has the colours of the
  /// screen.
  package var inks: DrawnInks?

  package init(bytes: [UInt8], sizes: [Size], marks: [[DrawnMark]]) {
    self.bytes = bytes
    self.sizes = sizes
    self.marks = marks
  }
}

/// What one marked-content sequence stands for.
package struct DrawnMark: Sendable, Hashable {
  package var mark: ContentMark
  /// The language of the text in it; nil where there is none.
  package var language: LanguageTag?

  package init(_ mark: ContentMark, language: LanguageTag? = nil) {
    self.mark = mark
    self.language = language
  }
}

/// The colours of the palette in a drawing that will be printed.
package struct DrawnInks: Sendable, Hashable {
  /// The colours of text and shapes by the index of their code.
  package var coded: [PaletteColor] = []
  /// The colours that `currentColor` of pictures stands for, by the bytes of their red, green, blue.
  package var pictures: [RGBBytes: Set<PaletteColor>] = [:]

  package init() {}
}

/// A colour in whole bytes, as pictures have it.
package struct RGBBytes: Sendable, Hashable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  /// The nearest bytes; `nil` where the colour is not within 1/1000 of whole ones.
  package init?(_ color: RGB) {
    var bytes: [UInt8] = []
    for share in [color.red, color.green, color.blue] {
      let value = (share * 255).rounded()
      guard (0...255).contains(value), abs(value - share * 255) < 0.255 else { return nil }
      bytes.append(UInt8(value))
    }
    (red, green, blue) = (bytes[0], bytes[1], bytes[2])
  }

  /// The nearest bytes to a colour.
  package init(nearest color: RGB) {
    func byte(_ share: Double) -> UInt8 { UInt8((max(0, min(1, share)) * 255).rounded()) }
    (red, green, blue) = (byte(color.red), byte(color.green), byte(color.blue))
  }
}

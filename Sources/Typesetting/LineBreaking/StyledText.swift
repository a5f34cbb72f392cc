import Design
import DocumentTree
import Languages
import TextShaping

/// How a run of text looks: all that decides its glyphs and their colour.
struct RunAttributes: Hashable {
  var face: FontFace
  /// Points.
  var size: Double
  var color: PaletteColor
  var features: [FontFeature]
  /// Extra room after each glyph in points.
  var tracking: Double
  /// How far the baseline stands above that of the line, in points.
  var rise: Double
  var language: LanguageTag
}

/// A paragraph's inlines as one text with runs; the text is UTF-8, offsets are bytes.
///
/// White space is collapsed to single spaces, none at the edges; a forced line break is U+2028.
/// The invisible characters that steer breaking (U+00AD, U+200B, U+2060) are still in it.
struct StyledText {
  /// A stretch of text that looks alike and leads to the same place.
  struct Run: Hashable {
    /// Where the run ends; it begins where the one before it ends.
    var end: Int
    /// The number of its `RunAttributes` with the setter.
    var attributes: Int
    /// The index of its link.
    var link: Int?
    var language: LanguageTag
    /// Words of the run may be hyphenated.
    var isDivisible: Bool
    /// The run stays on one line.
    var isTied: Bool
    /// The run is the mark of a footnote, or the comma between two.
    var isSuperior = false
  }

  /// Where a link leads, and what it is called.
  struct Link {
    var target: LinkTarget
    var title: String
  }

  var bytes: [UInt8] = []
  var runs: [Run] = []
  var links: [Link] = []
  /// OpenType features that were asked for and that their faces lack.
  var missingFeatures: [MissingFeature] = []

  /// The scalar that begins at `offset`, and its length in bytes.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    Self.scalar(in: bytes[...], at: offset)
  }

  /// Decodes one scalar of valid UTF-8.
  static func scalar(in bytes: ArraySlice<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    func next(_ i: Int) -> UInt32 {
      offset + i < bytes.endIndex ? UInt32(bytes[offset + i] & 0x3F) : 0
    }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }

  /// The first characters of the text, for diagnostics.
  var beginning: String {
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
      .map { $0 == "\u{2028}" ? " " : String($0) }
    return text.prefix(40).joined() + (text.count > 40 ? "…" : "")
  }
}

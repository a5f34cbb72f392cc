import Design
import TextShaping

/// How far characters hang out of the even edges of a text, so that the edges look even.
///
/// The shares are those that pdfTeX's users have settled on in twenty years: the lists of the LaTeX
/// package microtype (R Schlicht, microtype.dtx, “Character protrusion”), which go back to Hàn Thế
/// Thành's own. “default” is its list for faces that it does not know; the table says where a share is
/// from another of its lists, for reading faces.
enum OpticalMargins {
  /// The edge that a character stands at.
  enum Edge { case left, right }

  /// The share of a character's width that hangs out; 0 for most.
  static func share(of character: Unicode.Scalar, at edge: Edge) -> Double {
    guard let (left, right) = shares[character] else { return 0 }
    return edge == .left ? left : right
  }

  /// The edges of a setting that are even, and so can have something hang out.
  static func edges(of style: TextStyle) -> (left: Bool, right: Bool) {
    guard style.lineRules.opticalMargins else { return (false, false) }
    return switch style.alignment {
    case .justify: (true, true)
    case .left: (true, false)
    case .right: (false, true)
    case .center: (false, false)
    }
  }

  /// Shares of a character's width at the left and at the right edge.
  private static let shares: [Unicode.Scalar: (left: Double, right: Double)] = [
    // Points and strokes low on the line: default; the ellipsis as for Times.
    ".": (0, 0.7), ",": (0, 0.5), ":": (0, 0.5), ";": (0, 0.3), "…": (0.15, 0.2),
    "!": (0, 0.1), "?": (0, 0.1),
    // Hyphens (U+2010 is one, too) and dashes: default, and at the right as for Times and Palatino.
    // At the left a hyphen is part of a word (“-ing”) and has to be seen.
    "-": (0, 0.5), "\u{2010}": (0, 0.5), "–": (0.2, 0.3), "—": (0.15, 0.2), "·": (0.3, 0.3),
    // Quotation marks of all languages, since each may open in one and close in another: low ones
    // default, high double ones by Thành, high single ones as for Computer Modern, angular ones as at
    // the left for Garamond; straight ones like the others.
    "„": (0.4, 0.4), "“": (0.5, 0.5), "”": (0.5, 0.5), "‚": (0.4, 0.4), "‘": (0.5, 0.6),
    "’": (0.5, 0.6), "\"": (0.5, 0.5), "'": (0.5, 0.6), "«": (0.3, 0.3), "»": (0.3, 0.3),
    "‹": (0.4, 0.4), "›": (0.4, 0.4),
    // Brackets and signs: default; square brackets as for Minion, bullet and degree as for Times.
    "(": (0.1, 0), ")": (0, 0.2), "[": (0.1, 0), "]": (0, 0.1), "/": (0.1, 0.2), "*": (0.2, 0.2),
    "+": (0.25, 0.25), "•": (0.15, 0.15), "°": (0.3, 0.3),
    // Letters with open sides: default, “t” as for Garamond; accents change nothing.
    "A": (0.05, 0.05), "F": (0, 0.05), "J": (0.05, 0), "K": (0, 0.05), "L": (0, 0.05),
    "T": (0.05, 0.05), "V": (0.05, 0.05), "W": (0.05, 0.05), "X": (0.05, 0.05),
    "Y": (0.05, 0.05), "Ä": (0.05, 0.05), "k": (0, 0.05), "r": (0, 0.05), "t": (0, 0.07),
    "v": (0.05, 0.05), "w": (0.05, 0.05), "x": (0.05, 0.05), "y": (0, 0.05),
  ]
}

extension ShapedWord {
  /// How far the word's first or last character hangs out at an edge, in points.
  func hang(at edge: OpticalMargins.Edge, _ look: RunAttributes) -> Double {
    let (character, glyph) =
      edge == .left
      ? (text.unicodeScalars.first, glyphs.first) : (text.unicodeScalars.last, glyphs.last)
    guard let character, let glyph else { return 0 }
    return OpticalMargins.share(of: character, at: edge) * glyph.advance * look.size
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A colour of the palette: what it is on screen and, where the designer says, in ink.
package struct PaletteEntry: Sendable, Hashable {
  package var name: String
  /// sRGB components from 0 to 1.
  package var rgb: RGB
  /// What it is printed with; nil where the output condition's profile says it.
  package var ink: Ink?

  package init(name: String, rgb: RGB, ink: Ink? = nil) {
    self.name = name
    self.rgb = rgb
    self.ink = ink
  }
}

/// What a colour is printed with.
package enum Ink: Sendable, Hashable {
  /// Exact shares of the four process inks.
  case process(CMYK)
  /// An ink of its own by its name, as `HKS 6 K`, and what stands for it where it is missing: exact
  /// shares, or else what the output condition's profile makes of the colour on screen.
  case spot(String, alternate: CMYK?)
  /// All inks of the file, for marks that tell them apart (ISO 32000-1, 8.6.6.4, `All`).
  case registration
}

/// sRGB components from 0 to 1.
package struct RGB: Sendable, Hashable {
  package var red: Double
  package var green: Double
  package var blue: Double

  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The WCAG 2 relative luminance.
  package var luminance: Double {
    func linear(_ c: Double) -> Double {
      c <= 0.04045 ? c / 12.92 : RGB.power((c + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The WCAG 2 contrast ratio, from 1 to 21.
  package func contrast(to other: RGB) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

/// Ink shares from 0 to 1.
package struct CMYK: Sendable, Hashable {
  package var cyan: Double
  package var magenta: Double
  package var yellow: Double
  package var black: Double

  package init(cyan: Double, magenta: Double, yellow: Double, black: Double) {
    self.cyan = cyan
    self.magenta = magenta
    self.yellow = yellow
    self.black = black
  }

  /// Black alone, in full.
  package static let black = CMYK(cyan: 0, magenta: 0, yellow: 0, black: 1)

  /// A tint of it, from 0 (paper) to 1 (full colour).
  package func tint(_ share: Double) -> CMYK {
    CMYK(cyan: cyan * share, magenta: magenta * share, yellow: yellow * share, black: black * share)
  }
}

/// A palette entry by name, thinned to a tint; never bare RGB, so that each keeps its ink.
package struct PaletteColor: Sendable, Hashable {
  package var entry: String
  /// From 0 (paper) to 1 (full colour).
  package var tint: Double

  package init(_ entry: String, tint: Double = 1) {
    self.entry = entry
    self.tint = tint
  }
}

/// The named colours of a theme.
package struct Palette: Sendable, Hashable {
  package var entries: [String: PaletteEntry]

  package init(entries: [String: PaletteEntry]) { self.entries = entries }

  /// What a colour looks like on white paper; nil where the entry is unknown.
  package func rgb(of color: PaletteColor) -> RGB? {
    guard let full = entries[color.entry]?.rgb else { return nil }
    func mix(_ c: Double) -> Double { 1 - (1 - c) * color.tint }
    return RGB(red: mix(full.red), green: mix(full.green), blue: mix(full.blue))
  }
}

extension RGB {
  fileprivate static func power(_ base: Double, _ exponent: Double) -> Double {
    pow(base, exponent)
  }
}

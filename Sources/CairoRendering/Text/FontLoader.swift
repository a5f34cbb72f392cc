import CCairo
import Diagnostics
import TextShaping

/// The fonts of one renderer, opened once and kept; belongs to one thread.
final class FontLoader {
  /// What a scaled font depends on.
  private struct Key: Hashable {
    var face: FontFace
    var size: Double
    var scale: Double
    var unitsPerPoint: Double
  }

  /// More sizes than any publication has; beyond it, all are forgotten and made again.
  private static let mostSizes = 512

  /// The opened faces, which stay open as long as the loader.
  private var fonts: [FontFace: CairoFont] = [:]
  /// The sizes in use; Cairo keeps glyph outlines with each.
  private var scaledFonts: [Key: ScaledFont] = [:]

  /// The font for a face at a size in points, so many times wider than high, on a surface with so
  /// many units per point.
  func font(
    _ face: FontFace, size: Double, scale: Double, unitsPerPoint: Double
  ) throws(Diagnostic) -> ScaledFont {
    let key = Key(face: face, size: size, scale: scale, unitsPerPoint: unitsPerPoint)
    if let known = scaledFonts[key] { return known }
    let font: CairoFont
    if let known = fonts[face] {
      font = known
    } else {
      font = try CairoFont(face)
      fonts[face] = font
    }
    let scaled = try ScaledFont(
      font, size: size, scale: scale, unitsPerPoint: unitsPerPoint)
    if scaledFonts.count >= Self.mostSizes { scaledFonts.removeAll() }
    scaledFonts[key] = scaled
    return scaled
  }
}

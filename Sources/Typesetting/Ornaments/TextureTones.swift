import Design

/// The tints in which a texture is drawn over its ground; all of one palette entry, or paper.
struct TextureTones {
  /// What steps back behind the lines.
  var faint: PaletteColor
  var line: PaletteColor
  /// The few things that are seen first.
  var accent: PaletteColor

  /// Tints that stand off from `ground`, or from the open page where it is nil.
  init(_ color: PaletteColor, on ground: PaletteColor?) {
    func tint(_ value: Double) -> PaletteColor { PaletteColor(color.entry, tint: value) }
    if let ground, ground.entry == color.entry {
      if ground.tint >= 0.5 {
        // Lighter than a full ground.
        faint = tint(ground.tint * 0.76)
        line = tint(ground.tint * 0.42)
        accent = tint(0)
      } else {
        faint = tint(min(1, ground.tint + 0.12))
        line = tint(min(1, ground.tint + 0.4))
        accent = tint(1)
      }
    } else if ground == nil || ground?.tint ?? 0 < 0.2 {
      // On paper. A thin tint is a watermark: there is nothing to take away from it.
      let isFull = color.tint >= 0.5
      faint = tint(color.tint * (isFull ? 0.3 : 0.6))
      line = tint(color.tint * (isFull ? 0.7 : 1))
      accent = tint(min(1, color.tint * (isFull ? 1 : 1.8)))
    } else {
      // On a dark ground of another colour.
      faint = tint(color.tint)
      line = tint(color.tint * 0.7)
      accent = tint(color.tint * 0.3)
    }
  }
}

package import DisplayList
package import DocumentTree
package import Geometry

/// Draws the art that the program makes from data: strata, textures, even grounds.
///
/// All of it is deterministic in its ornament and rectangle, and all of it is an artifact.
package struct OrnamentPainter {
  /// The items of an ornament, clipped to `rect`; none where the rectangle has no area.
  package static func draw(_ ornament: Ornament, in rect: Rect) -> [DisplayItem] {
    // Sides beyond a hundred metres are mistakes, and would make sums of lengths meaningless.
    let limit = 300_000.0
    guard rect.width > 0, rect.height > 0, rect.width < limit, rect.height < limit,
      rect.x.magnitude < limit, rect.y.magnitude < limit
    else { return [] }
    let outline = Path(rect: rect)
    var items: [DisplayItem] = []
    if let background = ornament.background {
      items.append(DisplayItem(.shape(Shape(path: outline, fill: background))))
    }
    switch ornament.kind {
    case .fill: break
    case .strata(let strata):
      items += StrataPainter(strata: strata, rect: rect, seed: ornament.seed).items
    case .texture(let stratum):
      var generator = SplitMix64(seed: ornament.seed)
      let field = TextureField(
        rect: rect, unit: TextureField.unit(for: [(stratum.texture, rect.size)]),
        tones: TextureTones(stratum.color, on: ornament.background))
      items += field.items(of: stratum.texture, using: &generator)
    }
    return items.isEmpty ? [] : [DisplayItem(.clipped(outline, items))]
  }
}

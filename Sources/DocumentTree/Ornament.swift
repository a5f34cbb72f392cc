package import Design

/// Vector art made by the program; always an artifact, never read aloud.
package struct Ornament: Sendable, Hashable {
  /// The texture of one stratum.
  package enum Texture: String, Sendable, Hashable, CaseIterable {
    /// Orthogonal traces with nodes.
    case traces
    /// Concentric orbits.
    case orbits
    /// A grid of cells, some filled.
    case wafer
    /// Short strokes that turn north.
    case strokes
    /// An even ground.
    case plain
  }

  /// One band of the strata; its thickness comes from the data.
  package struct Stratum: Sendable, Hashable {
    package var color: PaletteColor
    package var texture: Texture
    /// The figure that decides the thickness, on a root scale.
    package var value: Double

    package init(color: PaletteColor, texture: Texture, value: Double) {
      self.color = color
      self.texture = texture
      self.value = value
    }
  }

  /// What is drawn.
  package enum Kind: Sendable, Hashable {
    /// Bands of line over the whole area, from the bottom up, with waved borders.
    case strata([Stratum])
    /// One stratum's texture over the whole area.
    case texture(Stratum)
    /// An even fill.
    case fill
  }

  package var kind: Kind
  /// The ground; nil leaves it open.
  package var background: PaletteColor?
  /// Turns the number generator: the same seed draws the same art.
  package var seed: String
  /// Points; nil fills the frame.
  package var height: Double?

  package init(kind: Kind, background: PaletteColor?, seed: String, height: Double? = nil) {
    self.kind = kind
    self.background = background
    self.seed = seed
    self.height = height
  }
}

/// A straight line across its region.
package struct Rule: Sendable, Hashable {
  /// Points.
  package var weight: Double
  package var color: PaletteColor
  /// Points; nil spans the region.
  package var length: Double?

  package init(weight: Double, color: PaletteColor, length: Double? = nil) {
    self.weight = weight
    self.color = color
    self.length = length
  }
}

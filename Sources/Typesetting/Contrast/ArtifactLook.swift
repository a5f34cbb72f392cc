import Design

/// By what text is known that is no part of the reading order, such as running heads: it stands on
/// many pages and is told of once.
struct ArtifactLook: Sendable, Hashable {
  var color: PaletteColor
  /// Points.
  var size: Double
}

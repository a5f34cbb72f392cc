import Design

/// How the lines of a paragraph stand below each other in one region.
struct LineRaster {
  /// The grid that the first line stands on; nil for none.
  private let grid: BaselineGrid?
  /// The distance of baselines in points.
  let pitch: Double

  /// The raster for a style in a region whose head stands so on its page's grid.
  init(_ style: TextStyle, grid: BaselineGrid?) {
    self.grid = style.grid == .none ? nil : grid
    pitch =
      style.grid == .allLines
      ? grid?.pitch(forLeading: style.leading) ?? style.leading : style.leading
  }

  /// How far a line's baseline is below the top of its slot, in points.
  ///
  /// On the grid it is the same share of the leading for all faces, or else a heading with a line of
  /// room above it would need a little more than that, and be set another line lower.
  func ascent(of line: SetLine) -> Double { grid == nil ? line.ascent : 0.75 * line.leading }

  /// The room above a paragraph's lines that brings the first of them to the grid.
  func room(before line: SetLine) -> Double { grid?.room(before: ascent(of: line)) ?? 0 }

  /// The distance from a line to the next one.
  func pitch(below line: SetLine) -> Double { max(pitch, line.leading) }

  /// The step of the grid that the lines stand on, if any.
  var gridStep: Double? { grid?.step }
}

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

  /// The room above a paragraph's lines that brings the first of them to the grid.
  func room(before line: SetLine) -> Double { grid?.room(before: line.ascent) ?? 0 }

  /// The distance from a line to the next one.
  func pitch(below line: SetLine) -> Double { max(pitch, line.leading) }

  /// The step of the grid that the lines stand on, if any.
  var gridStep: Double? { grid?.step }
}

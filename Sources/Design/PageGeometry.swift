package import Geometry

/// The page and its grid; all distances in points, measured on the trimmed page.
package struct PageGeometry: Sendable, Hashable {
  /// The trimmed size.
  package var size: Size
  /// How far art runs over the trim.
  package var bleed: Double
  package var marginTop: Double
  package var marginBottom: Double
  /// At the spine of a double page; the left margin of a right-hand page.
  package var marginInner: Double
  package var marginOuter: Double
  /// The number of columns of the grid.
  package var columns: Int
  package var gutter: Double
  /// The distance of the baseline grid's lines, from the top margin down.
  package var baseline: Double
  /// Left and right pages mirror their margins.
  package var facing: Bool

  package init(
    size: Size, bleed: Double = 0, margins: Edges, columns: Int = 12, gutter: Double = 0,
    baseline: Double = 12
  ) {
    self.size = size
    self.bleed = bleed
    marginTop = margins.top
    marginBottom = margins.bottom
    marginInner = margins.left
    marginOuter = margins.right
    self.columns = columns
    self.gutter = gutter
    self.baseline = baseline
    facing = false
  }

  /// The left margin of a page; `isLeft` is true for an even page of a double page.
  package func marginLeft(isLeft: Bool) -> Double { facing && isLeft ? marginOuter : marginInner }

  /// The right margin of a page.
  package func marginRight(isLeft: Bool) -> Double { facing && isLeft ? marginInner : marginOuter }

  /// The area within the margins.
  package func typeArea(isLeft: Bool) -> Rect {
    let left = marginLeft(isLeft: isLeft)
    return Rect(
      x: left, y: marginTop, width: size.width - left - marginRight(isLeft: isLeft),
      height: size.height - marginTop - marginBottom)
  }

  /// The width of one column of the grid.
  package var columnWidth: Double {
    (size.width - marginInner - marginOuter - gutter * Double(columns - 1)) / Double(columns)
  }

  /// The width of so many neighbouring columns with the gutters between them.
  package func width(ofColumns count: Int) -> Double {
    columnWidth * Double(count) + gutter * Double(count - 1)
  }

  /// The left edge of a column (from 1) on a page.
  package func columnX(_ column: Int, isLeft: Bool) -> Double {
    marginLeft(isLeft: isLeft) + Double(column - 1) * (columnWidth + gutter)
  }
}

/// Where a frame stands on its page, in the words of the grid.
package struct FrameArea: Sendable, Hashable {
  /// Its left and right edges.
  package enum Horizontal: Sendable, Hashable {
    /// From one column's left edge to another's right edge, counted from 1.
    case columns(Int, Int)
    /// From trim edge to trim edge.
    case page
    /// From bleed edge to bleed edge.
    case bleed
    /// From the left trim edge (bleed included) to the right edge of a column.
    case bleedToColumn(Int)
    /// From the left edge of a column over the right trim edge to the bleed.
    case columnToBleed(Int)
    /// A strip of so many points along the outer edge, bleed included.
    case outerEdge(Double)
  }

  package var horizontal: Horizontal
  /// Distances from the trim edges in points; negative reaches into the bleed; nil where `height` decides.
  package var top: Double?
  package var bottom: Double?
  package var height: Double?

  package init(
    horizontal: Horizontal, top: Double? = nil, bottom: Double? = nil, height: Double? = nil
  ) {
    self.horizontal = horizontal
    self.top = top
    self.bottom = bottom
    self.height = height
  }

  /// The rectangle on a page, from the trim box's top left corner.
  package func rect(on page: PageGeometry, isLeft: Bool) -> Rect {
    let (x0, x1): (Double, Double) =
      switch horizontal {
      case .columns(let a, let b):
        (
          page.columnX(a, isLeft: isLeft),
          page.columnX(b, isLeft: isLeft) + page.columnWidth
        )
      case .page: (0, page.size.width)
      case .bleed: (-page.bleed, page.size.width + page.bleed)
      case .bleedToColumn(let b):
        (-page.bleed, page.columnX(b, isLeft: isLeft) + page.columnWidth)
      case .columnToBleed(let a):
        (page.columnX(a, isLeft: isLeft), page.size.width + page.bleed)
      case .outerEdge(let width):
        page.facing && isLeft
          ? (-page.bleed, width)
          : (page.size.width - width, page.size.width + page.bleed)
      }
    let area = page.typeArea(isLeft: isLeft)
    let y0: Double
    let y1: Double
    switch (top, bottom, height) {
    case (let t?, let b?, _): (y0, y1) = (t, page.size.height - b)
    case (let t?, nil, let h?): (y0, y1) = (t, t + h)
    case (nil, let b?, let h?): (y0, y1) = (page.size.height - b - h, page.size.height - b)
    case (let t?, nil, nil): (y0, y1) = (t, area.maxY)
    case (nil, let b?, nil): (y0, y1) = (area.y, page.size.height - b)
    case (nil, nil, let h?): (y0, y1) = (area.y, area.y + h)
    case (nil, nil, nil): (y0, y1) = (area.y, area.maxY)
    }
    return Rect(x: x0, y: y0, width: x1 - x0, height: y1 - y0)
  }
}

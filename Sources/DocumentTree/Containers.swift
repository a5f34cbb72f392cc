package import Design
package import Geometry

/// How content stands in the height that is left over.
package enum VerticalAlignment: String, Sendable, Hashable, CaseIterable {
  case top, middle, bottom
}

/// Children beside each other, each over so many columns of a grid that spans the region.
package struct Row: Sendable, Hashable {
  /// One child with its share.
  package struct Cell: Sendable, Hashable {
    /// Columns of the row's grid.
    package var span: Int
    package var content: [BlockNode]

    package init(span: Int, content: [BlockNode]) {
      self.span = span
      self.content = content
    }
  }

  package var cells: [Cell]
  package var gutter: Double
  package var alignment: VerticalAlignment

  package init(cells: [Cell], gutter: Double, alignment: VerticalAlignment = .top) {
    self.cells = cells
    self.gutter = gutter
    self.alignment = alignment
  }
}

/// Children in cells of equal width, row by row; the cells of a row are equally high.
package struct Grid: Sendable, Hashable {
  package var columns: Int
  package var gutter: Double
  package var rowGap: Double
  package var children: [BlockNode]

  package init(columns: Int, gutter: Double, rowGap: Double, children: [BlockNode]) {
    self.columns = columns
    self.gutter = gutter
    self.rowGap = rowGap
    self.children = children
  }
}

/// Children that flow through columns of equal width, balanced where they end.
package struct Columns: Sendable, Hashable {
  package var count: Int
  package var gutter: Double
  package var balanced: Bool
  package var children: [BlockNode]

  package init(count: Int, gutter: Double, balanced: Bool = true, children: [BlockNode]) {
    self.count = count
    self.gutter = gutter
    self.balanced = balanced
    self.children = children
  }
}

/// Children on a ground.
package struct Box: Sendable, Hashable {
  package var background: PaletteColor?
  package var padding: Edges
  /// A stroke along one edge: its weight in points.
  package var borderTop: Double
  package var borderLeft: Double
  package var borderColor: PaletteColor?
  /// At least so many points high; nil takes what the content needs.
  package var minHeight: Double?
  package var children: [BlockNode]

  package init(children: [BlockNode], padding: Edges = .zero, background: PaletteColor? = nil) {
    self.children = children
    self.padding = padding
    self.background = background
    borderTop = 0
    borderLeft = 0
    borderColor = nil
    minHeight = nil
  }
}

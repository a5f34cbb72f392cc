import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// The bullet or number of a list item: one line at the left edge.
struct MarkerBlock: Block {
  let traits: BlockTraits
  let text: String
  let style: TextStyle
  /// The `Lbl` element.
  let mark: ContentMark

  var spacing: BlockSpacing { .none }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil else { return .empty }
    let line = try context.setLine(
      [.text(text)], style: style, language: traits.language, mark: mark)
    let raster = LineRaster(context.adjusted(style), grid: region.grid)
    let top = raster.room(before: line)
    let baseline = top + raster.ascent(of: line)
    var fragment = Fragment(size: Size(width: region.width, height: top + line.leading))
    fragment.location = traits.location
    fragment.gridStep = raster.gridStep
    fragment.gridRoom = top
    fragment.firstBaseline = baseline
    fragment.lastBaseline = baseline
    fragment.children = [
      Fragment.Child(offset: Point(x: 0, y: baseline), fragment: Fragment(line: line))
    ]
    return region.fit(unbreakable: fragment, called: "list marker")
  }
}

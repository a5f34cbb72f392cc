import Design
import Diagnostics
import DocumentTree
import Geometry

/// Items below each other with bullets or numbers; the list breaks between and within its items.
struct ListBlock: Block {
  let items: StackBlock

  var spacing: BlockSpacing { items.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fit(into: region, resumingAt: token, reusing: KnownChildren(), in: context)
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try items.countedFit(into: region, resumingAt: token, reusing: known, in: context)
  }
}

/// A marker and, to the right of it, the content of one item.
///
/// Marker and content are two cells on one baseline: where the content goes on in the next region,
/// the marker's cell is finished.
struct ListItemBlock: Block {
  let marker: MarkerBlock
  var content: StackBlock
  /// Where the content begins, in points from the list's edge.
  let indent: Double
  /// The list's last marker, before which there must be room in every item.
  let widestMarker: String
  var spacing: BlockSpacing
  /// False for what stands below the first block of an item, where each has a row of its own.
  var showsMarker = true

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fit(into: region, resumingAt: token, reusing: KnownChildren(), in: context)
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let widest = try context.width(
      of: widestMarker, style: marker.style, language: marker.traits.language)
    // A quarter of an em stands between the widest marker and the text.
    let start = min(region.width, max(indent, widest + 0.25 * marker.style.size))
    let content = CellRow.Cell(x: start, width: region.width - start, block: content)
    let cells =
      showsMarker ? [CellRow.Cell(x: 0, width: start, block: marker), content] : [content]
    let row = CellRow(cells: cells, alignment: .baseline)
    return try row.fit(
      into: region, resumingAt: token?.inner ?? [], reusing: known, in: context)
  }
}

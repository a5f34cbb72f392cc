import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// Terms with what is said of each, entry below entry.
struct DefinitionsBlock: Block {
  let entries: StackBlock

  var spacing: BlockSpacing { entries.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fit(into: region, resumingAt: token, reusing: KnownChildren(), in: context)
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try entries.countedFit(into: region, resumingAt: token, reusing: known, in: context)
  }
}

/// One term with its text beside it, or below it where the terms have no column.
struct DefinitionEntryBlock: Block {
  let term: any Block
  let description: StackBlock
  /// The measures that all entries share.
  let definitions: Definitions
  /// The first entry has no hairline above it.
  let isFirst: Bool
  let spacing: BlockSpacing

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    try fit(into: region, resumingAt: token, reusing: KnownChildren(), in: context)
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, reusing known: KnownChildren,
    in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    let hasRule = definitions.ruleColor != nil && !isFirst && token == nil
    // The room between entries is half above the hairline and half below it.
    let top = hasRule ? definitions.entrySpacing / 2 : 0
    let room = region.below(top, isFresh: region.isFresh)
    // Beside each other the two are cells on one baseline, below each other a stack.
    let fit: Fit
    if definitions.termWidth > 0 {
      let start = min(region.width, definitions.termWidth + definitions.gap)
      let row = CellRow(
        cells: [
          CellRow.Cell(x: 0, width: min(region.width, definitions.termWidth), block: term),
          CellRow.Cell(x: start, width: region.width - start, block: description),
        ], alignment: .baseline)
      fit = try row.fit(
        into: room, resumingAt: token?.inner ?? [], reusing: known, in: context)
    } else {
      fit = try StackBlock([term, description]).countedFit(
        into: room, resumingAt: token, reusing: known, in: context)
    }
    guard hasRule, let color = definitions.ruleColor else { return fit }
    switch fit {
    case .whole(let fragment): return .whole(ruled(fragment, top: top, color: color))
    case .part(let fragment, let resume):
      return .part(ruled(fragment, top: top, color: color), resume: resume)
    case .empty, .nothing: return fit
    }
  }

  /// The entry below its hairline.
  private func ruled(_ fragment: Fragment, top: Double, color: PaletteColor) -> Fragment {
    var result = Fragment(
      size: Size(width: fragment.size.width, height: fragment.size.height + top))
    let rule = Path(rect: Rect(x: 0, y: 0, width: fragment.size.width, height: 0.35))
    result.items = [DisplayItem(.shape(Shape(path: rule, fill: color)))]
    result.firstBaseline = fragment.firstBaseline.map { $0 + top }
    result.lastBaseline = fragment.lastBaseline.map { $0 + top }
    result.endsPage = fragment.endsPage
    result.children = [Fragment.Child(offset: Point(x: 0, y: top), fragment: fragment)]
    return result
  }
}

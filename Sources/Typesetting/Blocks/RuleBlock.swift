import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// A straight line across its region.
struct RuleBlock: Block {
  let traits: BlockTraits
  let rule: Rule

  var spacing: BlockSpacing { traits.spacing }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil, rule.weight > 0 else { return .empty }
    // A length is a wish: no line leaves its region.
    let width = min(rule.length ?? region.width, region.width)
    var fragment = Fragment(size: Size(width: region.width, height: rule.weight))
    fragment.location = traits.location
    if width > 0 {
      let path = Path(rect: Rect(x: 0, y: 0, width: width, height: rule.weight))
      fragment.items = [DisplayItem(.shape(Shape(path: path, fill: rule.color)))]
    }
    return region.fit(unbreakable: fragment, called: "rule")
  }
}

import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// A QR code of an address.
struct QRBlock: Block {
  let traits: BlockTraits
  let code: QRCode
  /// The code, made once when the block was built.
  let modules: QRModules
  /// The `Figure` element, whose alternative text says where the code leads.
  let mark: ContentMark

  /// At least the quiet zone stays free above and below.
  var spacing: BlockSpacing {
    var spacing = traits.spacing
    spacing.before = max(spacing.before, modules.quietZone(size: code.size))
    spacing.after = max(spacing.after, modules.quietZone(size: code.size))
    return spacing
  }

  func fit(
    into region: Region, resumingAt token: BreakToken?, in context: TypesettingContext
  ) throws(Diagnostic) -> Fit {
    guard token == nil, code.size > 0 else { return .empty }
    var fragment = Fragment(size: Size(width: region.width, height: code.size))
    fragment.location = traits.location
    fragment.items = [
      DisplayItem(.shape(Shape(path: modules.path(size: code.size), fill: code.color)), mark: mark)
    ]
    return region.fit(unbreakable: fragment, called: "QR code")
  }
}

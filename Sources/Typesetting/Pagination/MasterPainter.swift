import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry

/// Draws what stands on every page of a kind: ground, ornaments, folio, running heads.
struct MasterPainter {
  /// What a frame's drawing depends on, as long as it reads nothing of its page.
  private struct Key: Hashable {
    var master: String
    var frame: Int
    var isLeft: Bool
  }

  private let tree: PublicationTree
  private let blocks: PublicationBlocks
  /// Frames whose content is the same on every page of a side.
  private var painted: [Key: FrameSetter.Result] = [:]

  init(tree: PublicationTree, blocks: PublicationBlocks) {
    self.tree = tree
    self.blocks = blocks
  }

  /// The master's part of the page that the context is at.
  mutating func paint(
    _ name: String, background: PaletteColor?, isLeft: Bool, in context: TypesettingContext
  ) throws(Diagnostic) -> FrameSetter.Result {
    var result = FrameSetter.Result()
    let page = tree.page
    // The ground runs over the trim, so that no white edge shows where the knife slips.
    if let color = background ?? tree.masters[name]?.background {
      let ground = Rect(origin: .zero, size: page.size).inset(by: Edges(all: -page.bleed))
      result.content.add(DisplayItem(.shape(Shape(path: Path(rect: ground), fill: color))))
    }
    for (index, frame) in (blocks.masters[name] ?? []).enumerated() {
      switch frame.frame.side {
      case .both: break
      case .left: if !isLeft { continue }
      case .right: if isLeft { continue }
      }
      let key = Key(master: name, frame: index, isLeft: isLeft)
      let set: FrameSetter.Result
      if let known = painted[key] {
        set = known
      } else {
        set = try frame.setter(in: blocks, on: page)
          .set(on: page, isLeft: isLeft, in: context)
        if !frame.readsPage { painted[key] = set }
      }
      result.content.add(set.content)
      result.diagnostics += set.diagnostics
    }
    return result
  }
}

import DisplayList
import Geometry

extension PageDrawing {
  /// Takes out what stands nowhere, because a measure was no number, and says whether there was any.
  ///
  /// Layout files cannot say such measures; a renderer that met one would draw anything anywhere.
  mutating func removeUnplaced() -> Bool {
    let count = items.count + links.count + destinations.count
    items.removeAll { !$0.isPlaced }
    links.removeAll { !$0.rect.isFinite }
    destinations.removeAll { !$0.point.isFinite }
    return items.count + links.count + destinations.count < count
  }
}

extension DisplayItem {
  /// Whether all of the item has a place.
  fileprivate var isPlaced: Bool {
    switch content {
    case .glyphs(let run):
      run.origin.isFinite && run.size.isFinite
        && run.glyphs.allSatisfy { $0.x.isFinite && $0.y.isFinite }
    case .shape(let shape): shape.path.isFinite && (shape.stroke?.width ?? 0).isFinite
    case .image(let image): image.frame.isFinite
    case .clipped(let path, let items):
      path.isFinite && items.allSatisfy(\.isPlaced)
    }
  }
}

extension Path {
  fileprivate var isFinite: Bool {
    elements.allSatisfy { element in
      switch element {
      case .move(let point), .line(let point): point.isFinite
      case .curve(let a, let b, let c): a.isFinite && b.isFinite && c.isFinite
      case .close: true
      }
    }
  }
}

extension Point {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}

extension Rect {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite && width.isFinite && height.isFinite }
}

import DisplayList
import Geometry

@testable import Typesetting

/// Everything a drawing is made of, groups opened, for tests that look at it.
struct DrawingProbe {
  private(set) var shapes: [Shape] = []
  private(set) var runs: [GlyphRun] = []
  private(set) var marks: Set<ContentMark> = []
  private(set) var elementCount = 0
  private(set) var hasOnlyFinitePoints = true

  init(_ items: [DisplayItem]) { collect(items) }

  private mutating func collect(_ items: [DisplayItem]) {
    for item in items {
      marks.insert(item.mark)
      switch item.content {
      case .glyphs(let run): runs.append(run)
      case .image: break
      case .shape(let shape):
        shapes.append(shape)
        count(shape.path)
      case .clipped(let path, let inner):
        count(path)
        collect(inner)
      }
    }
  }

  private mutating func count(_ path: Path) {
    elementCount += path.elements.count
    for element in path.elements {
      let points: [Point] =
        switch element {
        case .move(let p), .line(let p): [p]
        case .curve(let a, let b, let c): [a, b, c]
        case .close: []
        }
      for point in points where !point.x.isFinite || !point.y.isFinite {
        hasOnlyFinitePoints = false
      }
    }
  }

  /// The areas of the texts: from the height of capitals to the descenders of the fixed shaper.
  var textFrames: [Rect] {
    runs.compactMap { run in
      guard let first = run.glyphs.first, let last = run.glyphs.last else { return nil }
      let width = last.x - first.x + run.size / 2
      return Rect(
        x: run.origin.x + first.x, y: run.origin.y - 0.7 * run.size, width: width,
        height: 0.9 * run.size)
    }
  }

  /// Straight upright lines.
  var verticals: [(x: Double, y: ClosedRange<Double>)] {
    shapes.compactMap { shape in
      guard shape.stroke != nil, shape.path.elements.count == 2, let bounds = shape.path.bounds,
        bounds.width < 0.001
      else { return nil }
      return (bounds.x, bounds.y...bounds.maxY)
    }
  }
}

import DisplayList
import Geometry

/// Set lines that a chart puts somewhere as one.
struct TextBox {
  /// One line with the distance of its slot from the box's top, in points.
  private struct Placed {
    var line: SetLine
    var top: Double
  }

  private var lines: [Placed] = []
  /// The width of the longest line and the sum of all slots.
  private(set) var size = Size.zero

  static let empty = TextBox(lines: [])

  init(lines: [SetLine]) {
    for line in lines {
      self.lines.append(Placed(line: line, top: size.height))
      size.height += line.leading
      size.width = max(size.width, line.naturalWidth)
    }
  }

  /// Boxes below each other.
  init(stacking boxes: [TextBox]) {
    for box in boxes {
      lines += box.lines.map { Placed(line: $0.line, top: $0.top + size.height) }
      size.height += box.size.height
      size.width = max(size.width, box.size.width)
    }
  }

  var isEmpty: Bool { lines.isEmpty }

  /// The first line's baseline from the top.
  var firstBaseline: Double? { lines.first.map { $0.top + $0.line.ascent } }
  var lastBaseline: Double? { lines.last.map { $0.top + $0.line.ascent } }

  /// How lines stand to the point at which a box is put.
  enum Anchor {
    case left, center, right
  }

  /// The items with the box's top at `point`, and its left edge, middle or right edge.
  func items(at point: Point, _ anchor: Anchor = .left) -> [DisplayItem] {
    lines.flatMap { placed in
      let share =
        switch anchor {
        case .left: 0.0
        case .center: 0.5
        case .right: 1.0
        }
      let offset = Point(
        x: point.x - share * placed.line.naturalWidth,
        y: point.y + placed.top + placed.line.ascent)
      return placed.line.items.map { $0.offset(by: offset) }
    }
  }

  /// The area that the box takes there.
  func frame(at point: Point, _ anchor: Anchor = .left) -> Rect {
    let share =
      switch anchor {
      case .left: 0.0
      case .center: 0.5
      case .right: 1.0
      }
    return Rect(
      x: point.x - share * size.width, y: point.y, width: size.width, height: size.height)
  }
}

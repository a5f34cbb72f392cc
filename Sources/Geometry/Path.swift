/// A vector outline made of straight lines and cubic curves, in points.
package struct Path: Sendable, Hashable {
  /// One drawing step.
  package enum Element: Sendable, Hashable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  package var elements: [Element] = []

  package init() {}

  package init(elements: [Element]) { self.elements = elements }

  /// A closed upright rectangle.
  package init(rect: Rect) {
    move(to: rect.x, rect.y)
    line(to: rect.maxX, rect.y)
    line(to: rect.maxX, rect.maxY)
    line(to: rect.x, rect.maxY)
    close()
  }

  /// A closed circle around `center`, as four cubic curves.
  package init(circleAt center: Point, radius r: Double) {
    let k = 0.5522847498307936 * r
    move(to: center.x + r, center.y)
    curve(
      to: Point(x: center.x, y: center.y + r), Point(x: center.x + r, y: center.y + k),
      Point(x: center.x + k, y: center.y + r))
    curve(
      to: Point(x: center.x - r, y: center.y), Point(x: center.x - k, y: center.y + r),
      Point(x: center.x - r, y: center.y + k))
    curve(
      to: Point(x: center.x, y: center.y - r), Point(x: center.x - r, y: center.y - k),
      Point(x: center.x - k, y: center.y - r))
    curve(
      to: Point(x: center.x + r, y: center.y), Point(x: center.x + k, y: center.y - r),
      Point(x: center.x + r, y: center.y - k))
    close()
  }

  package mutating func move(to x: Double, _ y: Double) {
    elements.append(.move(Point(x: x, y: y)))
  }
  package mutating func line(to x: Double, _ y: Double) {
    elements.append(.line(Point(x: x, y: y)))
  }

  /// Adds a cubic curve to `end` with the two control points.
  package mutating func curve(to end: Point, _ control1: Point, _ control2: Point) {
    elements.append(.curve(control1, control2, end))
  }

  package mutating func close() { elements.append(.close) }

  /// The path moved by `offset`.
  package func offset(by offset: Point) -> Path {
    Path(
      elements: elements.map { element in
        switch element {
        case .move(let p): .move(p + offset)
        case .line(let p): .line(p + offset)
        case .curve(let a, let b, let c): .curve(a + offset, b + offset, c + offset)
        case .close: .close
        }
      })
  }

  /// The smallest rectangle around all points, control points included; nil where empty.
  package var bounds: Rect? {
    var minX = Double.infinity
    var minY = Double.infinity
    var maxX = -Double.infinity
    var maxY = -Double.infinity
    func add(_ p: Point) {
      minX = min(minX, p.x)
      minY = min(minY, p.y)
      maxX = max(maxX, p.x)
      maxY = max(maxY, p.y)
    }
    for element in elements {
      switch element {
      case .move(let p), .line(let p): add(p)
      case .curve(let a, let b, let c):
        add(a)
        add(b)
        add(c)
      case .close: break
      }
    }
    return minX <= maxX ? Rect(x: minX, y: minY, width: maxX - minX, height: maxY - minY) : nil
  }
}

import PDFReading

/// The box around the path that is being made, in the page's coordinates.
struct PathBounds {
  private(set) var box: PDFRectangle?
  /// Rectangles in it, and other segments than those of rectangles.
  private(set) var rectangles = 0
  private(set) var segments = 0
  private var corners: [(x: Double, y: Double)] = []

  var isRectangle: Bool {
    if rectangles == 1 && segments == 0 { return true }
    // Four corners, as some programs write rectangles.
    guard rectangles == 0, (4...5).contains(corners.count), segments == corners.count else {
      return false
    }
    return zip(corners, corners.dropFirst()).allSatisfy {
      abs($0.x - $1.x) < 1e-3 || abs($0.y - $1.y) < 1e-3
    }
  }

  mutating func add(_ point: (x: Double, y: Double)) {
    segments += 1
    if corners.count < 8 { corners.append(point) }
    extend(PDFRectangle(point.x, point.y, point.x, point.y))
  }

  mutating func add(rectangle: PDFRectangle, upright: Bool) {
    rectangles += 1
    if !upright { segments += 1 }
    extend(rectangle)
  }

  private mutating func extend(_ other: PDFRectangle) { box = box?.union(other) ?? other }
}

/// Operators that make, paint and clip paths (ISO 32000-1, 8.5).
extension PageInterpreter {
  /// Whether the operator was one of paths.
  mutating func executePath(_ operation: ContentOperation) -> Bool {
    let n = operation.numbers
    switch operation.name {
    case "m", "l", "c", "v", "y":
      for index in stride(from: 0, to: n.count - 1, by: 2) {
        path.add(state.transform.apply(n[index], n[index + 1]))
      }
    case "re" where n.count == 4:
      let r = PDFRectangle(n[0], n[1], n[0] + n[2], n[1] + n[3])
      path.add(rectangle: state.transform.bounds(r), upright: state.transform.keepsAxes)
    case "h", "re": break
    case "W", "W*": pendingClip = true
    case "n": finishPath(fill: false, stroke: false)
    case "f", "F", "f*": finishPath(fill: true, stroke: false)
    case "S", "s": finishPath(fill: false, stroke: true)
    case "B", "B*", "b", "b*": finishPath(fill: true, stroke: true)
    default: return false
    }
    return true
  }

  private mutating func finishPath(fill: Bool, stroke: Bool) {
    defer {
      path = PathBounds()
      pendingClip = false
    }
    guard let box = path.box else { return }
    if fill { paint(.fill(isRectangle: path.isRectangle), box: box, with: state.fill) }
    if stroke {
      let width = state.lineWidth * state.transform.scale
      paint(
        .stroke(width: width), box: box.grown(by: width / 2), with: state.stroke, stroking: true)
    }
    if pendingClip { clip(to: box, isUpright: path.isRectangle) }
  }
}

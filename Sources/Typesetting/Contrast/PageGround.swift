import Design
import DisplayList
import Geometry

/// What lies below the text of a page: fills and pictures in the order in which they are drawn.
struct PageGround {
  /// A fill or a picture with the clips around it.
  private struct Layer {
    enum Content {
      case fill(Path, RGB, opacity: Double, evenOdd: Bool)
      case picture(PlacedImage)
    }

    var bounds: Rect
    var content: Content
    var clips: [Path]
    /// A rectangle, which needs no closer look at its outline.
    var isRect: Bool
  }

  /// The colour at a point, and whether a picture has part in it.
  struct Sample {
    var color: RGB
    var isPicture: Bool
  }

  private let palette: Palette
  private let images: any ImageSource
  private var layers: [Layer] = []
  /// The layers that touch each band of the page, lowest first, so that a line of text asks those
  /// beside it only; what is above or below the page counts to the bands at its edges.
  private var bands: [[Int]]

  /// Fills that are thinner are lines, in points.
  private static let thinnest = 1.0
  /// The height of a band in points: about that of a line.
  private static let bandHeight = 20.0

  /// Bare paper of a height in points.
  init(height: Double, palette: Palette, images: any ImageSource) {
    self.palette = palette
    self.images = images
    let count = height > 0 ? Int(min(height / Self.bandHeight, 999)) + 1 : 1
    bands = Array(repeating: [], count: count)
  }

  /// Lays a shape on top; strokes and lines, which hide no letter, do not count.
  mutating func add(_ shape: Shape, clips: [Path]) {
    guard let fill = shape.fill, let color = palette.rgb(of: fill),
      let bounds = shape.path.bounds, min(bounds.width, bounds.height) >= Self.thinnest
    else { return }
    add(
      Layer(
        bounds: bounds,
        content: .fill(shape.path, color, opacity: shape.opacity, evenOdd: shape.evenOdd),
        clips: clips, isRect: shape.path.isUprightRect))
  }

  /// Lays a picture on top.
  mutating func add(_ image: PlacedImage, clips: [Path]) {
    add(Layer(bounds: image.frame, content: .picture(image), clips: clips, isRect: true))
  }

  private mutating func add(_ layer: Layer) {
    for band in bands(of: layer.bounds) { bands[band].append(layers.count) }
    layers.append(layer)
  }

  /// The bands that a box touches; what is no number counts as 0.
  private func bands(of box: Rect) -> ClosedRange<Int> {
    func band(_ y: Double) -> Int {
      y > 0 ? Int(min(y / Self.bandHeight, Double(bands.count - 1))) : 0
    }
    let first = band(box.y)
    return first...max(first, band(box.maxY))
  }

  /// The layers that a box touches, lowest first.
  func layers(touching box: Rect) -> [Int] {
    let range = bands(of: box)
    let near =
      range.count == 1
      ? bands[range.lowerBound] : Set(bands[range].joined()).sorted()
    return near.filter { layers[$0].bounds.intersects(box) }
  }

  /// The colours below a letter's box: one where it is plain, else those at points all over it.
  ///
  /// `near` are the layers that the text touches which the letter belongs to.
  func samples(in box: Rect, among near: [Int]) -> [Sample] {
    let touched = near.filter { layers[$0].bounds.intersects(box) }
    guard let top = touched.last else { return [Sample(color: Self.paper, isPicture: false)] }
    if case .fill(_, let color, opacity: 1, evenOdd: _) = layers[top].content, layers[top].isRect,
      layers[top].clips.isEmpty, layers[top].bounds.contains(box)
    {
      return [Sample(color: color, isPicture: false)]
    }
    let (columns, rows) = (4, 5)
    var samples: [Sample] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let point = Point(
          x: box.x + box.width * (Double(column) + 0.5) / Double(columns),
          y: box.y + box.height * (Double(row) + 0.5) / Double(rows))
        samples.append(sample(at: point, among: touched))
      }
    }
    return samples
  }

  private static let paper = RGB(red: 1, green: 1, blue: 1)

  /// The colour at a point: from the top down until something is opaque.
  private func sample(at point: Point, among touched: [Int]) -> Sample {
    var veils: [(color: RGB, opacity: Double)] = []
    var result = Sample(color: Self.paper, isPicture: false)
    search: for index in touched.reversed() where layers[index].bounds.contains(point) {
      let layer = layers[index]
      guard layer.clips.allSatisfy({ $0.contains(point, evenOdd: false) }) else { continue }
      switch layer.content {
      case .fill(let path, let color, let opacity, let evenOdd):
        guard layer.isRect || path.contains(point, evenOdd: evenOdd) else { continue }
        guard opacity < 1 else {
          result.color = color
          break search
        }
        veils.append((color, opacity))
      case .picture(let image):
        guard let color = self.color(of: image, at: point) else { continue }
        result = Sample(color: color, isPicture: true)
        break search
      }
    }
    for veil in veils.reversed() { result.color = veil.color.over(result.color, veil.opacity) }
    return result
  }

  /// The colour of a picture at a point of the page; nil where its colours cannot be had.
  private func color(of image: PlacedImage, at point: Point) -> RGB? {
    guard let colors = images.colors(of: image.file), image.frame.width > 0,
      image.frame.height > 0
    else { return nil }
    return colors.color(
      at: Point(
        x: image.crop.x + (point.x - image.frame.x) / image.frame.width * image.crop.width,
        y: image.crop.y + (point.y - image.frame.y) / image.frame.height * image.crop.height))
  }
}

extension RGB {
  /// The colour seen where this one lies half transparent over another one, as PDF blends it.
  fileprivate func over(_ below: RGB, _ opacity: Double) -> RGB {
    func mix(_ a: Double, _ b: Double) -> Double { a * opacity + b * (1 - opacity) }
    return RGB(
      red: mix(red, below.red), green: mix(green, below.green), blue: mix(blue, below.blue))
  }
}

extension Rect {
  fileprivate func intersects(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  fileprivate func contains(_ point: Point) -> Bool {
    x <= point.x && point.x < maxX && y <= point.y && point.y < maxY
  }
}

extension Path {
  /// Whether the outline is one rectangle with upright edges.
  fileprivate var isUprightRect: Bool {
    guard elements.count == 5, let bounds else { return false }
    return self == Path(rect: bounds)
  }

  /// Whether a point lies inside; curves count as eight straight lines.
  fileprivate func contains(_ point: Point, evenOdd: Bool) -> Bool {
    var winding = 0
    var crossings = 0
    var start = Point.zero
    var current = Point.zero
    func cross(_ a: Point, _ b: Point) {
      guard (a.y > point.y) != (b.y > point.y),
        point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
      else { return }
      crossings += 1
      winding += a.y < b.y ? 1 : -1
    }
    for element in elements {
      switch element {
      case .move(let p):
        cross(current, start)
        (start, current) = (p, p)
      case .line(let p):
        cross(current, p)
        current = p
      case .curve(let a, let b, let end):
        let from = current
        for step in 1...8 {
          let t = Double(step) / 8
          let u = 1 - t
          func value(_ p: (Point) -> Double) -> Double {
            u * u * u * p(from) + 3 * u * u * t * p(a) + 3 * u * t * t * p(b) + t * t * t * p(end)
          }
          let next = Point(x: value { $0.x }, y: value { $0.y })
          cross(current, next)
          current = next
        }
      case .close:
        cross(current, start)
        current = start
      }
    }
    cross(current, start)
    return evenOdd ? !crossings.isMultiple(of: 2) : winding != 0
  }
}

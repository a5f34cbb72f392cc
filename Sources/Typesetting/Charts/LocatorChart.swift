import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

/// A small map without a map: a grid of kilometres, the other known places, and this one.
struct LocatorChart {
  let locator: Chart.Locator
  let styles: Chart.Styles
  let text: ChartText

  /// Between the outermost places and the map's edge, in points.
  private static let margin = 8.0
  /// The radii of other places and of this one.
  private static let dot = 1.3
  private static let ring = 5.0
  /// Between the map and its scale bar.
  private static let footGap = 5.0

  /// The map with its scale bar below; without a wished height it is a little wider than high.
  func drawing(width: Double, height: Double?) throws(Diagnostic) -> ChartDrawing {
    let scaleLabel = try text.line(locator.scaleLabel, styles.note, width: width * 0.5)
    let foot = scaleLabel.isEmpty ? 0 : max(scaleLabel.size.height, 4) + Self.footGap
    let natural = min(width * 0.8, 240) + foot
    let size = Size(width: width, height: max(height ?? natural, foot + 30))
    let map = Rect(x: 0, y: 0, width: width, height: size.height - foot)
    // The label's own number is the bar's length: words and drawing cannot disagree.
    let barLength = LocatorProjection.kilometres(in: locator.scaleLabel)
    let projection = LocatorProjection(locator, in: map, margin: Self.margin, unit: barLength)

    var drawing = ChartDrawing(size: size)
    let name = try text.paragraph(locator.name, styles.label, width: width * 0.55)
    let place = projection.point(locator.place)
    let others = locator.others.prefix(LocatorProjection.mostPlaces).filter(\.isOnEarth)
      .map { projection.point($0) }
    let label = labelOrigin(name, at: place, in: map, avoiding: others)
    let frame = name.isEmpty ? nil : name.frame(at: label)
    drawing.items += grid(projection, map, around: frame)

    // All other places are one path: there may be hundreds.
    var dots = Path()
    for point in others where !covers(point, place: place, label: frame) {
      dots.elements += Path(circleAt: point, radius: Self.dot).elements
    }
    if !dots.elements.isEmpty { drawing.items.append(text.shape(dots, fill: styles.note.color)) }
    drawing.items.append(
      text.shape(Path(circleAt: place, radius: Self.ring * 0.44), fill: locator.color))
    drawing.items.append(
      text.shape(
        Path(circleAt: place, radius: Self.ring), stroke: Stroke(color: locator.color, width: 1.3))
    )
    drawing.items += name.items(at: label)
    drawing.firstBaseline = name.firstBaseline.map { $0 + label.y }

    if !scaleLabel.isEmpty {
      let y = size.height - scaleLabel.size.height
      let bar = min(max((barLength ?? 0) * projection.pointsPerKilometre, 0), width * 0.5)
      drawing.items += scaleBar(length: bar, y: y + scaleLabel.size.height / 2)
      drawing.items += scaleLabel.items(at: Point(x: bar > 0 ? bar + 5 : 0, y: y))
      drawing.lastBaseline = scaleLabel.lastBaseline.map { $0 + y }
    }
    return drawing
  }

  /// A dot below the ring or below the name would be mistaken for a part of it.
  private func covers(_ point: Point, place: Point, label: Rect?) -> Bool {
    let (dx, dy) = (point.x - place.x, point.y - place.y)
    if dx * dx + dy * dy < (Self.ring + 2) * (Self.ring + 2) { return true }
    let around = Rect(x: point.x - 2, y: point.y - 2, width: 4, height: 4)
    return label?.intersects(around) ?? false
  }

  /// Beside the ring, on the side where the name fits and hides the fewest places.
  private func labelOrigin(
    _ name: TextBox, at place: Point, in map: Rect, avoiding others: [Point]
  ) -> Point {
    let (w, h) = (name.size.width, name.size.height)
    let away = Self.ring + 4
    let candidates = [
      Point(x: place.x + away, y: place.y - h / 2),
      Point(x: place.x - away - w, y: place.y - h / 2),
      Point(x: place.x - w / 2, y: place.y - away - h + 2),
      Point(x: place.x - w / 2, y: place.y + away - 2),
      Point(x: place.x + away * 0.85, y: place.y - away * 0.85 - h),
      Point(x: place.x + away * 0.85, y: place.y + away * 0.85),
      Point(x: place.x - away * 0.85 - w, y: place.y - away * 0.85 - h),
      Point(x: place.x - away * 0.85 - w, y: place.y + away * 0.85),
    ].map { origin in
      // Within the map, whatever it covers.
      Point(
        x: min(max(origin.x, map.x), max(map.maxX - w, map.x)),
        y: min(max(origin.y, map.y), max(map.maxY - h, map.y)))
    }
    let ring = Rect(
      x: place.x - Self.ring - 1, y: place.y - Self.ring - 1, width: 2 * Self.ring + 2,
      height: 2 * Self.ring + 2)
    // A name over its own ring is worse than any number of hidden places.
    func cost(_ origin: Point) -> Int {
      let frame = name.frame(at: origin)
      let hidden = others.count { frame.contains(Rect(origin: $0, size: .zero), tolerance: 3) }
      return hidden + (frame.intersects(ring) ? 1_000 : 0)
    }
    return candidates.min { cost($0) < cost($1) } ?? place
  }

  /// Lines of whole steps from this place, broken where the name stands.
  private func grid(
    _ projection: LocatorProjection, _ map: Rect, around label: Rect?
  ) -> [DisplayItem] {
    let step = projection.gridStep * projection.pointsPerKilometre
    let center = projection.point(locator.place)
    let gap = label.map { $0.inset(by: Edges(top: 0, right: -3, bottom: 0, left: -3)) }
    var path = Path()
    func line(from a: Double, to b: Double, hole: ClosedRange<Double>?, _ point: (Double) -> Point)
    {
      // What is left of a line on both sides of the name; crumbs are dropped.
      func segment(_ start: Double, _ end: Double) {
        guard end - start > 0.5 else { return }
        path.elements += [.move(point(start)), .line(point(end))]
      }
      guard let hole else { return segment(a, b) }
      segment(a, min(hole.lowerBound, b))
      segment(max(hole.upperBound, a), b)
    }
    // The first line within the map, counted in whole steps from this place.
    let firstX = center.x - ((center.x - map.x) / step).rounded(.down) * step
    for x in stride(from: firstX, through: map.maxX, by: step) {
      let hole = gap.flatMap { $0.x < x && x < $0.maxX ? $0.y...$0.maxY : nil }
      line(from: map.y, to: map.maxY, hole: hole) { Point(x: x, y: $0) }
    }
    let firstY = center.y - ((center.y - map.y) / step).rounded(.down) * step
    for y in stride(from: firstY, through: map.maxY, by: step) {
      let hole = gap.flatMap { $0.y < y && y < $0.maxY ? $0.x...$0.maxX : nil }
      line(from: map.x, to: map.maxX, hole: hole) { Point(x: $0, y: y) }
    }
    return path.elements.isEmpty
      ? [] : [text.shape(path, stroke: Stroke(color: styles.lineColor, width: 0.4))]
  }

  /// A line with a tick at each end, along the middle of its label.
  private func scaleBar(length: Double, y: Double) -> [DisplayItem] {
    guard length > 1 else { return [] }
    var path = Path()
    path.move(to: 0.4, y - 2.5)
    path.line(to: 0.4, y)
    path.line(to: length - 0.4, y)
    path.line(to: length - 0.4, y - 2.5)
    return [text.shape(path, stroke: Stroke(color: styles.note.color, width: 0.8))]
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages

/// The model at a glance: programmes as the strata of a disc, actors on a ring around it.
///
/// Texts stand outside the ring, on its left and its right; where these are too narrow, the
/// programmes are named below.
struct ModelDiagramChart {
  let model: Chart.ModelDiagram
  let styles: Chart.Styles
  let text: ChartText

  /// A text on one side of the disc, with the point it belongs to.
  private struct Label {
    var box: TextBox
    /// The node on the ring or the end of a band, from the centre.
    var target: Point
    var isLeft: Bool
    var isActor: Bool
    var color: PaletteColor
    /// The middle of the box, from the centre.
    var y: Double
  }

  private static let node = 4.0
  /// The ring's radius by the disc's.
  private static let ringShare = 1.2
  /// Narrower sides cannot hold the names of programmes; points.
  private static let leastSide = 92.0

  /// The largest disc that the width allows, or a smaller one where the height asks for it.
  func drawing(width: Double, height: Double?) throws(Diagnostic) -> ChartDrawing {
    // Without a side for names the actors' texts still need room beside the ring.
    let roomy = (width / 2 - Self.node - 14 - Self.leastSide) / Self.ringShare
    var radius = max(roomy >= width * 0.15 ? roomy : width * 0.22, 8)
    radius = min(radius, width * 0.26, 200)
    var drawing = try drawing(width: width, height: height, radius: radius)
    while let height, drawing.size.height > height + 0.01, radius > width * 0.11 {
      radius *= 0.93
      drawing = try self.drawing(width: width, height: height, radius: radius)
    }
    return drawing
  }

  private func drawing(
    width: Double, height: Double?, radius: Double
  ) throws(Diagnostic) -> ChartDrawing {
    let ring = radius * Self.ringShare
    let side = width / 2 - ring - Self.node - 14
    let isWide = side >= Self.leastSide - 0.01
    var labels = try actorLabels(ring: ring, width: width)
    if isWide { labels += try programmeLabels(radius: radius, side: side) }
    separate(&labels)
    let top = labels.reduce(-ring - Self.node) { min($0, $1.y - $1.box.size.height / 2) }
    let bottom = labels.reduce(ring + Self.node) { max($0, $1.y + $1.box.size.height / 2) }
    let legend = isWide ? nil : try legend(width: width)
    let natural = bottom - top + (legend.map { $0.size.height + 12 } ?? 0)
    let total = max(natural, height ?? 0)
    let center = Point(x: width / 2, y: (total - natural) / 2 - top)

    var drawing = ChartDrawing(size: Size(width: width, height: total))
    drawing.items.append(
      text.shape(
        Path(circleAt: center, radius: ring), stroke: Stroke(color: styles.lineColor, width: 0.75)))
    drawing.items += core(around: center, radius: radius)
    for label in labels { drawing.items += items(for: label, around: center, ring: ring) }
    if let legend {
      let top = Point(x: 0, y: total - (total - natural) / 2 - legend.size.height)
      drawing.items += legend.items.map { $0.offset(by: top) }
    }
    return drawing
  }

  /// The actors' texts at their nodes; a left and a right one begin at the same height.
  private func actorLabels(ring: Double, width: Double) throws(Diagnostic) -> [Label] {
    var labels: [Label] = []
    for (index, member) in model.actors.enumerated() {
      let target = Self.node(index, of: model.actors.count, ring: ring)
      let box = try box(for: member, width: width / 2 - target.x.magnitude - Self.node - 6)
      labels.append(
        Label(
          box: box, target: target, isLeft: target.x < 0, isActor: true, color: member.color,
          y: target.y))
    }
    for index in labels.indices {
      let partner = index.isMultiple(of: 2) ? index + 1 : index - 1
      let own = labels[index].box.size.height
      let tallest = max(own, labels.indices.contains(partner) ? labels[partner].box.size.height : 0)
      // Upper texts end at their node and lower ones begin there, half a line beyond.
      let target = labels[index].target.y
      let half = styles.label.leading / 2
      let top = target < -0.01 ? target + half - tallest : target > 0.01 ? target - half : -own / 2
      labels[index].y = top + own / 2
    }
    return labels
  }

  /// The programmes' texts, left and right in turn, at even heights beside the disc.
  private func programmeLabels(radius: Double, side: Double) throws(Diagnostic) -> [Label] {
    let count = model.programmes.count
    var labels: [Label] = []
    for (index, member) in model.programmes.enumerated() {
      let isLeft = index.isMultiple(of: 2)
      let middle = radius * (1 - 2 * (Double(index) + 0.5) / Double(count))
      let reach = (max(radius * radius - middle * middle, 0)).squareRoot()
      let onSide = isLeft ? (count + 1) / 2 : count / 2
      let share = (Double(index / 2) + 0.5) / Double(onSide)
      labels.append(
        Label(
          box: try box(for: member, width: side),
          target: Point(x: isLeft ? -reach : reach, y: middle), isLeft: isLeft, isActor: false,
          color: member.color, y: radius * 0.86 * (1 - 2 * share)))
    }
    return labels
  }

  /// The place of an actor's node: on the upper left, the upper right, and on around the ring.
  private static func node(_ index: Int, of count: Int, ring: Double) -> Point {
    // Pairs from the top down, left and right alike.
    let rows = (count + 1) / 2
    let row = Double(index / 2)
    let share = rows == 1 ? 0 : (row / Double(rows - 1)) * 2 - 1
    let y = share * 0.74 * ring
    let x = (ring * ring - y * y).squareRoot()
    return Point(x: index.isMultiple(of: 2) ? -x : x, y: y)
  }

  private func box(for member: Chart.Member, width: Double) throws(Diagnostic) -> TextBox {
    return TextBox(stacking: [
      try text.paragraph(member.name, styles.label, width: max(width, 20)),
      try text.paragraph(member.detail, styles.note, width: max(width, 20)),
    ])
  }

  /// Moves the texts of each side apart, up and down from the middle.
  private func separate(_ labels: inout [Label]) {
    let air = styles.label.leading * 0.7
    for isLeft in [true, false] {
      let order = labels.indices.filter { labels[$0].isLeft == isLeft }
        .sorted { (labels[$0].y, $0) < (labels[$1].y, $1) }
      let middle = order.firstIndex { labels[$0].y > 0 } ?? order.count
      // The two nearest to the middle share the air between them; without a pair there is none to share.
      var edge = order.indices.contains(middle) && middle > 0 ? -air / 2 : Double.infinity
      for index in order[..<middle].reversed() {
        labels[index].y = min(labels[index].y, edge - labels[index].box.size.height / 2)
        edge = labels[index].y - labels[index].box.size.height / 2 - air
      }
      edge = middle > 0 && order.indices.contains(middle) ? air / 2 : -Double.infinity
      for index in order[middle...] {
        labels[index].y = max(labels[index].y, edge + labels[index].box.size.height / 2)
        edge = labels[index].y + labels[index].box.size.height / 2 + air
      }
    }
  }

  /// The disc of strata, the first programme at the bottom.
  private func core(around center: Point, radius: Double) -> [DisplayItem] {
    guard !model.programmes.isEmpty else { return [] }
    let square = Rect(
      x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
    // All bands are equally thick: the diagram shows who belongs together, not how much.
    let strata = model.programmes.map {
      Ornament.Stratum(color: $0.color, texture: $0.texture ?? .plain, value: 1)
    }
    let painter = StrataPainter(strata: strata, rect: square, seed: "model", isCalm: true)
    return [
      DisplayItem(
        .clipped(
          Path(circleAt: center, radius: radius),
          painter.items.map { $0.marked(text.mark) }), mark: text.mark)
    ]
  }

  private func items(for label: Label, around center: Point, ring: Double) -> [DisplayItem] {
    let sign = label.isLeft ? -1.0 : 1.0
    // Left texts end and right texts begin beside what they belong to.
    let target = label.target + center
    var items: [DisplayItem] = []
    var x = target.x + sign * (Self.node + 6)
    if label.isActor {
      items.append(
        text.shape(Path(circleAt: target, radius: Self.node), fill: label.color))
    } else {
      // A leader from within the band to the middle of the text, level at its outer end.
      x = center.x + sign * (ring + Self.node + 12)
      let y = center.y + label.y
      var path = Path()
      let start = target.x - sign * 7
      path.move(to: start, target.y)
      path.line(to: center.x + sign * (ring + 2), y)
      path.line(to: x - sign * 4, y)
      items.append(text.shape(path, stroke: Stroke(color: styles.lineColor, width: 0.75)))
      // Paper shows on every band.
      let paper = PaletteColor(label.color.entry, tint: 0)
      items.append(
        text.shape(Path(circleAt: Point(x: start, y: target.y), radius: 2), fill: paper))
    }
    let top = center.y + label.y - label.box.size.height / 2
    return items + label.box.items(at: Point(x: x, y: top), label.isLeft ? .right : .left)
  }

  /// The programmes below the disc, two in a row, each behind a patch of its stratum.
  private func legend(width: Double) throws(Diagnostic) -> ChartDrawing {
    // Points; a narrow diagram has one column.
    let gutter = 12.0
    let columns = width >= 150 ? 2 : 1
    let column = (width - gutter * Double(columns - 1)) / Double(columns)
    let patch = styles.label.size
    var drawing = ChartDrawing(size: Size(width: width, height: 0))
    var row: [TextBox] = []
    var y = 0.0
    for (index, member) in model.programmes.enumerated() {
      let box = try box(for: member, width: column - patch - 5)
      let x = Double(index % columns) * (column + gutter)
      let top = y + ((box.firstBaseline ?? patch) - patch * 0.86)
      drawing.items.append(
        text.shape(
          Path(rect: Rect(x: x, y: max(top, 0), width: patch, height: patch)), fill: member.color))
      drawing.items += box.items(at: Point(x: x + patch + 5, y: y))
      row.append(box)
      if row.count == columns || index == model.programmes.count - 1 {
        y += max(row.reduce(0) { max($0, $1.size.height) }, patch) + styles.label.leading * 0.5
        row = []
      }
    }
    drawing.size.height = max(y - styles.label.leading * 0.5, 0)
    return drawing
  }
}

extension DisplayItem {
  /// The item and all items within it with another mark.
  func marked(_ mark: ContentMark) -> DisplayItem {
    guard case .clipped(let path, let items) = content else {
      return DisplayItem(content, mark: mark)
    }
    return DisplayItem(.clipped(path, items.map { $0.marked(mark) }), mark: mark)
  }
}

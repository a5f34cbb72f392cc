import Design
import DisplayList
import DocumentTree
import Geometry

/// Draws strata: bands whose thickness comes from the data, folded and broken like rock.
///
/// From the bottom up each band begins with laminae of the one below, which thin out, and the
/// uppermost thins out into the open ground: dark at the bottom turns to light at the top.
struct StrataPainter {
  /// What is drawn at most; more bands than this cannot be told apart on a page.
  static let limit = 48

  /// From the bottom up.
  let strata: [Ornament.Stratum]
  /// The area in points; nothing is cut off by its upper edge.
  let rect: Rect
  let seed: String
  /// Hardly folded, unbroken, and up to the upper edge: for strata within a small shape.
  var isCalm = false

  /// Bands with their laminae and textures, in the order in which they cover each other.
  var items: [DisplayItem] {
    let strata = strata.prefix(Self.limit)
    guard !strata.isEmpty else { return [] }
    var generator = SplitMix64(seed: seed)
    var fold = RockFold(rect: rect, using: &generator)
    if isCalm {
      fold.faults = []
      fold.dip *= 0.5
    }
    // The light above the strata, into which the uppermost thins out.
    let light = rect.height < 12 || isCalm ? 0 : rect.height * 0.12
    // Nothing may be cut off by the upper edge: the sky is as low as the fold swings high.
    var sky = RockSurface(level: 0, bendShare: 1, waves: [])
    let swing = sky.swing(across: across, in: fold)
    sky.level = isCalm ? rect.y - swing.upperBound - 2 : rect.y + 0.8 - swing.lowerBound
    let total = max(rect.maxY - sky.level - light, rect.height * 0.5)
    let heights = Self.thicknesses(of: strata.map(\.value), total: total)
    let surfaces = surfaces(heights, using: &generator)
    // Faces and laminae take their part of the budget first.
    let unit = TextureField.unit(
      for: zip(strata, heights).map { ($0.texture, Size(width: rect.width, height: $1)) },
      budget: TextureField.budget * max(0.4, 1.02 - 0.04 * Double(strata.count)))
    // From the top down, each band down to the bottom: the one below covers it without a seam.
    var items: [DisplayItem] = []
    if light > 0, let top = surfaces.last, let color = strata.last?.color {
      items += laminae(of: color, from: top, to: sky, fold, &generator)
    }
    for index in strata.indices.reversed() {
      let (lower, upper) = (surfaces[index], surfaces[index + 1])
      items += [fill(surfaces[0], upper, strata[index].color, fold)]
      // The texture begins where the last lamina of the band below ends.
      var floor = lower
      var seams: [DisplayItem] = []
      if index > 0 {
        let depth = min(heights[index] * 0.28, heights[index - 1] * 0.5, rect.height * 0.08)
        floor = lower.face(at: depth / max(heights[index], 0.01), towards: upper)
        seams = laminae(of: strata[index - 1].color, from: lower, to: floor, fold, &generator)
      }
      if strata[index].texture == .plain, heights[index] > 12 {
        items += joints(in: strata[index].color, from: floor, to: upper, fold)
      }
      items += texture(of: strata[index], unit: unit, from: floor, to: upper, fold, &generator)
      items += seams
    }
    return items
  }

  /// Splits a height by the roots of values; each keeps a minimum that the eye can find.
  static func thicknesses(of values: [Double], total: Double) -> [Double] {
    let largest = values.filter(\.isFinite).reduce(0, max)
    let roots = values.map { value in
      value.isFinite && value > 0 ? (value / largest).squareRoot() : value == .infinity ? 1 : 0
    }
    let floor = min(0.085, 0.6 / Double(values.count)) * total
    var isSmall = [Bool](repeating: false, count: values.count)
    // Bands below the minimum take it; the others share what is left, which may make more small.
    while true {
      let small = isSmall.count { $0 }
      let room = total - Double(small) * floor
      let sum = zip(roots, isSmall).reduce(0) { $0 + ($1.1 ? 0 : $1.0) }
      guard sum > 0 else { return values.map { _ in total / Double(values.count) } }
      let heights = zip(roots, isSmall).map { root, small in small ? floor : room * root / sum }
      guard heights.contains(where: { $0 < floor - 1e-9 }) else { return heights }
      for (index, height) in heights.enumerated() where height < floor - 1e-9 {
        isSmall[index] = true
      }
    }
  }

  /// The faces between the bands, from the lowest band's bottom to the uppermost band's top.
  private func surfaces(
    _ heights: [Double], using generator: inout SplitMix64
  ) -> [RockSurface] {
    // The bottom lies below the edge, so that no fold lifts it into view.
    var faces = [RockSurface(level: rect.maxY + rect.height * 0.25, bendShare: 0.35, waves: [])]
    var level = rect.maxY
    for (index, height) in heights.enumerated() {
      level -= height
      let next = index + 1 < heights.count ? heights[index + 1] : height
      let share = (rect.maxY - level) / rect.height
      faces.append(
        RockSurface(
          level: level, bendShare: 0.35 + 0.65 * share,
          waves: [
            RockFold.Wave(
              amplitude: min(height, next) * 0.09, length: span * generator.number(in: 0.4...0.9),
              phase: generator.number(in: 0...(2 * .pi)))
          ]))
    }
    return faces
  }

  private var across: ClosedRange<Double> { (rect.x - 1)...(rect.maxX + 1) }
  /// What waves are measured by: a narrow strip shows a part of one.
  private var span: Double { max(rect.width, 0.7 * rect.height) }
  private var step: Double { span / 9 }

  /// A band's ground between two faces.
  private func fill(
    _ lower: RockSurface, _ upper: RockSurface, _ color: PaletteColor, _ fold: RockFold
  ) -> DisplayItem {
    DisplayItem(
      .shape(
        Shape(path: upper.area(above: lower, across: across, step: step, in: fold), fill: color)))
  }

  /// Thin layers of one colour that become fewer on the way from a face to another.
  private func laminae(
    of color: PaletteColor, from lower: RockSurface, to upper: RockSurface, _ fold: RockFold,
    _ generator: inout SplitMix64
  ) -> [DisplayItem] {
    let depth = lower.level - upper.level
    let count = min(max(Int((depth / 4).squareRoot() * 2.2), 2), 14)
    guard depth > 3 else { return [] }
    var path = Path()
    let period = 1 / Double(count)
    for index in 0..<count {
      // From almost full to a hairline; each lies at the far end of its period, behind its gap.
      let share = 1 - (Double(index) + 0.5) * period
      let thickness = max(share.squareRoot() * share * 0.86 * depth * period, 0.45)
      let swelling = RockFold.Wave(
        amplitude: thickness * 0.25, length: span * generator.number(in: 0.25...0.5),
        phase: generator.number(in: 0...(2 * .pi)))
      let begin = (Double(index) + 1) * period - thickness / depth
      let bottom = lower.face(at: begin, towards: upper)
      var top = bottom
      top.level -= thickness
      if thickness > 0.8 { top.waves.append(swelling) }
      path.elements += top.area(above: bottom, across: across, step: step, in: fold).elements
    }
    return [DisplayItem(.shape(Shape(path: path, fill: color)))]
  }

  /// Hairlines that part a plain band into beds, closer towards its top.
  private func joints(
    in color: PaletteColor, from lower: RockSurface, to upper: RockSurface, _ fold: RockFold
  ) -> [DisplayItem] {
    let bed = max(lower.level, rect.y) - upper.level
    let count = min(Int((min(bed, rect.height) / 4).squareRoot()), 8)
    var path = Path()
    for index in 0..<max(count, 0) {
      let way = (Double(index) + 0.7) / (Double(count) + 0.4)
      let face = upper.face(at: way * way * 0.6, towards: lower)
      path.elements += face.line(across: across, step: step, in: fold).elements
    }
    let light = PaletteColor(color.entry, tint: color.tint >= 0.5 ? color.tint * 0.72 : 1)
    let stroke = Stroke(color: light, width: 0.5)
    return path.elements.isEmpty ? [] : [DisplayItem(.shape(Shape(path: path, stroke: stroke)))]
  }

  /// A band's texture between two faces, bent as they are and clipped to them.
  private func texture(
    of stratum: Ornament.Stratum, unit: Double, from lower: RockSurface, to upper: RockSurface,
    _ fold: RockFold, _ generator: inout SplitMix64
  ) -> [DisplayItem] {
    let bottom = min(lower.level, rect.maxY + rect.height * 0.05)
    let flat = Rect(x: rect.x, y: upper.level, width: rect.width, height: bottom - upper.level)
    guard flat.height > 5 else { return [] }
    // Of the lowest band only what lies above the edge is worth a texture.
    let floor =
      lower.level > bottom
      ? lower.face(at: (lower.level - bottom) / (lower.level - upper.level), towards: upper) : lower
    func face(at y: Double) -> RockSurface {
      floor.face(at: (bottom - y) / flat.height, towards: upper)
    }
    func block(_ point: Point) -> Int {
      let y = face(at: point.y).y(at: point.x, block: 0, in: fold)
      return fold.block(at: Point(x: point.x, y: y))
    }
    var field = TextureField(
      rect: flat, unit: min(unit, max(unit * 0.7, flat.height / 3)),
      tones: TextureTones(stratum.color, on: stratum.color))
    field.block = block
    field.warp = { point, anchor in
      let y = face(at: point.y).y(at: point.x, block: block(anchor), in: fold)
      return Point(x: point.x, y: y)
    }
    let items = field.items(of: stratum.texture, using: &generator)
    guard !items.isEmpty else { return [] }
    let band = upper.area(above: lower, across: across, step: step, in: fold)
    return [DisplayItem(.clipped(band, items))]
  }
}

import Design
import Geometry
import TextShaping

/// A publication as text, line by line, for tests: every item with its place to 0.01 pt.
///
/// The same drawing always gives the same text, on any machine and in any locale.
package struct DisplayListDump: CustomStringConvertible {
  private var lines: [String] = []

  /// Writes down a whole publication.
  package init(_ publication: PublicationDrawing) {
    let information = publication.information
    lines.append(
      "publication “\(information.title)” \(information.language) \(information.creationDate)")
    for (index, page) in publication.pages.enumerated() { add(page, index: index) }
    if !publication.outline.isEmpty { lines.append("outline") }
    for entry in publication.outline {
      lines.append(
        "  \(entry.level) “\(entry.title)” page \(entry.page) y \(Self.number(entry.y))")
    }
    if !publication.structure.elements.isEmpty { lines.append("structure") }
    add(publication.structure)
  }

  /// Writes down one page.
  package init(_ page: PageDrawing, index: Int = 0) { add(page, index: index) }

  /// The lines, each ended.
  package var description: String { lines.joined(separator: "\n") + "\n" }

  private mutating func add(_ page: PageDrawing, index: Int) {
    let size = "\(Self.number(page.size.width))×\(Self.number(page.size.height))"
    lines.append("page \(index) “\(page.label)” \(size) bleed \(Self.number(page.bleed))")
    for item in page.items { add(item, indent: "  ") }
    for link in page.links {
      let target =
        switch link.target {
        case .address(let address): "→ \(address)"
        case .destination(let name): "→ #\(name)"
        }
      let element = link.element.map { " \($0)" } ?? ""
      lines.append("  link “\(link.title)” \(target) \(Self.rect(link.rect))\(element)")
    }
    for destination in page.destinations {
      lines.append("  destination #\(destination.name) \(Self.point(destination.point))")
    }
  }

  private mutating func add(_ item: DisplayItem, indent: String) {
    let mark =
      switch item.mark {
      case .artifact: "artifact"
      case .element(let index): "\(index)"
      }
    switch item.content {
    case .glyphs(let run):
      let end = run.glyphs.last.map { " …\(Self.number($0.x))" } ?? ""
      let hyphen = run.endsWithSoftHyphen ? " soft-hyphen" : ""
      let scale = run.scale == 1 ? "" : " scale \(Self.number(run.scale * 100)) %"
      lines.append(
        "\(indent)glyphs \(run.face.postScriptName) \(Self.number(run.size)) "
          + "\(Self.color(run.color)) \(Self.point(run.origin))\(end) \(run.language) \(mark) "
          + "“\(run.text)”\(hyphen)\(scale)")
    case .shape(let shape):
      var line = "\(indent)shape \(Self.path(shape.path))"
      if let fill = shape.fill { line += " fill \(Self.color(fill))" }
      if shape.opacity < 1 { line += " opacity \(Self.number(shape.opacity * 100)) %" }
      if shape.evenOdd { line += " even-odd" }
      if let stroke = shape.stroke {
        line += " stroke \(Self.number(stroke.width)) \(Self.color(stroke.color))"
        if stroke.roundCaps { line += " round" }
        if !stroke.dashes.isEmpty {
          line += " dashes \(stroke.dashes.map { Self.number($0) }.joined(separator: ","))"
        }
      }
      lines.append("\(line) \(mark)")
    case .image(let image):
      var line = "\(indent)image \(image.file) \(Self.rect(image.frame))"
      if image.crop != Rect(x: 0, y: 0, width: 1, height: 1) {
        line += " crop \(Self.rect(image.crop))"
      }
      if let color = image.color { line += " \(Self.color(color))" }
      lines.append("\(line) \(mark)")
    case .clipped(let path, let items):
      lines.append("\(indent)clip \(Self.path(path)) \(mark)")
      for item in items { add(item, indent: indent + "  ") }
    }
  }

  private mutating func add(_ structure: StructureTree) {
    var depths: [Int] = []
    for (index, element) in structure.elements.enumerated() {
      // Elements stand after their parents, so that a parent's depth is known.
      let depth = element.parent.map { $0 < depths.count ? depths[$0] + 1 : 0 } ?? 0
      depths.append(depth)
      var line = "\(String(repeating: "  ", count: depth + 1))\(index) \(element.type)"
      if let language = element.language { line += " \(language)" }
      if let text = element.alternativeText { line += " “\(text)”" }
      if let cell = element.table {
        if let scope = cell.scope { line += " scope \(scope.rawValue)" }
        if cell.columns > 1 || cell.rows > 1 { line += " span \(cell.columns)×\(cell.rows)" }
        if !cell.headers.isEmpty {
          line += " headers \(cell.headers.map(String.init).joined(separator: " "))"
        }
      }
      lines.append(line)
    }
  }

  // MARK: Values

  private static func color(_ color: PaletteColor) -> String {
    color.tint == 1 ? color.entry : "\(color.entry) \(number(color.tint * 100)) %"
  }

  private static func point(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

  private static func rect(_ rect: Rect) -> String {
    "\(number(rect.x)),\(number(rect.y)) \(number(rect.width))×\(number(rect.height))"
  }

  /// Bounds, number of elements, and a sum over the points, so that any change of shape shows.
  private static func path(_ path: Path) -> String {
    var sum: UInt32 = 2_166_136_261  // FNV-1a, 32 bits
    func add(_ text: String) {
      for byte in text.utf8 { sum = (sum ^ UInt32(byte)) &* 16_777_619 }
    }
    for element in path.elements {
      switch element {
      case .move(let p): add("m\(point(p))")
      case .line(let p): add("l\(point(p))")
      case .curve(let a, let b, let c): add("c\(point(a)) \(point(b)) \(point(c))")
      case .close: add("z")
      }
    }
    let bounds = path.bounds.map { rect($0) } ?? "empty"
    let hex = String(sum, radix: 16)
    return "\(bounds) \(path.elements.count)#"
      + String(repeating: "0", count: 8 - hex.count) + hex
  }

  /// A number to two decimals, without trailing zeros, and never “-0”.
  private static func number(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    if part % 10 == 0 { return "\(sign)\(whole).\(part / 10)" }
    return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}

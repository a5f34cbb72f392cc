import Design
import DisplayList
import Geometry

/// What a printer cuts, registers and measures by, around the trimmed page.
struct PrinterMarks {
  /// The colours of the marks, which no theme has.
  static let palette: [PaletteEntry] = {
    func process(_ name: String, _ rgb: (Double, Double, Double), _ inks: [Double]) -> PaletteEntry
    {
      PaletteEntry(
        name: name, rgb: RGB(red: rgb.0, green: rgb.1, blue: rgb.2),
        ink: .process(
          CMYK(cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3])))
    }
    return [
      PaletteEntry(
        name: registration, rgb: RGB(red: 0, green: 0, blue: 0), ink: .registration),
      process("mark.cyan", (0, 0.6, 0.9), [1, 0, 0, 0]),
      process("mark.magenta", (0.9, 0, 0.5), [0, 1, 0, 0]),
      process("mark.yellow", (1, 0.9, 0), [0, 0, 1, 0]),
      process("mark.black", (0, 0, 0), [0, 0, 0, 1]),
      process("mark.blue", (0.2, 0.2, 0.5), [1, 1, 0, 0]),
      process("mark.green", (0, 0.6, 0.3), [1, 0, 1, 0]),
      process("mark.red", (0.9, 0.1, 0.1), [0, 1, 1, 0]),
    ]
  }()
  private static let registration = "mark.registration"

  /// The room that marks take beyond the bleed, in points.
  static let room = 8 * millimetre
  private static let millimetre = 72 / 25.4
  /// The width of lines in points.
  private static let line = 0.25

  /// The trimmed page.
  let trim: Rect
  /// How far art runs over the trim, in points.
  let bleed: Double

  /// The marks that a printer wants.
  func items(_ marks: Set<PrinterProfile.Mark>) -> [DisplayItem] {
    var items: [DisplayItem] = []
    if marks.contains(.crop) { items += cropMarks }
    if marks.contains(.registration) { items += registrationMarks }
    if marks.contains(.color) { items += colorBar }
    return items
  }

  /// Two lines at each corner, which end where the bleed does.
  private var cropMarks: [DisplayItem] {
    let (near, far) = (bleed, bleed + 5 * Self.millimetre)
    var path = Path()
    for (x, outward) in [(trim.x, -1.0), (trim.maxX, 1.0)] {
      for y in [trim.y, trim.maxY] {
        path.elements += [
          .move(Point(x: x + outward * near, y: y)), .line(Point(x: x + outward * far, y: y)),
        ]
      }
    }
    for (y, outward) in [(trim.y, -1.0), (trim.maxY, 1.0)] {
      for x in [trim.x, trim.maxX] {
        path.elements += [
          .move(Point(x: x, y: y + outward * near)), .line(Point(x: x, y: y + outward * far)),
        ]
      }
    }
    return [stroke(path)]
  }

  /// A cross in a circle in the middle of each side.
  private var registrationMarks: [DisplayItem] {
    let offset = bleed + 4 * Self.millimetre
    let (middleX, middleY) = ((trim.x + trim.maxX) / 2, (trim.y + trim.maxY) / 2)
    let centres = [
      Point(x: middleX, y: trim.y - offset), Point(x: middleX, y: trim.maxY + offset),
      Point(x: trim.x - offset, y: middleY), Point(x: trim.maxX + offset, y: middleY),
    ]
    let (radius, arm) = (1.5 * Self.millimetre, 2.5 * Self.millimetre)
    var path = Path()
    for centre in centres {
      path.elements += Path(circleAt: centre, radius: radius).elements
      path.elements += [
        .move(Point(x: centre.x - arm, y: centre.y)), .line(Point(x: centre.x + arm, y: centre.y)),
        .move(Point(x: centre.x, y: centre.y - arm)), .line(Point(x: centre.x, y: centre.y + arm)),
      ]
    }
    return [stroke(path)]
  }

  /// Squares of the process inks, full and at half, and of two inks each, below the page on the left.
  private var colorBar: [DisplayItem] {
    let side = 4 * Self.millimetre
    let solid = ["cyan", "magenta", "yellow", "black", "blue", "green", "red"].map {
      PaletteColor("mark.\($0)")
    }
    let half = ["cyan", "magenta", "yellow", "black"].map { PaletteColor("mark.\($0)", tint: 0.5) }
    let start = Point(
      x: trim.x + 8 * Self.millimetre, y: trim.maxY + bleed + 2 * Self.millimetre)
    // As many as fit left of the mark in the middle.
    let room = Int((trim.width / 2 - 14 * Self.millimetre) / side)
    return (solid + half).prefix(max(0, room)).enumerated().map { index, color in
      let patch = Rect(x: start.x + Double(index) * side, y: start.y, width: side, height: side)
      return DisplayItem(.shape(Shape(path: Path(rect: patch), fill: color)))
    }
  }

  private func stroke(_ path: Path) -> DisplayItem {
    let color = PaletteColor(Self.registration)
    return DisplayItem(
      .shape(Shape(path: path, stroke: Stroke(color: color, width: Self.line))))
  }
}

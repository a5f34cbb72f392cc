import Design
import Diagnostics
import DisplayList
import Geometry
import TextShaping

/// Measures on finished pages whether text stands out from what lies below it (WCAG 2.1, 1.4.3).
///
/// On a picture too little contrast is an error, because nobody sees from the layout which picture
/// will lie below; on a plain ground it is a warning unless it is far too little, because both
/// colours are the designer's.
struct ContrastCheck {
  /// What WCAG asks of text, and of large text: 18 points, or 14 in bold.
  static let textRatio = 4.5
  static let largeTextRatio = 3.0
  /// On plain grounds anything below this is an error.
  private static let plainError = 2.5
  /// The share of a text's box that may be worse: single bright spots do not hinder reading.
  private static let tolerated = 0.05

  /// What is wrong with one text; lines of a block count together.
  private struct Finding {
    var ratio: Double
    var required: Double
    var isPicture: Bool
    var text: String
    var page: String
    var color: PaletteColor
  }

  /// What findings are counted under: a block, or for what stands on many pages its look.
  private enum Subject: Hashable {
    case element(Int)
    case artifact(PaletteColor, size: Double, isPicture: Bool)
  }

  private let palette: Palette
  private let images: any ImageSource
  /// The structure elements' places in the layout.
  private let locations: [Int: SourceLocation]
  private var findings: [Subject: Finding] = [:]
  private var order: [Subject] = []

  init(palette: Palette, images: any ImageSource, locations: [Int: SourceLocation]) {
    self.palette = palette
    self.images = images
    self.locations = locations
  }

  /// What is wrong on some pages, each text once, in their order.
  static func problems(
    on pages: [PageDrawing], palette: Palette, images: any ImageSource,
    locations: [Int: SourceLocation]
  ) -> [Diagnostic] {
    var check = ContrastCheck(palette: palette, images: images, locations: locations)
    for page in pages { check.add(page) }
    return check.order.compactMap { subject in
      check.findings[subject].map { check.diagnostic($0, of: subject) }
    }
  }

  private mutating func add(_ page: PageDrawing) {
    var ground = PageGround(palette: palette, images: images)
    add(page.items, clips: [], to: &ground, label: page.label)
  }

  private mutating func add(
    _ items: [DisplayItem], clips: [Path], to ground: inout PageGround, label: String
  ) {
    for item in items {
      switch item.content {
      case .shape(let shape): ground.add(shape, clips: clips)
      case .image(let image): ground.add(image, clips: clips)
      case .clipped(let path, let inner):
        add(inner, clips: clips + [path], to: &ground, label: label)
      case .glyphs(let run): check(run, item.mark, on: ground, label: label)
      }
    }
  }

  private mutating func check(
    _ run: GlyphRun, _ mark: ContentMark, on ground: PageGround, label: String
  ) {
    guard let last = run.glyphs.last, run.text.contains(where: { !$0.isWhitespace }),
      let color = palette.rgb(of: run.color)
    else { return }
    let height = run.face.metrics.capHeight * run.size
    let box = Rect(
      x: run.origin.x, y: run.origin.y - height, width: last.x + run.size / 2, height: height)
    // Text without a place is reported as such.
    guard [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite) else { return }
    let samples = ground.samples(in: box)
    let ratios = samples.map { $0.color.contrast(to: color) }.sorted()
    let ratio = ratios[Int(Double(ratios.count) * Self.tolerated)]
    let isLarge = run.size >= 18 || (run.size >= 14 && run.face.descriptor.weight >= 700)
    let required = isLarge ? Self.largeTextRatio : Self.textRatio
    guard ratio < required - 0.005 else { return }
    let finding = Finding(
      ratio: ratio, required: required, isPicture: samples.contains(where: \.isPicture),
      text: run.text, page: label, color: run.color)
    let subject: Subject =
      switch mark {
      case .element(let index): .element(index)
      case .artifact:
        .artifact(run.color, size: run.size, isPicture: finding.isPicture)
      }
    if let known = findings[subject] {
      if ratio < known.ratio { findings[subject] = finding }
    } else {
      findings[subject] = finding
      order.append(subject)
    }
  }

  private func diagnostic(_ finding: Finding, of subject: Subject) -> Diagnostic {
    var location: SourceLocation?
    if case .element(let index) = subject { location = locations[index] }
    let beginning = finding.text.prefix(40) + (finding.text.count > 40 ? "…" : "")
    let ground = finding.isPicture ? "the picture below it" : "its ground"
    let isError = finding.isPicture || finding.ratio < Self.plainError
    let hint =
      finding.isPicture
      ? "lay a darker or lighter “scrim” between them, choose another colour, or move the text to "
        + "a calmer part of the picture"
      : "choose a darker or lighter colour than “\(finding.color.entry)” for the text, or another "
        + "ground"
    return Diagnostic(
      "text.contrast", severity: isError ? .error : .warning,
      "“\(beginning)” on page \(finding.page) has a contrast of \(Self.number(finding.ratio)):1 to "
        + "\(ground), and needs \(Self.number(finding.required)):1",
      at: location, hints: [hint])
  }

  /// A ratio to one decimal, rounded down: a text that fails must not look as if it passed.
  private static func number(_ ratio: Double) -> String {
    let tenths = Int(ratio * 10)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

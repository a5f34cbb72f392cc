import Design
import Diagnostics
import DisplayList
import Geometry
import TextShaping

/// Measures on finished pages whether text stands out from what lies below it (WCAG 2.1, 1.4.3).
///
/// It is measured letter by letter, for one that vanishes spoils its word. Too little is a warning,
/// so that the page can be looked at, and an error where it is far too little.
struct ContrastCheck {
  /// What WCAG asks of text, and of large text: 18 points, or 14 in bold.
  static let textRatio = 4.5
  static let largeTextRatio = 3.0
  /// Anything below this is an error: on plain grounds, where each letter has it, and on pictures.
  private static let plainError = 2.5
  private static let pictureError = 2.0
  /// The share of a letter's box that may be worse: spots that are smaller than it do not hide it.
  private static let tolerated = 1.0 / 3

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
    case artifact(ArtifactLook, isPicture: Bool)
  }

  private let palette: Palette
  private let images: any ImageSource
  /// The structure elements' places in the layout.
  private let locations: [Int: SourceLocation]
  /// The places of text that is none of them.
  private let artifacts: [ArtifactLook: SourceLocation]
  private var findings: [Subject: Finding] = [:]
  private var order: [Subject] = []

  private init(
    palette: Palette, images: any ImageSource, locations: [Int: SourceLocation],
    artifacts: [ArtifactLook: SourceLocation]
  ) {
    self.palette = palette
    self.images = images
    self.locations = locations
    self.artifacts = artifacts
  }

  /// What is wrong on some pages, each text once, in their order.
  static func problems(
    on pages: [PageDrawing], palette: Palette, images: any ImageSource,
    locations: [Int: SourceLocation], artifacts: [ArtifactLook: SourceLocation] = [:]
  ) -> [Diagnostic] {
    var check = ContrastCheck(
      palette: palette, images: images, locations: locations, artifacts: artifacts)
    for page in pages { check.add(page) }
    return check.order.compactMap { subject in
      check.findings[subject].map { check.diagnostic($0, of: subject) }
    }
  }

  private mutating func add(_ page: PageDrawing) {
    var ground = PageGround(height: page.size.height, palette: palette, images: images)
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
    guard let color = palette.rgb(of: run.color),
      let (ratio, isPicture) = worst(run, color, on: ground)
    else { return }
    let isLarge = run.size >= 18 || (run.size >= 14 && run.face.descriptor.weight >= 700)
    let required = isLarge ? Self.largeTextRatio : Self.textRatio
    guard ratio < required - 0.005 else { return }
    let finding = Finding(
      ratio: ratio, required: required, isPicture: isPicture, text: run.text, page: label,
      color: run.color)
    let subject: Subject =
      switch mark {
      case .element(let index): .element(index)
      case .artifact:
        .artifact(ArtifactLook(color: run.color, size: run.size), isPicture: isPicture)
      }
    if let known = findings[subject] {
      if ratio < known.ratio { findings[subject] = finding }
    } else {
      findings[subject] = finding
      order.append(subject)
    }
  }

  /// The contrast of the letter that stands out least, and whether a picture lies below it; nil where
  /// there is none to see.
  private func worst(
    _ run: GlyphRun, _ color: RGB, on ground: PageGround
  ) -> (ratio: Double, isPicture: Bool)? {
    var worst: (ratio: Double, isPicture: Bool)?
    let boxes = run.letterBoxes
    guard let first = boxes.first, let last = boxes.last else { return nil }
    let line = Rect(
      x: first.x, y: first.y, width: max(0, last.maxX - first.x), height: first.height)
    let near = ground.layers(touching: line)
    for box in boxes {
      let samples = ground.samples(in: box, among: near)
      let ratios = samples.map { $0.color.contrast(to: color) }.sorted()
      let ratio = ratios[Int(Double(ratios.count) * Self.tolerated)]
      guard ratio < worst?.ratio ?? .infinity else { continue }
      worst = (ratio, samples.contains(where: \.isPicture))
    }
    return worst
  }

  private func diagnostic(_ finding: Finding, of subject: Subject) -> Diagnostic {
    let location =
      switch subject {
      case .element(let index): locations[index]
      case .artifact(let look, _): artifacts[look]
      }
    let beginning = finding.text.prefix(40) + (finding.text.count > 40 ? "…" : "")
    let ground = finding.isPicture ? "the picture below it" : "its ground"
    let isError = finding.ratio < (finding.isPicture ? Self.pictureError : Self.plainError)
    let hint =
      finding.isPicture
      ? "lay a darker or lighter “scrim” between them, choose another colour, or move the text to "
        + "a calmer part of the picture"
      : "choose a darker or lighter colour than “\(finding.color.entry)” for the text, or another "
        + "ground"
    var problem = Diagnostic(
      "text.contrast", severity: isError ? .error : .warning,
      "“\(beginning)” has a contrast of \(Self.number(finding.ratio)):1 to "
        + "\(ground), and needs \(Self.number(finding.required)):1",
      at: location, hints: [hint])
    problem.page = Int(finding.page)
    if case .element(let index) = subject { problem.element = index }
    return problem
  }

  /// A ratio to one decimal, rounded down: a text that fails must not look as if it passed.
  private static func number(_ ratio: Double) -> String {
    let tenths = Int(ratio * 10)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}

extension GlyphRun {
  /// What each glyph covers but spaces: up to the next one, and as high as a capital.
  fileprivate var letterBoxes: [Rect] {
    let height = face.metrics.capHeight * size
    var spaces = Set<Int>()
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace { spaces.insert(offset) }
      offset += UTF8.width(scalar)
    }
    return glyphs.indices.compactMap { index in
      let glyph = glyphs[index]
      guard !spaces.contains(glyph.cluster) else { return nil }
      let next = index + 1 < glyphs.count ? glyphs[index + 1].x : glyph.x + size / 2
      let box = Rect(
        x: origin.x + glyph.x, y: origin.y - height, width: min(next - glyph.x, size),
        height: height)
      // Marks stand over their letters; text without a place is reported as such.
      guard box.width > 0, [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite) else {
        return nil
      }
      return box
    }
  }
}

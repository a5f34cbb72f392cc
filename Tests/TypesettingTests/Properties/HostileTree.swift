import Design
import DocumentTree
import Geometry
import Languages
import SampleNumbers

@testable import Typesetting

/// Makes trees of all kinds of block with values of any kind.
struct HostileTree: RandomNumberGenerator {
  private var numbers: SeededNumbers
  var budget = 60

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed &* 0xD1B5_4A32_D192_ED03 | 1) }

  mutating func next() -> UInt64 { numbers.next() }

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &self) == 0 }

  mutating func pick<Value>(_ values: [Value], or other: Value) -> Value {
    values.randomElement(using: &self) ?? other
  }

  /// A measure: mostly with sense, now and then without any.
  mutating func measure(_ usual: ClosedRange<Double> = 0...40) -> Double {
    guard chance(6) else { return Double.random(in: usual, using: &self) }
    return pick(
      [
        0, -1, -1e6, 1e6, 1e18, -1e300, .infinity, -.infinity, .nan, .leastNonzeroMagnitude,
        .greatestFiniteMagnitude, 0.000_1,
      ], or: 0)
  }

  mutating func count(_ usual: ClosedRange<Int> = 0...4) -> Int {
    chance(12) ? pick([-1, 0, 1_000, .max, .min], or: 0) : Int.random(in: usual, using: &self)
  }

  // MARK: Publications

  mutating func tree() -> PublicationTree {
    var tree = Sample.tree()
    tree.page = page()
    tree.masters["plain"] = PageMaster(
      name: "plain", frames: chance(4) ? [frame()] : [],
      textArea: chance(6) ? area() : nil)
    tree.sections = (0..<Int.random(in: 1...3, using: &self)).map { _ in section() }
    if chance(10) { tree.languages = [] }
    if chance(4) { tree.languages = [Fixed.english, Fixed.german] }
    if chance(2) { tree.footnotes = footnotes() }
    if chance(10) { tree.pageMultiple = count() }
    if chance(10) { tree.maximumPages = count() }
    return tree
  }

  mutating func footnotes() -> FootnoteSettings {
    var settings = FootnoteSettings(style: style())
    settings.numbering = pick(FootnoteSettings.Numbering.allCases, or: .page)
    settings.ruleColor = color()
    (settings.ruleLength, settings.ruleWeight) = (measure(), measure(0...2))
    settings.space = measure()
    return settings
  }

  mutating func page() -> PageGeometry {
    let size = chance(3) ? Size(width: measure(), height: measure()) : Size(width: 200, height: 200)
    var page = PageGeometry(
      size: size, bleed: measure(0...9), margins: Edges(all: measure(0...20)),
      columns: max(1, min(count(1...12), 100)), gutter: measure(0...9), baseline: measure(8...16))
    page.facing = chance(2)
    return page
  }

  mutating func section() -> PageSection {
    let kind: PageSection.Kind =
      chance(2)
      ? .flow(nodes(depth: 3))
      : .fixed((0..<Int.random(in: 0...2, using: &self)).map { _ in frame() })
    var section = PageSection(
      kind: kind, master: chance(12) ? "none" : "plain", location: Sample.place)
    if chance(8) { section.pageCount = Int.random(in: -1...12, using: &self) }
    section.startsOn = pick(PageSide.allCases, or: .both)
    return section
  }

  mutating func frame() -> Frame {
    var frame = Frame(
      area: area(), alignment: pick(VerticalAlignment.allCases, or: .top), content: nodes(depth: 2),
      location: Sample.place, side: pick(PageSide.allCases, or: .both))
    if chance(2) { frame.copyfit = copyfit() }
    return frame
  }

  mutating func copyfit() -> Copyfit {
    func range(_ a: Double, _ b: Double) -> ClosedRange<Double> { min(a, b)...max(a, b) }
    var copyfit = Copyfit()
    if !chance(3) { copyfit.size = range(Double.random(in: 1...10, using: &self), 12) }
    if chance(3) { copyfit.leading = range(Double.random(in: 1...12, using: &self), 14) }
    if chance(2) { copyfit.tracking = range(-Double.random(in: 0...20, using: &self), 20) }
    copyfit.fills = chance(2)
    copyfit.group = chance(3) ? "group" : nil
    return copyfit
  }

  mutating func area() -> FrameArea {
    let (first, second) = (count(1...12), count(1...12))
    let horizontal = pick(
      [
        FrameArea.Horizontal.columns(clipped(first), clipped(second)), .page, .bleed,
        .bleedToColumn(clipped(first)), .columnToBleed(clipped(second)), .outerEdge(measure()),
      ], or: .page)
    return FrameArea(
      horizontal: horizontal, top: chance(2) ? measure() : nil, bottom: chance(2) ? measure() : nil,
      height: chance(2) ? measure(0...200) : nil)
  }

  func clipped(_ column: Int) -> Int { min(max(column, -100), 1_000) }
}

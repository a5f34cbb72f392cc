import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

/// Initials: a capital is 0.7 em high and a character half an em wide, so that over three lines of
/// 12 points the initial is 31 points high, 310/7 points in size and 155/7 points wide.
@Suite("Drop caps")
struct InitialTests {
  private let narrowing = 155.0 / 7 + 2.5

  private func style(_ lines: Int = 3, characters: Int = 1) -> TextStyle {
    var style = Fixed.style()
    style.dropCap = DropCap(lines: lines, characters: characters)
    return style
  }

  private func runs(
    _ node: BlockNode, height: Double = 200, width: Double = 90
  ) throws -> [GlyphRun] {
    let set = try Sample.fit(Sample.stack([node]), width: width, height: height)
    return try #require(set).content.items.flatMap(\.runs)
  }

  private let text = "Dortmund is a city in the Ruhr area and has many inhabitants today"

  @Test("it spans from the capitals of the first line to the baseline of the last")
  func size() throws {
    let runs = try runs(Sample.paragraph(text, style: style()))
    #expect(runs[0].text == "D")
    #expect(abs(runs[0].size - 310 / 7) < 1e-9)
    #expect(abs(runs[0].origin.y - (9 + 24)) < 1e-9)
    #expect(abs(runs[0].origin.y - 0.7 * runs[0].size - (9 - 7)) < 1e-9)
    #expect(runs[0].origin.x == 0)
  }

  @Test("the lines beside it are shorter, those below it are not")
  func narrowed() throws {
    let runs = try runs(Sample.paragraph(text, style: style())).dropFirst()
    let starts = runs.map(\.origin.x)
    #expect(starts.prefix(3).allSatisfy { abs($0 - narrowing) < 1e-9 })
    #expect(starts.dropFirst(3).allSatisfy { $0 == 0 })
    for run in runs { #expect(run.origin.x + Double(run.text.count) * 5 <= 90.01, "\(run.text)") }
    #expect(("D" + runs.map(\.text).joined(separator: " ")) == text)
  }

  @Test("justified lines end at the right edge, beside it and below")
  func justified() throws {
    var style = style()
    style.alignment = .justify
    let runs = try runs(Sample.paragraph(text, style: style)).dropFirst().dropLast()
    for run in runs {
      let last = try #require(run.glyphs.last)
      #expect(abs(run.origin.x + last.x + 5 - 90) < 0.01, "\(run.text)")
    }
  }

  @Test("the whole word belongs to one element, the initial first")
  func readingOrder() throws {
    let set = try #require(
      try Sample.fit(Sample.stack([Sample.paragraph(text, style: style())]), height: 200))
    #expect(Set(set.content.items.map(\.mark)).count == 1)
    #expect(set.content.texts.prefix(2).joined().hasPrefix("Dortmund"))
  }

  @Test("signs before the letter hang little larger than the text, low ones at the initial's foot")
  func signs() throws {
    let low = try runs(Sample.paragraph("„Der Weg ist weit“", style: style()))
    #expect(low.prefix(2).map(\.text) == ["„", "D"])
    #expect(low[0].size == 14)
    #expect(low[0].origin.x == -7 - 1 && low[1].origin.x == 0)
    #expect(low[0].origin.y == low[1].origin.y)
    // The text begins as far from the initial as without the sign.
    #expect(abs(low[2].origin.x - narrowing) < 1e-9)
    let high = try runs(Sample.paragraph("(“The way is long”", style: style()))
    #expect(high.prefix(2).map(\.text) == ["(“", "T"])
    #expect(high[0].origin.x == -14 - 1)
    // Their capitals are as high above as those of the first line.
    #expect(abs(high[0].origin.y - 0.7 * 14 - (high[2].origin.y - 0.7 * 10)) < 1e-9)
  }

  @Test("a word of one letter keeps its space")
  func oneLetter() throws {
    let single = try runs(Sample.paragraph("A way that is long", style: style()))
    #expect(single[0].text == "A ")
    #expect(single[1].text.hasPrefix("way"))
    #expect(try runs(Sample.paragraph("Der Weg", style: style(characters: 3)))[0].text == "Der ")
  }

  @Test("text that begins with something else has none")
  func none() throws {
    #expect(try runs(Sample.paragraph("– a dash", style: style()))[0].size == 10)
    let link = Sample.node(
      .paragraph(
        Paragraph(inlines: [.link(.address("https://a.de"), [.text("link")])], style: style())))
    #expect(try runs(link)[0].size == 10)
  }

  @Test("a shorter paragraph keeps the height that the initial needs")
  func short() throws {
    let stack = Sample.stack([
      Sample.paragraph("Short", style: style()), Sample.paragraph("next"),
    ])
    let set = try #require(try Sample.fit(stack, height: 200))
    #expect(set.content.texts == ["S", "hort", "next"])
    let last = try #require(set.content.baselines.last)
    #expect(abs(last - (9 + 36)) < 1e-9)
  }

  @Test("no page breaks beside it")
  func unbroken() throws {
    let stack = Sample.stack([Sample.paragraph("above"), Sample.paragraph(text, style: style())])
    for height in stride(from: 24.0, to: 48, by: 6) {
      let set = try #require(try Sample.fit(stack, height: height))
      #expect(set.content.texts == ["above"])
    }
    let set = try #require(try Sample.fit(stack, height: 50))
    #expect(set.content.texts.count == 5)
  }

  @Test("on the baseline grid it spans the lines of the grid")
  func onTheGrid() throws {
    var style = style()
    style.leading = 11
    style.grid = .allLines
    let stack = Sample.stack([Sample.paragraph(text, style: style)])
    let grid = try #require(BaselineGrid(step: 12, below: 0))
    let region = Region(width: 90, remaining: 200, full: 200, isFresh: true, grid: grid)
    guard
      case .whole(let fragment) = try stack.fit(into: region, resumingAt: nil, in: Fixed.context())
    else {
      Issue.record("the text does not fit")
      return
    }
    var content = PageContent()
    content.add(fragment, at: .zero)
    #expect(content.baselines.prefix(4) == [36, 12, 24, 36])
    #expect(abs(content.items.flatMap(\.runs)[0].size - 310 / 7) < 1e-9)
  }

  private func context(_ shaper: InkShaper) -> TypesettingContext {
    TypesettingContext(
      shaper: shaper, languages: LanguageCatalogue([Fixed.rules(Fixed.english)]),
      palette: Palette(entries: [:]), hyphenation: StepHyphenation(step: 0), images: FixedImages())
  }

  @Test(
    "nothing runs into the descender of a J or Q: neither its own lines nor what follows",
    arguments: [0.05, 0.15, 0.3, 0.6])
  func descenders(depth: Double) throws {
    for lines in 2...4 {
      for words in 1...20 {
        let text = "Q" + Array(repeating: "uuuuuuuuuu", count: words).joined(separator: " ")
        let stack = Sample.stack([
          Sample.paragraph(text, style: style(lines)), Sample.paragraph("next"),
        ])
        let set = try Sample.fit(
          stack, width: 150, height: 1_000, in: context(InkShaper(bottom: -depth)))
        let runs = try #require(set).content.items.flatMap(\.runs)
        let initial = runs[0]
        #expect(initial.text == "Q" && runs.last?.text == "next")
        let foot = initial.origin.y + depth * initial.size
        let edge = initial.origin.x + 0.4 * initial.size
        for run in runs.dropFirst() where run.origin.y > initial.origin.y {
          // Capitals are 0.8 em high; a line may stand beside the descender, but never in it.
          #expect(
            run.origin.y - 0.8 * run.size >= foot - 1e-9 || run.origin.x > edge,
            "\(lines) lines, \(words) words: “\(run.text)” at \(run.origin)")
        }
        // What follows begins at the edge, below the descender, and no further down than it must.
        let (last, before) = (try #require(runs.last), runs[runs.count - 2])
        let lowest = max(before.origin.y, initial.origin.y)
        #expect(last.origin.x == 0 && last.origin.y - 0.8 * last.size >= foot - 1e-9)
        #expect(last.origin.y - lowest <= max(12, depth * initial.size + 12) + 1e-9)
      }
    }
  }

  @Test("real ink decides about edge and size")
  func ink() throws {
    let context = context(InkShaper())
    let set = try Sample.fit(
      Sample.stack([Sample.paragraph(text, style: style())]), height: 200, in: context)
    let runs = try #require(set).content.items.flatMap(\.runs)
    // Capitals are 0.8 em high: 24 + 8 points make a size of 40, of which a tenth is bare.
    #expect(abs(runs[0].size - 40) < 1e-9)
    #expect(abs(runs[0].origin.x + 4) < 1e-9)
    #expect(abs(runs[1].origin.x - (0.3 * 40 + 2.5)) < 1e-9)
  }
}

/// The fixed-advance shaper with ink from 0.1 to 0.4 em and up to 0.8 em; a Q may descend.
private final class InkShaper: Shaper {
  private let shaper = FixedAdvanceShaper()
  private let bottom: Double

  init(bottom: Double = 0) { self.bottom = bottom }

  func face(for descriptor: FontDescriptor) throws(Diagnostic) -> FontFace {
    try shaper.face(for: descriptor)
  }

  func shape(_ text: String, _ attributes: ShapingAttributes) -> ShapedRun {
    shaper.shape(text, attributes)
  }

  func inkBounds(of glyph: UInt32, in face: FontFace) -> InkBounds? {
    InkBounds(left: 0.1, right: 0.4, bottom: bottom, top: 0.8)
  }
}

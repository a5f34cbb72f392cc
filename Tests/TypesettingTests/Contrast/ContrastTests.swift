import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Testing
import TextShaping

@testable import Typesetting

/// Pictures of known colours: the left half is black, the right half white.
private final class HalvedImages: ImageSource {
  func image(_ file: String) throws(Diagnostic) -> (file: String, width: Double, height: Double) {
    ("/workspace/\(file)", 72, 36)
  }

  func colors(of file: String) -> PictureColors? {
    PictureColors(width: 2, height: 1, bytes: [0, 0, 0, 255, 255, 255])
  }
}

@Suite("Contrast of text to what lies below it")
struct ContrastTests {
  private let palette = Palette(entries: [
    "ink": PaletteEntry(name: "ink", rgb: RGB(red: 0.1, green: 0.1, blue: 0.1)),
    "grey": PaletteEntry(name: "grey", rgb: RGB(red: 0.55, green: 0.55, blue: 0.55)),
    "pale": PaletteEntry(name: "pale", rgb: RGB(red: 0.8, green: 0.8, blue: 0.8)),
    "paper": PaletteEntry(name: "paper", rgb: RGB(red: 1, green: 1, blue: 1)),
  ])

  private func text(
    _ color: String, x: Double = 10, size: Double = 10, weight: Int = 400,
    mark: ContentMark = .element(0), text: String = "abcdef"
  ) throws -> DisplayItem {
    let descriptor = FontDescriptor(family: "Text", weight: weight)
    let face = try FixedAdvanceShaper().face(for: descriptor)
    let glyphs = (0..<text.count).map {
      PositionedGlyph(identifier: 65, x: Double($0) * size / 2, y: 0, cluster: $0)
    }
    let run = GlyphRun(
      face: face, size: size, color: PaletteColor(color), origin: Point(x: x, y: 30),
      glyphs: glyphs, text: text, language: Fixed.english)
    return DisplayItem(.glyphs(run), mark: mark)
  }

  private func box(_ color: String, opacity: Double = 1) -> DisplayItem {
    var shape = Shape(
      path: Path(rect: Rect(x: 0, y: 0, width: 200, height: 100)), fill: PaletteColor(color))
    shape.opacity = opacity
    return DisplayItem(.shape(shape))
  }

  private let picture = DisplayItem(
    .image(PlacedImage(file: "/workspace/a.png", frame: Rect(x: 0, y: 0, width: 200, height: 100))))

  private func problems(_ items: [DisplayItem]) -> [Diagnostic] {
    var page = PageDrawing(size: Size(width: 200, height: 100), bleed: 0, label: "7")
    page.items = items
    return ContrastCheck.problems(
      on: [page], palette: palette, images: HalvedImages(), locations: [0: Sample.place],
      artifacts: [ArtifactLook(color: PaletteColor("grey"), size: 10): Sample.place])
  }

  @Test("dark text on paper and on a pale ground stands out")
  func enough() throws {
    #expect(problems([try text("ink")]).isEmpty)
    #expect(problems([box("pale"), try text("ink")]).isEmpty)
    #expect(problems([box("ink"), try text("paper")]).isEmpty)
  }

  @Test("a plain ground gives a warning, and an error where it is far too little")
  func plainGrounds() throws {
    let grey = problems([try text("grey")])
    #expect(grey.map(\.identifier) == ["text.contrast"])
    #expect(grey.map(\.severity) == [.warning])
    #expect(
      grey.first?.message
        == "“abcdef” has a contrast of 3.3:1 to its ground, and needs 4.5:1")
    #expect(grey.first?.page == 7)
    #expect(grey.first?.location == Sample.place)
    #expect(grey.first?.hints.count == 1)
    #expect(problems([try text("pale")]).map(\.severity) == [.error])
    // What is drawn later hides what is drawn before.
    #expect(problems([box("ink"), box("paper"), try text("ink")]).isEmpty)
  }

  @Test("large text needs less")
  func largeText() throws {
    #expect(problems([try text("grey", size: 18)]).isEmpty)
    #expect(problems([try text("grey", size: 14, weight: 700)]).isEmpty)
    #expect(problems([try text("grey", size: 14)]).count == 1)
  }

  @Test("on a picture the place decides, and far too little is an error")
  func pictures() throws {
    #expect(problems([picture, try text("paper")]).isEmpty)
    let white = problems([picture, try text("paper", x: 120)])
    #expect(white.map(\.severity) == [.error])
    #expect(white.first?.message.contains("to the picture below it") == true)
    #expect(white.first?.hints.first?.contains("scrim") == true)
    // Across the edge the worse half counts.
    #expect(problems([picture, try text("paper", x: 85)]).count == 1)
  }

  @Test("on a picture, too, what can be read with effort gets a warning")
  func picturesOfLittleContrast() throws {
    #expect(problems([picture, try text("grey", x: 120)]).map(\.severity) == [.warning])
    #expect(problems([picture, try text("pale", x: 120)]).map(\.severity) == [.error])
  }

  @Test("a single letter that vanishes is found in a line of eighty, a smaller spot is none")
  func letters() throws {
    func found(spot width: Double, at x: Double, _ words: String) throws -> Int {
      var spot = Shape(
        path: Path(rect: Rect(x: x, y: 0, width: width, height: 100)), fill: PaletteColor("ink"))
      spot.opacity = 0.99
      return problems([
        box("paper"), DisplayItem(.shape(spot)), try text("ink", size: 4, text: words),
      ]).count
    }
    let words = String(repeating: "abcdefghi ", count: 8)
    // Letters of two points from 10: the tenth of each ten is a space.
    for letter in [0, 1, 33, 78] {
      #expect(try found(spot: 2, at: 10 + Double(letter) * 2, words) == 1, "letter \(letter)")
      #expect(try found(spot: 0.5, at: 10.75 + Double(letter) * 2, words) == 0)
    }
    #expect(try found(spot: 2, at: 10 + 39 * 2, words) == 0)
  }

  @Test("text of many heights finds what lies below it")
  func bands() throws {
    for y in [-30.0, 5, 19, 20, 21, 28, 48, 95, 140] {
      var item = try text("ink")
      item = item.offset(by: Point(x: 0, y: y - 30))
      let cell = Shape(
        path: Path(rect: Rect(x: 0, y: y - 9, width: 200, height: 10)), fill: PaletteColor("ink"))
      #expect(problems([DisplayItem(.shape(cell)), item]).count == 1, "at \(y)")
      // A ground over all of the page lies below each line, but those outside of it.
      #expect(problems([box("ink"), item]).count == ((5...95).contains(y) ? 1 : 0), "at \(y)")
    }
  }

  @Test("running heads have a place, too")
  func artifacts() throws {
    let found = problems([try text("grey", mark: .artifact)])
    #expect(found.map(\.location) == [Sample.place])
  }

  @Test("a veil makes text on a bright picture readable")
  func veils() throws {
    #expect(problems([picture, box("ink", opacity: 0.3), try text("paper", x: 120)]).count == 1)
    #expect(problems([picture, box("ink", opacity: 0.8), try text("paper", x: 120)]).isEmpty)
  }

  @Test("clips and outlines hide what they leave out")
  func outlines() throws {
    let circle = Shape(
      path: Path(circleAt: Point(x: 25, y: 26), radius: 60), fill: PaletteColor("ink"))
    #expect(problems([DisplayItem(.shape(circle)), try text("paper")]).isEmpty)
    #expect(problems([DisplayItem(.shape(circle)), try text("paper", x: 120)]).count == 1)
    let away = Path(rect: Rect(x: 100, y: 0, width: 50, height: 100))
    let clipped = DisplayItem(.clipped(away, [box("ink")]))
    #expect(problems([clipped, try text("ink")]).isEmpty)
    #expect(problems([clipped, try text("ink", x: 110)]).count == 1)
  }

  @Test("lines of one block are told once, with the worst")
  func once() throws {
    let found = problems([picture, try text("grey", x: 10), try text("paper", x: 120)])
    #expect(found.count == 1)
    #expect(found.first?.message.contains("1:1") == true)
  }
}

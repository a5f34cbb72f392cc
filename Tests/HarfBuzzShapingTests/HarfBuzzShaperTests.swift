import Design
import Diagnostics
import TextShaping
import Testing

@testable import HarfBuzzShaping

/// Shaping with the typefaces of the house: Vollkorn and Inter Display.
@Suite struct HarfBuzzShaperTests {
  private let shaper: HarfBuzzShaper

  init() throws {
    let catalogue = try #require(FontCatalogue.read(folders: []).output)
    shaper = HarfBuzzShaper(catalogue: catalogue)
  }

  private func attributes(
    _ family: String, weight: Int = 400, italic: Bool = false, features: [FontFeature] = []
  ) throws -> ShapingAttributes {
    let descriptor = FontDescriptor(family: family, weight: weight, italic: italic)
    return ShapingAttributes(
      face: try shaper.face(for: descriptor), language: "de", features: features)
  }

  @Test func `umlauts and the capital sharp s have glyphs of their own`() throws {
    for family in ["Vollkorn", "Inter", "Inter Display"] {
      let run = shaper.shape("ÄÖÜäöüßẞ„“‚‘–€", try attributes(family))
      #expect(run.glyphs.allSatisfy { $0.identifier != 0 }, "\(family)")
      #expect(Set(run.glyphs.map(\.identifier)).count == 14, "\(family)")
    }
  }

  @Test func `a ligature is one glyph whose cluster is its first letter`() throws {
    let style = try attributes("Vollkorn")
    let run = shaper.shape("Öffnung", style)
    #expect(run.glyphs.map(\.cluster) == [0, 2, 4, 5, 6, 7])
    let without = try attributes("Vollkorn", features: [FontFeature("liga", 0)])
    #expect(shaper.shape("Öffnung", without).glyphs.count == 7)
  }

  @Test func `letters of two parts of a word are not joined`() throws {
    var style = try attributes("Vollkorn")
    #expect(shaper.shape("Auflage", style).glyphs.map(\.cluster) == [0, 1, 2, 4, 5, 6])
    style.unjoined = [3]
    #expect(shaper.shape("Auflage", style).glyphs.map(\.cluster) == [0, 1, 2, 3, 4, 5, 6])
    // The second part keeps its own ligature.
    style.unjoined = [5]
    #expect(shaper.shape("Stoffflasche", style).glyphs.map(\.cluster).contains(6) == false)
    // What is said of one word is not remembered for another.
    style.unjoined = []
    #expect(shaper.shape("Auflage", style).glyphs.count == 6)
  }

  @Test func `kerning draws a pair together`() throws {
    let style = try attributes("Inter Display", weight: 700)
    let pair = shaper.shape("AV", style).advance
    #expect(pair < shaper.shape("A", style).advance + shaper.shape("V", style).advance - 0.01)
  }

  @Test func `figures are kerned alike alone and among letters`() throws {
    let style = try attributes("Vollkorn")
    let unkerned = try attributes("Vollkorn", features: [FontFeature("kern", 0)])
    let alone = shaper.shape("1.7471", style).glyphs.map(\.advance)
    let amongLetters = shaper.shape("n 1.7471", style).glyphs.dropFirst(2).map(\.advance)
    #expect(alone == amongLetters)
    #expect(alone != shaper.shape("1.7471", unkerned).glyphs.map(\.advance))
  }

  @Test func `a feature of the style changes the glyphs`() throws {
    let lining = try attributes("Vollkorn", features: [FontFeature("lnum")])
    let oldStyle = try attributes("Vollkorn", features: [FontFeature("onum")])
    #expect(
      shaper.shape("2019", lining).glyphs.map(\.identifier)
        != shaper.shape("2019", oldStyle).glyphs.map(\.identifier))
  }

  @Test func `a face says which features it has`() throws {
    let vollkorn = try attributes("Vollkorn").face
    for tag in ["smcp", "c2sc", "onum", "lnum", "tnum", "pnum", "frac", "sups", "subs", "liga"] {
      #expect(shaper.supports(feature: tag, in: vollkorn), "\(tag)")
    }
    let inter = try attributes("Inter").face
    #expect(!shaper.supports(feature: "smcp", in: inter))
    #expect(!shaper.supports(feature: "onum", in: inter))
    for tag in ["tnum", "frac", "sups", "subs", "kern"] {
      #expect(shaper.supports(feature: tag, in: inter), "\(tag)")
    }
    #expect(!shaper.supports(feature: "zzzz", in: vollkorn))
  }

  @Test func `features change the glyphs of what they are for`() throws {
    let uses = [
      ("smcp", "Stadt"), ("c2sc", "EU"), ("tnum", "1910"), ("frac", "1/2"), ("sups", "2"),
      ("subs", "2"),
    ]
    for (tag, text) in uses {
      let plain = shaper.shape(text, try attributes("Vollkorn")).glyphs
      let used = shaper.shape(text, try attributes("Vollkorn", features: [FontFeature(tag)])).glyphs
      #expect(plain.map(\.identifier) != used.map(\.identifier), "\(tag)")
    }
  }

  @Test func `a character the face lacks is glyph 0, and covers says so`() throws {
    let style = try attributes("Vollkorn")
    let run = shaper.shape("a\u{8BED}b", style)
    #expect(run.glyphs.map { $0.identifier == 0 } == [false, true, false])
    #expect(run.glyphs.map(\.cluster) == [0, 1, 4])
    #expect(!shaper.covers("\u{8BED}", in: style.face))
    for invisible: Unicode.Scalar in ["\u{AD}", "\u{202F}", "\u{A0}", "\u{2009}", "\u{200B}", "ä"] {
      #expect(shaper.covers(invisible, in: style.face))
      let glyphs = shaper.shape(String(invisible), style).glyphs
      #expect(glyphs.allSatisfy { $0.identifier != 0 }, "U+\(invisible.value)")
    }
  }

  @Test func `measures are plausible and of the right face`() throws {
    let regular = try attributes("Vollkorn").face
    #expect((0.6...1.3).contains(regular.metrics.ascender))
    #expect((-0.6 ... -0.15).contains(regular.metrics.descender))
    #expect((0.55...0.75).contains(regular.metrics.capHeight))
    #expect((0.4...0.55).contains(regular.metrics.xHeight))
    let bold = try attributes("Inter Display", weight: 650, italic: true).face
    #expect(bold.postScriptName == "InterDisplay-BoldItalic")
    #expect(bold.descriptor == FontDescriptor(family: "Inter Display", weight: 700, italic: true))
  }

  @Test func `two weights that find one file share a face`() throws {
    #expect(
      try attributes("Vollkorn", weight: 400).face == attributes("Vollkorn", weight: 350).face)
    #expect(
      try attributes("Vollkorn", weight: 400).face != attributes("Vollkorn", weight: 700).face)
  }

  @Test func `remembered words keep the offsets of their own spelling`() throws {
    let style = try attributes("Vollkorn")
    let composed = shaper.shape("\u{E4}b", style)
    let decomposed = shaper.shape("a\u{308}b", style)
    #expect(composed.glyphs.map(\.cluster) == [0, 2])
    #expect(decomposed.glyphs.last?.cluster == 3)
    #expect(shaper.shape("\u{E4}b", style).text.utf8.count == 3)
  }

  @Test func `the cache stays within its bound and changes no result`() throws {
    let style = try attributes("Vollkorn")
    var cache = ShapedWordCache(capacity: 8)
    for _ in 0..<2 {
      for number in 0..<40 {
        let word = "Wort\(number)"
        let run = cache.run(for: word, style) { shaper.shape(word, style) }
        #expect(run == shaper.shape(word, style))
        #expect(cache.count <= 8)
      }
    }
  }

  @Test func `empty and huge texts are shaped`() throws {
    let style = try attributes("Vollkorn")
    #expect(shaper.shape("", style).glyphs.isEmpty)
    let run = shaper.shape(String(repeating: "Ruhr ", count: 20_000), style)
    #expect(run.glyphs.last?.cluster == 99_999)
  }

  @Test func `a face whose file is gone gives missing glyphs`() throws {
    var style = try attributes("Vollkorn")
    style.face.file = "/does/not/exist.ttf"
    style.face.number = 1_000_000
    #expect(shaper.shape("aé", style).glyphs.map(\.cluster) == [0, 1])
    #expect(shaper.shape("aé", style).glyphs.allSatisfy { $0.identifier == 0 })
  }

  @Test func `threads shape alike`() async throws {
    let catalogue = try #require(FontCatalogue.read(folders: []).output)
    let runs = try await withThrowingTaskGroup(of: [ShapedRun].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let shaper = HarfBuzzShaper(catalogue: catalogue)
          let face = try shaper.face(for: FontDescriptor(family: "Vollkorn", italic: true))
          return (0..<300).map { number in
            shaper.shape("Öffnung\(number)", ShapingAttributes(face: face, language: "de"))
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(runs.count == 4)
    #expect(Set(runs).count == 1)
  }
}

import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Publications")
struct PublicationTests {
  private func link(to anchor: String, line: Int = 3) -> BlockNode {
    Sample.node(
      .paragraph(
        Paragraph(inlines: [.link(.anchor(anchor), [.text("there")])], style: Fixed.style())),
      line: line)
  }

  private func pageOf(_ anchor: String) -> BlockNode {
    Sample.node(
      .paragraph(
        Paragraph(
          inlines: [.text("see "), .pageField(.pageOf(anchor: anchor))], style: Fixed.style())))
  }

  @Test("page references are right after a second pass")
  func references() throws {
    let set = Sample.set(
      Sample.flow([
        pageOf("end"), Sample.lines(25), Sample.heading("End", anchor: "end"), Sample.lines(1),
      ]))
    #expect(set.diagnostics.isEmpty)
    #expect(set.output?.pages[0].texts.first?.hasPrefix("see 3") == true)
  }

  @Test("contents that move what they list come to rest")
  func fixedPoint() throws {
    // Twelve entries fill more than a page, so that the first pass, without numbers, is wrong.
    let entries = (0..<12).map { index in
      Contents.Entry(
        level: 1, title: [.text("H\(index)")], anchor: "h\(index)", style: Fixed.style(),
        numberStyle: Fixed.style())
    }
    let chapters = (0..<12).flatMap { index in
      [Sample.heading("H\(index)", anchor: "h\(index)"), Sample.lines(7, "t")]
    }
    let set = Sample.set(
      Sample.flow([Sample.node(.contents(Contents(entries: entries, rowGap: 0)))] + chapters))
    #expect(set.diagnostics.isEmpty)
    let drawing = try #require(set.output)
    let printed = drawing.pages.prefix(2).flatMap(\.texts).filter { Int($0) != nil }.prefix(12)
    let actual = drawing.outline.map { String($0.page + 1) }
    #expect(Array(printed) == actual)
    #expect(actual.count == 12)
  }

  @Test("a reference that moves its own target back and forth is an error that names it")
  func unstable() throws {
    let reference = Sample.node(
      .paragraph(
        Paragraph(
          inlines: [.text("13456 8901 3456 "), .pageField(.pageOf(anchor: "x"))],
          style: Fixed.style())))
    let context = TypesettingContext(
      shaper: WideTwoShaper(), languages: LanguageCatalogue([Fixed.rules(Fixed.english)]),
      palette: Palette(entries: [:]), hyphenation: StepHyphenation(step: 0),
      images: FixedImages())
    // “2” is wide, so that the reference takes two lines and the heading goes to page 3; “3” is
    // narrow, and it comes back to page 2.
    let set = Sample.set(
      Sample.flow([
        Sample.lines(10), Sample.lines(8, "b"), reference, Sample.heading("X", anchor: "x"),
      ]), in: context)
    #expect(set.diagnostics.map(\.identifier) == ["pagination.unstable"])
    #expect(set.diagnostics.first?.message.contains("“X” swings between 2 and 3") == true)
    #expect(set.diagnostics.first?.location == Sample.place)
    #expect(set.output?.pages.count == 3)
  }

  @Test("what swings from page 9 to 10, as an editor meets it, has the text of its heading as name")
  func swingsByOrphans() throws {
    var style = Fixed.style()
    (style.orphans, style.widows) = (2, 2)
    // With “9” the paragraph has three lines, which cannot be parted, and goes to page 10; with “10”
    // it has four, and two of them stay on page 9.
    var own = Sample.node(
      .paragraph(
        Paragraph(
          inlines: [
            .text("1345678901345678 1345678901345678 1345678901345678 "),
            .pageField(.pageOf(anchor: "own")),
          ], style: style)))
    own.anchor = "own"
    let set = Sample.set(Sample.flow([Sample.lines(88), own]))
    #expect(set.diagnostics.map(\.identifier) == ["pagination.unstable"])
    let message = set.diagnostics.first?.message ?? ""
    #expect(message.contains("after 4 passes"))
    #expect(message.contains("1345678901345678 ” swings between 9 and 10"))
    #expect(set.diagnostics.first?.hints.first?.contains("layout.yaml:3:5") == true)
  }

  @Test("a link to nowhere is an error with a suggestion, and is not drawn as a link")
  func deadLinks() throws {
    let set = Sample.set(
      Sample.flow([
        link(to: "end"), link(to: "edn", line: 9), Sample.heading("End", anchor: "end"),
        Sample.lines(1),
      ]))
    #expect(set.diagnostics.map(\.identifier) == ["link.unknown-anchor"])
    #expect(set.diagnostics.first?.location?.line == 9)
    #expect(set.diagnostics.first?.hints == ["did you mean “end”?"])
    // What nobody has named is no suggestion.
    let other = Sample.set(
      Sample.flow([link(to: "annex"), Sample.heading("End", anchor: "heading-1")]))
    #expect(other.diagnostics.first?.hints == ["give the block that is meant “anchor: annex”"])
    let page = try #require(set.output?.pages.first)
    #expect(page.links.map(\.target) == [.destination("end")])
    #expect(page.destinations.map(\.name) == ["end"])
    #expect(page.destinations.map(\.point.y) == [34])
  }

  @Test("an anchor given twice is an error")
  func duplicateAnchor() throws {
    let set = Sample.set(
      Sample.flow([Sample.heading("A", anchor: "a"), Sample.heading("B", anchor: "a")]))
    #expect(set.diagnostics.map(\.identifier) == ["anchor.duplicate"])
  }

  @Test("the outline lists headings with level, page and height")
  func outline() throws {
    let drawing = try #require(
      Sample.set(
        Sample.flow([
          Sample.heading("One"), Sample.lines(10), Sample.heading("Two", level: 2),
          Sample.lines(2),
        ])
      ).output)
    #expect(
      drawing.outline == [
        OutlineEntry(title: "One", level: 1, page: 0, y: 10),
        OutlineEntry(title: "Two", level: 2, page: 1, y: 34),
      ])
  }

  @Test("the number of pages must be a multiple, and not too high")
  func limits() throws {
    var tree = Sample.flow([Sample.lines(25)])
    tree.pageMultiple = 4
    tree.maximumPages = 2
    let set = Sample.set(tree)
    #expect(
      set.diagnostics.map(\.identifier) == [
        "publication.page-multiple", "publication.too-many-pages",
      ])
    #expect(
      set.diagnostics.map(\.message) == [
        "the publication has 3 pages, but their number must be a multiple of 4",
        "the publication has 3 pages, but at most 2 are allowed",
      ])
    #expect(set.diagnostics[0].hints == ["add 1 pages, or take 3 out"])
    tree.pageMultiple = 3
    tree.maximumPages = 3
    #expect(Sample.set(tree).diagnostics.isEmpty)
  }

  @Test("a publication without pages is an error", arguments: [true, false])
  func empty(hasSection: Bool) throws {
    let set = Sample.set(hasSection ? Sample.flow([]) : Sample.tree())
    #expect(set.output == nil)
    #expect(set.diagnostics.map(\.identifier) == ["publication.empty"])
    #expect(set.diagnostics.first?.layout == "test")
  }

  @Test("a publication says of itself what its metadata say")
  func information() throws {
    var tree = Sample.flow([Sample.lines(1)])
    tree.metadata.keywords = ["a", "b"]
    let information = try #require(Sample.set(tree).output).information
    #expect(information.title == "Test")
    #expect(information.keywords == "a, b")
    #expect(information.creationDate == "2024-05-01T00:00:00Z")
    #expect(information.language == Fixed.english)
  }

  @Test("one context serves one publication after the other, and each tells its problems")
  func reuse() throws {
    let context = Fixed.context(shaper: FixedAdvanceShaper(lacking: ["q"]))
    let tree = Sample.flow([pageOf("x"), Sample.paragraph("q"), Sample.heading("X", anchor: "x")])
    let first = Sample.set(tree, in: context)
    let second = Sample.set(tree, in: context)
    #expect(
      first.diagnostics.map(\.identifier) == ["font.missing-glyph", "page.heading-at-foot"])
    #expect(second.diagnostics == first.diagnostics)
    #expect(second.output?.pages == first.output?.pages)
    let other = Sample.set(Sample.flow([Sample.lines(1)]), in: context)
    #expect(other.diagnostics.isEmpty)
  }

  @Test("a family that is not there stops the publication with an error that has its place")
  func thrown() throws {
    var style = Fixed.style()
    style.font.family = "Nowhere"
    let set = Sample.set(Sample.flow([Sample.paragraph("a", style: style, line: 12)]))
    #expect(set.output == nil)
    #expect(set.diagnostics.map(\.identifier) == ["font.unknown-family"])
    #expect(set.diagnostics.first?.location?.line == 12)
    #expect(set.diagnostics.first?.record == "record")
  }

  @Test("a publication without a language is an error")
  func noLanguage() {
    var tree = Sample.flow([Sample.lines(1)])
    tree.languages = []
    let set = Sample.set(tree)
    #expect(set.output == nil)
    #expect(set.diagnostics.map(\.identifier) == ["publication.no-language"])
    #expect(set.diagnostics.first?.record == "record")
  }
}

/// The fixed-advance shaper, but the digit 2 is an em and a half wide.
private final class WideTwoShaper: Shaper {
  private let shaper = FixedAdvanceShaper()

  func face(for descriptor: FontDescriptor) throws(Diagnostic) -> FontFace {
    try shaper.face(for: descriptor)
  }

  func shape(_ text: String, _ attributes: ShapingAttributes) -> ShapedRun {
    let run = shaper.shape(text, attributes)
    let glyphs = run.glyphs.map { glyph in
      var glyph = glyph
      if glyph.identifier == 0x32 { glyph.advance = 1.5 }
      return glyph
    }
    return ShapedRun(text: text, glyphs: glyphs)
  }
}

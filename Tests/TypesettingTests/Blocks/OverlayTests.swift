import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Testing

@testable import Typesetting

@Suite("Pictures that fill, and text on them")
struct OverlayTests {
  private func image(_ fit: DocumentTree.ImageBlock.Fit = .cover) -> DocumentTree.ImageBlock {
    var image = DocumentTree.ImageBlock(file: "a.png", alternativeText: "A tower")
    image.fit = fit
    return image
  }

  private func placed(_ page: PageDrawing) -> [PlacedImage] {
    page.items.compactMap { if case .image(let image) = $0.content { image } else { nil } }
  }

  private func page(_ nodes: [BlockNode]) throws -> PageDrawing {
    try #require(Sample.set(Sample.fixed(nodes)).output?.pages.first)
  }

  @Test("a picture covers the height that its frame has left")
  func coversFrame() throws {
    var picture = image()
    picture.focus = FocalPoint(x: 1, y: 0.5)
    let page = try page([Sample.lines(2), Sample.node(.image(picture))])
    // The frame is 90 by 120, and two lines take 24.
    let found = try #require(placed(page).first)
    #expect(found.frame == Rect(x: 10, y: 34, width: 90, height: 96))
    // The picture is 72 by 36: a strip of it, at the right.
    #expect(abs(found.crop.width - 90 / 192) < 1e-9)
    #expect(abs(found.crop.maxX - 1) < 1e-9)
  }

  @Test("in a flow, which has no height to fill, it keeps its proportions")
  func naturalInFlow() throws {
    let set = Sample.set(Sample.flow([Sample.node(.image(image()))]))
    let drawing = try #require(set.output)
    #expect(placed(drawing.pages[0]).map(\.frame.height) == [45])
    #expect(set.diagnostics.map(\.identifier) == ["image.nothing-to-fill"])
    #expect(!set.diagnostics.hasErrors)
  }

  @Test("contained, all of it shows in the middle")
  func contain() throws {
    let page = try page([Sample.node(.image(image(.contain)))])
    let found = try #require(placed(page).first)
    #expect(found.frame == Rect(x: 10, y: 10 + 37.5, width: 90, height: 45))
    #expect(found.crop == Rect(x: 0, y: 0, width: 1, height: 1))
  }

  @Test("the nearest part to the focal point that still covers the frame")
  func focus() {
    let wide = Size(width: 200, height: 100)
    let frame = Size(width: 100, height: 100)
    #expect(FocalPoint(x: 0.6, y: 0).crop(of: wide, to: frame).x == 0.35)
    #expect(FocalPoint(x: 0, y: 0).crop(of: wide, to: frame).x == 0)
    #expect(FocalPoint(x: 1, y: 0).crop(of: wide, to: frame).x == 0.5)
    #expect(FocalPoint("30% 20.5%") == FocalPoint(x: 0.3, y: 0.205))
    for text in ["30%", "30 20", "30% 120%", "-1% 0%", "0x1% 0%", "nan% 0%", "a b", "30% 20% 10%"] {
      #expect(FocalPoint(text) == nil, "\(text)")
    }
  }

  @Test("text stands on the picture at its foot, with a veil between them")
  func overlay() throws {
    var overlay = Overlay(
      image: image(), children: [Sample.paragraph("on it")], padding: Edges(all: 6))
    overlay.scrim = PaletteColor("ink")
    overlay.opacity = 0.5
    let drawing = try #require(Sample.set(Sample.fixed([Sample.node(.overlay(overlay))])).output)
    let page = drawing.pages[0]
    let kinds = page.items.map { item in
      switch item.content {
      case .image: "image"
      case .shape(let shape): "veil \(shape.opacity)"
      case .glyphs(let run): "\(run.text) \(run.origin.x) \(run.origin.y)"
      case .clipped: "clip"
      }
    }
    // The frame ends at 130; a line of 12 stands 6 above, its baseline 9 below its head.
    #expect(kinds == ["image", "veil 0.5", "on it 16.0 121.0"])
    #expect(page.fills == [Rect(x: 10, y: 10, width: 90, height: 120)])
    #expect(drawing.structure.elements.map(\.type) == ["Sect", "Figure", "P"])
  }

  @Test("a picture makes room for all that stands on it")
  func room() throws {
    let overlay = Overlay(image: image(.natural), children: [Sample.lines(6)])
    let drawing = try #require(Sample.set(Sample.flow([Sample.node(.overlay(overlay))])).output)
    #expect(placed(drawing.pages[0]).map(\.frame.height) == [72])
    #expect(drawing.pages[0].texts.count == 6)
  }

  @Test("the mark at the beginning of a quotation hangs outside of its edge")
  func hangingMark() throws {
    var quote = Paragraph(
      role: .quotation, inlines: [.text("“abcdefgh ijklmnopq”")], style: Fixed.style())
    quote.hangingMark = "“"
    let set = try #require(
      try Sample.fit(Sample.stack([Sample.node(.paragraph(quote))]), width: 60, height: 50))
    let runs = set.content.items.flatMap(\.runs)
    #expect(runs.map(\.origin.x) == [-5, 0])
  }
}

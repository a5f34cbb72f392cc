import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Display list dumps")
struct DumpTests {
  @Test("a dump says where everything is, to a hundredth of a point")
  func dump() throws {
    var page = PageDrawing(size: Size(width: 100, height: 50.129), bleed: 3, label: "iv")
    let face = try FixedAdvanceShaper().face(for: FontDescriptor(family: "Text", weight: 700))
    var run = GlyphRun(
      face: face, size: 9.5, color: PaletteColor("ink", tint: 0.3),
      origin: Point(x: 1.004, y: -0.004),
      glyphs: [PositionedGlyph(identifier: 65, x: 0, y: 0, cluster: 0)], text: "A",
      language: Fixed.german, endsWithSoftHyphen: true)
    run.scale = 1.005
    let square = Path(rect: Rect(x: 1, y: 2, width: 3, height: 4))
    page.items = [
      DisplayItem(.glyphs(run), mark: .element(4)),
      DisplayItem(
        .clipped(
          square,
          [
            DisplayItem(
              .shape(
                Shape(
                  path: square, fill: PaletteColor("ink"),
                  stroke: Stroke(
                    color: PaletteColor("ink"), width: 0.5, roundCaps: true, dashes: [1, 2.5]),
                  evenOdd: true)))
          ])),
      DisplayItem(
        .image(
          PlacedImage(
            file: "a.png", frame: Rect(x: 0, y: 0, width: 10, height: 10),
            crop: Rect(x: 0.25, y: 0, width: 0.5, height: 1)))),
    ]
    page.links = [
      LinkArea(
        rect: Rect(x: 0, y: 0, width: 1, height: 1), target: .destination("x"), title: "t",
        element: 7)
    ]
    page.destinations = [Destination(name: "x", point: Point(x: 0, y: 9))]
    #expect(
      DisplayListDump(page, index: 3).description == """
        page 3 “iv” 100×50.13 bleed 3
          glyphs Text-700 9.5 ink 30 % 1,0 …0 de 4 “A” soft-hyphen scale 100.5 %
          clip 1,2 3×4 5#6d6a0e62 artifact
            shape 1,2 3×4 5#6d6a0e62 fill ink even-odd stroke 0.5 ink round dashes 1,2.5 artifact
          image a.png 0,0 10×10 crop 0.25,0 0.5×1 artifact
          link “t” → #x 0,0 1×1 7
          destination #x 0,9

        """)
  }

  @Test("a small change of a shape shows")
  func shapes() {
    func dump(_ x: Double) -> String {
      var page = PageDrawing(size: .zero, bleed: 0, label: "1")
      var path = Path(rect: Rect(x: 0, y: 0, width: 10, height: 10))
      path.move(to: x, 5)
      page.items = [DisplayItem(.shape(Shape(path: path, fill: Fixed.ink)))]
      return DisplayListDump(page).description
    }
    #expect(dump(5) == dump(5.001))
    #expect(dump(5) != dump(5.01))
  }
}

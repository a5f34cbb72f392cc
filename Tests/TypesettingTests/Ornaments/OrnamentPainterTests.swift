import Design
import DisplayList
import DocumentTree
import Geometry
import Testing

@testable import Typesetting

@Suite struct OrnamentPainterTests {
  private static let page = Rect(x: 0, y: 0, width: 595, height: 842)
  private static let header = Rect(x: 40, y: 30, width: 510, height: 113)
  private static let strip = Rect(x: 10, y: 0, width: 34, height: 842)
  private static let hairline = Rect(x: 0, y: 5, width: 500, height: 3)
  static let frames = [
    page, header, strip, hairline, Rect(x: 0, y: 0, width: 6, height: 6),
    Rect(x: 0, y: 0, width: 1_080, height: 1_920), Rect(x: 0, y: 0, width: 20_000, height: 2),
    Rect(x: 0, y: 0, width: 0.01, height: 900),
  ]

  private static func strata(_ values: [Double]) -> [Ornament.Stratum] {
    let textures = Ornament.Texture.allCases
    return values.enumerated().map { index, value in
      Ornament.Stratum(
        color: PaletteColor("c\(index)"), texture: textures[index % textures.count], value: value)
    }
  }

  static let kinds: [Ornament.Kind] =
    [
      .strata(strata([3_000, 53_000, 157, 11_500, 12_839])), .strata(strata([1])),
      .strata([]), .strata(strata([0, 0, 0])),
      .strata(strata([.nan, -5, .infinity, 1e-300, 1e300])),
      .strata(strata((0..<1_000).map(Double.init))), .fill,
    ]
    + Ornament.Texture.allCases.map {
      .texture(Ornament.Stratum(color: PaletteColor("teal"), texture: $0, value: 1))
    }

  private func draw(_ kind: Ornament.Kind, _ rect: Rect, seed: String = "seed") -> [DisplayItem] {
    OrnamentPainter.draw(
      Ornament(kind: kind, background: PaletteColor("ground"), seed: seed), in: rect)
  }

  @Test(arguments: frames.indices, kinds.indices)
  func everythingIsFiniteClippedAndAnArtifact(frame: Int, kind: Int) {
    let (rect, kind) = (Self.frames[frame], Self.kinds[kind])
    let items = draw(kind, rect)
    let probe = DrawingProbe(items)
    #expect(items.count == 1)
    guard case .clipped(let outline, _) = items.first?.content else {
      Issue.record("the ornament is not clipped")
      return
    }
    #expect(outline == Path(rect: rect))
    #expect(probe.marks == [.artifact])
    #expect(probe.hasOnlyFinitePoints)
  }

  @Test(arguments: frames.indices, kinds.indices)
  func linesArePrintable(frame: Int, kind: Int) {
    let (rect, kind) = (Self.frames[frame], Self.kinds[kind])
    for shape in DrawingProbe(draw(kind, rect)).shapes {
      guard let stroke = shape.stroke, stroke.width < 0.4 else { continue }
      Issue.record("a line of \(stroke.width) pt")
    }
  }

  @Test(arguments: frames.indices, kinds.indices)
  func aPageOfArtStaysSmall(frame: Int, kind: Int) {
    let (rect, kind) = (Self.frames[frame], Self.kinds[kind])
    let isHuge = if case .strata(let strata) = kind { strata.count > 5 } else { false }
    let count = DrawingProbe(draw(kind, rect)).elementCount
    #expect(count <= (isHuge ? 15_000 : 6_000))
  }

  @Test(arguments: kinds.indices)
  func theSameSeedDrawsTheSame(kind: Int) {
    let kind = Self.kinds[kind]
    let isSame = draw(kind, Self.header) == draw(kind, Self.header)
    #expect(isSame)
  }

  @Test func anotherSeedDrawsAnother() {
    let kind = Ornament.Kind.strata(Self.strata([1, 2, 3]))
    let isSame = draw(kind, Self.header) == draw(kind, Self.header, seed: "other")
    #expect(!isSame)
  }

  @Test func aChangedFigureChangesTheStrata() {
    let before = draw(.strata(Self.strata([100, 200, 300])), Self.header)
    let isSame = before == draw(.strata(Self.strata([100, 200, 310])), Self.header)
    #expect(!isSame)
  }

  @Test(arguments: [
    Rect(x: 0, y: 0, width: 0, height: 10), Rect(x: 0, y: 0, width: 10, height: -1),
    Rect(x: 0, y: 0, width: .nan, height: 10), Rect(x: .infinity, y: 0, width: 10, height: 10),
    Rect(x: 0, y: 0, width: .infinity, height: 10), Rect(x: 0, y: 0, width: 1e300, height: 10),
  ])
  func nothingIsDrawnWithoutAnArea(rect: Rect) {
    for kind in Self.kinds {
      let count = draw(kind, rect).count
      #expect(count == 0)
    }
  }

  @Test func anOpenFillDrawsNothing() {
    let items = OrnamentPainter.draw(
      Ornament(kind: .fill, background: nil, seed: ""), in: Self.page)
    #expect(items.isEmpty)
  }

  @Test func everyStratumShowsItsColor() {
    let colors = Set(
      DrawingProbe(draw(.strata(Self.strata([1, 1_000_000, 3])), Self.hairline)).shapes
        .compactMap { $0.fill?.entry })
    #expect(colors.isSuperset(of: ["c0", "c1", "c2"]))
  }
}

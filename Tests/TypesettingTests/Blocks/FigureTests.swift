import Design
import Diagnostics
import DisplayList
import DocumentTree
import Geometry
import Languages
import Testing
import TextShaping

@testable import Typesetting

@Suite("Cards, pictures and codes")
struct FigureTests {
  private func card(
    figure: String, unit: String = "", before: String = "", formatted: String? = nil
  ) -> MetricCard {
    var card = MetricCard(
      identifier: "m",
      quantity: Quantity(value: DecimalNumber(significand: 53_000)),
      figure: figure, formatted: formatted ?? (figure + (unit.isEmpty ? "" : "\u{A0}" + unit)),
      label: Paragraph(role: .label, inlines: [.text("label")], style: Fixed.style()),
      figureStyle: Fixed.style(size: 40, leading: 44), unitStyle: Fixed.style(size: 10))
    card.unitAfter = unit
    card.unitBefore = before
    card.accent = Fixed.ink
    return card
  }

  private func set(
    _ card: MetricCard, width: Double, in context: TypesettingContext = Fixed.context()
  ) throws -> [GlyphRun] {
    let stack = Sample.stack([Sample.node(.metric(card), line: 4)])
    let set = try #require(try Sample.fit(stack, width: width, height: 500, in: context))
    return set.content.items.flatMap(\.runs)
  }

  @Test("figure and unit stand on one baseline, with the space of the running text")
  func baseline() throws {
    let runs = try set(card(figure: "34.5", unit: "ha"), width: 200)
    #expect(runs.map(\.text) == ["34.5", "\u{A0}ha", "label"])
    #expect(runs.map(\.size) == [40, 10, 10])
    #expect(runs[0].origin.y == runs[1].origin.y)
    let euro = try set(
      card(figure: "34.5", unit: "million", before: "€", formatted: "€34.5\u{A0}million"),
      width: 200)
    #expect(euro.map(\.text) == ["€", "34.5", "\u{A0}million", "label"])
  }

  @Test("a wide figure shrinks in steps, on the same baseline and with the label where it was")
  func shrinks() throws {
    let wide = try set(card(figure: "53000", unit: "ha"), width: 200)
    // 100 wide at full size and 15 more for the unit: 85 % of it is the first step below 100.
    let narrow = try set(card(figure: "53000", unit: "ha"), width: 100)
    #expect(narrow.map(\.size) == [34, 10, 10])
    #expect(narrow.map(\.origin.y) == wide.map(\.origin.y))
  }

  @Test(
    "where 60 % is too wide the unit goes to the next line, and the figure is as big as it can be")
  func unitBelow() throws {
    let runs = try set(card(figure: "53000", unit: "students"), width: 100)
    #expect(runs.map(\.text) == ["53000", "students", "label"])
    #expect(runs[0].size == 40)
    #expect(runs[1].origin.y > runs[0].origin.y)
  }

  @Test("a figure that fits at no step is an error with its excess")
  func tooWide() throws {
    let context = Fixed.context()
    _ = try set(card(figure: "53000"), width: 40, in: context)
    let problem = try #require(context.diagnostics.first)
    #expect(problem.identifier == "metric.too-wide")
    #expect(problem.message.contains("7.1 mm"))  // 60 − 40 points
    #expect(problem.location?.line == 4)
  }

  @Test("cards of a grid align whatever their figures are")
  func cardsAlign() throws {
    let cards = ["5", "53000"].map { Sample.node(.metric(card(figure: $0, unit: "ha"))) }
    let stack = Sample.stack([
      Sample.node(.grid(Grid(columns: 2, gutter: 10, rowGap: 0, children: cards)))
    ])
    let set = try #require(try Sample.fit(stack, width: 210, height: 200))
    let labels = set.content.items.flatMap(\.runs).filter { $0.text == "label" }
    #expect(Set(labels.map(\.origin.y)).count == 1)
  }

  private func picture(
    _ file: String = "a.png", height: Double? = nil, focus: (Double, Double) = (0.5, 0.5)
  ) -> DocumentTree.ImageBlock {
    var image = DocumentTree.ImageBlock(file: file, alternativeText: "A tower")
    image.height = height
    image.focus = FocalPoint(x: focus.0, y: focus.1)
    return image
  }

  private func placed(_ image: DocumentTree.ImageBlock, height: Double = 500) throws -> PlacedImage
  {
    let stack = Sample.stack([Sample.node(.image(image))])
    let set = try #require(try Sample.fit(stack, width: 90, height: height))
    for item in set.content.items {
      if case .image(let image) = item.content { return image }
    }
    throw Diagnostic("test", "no image")
  }

  @Test("a picture takes the width and its own proportions, and no more than a region")
  func pictureSize() throws {
    // All pictures are 72 by 36.
    #expect(try placed(picture()).frame == Rect(x: 0, y: 0, width: 90, height: 45))
    #expect(try placed(picture(), height: 30).frame == Rect(x: 0, y: 0, width: 60, height: 30))
  }

  @Test("a picture is cropped around its focus, within its edges")
  func crop() throws {
    func crop(_ height: Double, _ focus: (Double, Double)) throws -> Rect {
      try placed(picture(height: height, focus: focus)).crop
    }
    #expect(try crop(90, (0.5, 0.5)) == Rect(x: 0.25, y: 0, width: 0.5, height: 1))
    #expect(try crop(90, (0.9, 0.5)) == Rect(x: 0.5, y: 0, width: 0.5, height: 1))
    #expect(try crop(90, (-3, 0.5)) == Rect(x: 0, y: 0, width: 0.5, height: 1))
    let flat = try crop(22.5, (0.5, 0.5))
    #expect(flat == Rect(x: 0, y: 0.25, width: 1, height: 0.5))
  }

  @Test("caption and credit stand below; a credit alone takes the theme's caption style")
  func captions() throws {
    var image = picture(height: 40)
    image.credit = "Photo: N. N."
    image.caption = Paragraph(
      role: .caption, inlines: [.text("The tower")], style: Fixed.style(size: 8, leading: 10))
    var tree = Sample.flow([Sample.node(.image(image))])
    #expect(Sample.set(tree).output?.pages[0].texts == ["The tower", "Photo: N. N."])
    image.caption = nil
    tree.sections[0].kind = .flow([Sample.node(.image(image))])
    #expect(Sample.set(tree).diagnostics.map(\.identifier) == ["image.no-credit-style"])
    tree.theme.styles["caption"] = Fixed.style(size: 7)
    #expect(Sample.set(tree).output?.pages[0].runs.map(\.size) == [7])
  }

  @Test("a missing picture is one error with its place, and the rest is set")
  func missingPicture() throws {
    let set = Sample.set(
      Sample.flow([
        Sample.node(.image(picture("missing.png", height: 40)), line: 8), Sample.lines(1),
        Sample.node(.icon(Icon(file: "missing.png", size: 10, color: Fixed.ink)), line: 9),
      ]))
    #expect(set.diagnostics.map(\.identifier) == ["image.missing", "image.missing"])
    #expect(set.diagnostics.map(\.location?.line) == [8, 9])
    #expect(set.output?.pages[0].runs.first?.origin.y == 59)
  }

  @Test("a QR code fills its square, with a finder pattern in the corner")
  func qrCode() throws {
    let modules = try #require(QRModules("https://example.org/"))
    #expect(modules.count == 25)
    let path = modules.path(size: 100)
    #expect(path.bounds == Rect(x: 0, y: 0, width: 100, height: 100))
    // The finder pattern in the top left corner: a bar of seven modules, 4 points each.
    let first = Path(elements: Array(path.elements.prefix(5)))
    #expect(first.bounds == Rect(x: 0, y: 0, width: 28, height: 4))
    #expect(modules.quietZone(size: 100) == 16)
  }

  @Test("an address that no code holds is an error with its place")
  func longAddress() throws {
    func code(_ address: String) -> BlockNode {
      Sample.node(
        .qrCode(QRCode(address: address, size: 60, color: Fixed.ink, alternativeText: "code")),
        line: 6)
    }
    let set = Sample.set(
      Sample.flow([code(String(repeating: "a", count: 2_400)), code(""), Sample.lines(1)]))
    #expect(set.diagnostics.map(\.identifier) == ["qr.too-long", "qr.empty"])
    #expect(set.diagnostics.first?.message.contains("2400 bytes") == true)
    #expect(set.diagnostics.first?.location?.line == 6)
    #expect(set.output?.pages.count == 1)
  }
}

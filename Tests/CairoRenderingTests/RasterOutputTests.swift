import CairoRendering
import Design
import Diagnostics
import DisplayList
import Geometry
import TemporaryFolders
import Testing

/// Pages as PNG and SVG files.
@Suite struct RasterOutputTests {
  private func square(_ rect: Rect, _ color: String = "signal") -> Shape {
    Shape(path: Path(rect: rect), fill: PaletteColor(color))
  }

  private func png(
    _ sample: SamplePublication, _ resolution: PNGRenderer.Resolution
  ) throws -> DecodedPNG {
    try DecodedPNG(
      PNGRenderer(SamplePublication.resources()).render(
        page: 0, of: sample.publication, resolution))
  }

  @Test func `a PNG file has the wanted size, density and colours on white ground`() throws {
    var sample = try SamplePublication(size: Size(width: 72, height: 36))
    sample.draw(square(Rect(x: 0, y: 0, width: 36, height: 18)))
    let file = try png(sample, .pixelsPerInch(150))
    #expect(file.width == 150 && file.height == 75)
    #expect(file.chunks == ["IHDR", "sRGB", "pHYs", "IDAT", "IEND"])
    #expect(file.density == 5_906)
    #expect(file.pixel(10, 10) == [242, 183, 5])
    #expect(file.pixel(140, 70) == [255, 255, 255])
    let wide = try png(sample, .width(1_080))
    #expect(wide.width == 1_080 && wide.height == 540)
  }

  @Test func `tints are mixed with white, clips and holes are kept`() throws {
    var sample = try SamplePublication(size: Size(width: 60, height: 60))
    var ring = Path(rect: Rect(x: 0, y: 0, width: 60, height: 60))
    ring.elements += Path(rect: Rect(x: 20, y: 20, width: 20, height: 20)).elements
    let shape = Shape(path: ring, fill: PaletteColor("teal", tint: 0.5), evenOdd: true)
    let half = Path(rect: Rect(x: 0, y: 0, width: 60, height: 30))
    sample.publication.pages[0].items = [
      DisplayItem(.clipped(half, [DisplayItem(.shape(shape))])),
      DisplayItem(.shape(square(Rect(x: 50, y: 50, width: 10, height: 10)))),
    ]
    let file = try png(sample, .width(60))
    #expect(file.pixel(5, 5) == [128, 186, 185])
    #expect(file.pixel(30, 25) == [255, 255, 255])
    #expect(file.pixel(5, 40) == [255, 255, 255])
    #expect(file.pixel(55, 55) == [242, 183, 5])
  }

  @Test func `a veil lets what is below it through`() throws {
    var sample = try SamplePublication(size: Size(width: 20, height: 20))
    var veil = square(Rect(x: 0, y: 0, width: 10, height: 20))
    veil.opacity = 0.5
    sample.draw(veil)
    let file = try png(sample, .width(20))
    // Half of 242, 183, 5 over white.
    let color = file.pixel(5, 5)
    #expect(zip(color, [249, 219, 130]).allSatisfy { abs(Int($0) - $1) <= 1 }, "\(color)")
    #expect(file.pixel(15, 5) == [255, 255, 255])
  }

  @Test func `glyphs stand between pixels where they belong`() throws {
    // An l moved by a quarter of a pixel is another picture; set on whole pixels, it would be the same.
    func column(_ x: Double) throws -> [UInt8] {
      var sample = try SamplePublication(size: Size(width: 20, height: 20))
      try sample.write("l", at: x, 15, family: "Inter", size: 12)
      let file = try png(sample, .width(20))
      return (0..<20).map { file.pixel($0, 10)[0] }
    }
    #expect(try column(5) != column(5.25))
    #expect(try Array(column(5).dropLast()) == Array(column(6).dropFirst()))
  }

  @Test(arguments: [
    PNGRenderer.Resolution.width(0), .width(-1), .width(20_001), .pixelsPerInch(.nan),
    .pixelsPerInch(0), .pixelsPerInch(1e9),
  ])
  func `an impossible size is an error`(resolution: PNGRenderer.Resolution) throws {
    let sample = try SamplePublication()
    let error = #expect(throws: Diagnostic.self) { try png(sample, resolution) }
    #expect(error?.identifier == "render.pixels")
  }

  @Test func `a page that is not there is an error`() throws {
    let publication = try SamplePublication().publication
    let resources = SamplePublication.resources()
    for page in [-1, 1] {
      let svg = #expect(throws: Diagnostic.self) {
        try SVGRenderer(resources).render(page: page, of: publication)
      }
      let png = #expect(throws: Diagnostic.self) {
        try PNGRenderer(resources).render(page: page, of: publication, .width(9))
      }
      #expect(svg?.identifier == "render.no-page" && png?.identifier == "render.no-page")
    }
  }

  @Test func `an SVG file has outlines, a title and names of its own`() throws {
    let folder = try TemporaryFolder()
    let photo = try folder.write(SamplePictures.jpeg(), to: "photo.jpg")
    var sample = try SamplePublication()
    sample.publication.information.title = "Größe <& Maß>"
    try sample.write("Öffnung", at: 20, 40)
    for x in [10.0, 100] {
      sample.publication.pages[0].items.append(
        DisplayItem(
          .image(PlacedImage(file: photo, frame: Rect(x: x, y: 60, width: 64, height: 32))))
      )
    }
    let bytes = try SVGRenderer(SamplePublication.resources()).render(
      page: 0, of: sample.publication)
    let file = String(decoding: bytes, as: UTF8.self)
    #expect(file.contains("width=\"298pt\" height=\"420pt\""))
    #expect(file.contains("<title>Größe &lt;&amp; Maß&gt;</title>"))
    #expect(!file.contains("<text") && !file.contains("Öffnung"))
    #expect(file.contains("data:image/jpeg;base64,"))
    let names = file.matches(of: /(?:id="|#)((?:surface|image)[0-9]+)/).map { String($0.1) }
    #expect(names == ["image1", "image1", "image1", "surface2"])
  }

  @Test func `an SVG file of a broken size is coloured up to its edges`() throws {
    let folder = try TemporaryFolder()
    // In one colour all over, and larger than the page as what bleeds is.
    let bleeding = Rect(x: -9, y: -9, width: 59.528, height: 77.276)
    let photo = try folder.write(
      SamplePictures.svg("<rect width='24' height='24' fill='#007573'/>"), to: "photo.svg")
    let fill = DisplayItem(
      .shape(Shape(path: Path(rect: bleeding), fill: PaletteColor("teal"))))
    let items = [
      fill, DisplayItem(.clipped(Path(rect: bleeding), [fill])),
      DisplayItem(.image(PlacedImage(file: photo, frame: bleeding))),
    ]
    for item in items {
      var sample = try SamplePublication(size: Size(width: 41.528, height: 59.276))
      sample.publication.pages[0].items = [item]
      let file = try folder.write(
        SVGRenderer(SamplePublication.resources()).render(page: 0, of: sample.publication),
        to: "page.svg")
      // A page whose edges are those of the drawing: the left and upper, then the right and lower.
      for origin in [Point(x: 0, y: 0), Point(x: -1.528, y: -9.276)] {
        var seen = try SamplePublication(size: Size(width: 40, height: 50))
        seen.publication.pages[0].items = [
          DisplayItem(
            .image(
              PlacedImage(
                file: file, frame: Rect(x: origin.x, y: origin.y, width: 41.528, height: 59.276))))
        ]
        let page = try png(seen, .pixelsPerInch(720))
        #expect(page.width == 400 && page.height == 500)
        let edges =
          (0..<page.width).flatMap { [($0, 0), ($0, page.height - 1)] }
          + (0..<page.height).flatMap { [(0, $0), (page.width - 1, $0)] }
        let colors = Set(edges.map { page.pixel($0.0, $0.1) })
        #expect(colors.allSatisfy { $0[0] < 10 && $0[1] < 130 }, "\(colors)")
      }
    }
  }

  @Test func `equal pages are equal files, whatever was drawn before and on any thread`()
    async throws
  {
    let folder = try TemporaryFolder()
    let photo = try folder.write(SamplePictures.png(), to: "photo.png")
    var sample = try PDFRendererTests.full()
    sample.publication.pages[0].items.append(
      DisplayItem(.image(PlacedImage(file: photo, frame: Rect(x: 9, y: 9, width: 64, height: 32)))))
    let publication = sample.publication
    let files = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for count in 0..<3 {
        group.addTask {
          let resources = SamplePublication.resources()
          for _ in 0..<count { _ = try SVGRenderer(resources).render(page: 1, of: publication) }
          return [
            try SVGRenderer(resources).render(page: 0, of: publication),
            try PNGRenderer(resources).render(page: 0, of: publication, .width(200)),
          ]
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(files.count == 3)
    #expect(Set(files).count == 1)
  }
}

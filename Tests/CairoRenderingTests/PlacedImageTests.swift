import CairoRendering
import Design
import DisplayList
import Geometry
import TemporaryFolders
import Testing

/// Pictures on the page: where they stand and what of them is seen.
@Suite struct PlacedImageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The page of 64 × 32 pixels with one picture on it.
  private func page(_ bytes: [UInt8], crop: Rect = Rect(x: 0, y: 0, width: 1, height: 1))
    throws -> DecodedPNG
  {
    let file = try folder.write(bytes, to: "picture")
    var sample = try SamplePublication(size: Size(width: 64, height: 32))
    sample.publication.pages[0].items = [
      DisplayItem(
        .image(
          PlacedImage(file: file, frame: Rect(x: 0, y: 0, width: 64, height: 32), crop: crop)))
    ]
    return try DecodedPNG(
      PNGRenderer(SamplePublication.resources()).render(
        page: 0, of: sample.publication, .width(64)))
  }

  /// The quadrants seen at the four corners, from the top left.
  private func corners(_ page: DecodedPNG) -> [Int?] {
    [page.quadrant(4, 4), page.quadrant(59, 4), page.quadrant(4, 27), page.quadrant(59, 27)]
  }

  @Test func `a picture fills its frame the right way up`() throws {
    #expect(try corners(page(SamplePictures.jpeg())) == [0, 1, 2, 3])
    #expect(try corners(page(SamplePictures.png())) == [0, 1, 2, 3])
  }

  @Test(
    arguments: [
      // The corners of the upright picture, by Exif's own drawings of the letter F.
      (1, [0, 1, 2, 3]), (2, [1, 0, 3, 2]), (3, [3, 2, 1, 0]), (4, [2, 3, 0, 1]),
      (5, [0, 2, 1, 3]),
      (6, [2, 0, 3, 1]), (7, [3, 1, 2, 0]), (8, [1, 3, 0, 2]), (9, [0, 1, 2, 3]),
    ] as [(UInt8, [Int])])
  func `a camera's orientation is followed`(orientation: UInt8, expected: [Int]) throws {
    for littleEndian in [false, true] {
      let file = try SamplePictures.jpeg(orientation: orientation, littleEndian: littleEndian)
      #expect(try corners(page(file)) == expected)
    }
  }

  @Test func `a crop shows its part and nothing beyond the frame`() throws {
    let crop = Rect(x: 0.5, y: 0, width: 0.5, height: 0.5)
    #expect(try corners(page(SamplePictures.png(), crop: crop)) == [1, 1, 1, 1])
    let file = try folder.write(SamplePictures.png(), to: "picture")
    var sample = try SamplePublication(size: Size(width: 64, height: 32))
    sample.publication.pages[0].items = [
      DisplayItem(
        .image(
          PlacedImage(file: file, frame: Rect(x: 16, y: 8, width: 32, height: 16), crop: crop)))
    ]
    let page = try DecodedPNG(
      PNGRenderer(SamplePublication.resources()).render(
        page: 0, of: sample.publication, .width(64)))
    #expect(page.quadrant(20, 12) == 1 && page.quadrant(44, 20) == 1)
    for (x, y) in [(10, 16), (54, 16), (32, 4), (32, 28)] { #expect(page.quadrant(x, y) == 3) }
  }

  @Test func `currentColor becomes the palette's colour, else stays black`() throws {
    let file = try folder.write(SamplePictures.icon, to: "icon.svg")
    var sample = try SamplePublication(size: Size(width: 48, height: 24))
    for (x, color) in [(0.0, PaletteColor("signal")), (24, nil)] {
      sample.publication.pages[0].items.append(
        DisplayItem(
          .image(
            PlacedImage(
              file: file, frame: Rect(x: x, y: 0, width: 24, height: 24), color: color))))
    }
    let page = try DecodedPNG(
      PNGRenderer(SamplePublication.resources()).render(
        page: 0, of: sample.publication, .width(48)))
    #expect(page.pixel(12, 12) == [242, 183, 5])
    #expect(page.pixel(36, 12) == [0, 0, 0])
  }

  @Test func `a PDF keeps a JPEG file's bytes and an SVG file's outlines`() throws {
    let jpeg = try SamplePictures.jpeg()
    let photo = try folder.write(jpeg, to: "photo.jpg")
    let icon = try folder.write(SamplePictures.icon, to: "icon.svg")
    var sample = try SamplePublication()
    sample.publication.pages[0].items = [photo, icon].map { file in
      DisplayItem(
        .image(PlacedImage(file: file, frame: Rect(x: 0, y: 0, width: 64, height: 32))))
    }
    let bytes = try PDFRenderer(SamplePublication.resources()).render(sample.publication)
    let list = try Tool.run("pdfimages", "-list", "@", on: bytes)
    #expect(list.split(separator: "\n").count == 3, "\(list)")
    #expect(list.contains(/64 +32 +rgb +3 +8 +jpeg/))
    let start = bytes.indices.first { bytes[$0...].starts(with: jpeg.prefix(20)) }
    #expect(try bytes[#require(start)...].starts(with: jpeg))
  }
}

import CairoRendering
import Design
import Diagnostics
import DisplayList
import Foundation
import Geometry
import TemporaryFolders
import Testing
import SamplePublications

/// Pictures of a workspace: what they are, and what is wrong with them.
@Suite struct ImageCatalogueTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A catalogue over the test's folder.
  private func catalogue() -> ImageCatalogue {
    let root = folder.url.path
    return ImageCatalogue(resolve: { (file) throws(Diagnostic) in "\(root)/\(file)" })
  }

  private func problem(_ bytes: [UInt8], _ name: String = "a/picture") throws -> Diagnostic {
    try folder.write(bytes, to: name)
    let error = #expect(throws: Diagnostic.self) { try catalogue().image(name) }
    #expect(error?.location?.file == name)
    #expect(error?.hints.isEmpty == false)
    return try #require(error)
  }

  private func size(_ bytes: [UInt8]) throws -> Size {
    try folder.write(bytes, to: "picture")
    let found = try catalogue().image("picture")
    #expect(found.file == folder.path("picture"))
    return Size(width: found.width, height: found.height)
  }

  @Test func `sizes are natural: by density, upright, in points`() throws {
    #expect(try size(SamplePictures.jpeg()) == Size(width: 64, height: 32))
    #expect(try size(SamplePictures.jpeg(gray: true)) == Size(width: 64, height: 32))
    let png = try size(SamplePictures.png())
    #expect(abs(png.width - 32) < 0.01 && abs(png.height - 16) < 0.01)
    for littleEndian in [false, true] {
      let turned = try SamplePictures.jpeg(orientation: 6, littleEndian: littleEndian)
      #expect(try size(turned) == Size(width: 32, height: 64))
    }
    #expect(try size(SamplePictures.icon) == Size(width: 24, height: 24))
    let box = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'/>"
    #expect(try size(Array(box.utf8)) == Size(width: 30, height: 10))
    let millimetres = "<svg xmlns='http://www.w3.org/2000/svg' width='25.4mm' height='1in'/>"
    let inch = try size(Array(millimetres.utf8))
    #expect(abs(inch.width - 72) < 0.001 && abs(inch.height - 72) < 0.001)
  }

  @Test func `what is no picture is named`() throws {
    for bytes in [[], Array("%PDF-1.5".utf8), Array("<html><svg/></html>".utf8), [0x1F, 0x8B, 8]] {
      #expect(try problem(bytes).identifier == "image.unknown-kind")
    }
  }

  @Test func `a missing file, a folder and a pipe are named at once`() throws {
    let missing = #expect(throws: Diagnostic.self) { try catalogue().image("none.png") }
    #expect(missing?.identifier == "image.missing" && missing?.location?.file == "none.png")
    let directory = #expect(throws: Diagnostic.self) { try catalogue().image("") }
    #expect(directory?.identifier == "image.unreadable")
    #expect(mkfifo(folder.path("pipe.png"), 0o600) == 0)
    let pipe = #expect(throws: Diagnostic.self) { try catalogue().image("pipe.png") }
    #expect(pipe?.identifier == "image.unreadable")
  }

  @Test func `a path that the workspace refuses is refused`() {
    let catalogue = ImageCatalogue(resolve: { (file) throws(Diagnostic) in
      throw Diagnostic("path.outside", "“\(file)” leaves the workspace")
    })
    let error = #expect(throws: Diagnostic.self) { try catalogue.image("../x.png") }
    #expect(error?.identifier == "path.outside")
  }

  @Test func `a file that is cut anywhere is broken, never drawn in part`() throws {
    let (jpeg, png) = (try SamplePictures.jpeg(), try SamplePictures.png())
    for share in [0.02, 0.1, 0.5, 0.9] {
      for file in [jpeg, png] {
        let cut = Array(file.prefix(max(12, Int(Double(file.count) * share))))
        #expect(try problem(cut).identifier == "image.broken", "\(share)")
      }
    }
    var spoilt = png
    spoilt[spoilt.count / 2] ^= 0xFF
    #expect(try problem(spoilt).identifier == "image.broken")
  }

  @Test func `too many pixels and too large a file are refused unread`() throws {
    func header(_ width: UInt32, _ height: UInt32) -> [UInt8] {
      let big = { (n: UInt32) in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: n >> $0) } }
      let ihdr = [0, 0, 0, 13] + Array("IHDR".utf8) + big(width) + big(height) + [8, 2, 0, 0, 0]
      return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + ihdr + [0, 0, 0, 0]
    }
    for (width, height) in [(20_001, 1), (1, 20_001), (20_000, 20_000), (UInt32.max, UInt32.max)] {
      let error = try problem(header(width, height))
      #expect(error.identifier == "image.too-large")
      #expect(error.message.contains("\(width) × \(height)"))
    }
    // 65 MiB that take no room on the disk.
    try folder.write([], to: "large.png")
    #expect(truncate(folder.path("large.png"), 65 << 20) == 0)
    let error = #expect(throws: Diagnostic.self) { try catalogue().image("large.png") }
    #expect(error?.identifier == "image.too-large")
  }

  @Test func `colours are where they are seen, and vector art lies on white`() throws {
    let places = [(0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)]
    let kinds = [
      "a.jpg": try SamplePictures.jpeg(), "b.png": try SamplePictures.png(),
      "c.svg": SamplePictures.svg("<rect width='24' height='12' fill='#0000ff'/>"),
    ]
    for (name, bytes) in kinds.sorted(by: { $0.key < $1.key }) {
      try folder.write(bytes, to: name)
      let catalogue = catalogue()
      let file = try catalogue.image(name).file
      let colors = try #require(try catalogue.colors(of: file))
      let wanted: [[UInt8]] =
        name == "c.svg"
        ? [[0, 0, 255], [0, 0, 255], [255, 255, 255], [255, 255, 255]] : SamplePictures.quadrants
      for ((x, y), quadrant) in zip(places, wanted) {
        let color = colors.color(at: Point(x: x, y: y))
        let parts = [color.red, color.green, color.blue].map { $0 * 255 }
        #expect(
          zip(parts, quadrant).allSatisfy { abs($0 - Double($1)) < 12 }, "\(name) \(x) \(y)")
      }
    }
  }

  @Test func `printing inks that nobody names are refused`() throws {
    #expect(try problem(SamplePictures.jpegInInks()).identifier == "image.inks")
  }

  @Test func `what an SVG file would lose or fetch is named with its line`() throws {
    for (content, words) in [
      ("<text x='1'>Größe</text>", "text"), ("<image href='photo.png'/>", "photo.png"),
      ("<image xlink:href = ' http://x.de/a.png'/>", "http://x.de/a.png"),
      ("<use href='other.svg#a'/>", "other.svg"), ("<svg:script>x</svg:script>", "script"),
      ("<foreignObject/>", "foreignObject"), ("<animate/>", "animate"),
    ] {
      let error = try problem(SamplePictures.svg("<!-- <text> -->\n<g/>\(content)"))
      #expect(error.identifier == "image.unsuitable", "\(content)")
      #expect(error.message.contains(words))
      #expect(error.location?.line == 3 && error.location?.column == 5)
    }
  }

  @Test func `what an SVG file may hold is let be`() throws {
    let content = """
      <!-- <text> --><style><![CDATA[ a > b { fill: red } <text> ]]></style>
      <a href='https://x.de'><rect width='9' height='9'/></a><use href='#a' title='a > b'/>
      <metadata><x:text xmlns:x='y'/></metadata>
      """
    let before = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY text '<text/>'>]>\n"
    #expect(
      try size(SamplePictures.svg(content, before: before)) == Size(width: 24, height: 24))
  }

  @Test func `broken and explosive SVG files are errors within seconds`() throws {
    #expect(
      try problem(Array("<svg xmlns='http://www.w3.org/2000/svg'><g>".utf8)).identifier
        == "image.broken")
    #expect(try problem(SamplePictures.svg("&undefined;")).identifier == "image.broken")
    #expect(
      try problem(Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)).identifier
        == "image.no-size")
    let entities = (1...9).map { level in
      "<!ENTITY e\(level) '\(String(repeating: "&e\(level - 1);", count: 10))'>"
    }
    let before = "<!DOCTYPE svg [<!ENTITY e0 '<g/>'>\(entities.joined())]>"
    #expect(
      try problem(SamplePictures.svg("&e9;", before: before)).identifier == "image.broken")
    let deep = String(repeating: "<g>", count: 150_000) + String(repeating: "</g>", count: 150_000)
    #expect(try problem(SamplePictures.svg(deep)).identifier == "image.broken")
    let many = String(repeating: "<g/>", count: 250_000)
    #expect(try problem(SamplePictures.svg(many)).identifier == "image.unsuitable")
  }

  @Test func `an SVG file whose uses multiply is an error when it is drawn`() throws {
    let levels = (1...12).map { level in
      "<g id='g\(level)'>\(String(repeating: "<use href='#g\(level - 1)'/>", count: 10))</g>"
    }
    let bomb = SamplePictures.svg(
      "<defs><g id='g0'><rect width='1' height='1'/></g>\(levels.joined())</defs>"
        + "<use href='#g12'/>")
    let file = try folder.write(bomb, to: "bomb.svg")
    var sample = try SamplePublication()
    sample.publication.pages[0].items = [
      DisplayItem(.image(PlacedImage(file: file, frame: Rect(x: 0, y: 0, width: 99, height: 99))))
    ]
    let error = #expect(throws: Diagnostic.self) {
      try PDFRenderer(SamplePublication.resources()).render(sample.publication).bytes
    }
    #expect(error?.identifier == "image.broken")
    #expect(error?.location?.file == file)
  }
}
